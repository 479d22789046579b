"""IND008, IND009: direction and shares against the figures that imply them."""

from collections.abc import Iterator

from linter.checks.finding import Finding, Plan, Related, check
from linter.checks.measures.figures import figure
from linter.chinese import key
from linter.facts.measures.measures import Direction, measures_of
from linter.facts.measures.quantities import Comparator, Quantity


@check
def target_below_baseline(plan: Plan) -> Iterator[Finding]:
    """IND008: a target that is worse than the value at the start."""
    measures = measures_of(plan.lexicon)
    for indicator in plan.measures.indicators:
        direction = measures.direction(indicator.name)
        base = indicator.base.quantity if indicator.base else None
        if base is None or direction is Direction.EITHER:
            continue
        for value in indicator.targets:
            found = _worse(base, value.quantity, direction) if value.quantity else None
            if value.quantity is None or found is None:
                continue
            if found == "ceiling" and measures.has_margin(indicator.name):
                continue
            values = {
                "indicator": indicator.name,
                "base": figure(base),
                "target": figure(value.quantity),
            }
            related = (Related("baseline", base.span),)
            yield Finding(value.quantity.span, values, related, found or None)
            break


def _worse(base: Quantity, target: Quantity, direction: Direction) -> str | None:
    """The variant of the rule for a target that is worse, "" for its main message, else None.

    A bound (≥98, ≤9) is a floor or a ceiling, not where the plan means to arrive.
    """
    if base.upper is not None or target.upper is not None:
        return None
    if base.comparator is not Comparator.EXACT:
        return None
    start, end = base.value * base.factor, target.value * target.factor
    if direction is Direction.LOWER:
        if end <= start:
            return None
        return "ceiling" if target.comparator.upper_bound else "lower-is-better"
    bounded = target.comparator.lower_bound or target.comparator is Comparator.ABOUT
    return "" if end < start and not (bounded and end >= start * 9 / 10) else None


@check
def share_mismatch(plan: Plan, *, tolerance: float = 0.5) -> Iterator[Finding]:
    """IND009: a stated share against part and whole of the same year.

    `tolerance` is in percentage points; the rounding of the stated share widens it.
    """
    for share in plan.measures.shares:
        stated, computed = share.stated, share.per_cent
        slack = max(tolerance, 0.5 * 10.0**-stated.places) + share.slack
        value = float(stated.value)
        above, below = value > computed + slack, value < computed - slack
        if stated.comparator is Comparator.ABOUT:
            above, below = value > computed + 2, value < computed - 2
        if (above and not stated.comparator.upper_bound) or (
            below and not stated.comparator.lower_bound
        ):
            values = {
                "stated": key(stated.words),
                "part": figure(share.part),
                "whole": figure(share.whole),
                "computed": f"{computed:.1f}",
            }
            related = (Related("part", share.part.span), Related("whole", share.whole.span))
            yield Finding(stated.span, values, related)
