"""TSK017: the marks of a list of units: 市水利局、） and 市水利局、等, a comma among 、."""

import re
from collections.abc import Iterator
from itertools import pairwise

from linter.document.nodes import Cell, Span
from linter.plan.finding import Finding, Fix, Related, check
from linter.plan.plan import Plan
from linter.subjects.offices.divisions import divisions
from linter.subjects.offices.unit_lists import UnitList
from linter.subjects.offices.unit_names import unit_lists
from linter.text.patterns import lazily

_LAST = lazily(
    r"""
    \s* (?:\([^()]{0,20}\))? \s* (?P<mark>[、,]) \s*
    (?= [)\]〕】] | $ | (?P<etc>等)
      | (?:牵头|配合|参与|协助|(?:按职责(?:分工)?)?负责) (?![\u4e00-\u9fff]) )
    """,
    re.X,
)
_BETWEEN = lazily(r"\s*(?P<mark>[、,;])\s*")
_ENOUGH = 3  # pause marks beside which one comma is a slip
_RARE = 0.05


@check
def marks(plan: Plan) -> Iterator[Finding]:
    """TSK017: a mark behind the last unit, and a comma in a list that has pause marks."""
    lists = plan.get(unit_lists)
    cut = _cut_by_pages(plan)
    mixed = []
    for units in lists:
        if id(units.span.node) not in cut:
            yield from _last(units)
        if odd := _comma(units):
            mixed.append((units, odd))
    if len(mixed) <= max(1, _RARE * len(lists)):
        for _, (comma, peer) in mixed:
            yield Finding(comma, {}, (Related("peer", peer),), "comma", Fix("、"))


def _cut_by_pages(plan: Plan) -> set[int]:
    """The cells of rows that go on in another row."""
    rows = (row for division in plan.get(divisions) for row in division.rows)
    return {id(c) for row in rows if len({c.row for c in row.cells}) > 1 for c in row.cells}


def _last(units: UnitList) -> Iterator[Finding]:
    last = max(units.units, key=lambda unit: unit.span.end)
    node, at = last.span.node, last.span.end
    match = _LAST.match(node.folded, at)
    ends = match is not None and not node.folded[match.end() :].strip()
    if match is None or (ends and not isinstance(node, Cell) and not match["etc"]):
        return  # a line that a page cut off
    place = match.start("mark")
    variant = "etc" if match["etc"] else None
    yield Finding(Span(node, last.span.start, place + 1), {"unit": last.name}, (), variant, None)


def _comma(units: UnitList) -> tuple[Span, Span] | None:
    """The one comma of a list without roles, and a pause mark of it."""
    named = units.units
    if any(unit.role for unit in named) and len({unit.role for unit in named}) > 1:
        return None
    commas, pauses = [], []
    for left, right in pairwise(named):
        match = _BETWEEN.fullmatch(left.span.node.folded, left.span.end, right.span.start)
        if match is None:
            return None
        place = Span(left.span.node, match.start("mark"), match.end("mark"))
        if match["mark"] == ",":
            plain = (
                left.identity and right.identity and left.identity.prefix == right.identity.prefix
            )
            commas.append(place if plain and left is not named[0] else None)
        elif match["mark"] == "、":
            pauses.append(place)
        else:
            return None
    if len(commas) != 1 or commas[0] is None or len(pauses) < _ENOUGH:
        return None
    return commas[0], pauses[0]
