"""IND008, IND009: direction and shares against the figures that imply them."""

from collections.abc import Iterator

from linter.checks.figures import figure
from linter.checks.finding import Finding, Plan, Related, check
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
            if value.quantity is not None and _is_worse(base, value.quantity, direction):
                values = {
                    "indicator": indicator.name,
                    "base": figure(base),
                    "target": figure(value.quantity),
                }
                variant = "lower-is-better" if direction is Direction.LOWER else None
                yield Finding(
                    value.quantity.span, values, (Related("baseline", base.span),), variant
                )
                break


def _is_worse(base: Quantity, target: Quantity, direction: Direction) -> bool:
    """A bound (≥98, <5.5) is a floor or a ceiling, not where the plan means to arrive."""
    if base.upper is not None or target.upper is not None:
        return False
    if base.comparator is not Comparator.EXACT:
        return False
    start, end = base.value * base.factor, target.value * target.factor
    if direction is Direction.LOWER:
        return end > start and not target.comparator.upper_bound
    bounded = target.comparator.lower_bound or target.comparator is Comparator.ABOUT
    return end < start and not (bounded and end >= start * 9 / 10)


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
