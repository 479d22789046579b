"""IND008, IND009: direction and shares against the figures that imply them."""

from collections.abc import Iterator

from linter.plan.finding import Finding, Related, check
from linter.plan.plan import Plan
from linter.subjects.indicators.indicators import indicators
from linter.subjects.indicators.measures import Direction, measures_of
from linter.subjects.indicators.phrases import figure
from linter.subjects.quantities.quantities import Comparator, Quantity


@check
def target_below_baseline(plan: Plan) -> Iterator[Finding]:
    """IND008: a target that is worse than the value at the start."""
    measures = plan.lexicon.get(measures_of)
    for indicator in plan.get(indicators):
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
