"""IND006: parts of an indicator that claim to be the whole and do not add up."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from linter.checks import breakdowns
from linter.checks.finding import Finding, Plan, Related, check
from linter.chinese import key
from linter.facts.measures.indicators import Indicator, IndicatorTable
from linter.facts.measures.measures import Measures, measures_of
from linter.facts.measures.quantities import Comparator, Quantity
from linter.facts.measures.units import ADDITIVE

_TAIL = 2  # characters at the end of names that tell one kind: 公路货运量, 水路货运量


class _Sum(NamedTuple):
    """Whole and parts in one year; `gap` is the parts' sum less the whole, `slack` its rounding."""

    year: int | None
    whole: Quantity
    parts: tuple[Quantity, ...]
    gap: Decimal
    slack: Decimal

    @property
    def holds(self) -> bool:
        return abs(self.gap) <= self.slack


@check
def sum_mismatch(plan: Plan) -> Iterator[Finding]:
    """IND006: 6.1 and 6.2 against 6, 其中 against the row above, year by year.

    Parts claim to be the whole if they add up in another year or are so by their names (城镇 and
    农村). Parts that make no such claim may still not exceed the whole.
    """
    measures = measures_of(plan.lexicon)
    for table in plan.measures.indicator_tables:
        for whole, parts in _families(table):
            yield from _mismatches(whole, parts, measures)
    yield from breakdowns.spoken(plan)
    yield from breakdowns.tabled(plan)


def _families(table: IndicatorTable) -> Iterator[tuple[Indicator, list[Indicator]]]:
    """Every whole with its parts in one additive unit."""
    parts: dict[int, list[Indicator]] = defaultdict(list)
    wholes: dict[int, Indicator] = {}
    for row in table.indicators:
        if row.parent is not None:
            parts[id(row.parent)].append(row)
            wholes[id(row.parent)] = row.parent
    for place, whole in wholes.items():
        if len(parts[place]) == 1 and parts[place][0].part:
            yield from _continued(table, whole, parts[place][0])
        units = {u.dimension if (u := row.unit) else None for row in (whole, *parts[place])}
        if len(units) == 1 and units <= ADDITIVE:
            yield whole, parts[place]


def _continued(
    table: IndicatorTable, whole: Indicator, first: Indicator
) -> Iterator[tuple[Indicator, list[Indicator]]]:
    """其中：公路货运量, then 铁路货运量, 水路货运量: rows of one kind, if they add up in a year."""
    rows = table.indicators
    at = next(i for i, row in enumerate(rows) if row is first)
    tail = first.name[-_TAIL:]
    parts = [first]
    for row in rows[at + 1 :]:
        if row.unit != first.unit or row.parent is not None or not row.name.endswith(tail):
            break
        parts.append(row)
    years = [value.year for value in whole.values]
    sums = [s for year in years if (s := _sum(whole, parts, year)) is not None]
    if len(parts) > 1 and any(s.holds for s in sums) and whole.unit == first.unit:
        yield whole, parts


def _mismatches(
    whole: Indicator, parts: Sequence[Indicator], measures: Measures
) -> Iterator[Finding]:
    open_list = any("等" in part.name[-2:] or "其他" in part.name for part in parts)
    sums = [s for v in whole.values if (s := _sum(whole, parts, v.year)) is not None]
    claimed = any(s.holds for s in sums) or measures.are_complementary([p.name for p in parts])
    for s in sums:
        if s.holds or (open_list and s.gap < 0):
            continue
        if len(parts) < 2 or not claimed:
            if s.gap > s.slack and (len(parts) == 1 or not any(p.part for p in parts)):
                yield _finding(whole, parts, s, "exceeds")
            continue
        yield _finding(whole, parts, s, None)


def _sum(whole: Indicator, parts: Sequence[Indicator], year: int | None) -> _Sum | None:
    if year is None:
        return None
    quantities = []
    for row in (whole, *parts):
        value = row.at(year)
        quantity = value.quantity if value else None
        if quantity is None or quantity.comparator is not Comparator.EXACT:
            return None
        quantities.append(quantity)
    scaled = [q.value * q.factor for q in quantities]
    steps = [q.factor.scaleb(-q.places) for q in quantities]
    slack = sum(steps, Decimal(0)) / 2
    return _Sum(year, quantities[0], tuple(quantities[1:]), sum(scaled[1:]) - scaled[0], slack)


def _finding(whole: Indicator, parts: Sequence[Indicator], s: _Sum, variant: str | None) -> Finding:
    total = sum(q.value * q.factor for q in s.parts) / s.whole.factor
    unit = s.whole.unit.words if s.whole.unit else ""
    values = {
        "indicator": whole.name,
        "year": str(s.year),
        "parts": " + ".join(key(q.words) for q in s.parts),
        "sum": f"{total.normalize():f}",
        "whole": key(s.whole.words),
        "unit": unit,
    }
    related = tuple(Related("part", q.span) for q in s.parts)
    return Finding(s.whole.span, values, related, variant)
