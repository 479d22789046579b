"""IND008, IND009: direction and shares against the figures that imply them."""

from collections.abc import Iterator

from linter.plan.finding import Finding, Related, check
from linter.plan.plan import Plan
from linter.subjects.indicators.contexts import Kind
from linter.subjects.indicators.directions import direction_of, way_of
from linter.subjects.indicators.indicators import Indicator, indicators
from linter.subjects.indicators.measures import Direction, measures_of
from linter.subjects.indicators.name_index import name_index
from linter.subjects.indicators.phrases import figure, quoted
from linter.subjects.indicators.statement import Statement
from linter.subjects.indicators.statements import statements
from linter.subjects.quantities.agreement import common_factors
from linter.subjects.quantities.cells import CellKind
from linter.subjects.quantities.quantities import Comparator, Quantity, is_exact
from linter.subjects.quantities.years import Dated
from linter.subjects.times.periods import period


@check
def target_below_baseline(plan: Plan) -> Iterator[Finding]:
    """IND008: a target that is worse than the value at the start."""
    measures = plan.lexicon.get(measures_of)
    yield from _told(plan)
    for indicator in plan.get(indicators):
        direction = direction_of(plan, indicator)
        base = indicator.base.quantity if indicator.base else None
        if base is None or direction is Direction.EITHER or adds_up(indicator):
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


def adds_up(indicator: Indicator) -> bool:
    """Whether the goal is a sum over the plan's years (〔1.95〕): a year's share may be smaller."""
    last = indicator.values[-1] if indicator.values else None
    return last is not None and last.value.kind is CellKind.CUMULATIVE


def _told(plan: Plan) -> Iterator[Finding]:
    """Base and target of the body, of a measure without a table: 提高到65% where it was 72%.

    The target's own verb tells the direction.
    """
    years = plan.get(period)
    if years is None:
        return
    bases: dict[tuple[str, str], Statement] = {}
    for statement in plan.get(statements):
        if statement.indicator is not None or not _is_known(plan, statement):
            continue
        place, way = (statement.name, statement.scope), way_of(statement)
        if statement.year == years.base:
            bases.setdefault(place, statement)
        elif way is not None and statement.year == years.end and place in bases:
            base = bases[place]
            worse = _worse(base.quantity, statement.quantity, way)
            if worse is not None and base.topic == statement.topic:
                values = {
                    "indicator": statement.name,
                    "base": figure(base.quantity),
                    "target": figure(statement.quantity),
                }
                variant = "told-lower" if way is Direction.LOWER else "told"
                yield Finding(
                    quoted(statement), values, (Related("baseline", quoted(base)),), variant
                )


def _is_known(plan: Plan, statement: Statement) -> bool:
    """Whether a statement gives a measure of a name of its own a value in a known year."""
    sure = statement.dated in (Dated.SENTENCE, Dated.SECTION, Dated.OPENING)
    plain = statement.kind is Kind.VALUE and is_exact(statement.quantity)
    plain = plain and not (statement.built or statement.inherited or statement.cumulative)
    return sure and plain and plan.get(name_index).is_specific(statement.name)


def _worse(base: Quantity, target: Quantity, direction: Direction) -> str | None:
    """The variant of the rule for a target that is worse, "" for its main message, else None.

    A bound (≥98, ≤9) is a floor or a ceiling, not where the plan means to arrive.
    """
    if base.upper is not None or target.upper is not None:
        return None
    if base.comparator is not Comparator.EXACT:
        return None
    if common_factors(base.unit, target.unit) is None:
        return None
    start, end = base.amount, target.amount
    if direction is Direction.LOWER:
        if end <= start:
            return None
        capped = target.comparator.upper_bound or target.comparator is Comparator.ABOUT
        return "ceiling" if capped else "lower-is-better"
    bounded = target.comparator.lower_bound or target.comparator is Comparator.ABOUT
    return "" if end < start and not (bounded and end >= start * 9 / 10) else None
