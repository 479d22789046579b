"""What of a text is more than wording: figures, dates, units in charge, references, titles."""

from collections import defaultdict
from collections.abc import Hashable, Iterator
from typing import NamedTuple

from linter.document.nodes import Span, TextNode
from linter.plan.plan import Plan, fact
from linter.subjects.citations.definitions import titles
from linter.subjects.citations.document_numbers import document_numbers
from linter.subjects.citations.references import (
    attachment_references,
    box_references,
    captions,
    drawn_references,
    section_references,
)
from linter.subjects.indicators.statement import Statement
from linter.subjects.indicators.statements import all_statements
from linter.subjects.offices.assignments import assignments
from linter.subjects.offices.divisions import divisions
from linter.subjects.offices.unit_lists import ResponsibleUnit
from linter.subjects.offices.unit_words import Duty
from linter.subjects.quantities.quantities import Quantity, quantities
from linter.subjects.quantities.units import units_of
from linter.text.folding import key
from linter.text.patterns import lazily

_TO = r"\s*[-—－~～至到]{1,2}\s*"
_MONTH = r"\d{1,2}\s*月(?!\s*份?数|[月活均])(?:\s*\d{1,2}\s*日|[上中下]旬)?"
_DATE = lazily(
    rf"(?<!\d)(?:‹year›{_TO}‹year›(?:\s*年|(?=\s*[^\s\d万亿千百多余人个元吨件户家.%])|$)|‹year›\s*年)"
    rf"(?:\s*{_MONTH}|\s*第?[一二三四]季度|\s*[上下]半年)?\s*(?:年?[底末初]|[底末])?(?:[以之]?前)?"
)
# Without a year: 年内, 6月底前, 上半年.
_WITHIN = lazily(
    rf"(?<![\d.])(?:{_MONTH}[底末初]?|(?<![\d一二两三四五六七八九十几多每])年[底末内]"
    r"|第?[一二三四]季度[末初]?|[上下]半年)(?:[以之]?前)?"
)
_NUMBERED = lazily(r"\s*(?P<number>[附续]?[表图]\s*[\d一二三四五六七八九十]+(?:[-—.－]\d{1,2})*)")
_NAME = 16  # characters of a clause that stand for the name of its figure


class Mark(NamedTuple):
    """Characters of a text that say something by themselves. Marks of one `kind` and equal `value`
    say the same."""

    start: int
    end: int
    kind: str
    value: Hashable
    quantity: Quantity | None = None
    units: tuple[ResponsibleUnit, ...] = ()


class Marks:
    """The marks of a draft's texts, found when a text is asked for."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._fixed: dict[int, list[Mark]] = defaultdict(list)
        self._known: dict[int, tuple[Mark, ...]] = {}
        for node, mark in _fixed(plan):
            self._fixed[id(node)].append(mark)

    def of(self, node: TextNode) -> tuple[Mark, ...]:
        """The marks of a text in order; they do not overlap."""
        if id(node) not in self._known:
            found = [*self._fixed.get(id(node), ()), *self._dates(node), *self._figures(node)]
            self._known[id(node)] = _apart(found)
        return self._known[id(node)]

    def _dates(self, node: TextNode) -> Iterator[Mark]:
        text = self._plan.masked(node)
        for pattern in (_DATE, _WITHIN):
            for match in pattern.finditer(text):
                yield Mark(*match.span(), "date", key(match.group()).rstrip("年"))

    def _figures(self, node: TextNode) -> Iterator[Mark]:
        units = self._plan.lexicon.get(units_of)
        for q in quantities(node, units, self._plan.masked(node)):
            unit = q.unit.words if q.unit else ""
            value = (q.value, q.upper, unit, q.comparator)
            yield Mark(q.span.start, q.span.end, "figure", value, q)


@fact
def marks(plan: Plan) -> Marks:
    """The marks of the draft's texts."""
    return Marks(plan)


@fact
def statements_by_place(plan: Plan) -> dict[tuple[int, int], Statement]:
    """The statements by the node and the offset of their figure."""
    found: dict[tuple[int, int], Statement] = {}
    for s in plan.get(all_statements):
        found.setdefault(s.quantity.place, s)
    return found


def name_of_figure(plan: Plan, quantity: Quantity) -> str:
    """What a figure is the value of: the statement's subject, else the words in front of it."""
    statement = plan.get(statements_by_place).get(quantity.place)
    if statement is not None:
        return statement.indicator.name if statement.indicator else statement.name
    before = quantity.span.node.folded[: quantity.span.start]
    for stop in ",。;:、":
        before = before.rpartition(stop)[2]
    return before.strip()[-_NAME:]


def _fixed(plan: Plan) -> Iterator[tuple[TextNode, Mark]]:
    for title in plan.get(titles):
        yield title.span.node, _mark(title.span, "title", key(title.words))
    for number in plan.get(document_numbers):
        start = number.span.start - len(number.issuer)
        value = number.issuer + number.proper
        yield number.span.node, Mark(start, number.span.end, "title", value)
    for reference in (
        *plan.get(box_references),
        *plan.get(attachment_references),
        *plan.get(drawn_references),
        *plan.get(section_references),
    ):
        place = (reference.kind, reference.number)
        yield reference.span.node, _mark(reference.span, "reference", place)
    for caption in plan.get(captions):
        node = caption.span.node
        if match := _NUMBERED.match(node.folded):
            place = (caption.kind, caption.number)
            yield node, Mark(*match.span("number"), "caption", place)
    for assignment in plan.get(assignments):
        found = [units for units in assignment.lists if units.units]
        if found:
            units = tuple(unit for units in found for unit in units.units)
            span = Span(assignment.paragraph, found[0].span.start, found[-1].span.end)
            yield assignment.paragraph, _of_units(span, units)

    for division in plan.get(divisions):
        for row in division.rows:
            for cell in row.cells:
                units = tuple(u for one in row.lists for u in one.units if u.span.node is cell)
                if units:
                    span = Span(cell, 0, len(cell.text))
                    yield cell, _of_units(span, units)


def leads(units: tuple[ResponsibleUnit, ...]) -> tuple[str, ...]:
    """The units in charge: those that lead; where none is said to, all that do not help."""
    said = tuple(unit.name for unit in units if unit.role is Duty.LEAD)
    return said or tuple(u.name for u in units if u.role is not Duty.COOPERATING)


def helpers(units: tuple[ResponsibleUnit, ...]) -> tuple[str, ...]:
    """The units that are named and are not in charge."""
    first = leads(units)
    return tuple(unit.name for unit in units if unit.name not in first)


def _of_units(span: Span, units: tuple[ResponsibleUnit, ...]) -> Mark:
    value = (leads(units), helpers(units))
    return Mark(span.start, span.end, "units", value, units=units)


def _mark(span: Span, kind: str, value: Hashable) -> Mark:
    return Mark(span.start, span.end, kind, value)


def _apart(found: list[Mark]) -> tuple[Mark, ...]:
    """The marks without those that overlap an earlier kind of the list."""
    kept: list[Mark] = []
    for mark in found:
        if mark.start < mark.end and not any(
            mark.start < other.end and other.start < mark.end for other in kept
        ):
            kept.append(mark)
    return tuple(sorted(kept))
