"""NUM001: percentages above what their measure allows."""

from collections.abc import Iterator

from linter.plan.finding import Finding, Related, check
from linter.plan.plan import Plan
from linter.subjects.figures.percentages import ExcessPercentage, Tier, excess_percentages
from linter.text.patterns import lazily

_PER_HEAD = lazily(r"(?:普及|拥有|渗透|持有|入学|入园|入托|参保)率$")


@check
def out_of_range(plan: Plan, *, ceiling: int = 500) -> Iterator[Finding]:
    """NUM001: a share above 100 %, or a per-head rate above the ceiling (in per cent)."""
    for found in plan.get(excess_percentages):
        variant = _range_fault(found, ceiling)
        if variant is not None:
            related = (Related("table", found.name),) if found.name else ()
            values = {"measure": found.measure.name, "value": found.words, "ceiling": str(ceiling)}
            yield Finding(found.span, values, related, None if variant == "share" else variant)


def _range_fault(found: ExcessPercentage, ceiling: int) -> str | None:
    """The variant of the rule that applies, "share" for the main one."""
    if found.measure.tier is Tier.NEVER:
        return "share"
    if found.measure.tier is Tier.UNCLEAR:
        return "unclear"
    if found.value <= ceiling or found.ratio or found.measure.tier is Tier.FREE:
        return None
    if found.measure.tier is Tier.OPEN:
        return "per-head" if _PER_HEAD.search(found.measure.name) else "high"
    return "high" if found.measure.name not in ("增长", "同比", "环比") else None
