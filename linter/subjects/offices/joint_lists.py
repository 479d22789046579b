"""The lists of units that are one list: of one task, or of one row of a division.

A second bracket begins another task, under one heading as well: paragraphs, and sentences, may
each name their own units. Only lists of different labels go together (牵头单位：…, 配合单位：…),
and only where nothing stands between them.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from linter.document.model import Document
from linter.document.nodes import Cell
from linter.plan.plan import Plan, fact
from linter.subjects.offices.assignments import Assignment, assignments
from linter.subjects.offices.divisions import Division, divisions
from linter.subjects.offices.unit_lists import ResponsibleUnit, UnitList
from linter.text.patterns import lazily

_BETWEEN = lazily(r"[\s()〔〕\[\]【】。;,]*")


class JointList(NamedTuple):
    """Lists that name the units of one piece of work."""

    lists: tuple[UnitList, ...]

    @property
    def units(self) -> tuple[ResponsibleUnit, ...]:
        return tuple(unit for units in self.lists for unit in units.units)

    @property
    def in_table(self) -> bool:
        return isinstance(self.lists[0].span.node, Cell)


@fact
def joint_lists(plan: Plan) -> tuple[JointList, ...]:
    """Every list of units, joined where lists are one: in paragraphs, then in divisions."""
    found = [*_in_paragraphs(plan.document, plan.get(assignments))]
    found += _in_rows(plan.get(divisions))
    return tuple(found)


def _in_paragraphs(document: Document, found: Sequence[Assignment]) -> Iterator[JointList]:
    order = {id(block): i for i, block in enumerate(document.blocks)}
    joint: list[UnitList] = []
    for units in (units for a in found for units in a.lists if units.units):
        if joint and not _goes_on(joint, units, order):
            yield JointList(tuple(joint))
            joint = []
        joint.append(units)
    if joint:
        yield JointList(tuple(joint))


def _goes_on(joint: list[UnitList], units: UnitList, order: dict[int, int]) -> bool:
    """The next list adds labels of its own right behind the last one."""
    said = {label for listed in joint for label in listed.labels}
    if not all(listed.labels for listed in (*joint, units)) or said & set(units.labels):
        return False
    before, node = joint[-1].span, units.span.node
    if before.node is node:
        between = node.folded[before.end : units.span.start]
        return bool(_BETWEEN.fullmatch(between))
    follows = order.get(id(node), -1) == order.get(id(before.node), -3) + 1
    ends = _BETWEEN.fullmatch(before.node.folded, before.end)
    return follows and bool(ends) and bool(_BETWEEN.fullmatch(node.folded, 0, units.span.start))


def _in_rows(found: Sequence[Division]) -> Iterator[JointList]:
    for row in (row for division in found for row in division.rows):
        cells = [units.span.node for units in row.lists]
        if len(set(cells)) == len(cells) > 1:
            yield JointList(row.lists)
        else:
            yield from (JointList((units,)) for units in row.lists)
