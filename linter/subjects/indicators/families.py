"""Families of indicators: a whole and the rows of its table that are its parts.

其中 stands before the first part only; the parts behind it show by what they lack (a number of
their own among numbered rows), by their indent, by one merged cell 其中, or by adding up.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import takewhile

from linter.document.nodes import Cell
from linter.subjects.indicators.indicators import Indicator, IndicatorTable, YearValue
from linter.subjects.quantities.quantities import Comparator, Quantity
from linter.subjects.quantities.units import ADDITIVE, COUNTED
from linter.text.folding import key

_MOST = 60  # parts that nothing marks: no whole has more
_LETTERED = "(①②③④⑤⑥⑦⑧⑨⑩-—·"


@dataclass(frozen=True, slots=True)
class Sum:
    """Whole and parts in one year; `gap` is the parts' sum less the whole.

    `slack` is the most that rounding makes of the gap, `step` one in the last place of
    the coarsest figure.
    """

    year: int
    base: bool
    whole: Quantity
    parts: tuple[Quantity, ...]
    gap: Decimal
    slack: Decimal
    step: Decimal

    @property
    def holds(self) -> bool:
        return abs(self.gap) <= self.room

    @property
    def room(self) -> Decimal:
        """The gap to overlook: goals are set rather than measured, so roundings seldom add up."""
        return self.slack if self.base else self.step * likely_steps(len(self.parts) + 1)


def likely_steps(figures: int) -> int:
    """How many steps of their last place the rounding of so many figures may well make."""
    return max(1, int(2.3 * (figures / 12) ** 0.5))


@dataclass(frozen=True, slots=True)
class Family:
    """A whole with its parts; `listed` where they are one list, which one 其中 opens."""

    whole: Indicator
    parts: tuple[Indicator, ...]
    listed: bool = False

    @property
    def sums(self) -> list[Sum]:
        """The sums of the years in which whole and parts all have exact values."""
        return _sums(self.whole, self.parts)


def families(table: IndicatorTable) -> Iterator[Family]:
    """Yield every whole with its parts in one additive unit."""
    parts: dict[int, list[Indicator]] = defaultdict(list)
    wholes: dict[int, Indicator] = {}
    for row in table.indicators:
        if row.parent is not None:
            parts[id(row.parent)].append(row)
            wholes[id(row.parent)] = row.parent
    at = {id(row): i for i, row in enumerate(table.indicators)}
    for place, whole in wholes.items():
        rows = tuple(parts[place])
        if len(rows) == 1 and rows[0].part:
            rows = _continued(table, whole, at[id(rows[0])])
        units = {u.dimension if (u := row.unit) else None for row in (whole, *rows)}
        if len(units) == 1 and units <= ADDITIVE:
            yield Family(whole, rows, listed=sum(row.part for row in rows) == 1)


def _continued(table: IndicatorTable, whole: Indicator, at: int) -> tuple[Indicator, ...]:
    """The row that 其中 opens and those behind it that go on with its list.

    Rows that nothing marks belong to it as far as they make up the whole in some year.
    """
    first = table.indicators[at]
    behind = (table.indicators[i] for i in range(at + 1, len(table.indicators)))
    like = [*takewhile(lambda row: _is_like(row, first), behind)]
    marked = [*takewhile(lambda row: _is_marked(row, whole, first, table), like)]
    if marked:
        return (first, *marked)
    for count in range(1, min(len(like), _MOST) + 1):
        rows = (first, *like[:count])
        if any(s.holds and s.whole.value for s in _sums(whole, rows)):
            return rows
    return (first,)


def _is_like(row: Indicator, first: Indicator) -> bool:
    alike = row.unit == first.unit and row.group == first.group
    return alike and row.parent is None and not row.part


def _is_marked(row: Indicator, whole: Indicator, first: Indicator, table: IndicatorTable) -> bool:
    """Whether a row shows that it is no whole of its own."""
    if whole.number:  # a merged number stands over all of them
        return {row.number, first.number} <= {(), whole.number}
    if row.number:
        return False
    if _indent(row) > _indent(whole) or (_is_lettered(row) and not _is_lettered(whole)):
        return True
    cell = row.span.node
    line = table.table.rows[cell.row] if isinstance(cell, Cell) else ()
    return any(c.origin is not None and key(c.origin.text).startswith("其中") for c in line)


def _indent(row: Indicator) -> int:
    text = row.span.node.text
    return len(text) - len(text.lstrip())


def _is_lettered(row: Indicator) -> bool:
    """Whether (1), ① or a dash stands before the name."""
    return row.span.node.folded.lstrip()[:1] in _LETTERED


def _sums(whole: Indicator, parts: Sequence[Indicator]) -> list[Sum]:
    return [s for v in whole.values if (s := _sum(whole, parts, v)) is not None]


def _sum(whole: Indicator, parts: Sequence[Indicator], at: YearValue) -> Sum | None:
    year = at.year
    if year is None:
        return None
    found = []
    for row in (whole, *parts):
        value = row.at(year, superseded=at.superseded)
        quantity = value.quantity if value else None
        if quantity is None or quantity.comparator is not Comparator.EXACT or quantity.upper:
            return None
        found.append(quantity)
    scaled = [q.amount for q in found]
    steps = [q.factor.scaleb(-q.places) for q in found]
    if all(q.factor == 1 and not q.places and _counts(q) for q in found):
        steps = [Decimal(0)]  # single things and people are not rounded
    gap, slack = sum(scaled[1:]) - scaled[0], sum(steps, Decimal(0)) / 2
    return Sum(year, at.base, found[0], tuple(found[1:]), gap, slack, max(steps))


def _counts(quantity: Quantity) -> bool:
    return quantity.unit is not None and quantity.unit.dimension in COUNTED
