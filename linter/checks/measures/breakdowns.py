"""IND006 outside the indicator tables: 其中 within a sentence, 合计 in any table."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from linter.checks.finding import Finding, Plan, Related
from linter.checks.measures.figures import trim
from linter.chinese import key
from linter.document import Span
from linter.facts.measures.breakdowns import Breakdown
from linter.facts.measures.families import likely_steps
from linter.facts.measures.totals import Total, totals
from linter.facts.measures.units import ADDITIVE, COUNTED, MONEY, PEOPLE, THINGS
from linter.patterns import lazily

_AVERAGE = lazily("均(?!衡)|每|单(?!位)|最[高低]|标准(?!化)")
_FUNDS = lazily("投资|投入|资金|经费|预算|贷款|补助|需求")
_MUCH = 5  # parts over the whole by more than this part of it may overlap: 公益林, 国有林


def spoken(plan: Plan) -> Iterator[Finding]:
    """其中 parts that are more than the whole, or years that are not just the whole.

    People may be counted twice (党员300人、女性420人); things too, so that is a warning.
    """
    for found in plan.measures.breakdowns:
        if found.whole.unit is None or found.whole.unit.dimension not in ADDITIVE:
            continue
        whole, parts = found.whole, [part.quantity for part in found.parts]
        scaled = [q.value * q.factor for q in (whole, *parts)]
        gap = sum(scaled[1:]) - scaled[0]
        if abs(gap) <= _room(found) or (gap < 0 and not (found.complete or found.named)):
            continue
        much = _MUCH * gap > scaled[0] and not _FUNDS.search(found.words)
        variant = _variant(found, max(scaled[1:]) > scaled[0], much)
        if variant is None:
            continue
        total = sum(scaled[1:]) / whole.factor
        values = {
            "parts": " + ".join(key(q.words) for q in parts),
            "sum": f"{total.normalize():f}" + found.whole.unit.words,
            "whole": key(whole.words),
        }
        span = Span(whole.span.node, found.parts[0].span.start, parts[-1].span.end)
        yield Finding(trim(span), values, (Related("whole", whole.span),), variant)


def _room(found: Breakdown) -> Decimal:
    """What rounding may make of the gap: nothing of things, and little of what is set in plans."""
    figures = [found.whole, *(part.quantity for part in found.parts)]
    places = max(q.places for q in figures)  # 5 beside 3.5 is 5.0
    unit = found.whole.unit
    things = unit is not None and unit.dimension in COUNTED and all(q.factor == 1 for q in figures)
    if places == 0 and (things or all(part.year for part in found.parts)):
        return Decimal(0)
    steps = [q.factor.scaleb(-places) for q in figures]
    most = sum(steps, Decimal(0)) / 2
    if unit is not None and unit.dimension in MONEY:
        return min(most, max(steps) * likely_steps(len(figures)))
    return most - most / 100  # all of it cannot be


def _variant(found: Breakdown, one_exceeds: bool, much: bool) -> str | None:
    if found.complete:
        return "years"
    if found.named:
        return "named"
    if _AVERAGE.search(found.words):
        return None
    dimension = found.whole.unit.dimension if found.whole.unit else ""
    if one_exceeds and len(found.parts) == 1:
        return "more"
    if dimension in PEOPLE or any("以上" in part.words for part in found.parts):
        return None
    return "more-things" if dimension in THINGS or much else "more"


def tabled(plan: Plan) -> Iterator[Finding]:
    """A total of a table that does not add up where another one of its line does."""
    scheduled = {id(schedule.table) for schedule in plan.measures.schedules}
    for line in totals(plan.document.tables(), scheduled):
        wrong = [total for total in line if total.gap and not _is_rounding(total)]
        right = len(line) - len(wrong)
        if len(wrong) > right and len(line) > 1:
            continue
        for total in wrong:
            yield _total(total, right)


def scheduled(plan: Plan) -> Iterator[Finding]:
    """A total of a schedule that is not the sum of its years, where most of its totals are."""
    for schedule in plan.measures.schedules:
        rows = [row for row in schedule.rows if row.is_sum]
        wrong = [row for row in rows if not row.holds]
        right = len(rows) - len(wrong)
        for row in wrong if len(wrong) <= max(right, 1) else ():
            values = {
                "indicator": row.name,
                "parts": " + ".join(key(q.words) for q in row.parts),
                "sum": f"{row.sum.normalize():f}",
                "whole": key(row.total.words),
            }
            related = tuple(Related("part", q.span) for q in row.parts)
            sure = right and row.is_slip
            yield Finding(row.total.span, values, related, "yearly" if sure else "yearly-near")


def _is_rounding(total: Total) -> bool:
    fraction = any("." in cell.text for cell in (total.cell, *total.parts))
    return fraction and abs(total.gap) <= total.rounding


def _total(total: Total, right: int) -> Finding:
    values = {
        "indicator": total.heading,
        "parts": _listed([cell.folded.strip() for cell in total.parts]),
        "sum": f"{total.sum.normalize():f}",
        "whole": key(total.cell.text),
    }
    related = tuple(Related("part", Span(c, 0, len(c.text))) for c in total.parts)
    sure = right or total.is_counted
    near = not sure or abs(total.gap) <= total.rounding
    span = Span(total.cell, 0, len(total.cell.text))
    return Finding(span, values, related, "total-near" if near else "total")


def _listed(figures: Sequence[str]) -> str:
    return " + ".join(figures) if len(figures) <= 8 else " + ".join([*figures[:8], "…"])
