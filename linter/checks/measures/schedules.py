"""IND001 of schedules: what the text pledges against the years and totals of the table."""

from collections.abc import Iterator
from decimal import Decimal

from linter.checks.finding import Finding, Plan, Related
from linter.checks.measures.figures import figure
from linter.facts.measures.agreement import Verdict, compare
from linter.facts.measures.pledges import Pledge
from linter.facts.measures.quantities import Quantity

_QUOTE = 40


def pledged(plan: Plan) -> Iterator[Finding]:
    """An amount of the text that is not that of its row; a section may tell of a part."""
    listed = {id(indicator.span.node) for indicator in plan.measures.indicators}
    for pledge in plan.measures.pledges:
        if pledge.year is not None and id(pledge.row.span.node) in listed:
            continue  # held against the table of indicators already
        table = pledge.row.total if pledge.year is None else pledge.row.years[pledge.year]
        variant = _variant(pledge, table) if table is not None else None
        if table is None or variant is None:
            continue
        span = (
            pledge.span if pledge.span.end - pledge.span.start <= _QUOTE else pledge.quantity.span
        )
        values = {
            "indicator": pledge.row.name,
            "year": f"{pledge.year}年" if pledge.year else "合计",
            "when": str(pledge.year or "all years"),
            "table": figure(table),
            "body": figure(pledge.quantity),
        }
        yield Finding(span, values, (Related("table", table.span),), variant)


def _variant(pledge: Pledge, table: Quantity) -> str | None:
    """How sure a contradiction is; None without one."""
    if compare(table, pledge.quantity) is not Verdict.CONTRADICT or _is_sum(pledge):
        return None
    more = pledge.amount > table.value * table.factor
    if pledge.narrower:
        return "scheduled-part" if more and pledge.year is None else None
    if pledge.goal:
        return "scheduled"
    if not more and (not pledge.whole or pledge.topic):
        return None  # a section tells of a part
    return "scheduled-near"


def _is_sum(pledge: Pledge) -> bool:
    """Whether the text gives what the years make, where the table's total does not."""
    made: Decimal = pledge.row.sum * pledge.row.total.factor
    return pledge.year is None and pledge.amount == made
