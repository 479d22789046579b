"""Which way a measure is meant to go: by what the draft says of it, else by its name."""

from collections import defaultdict

from linter.plan.plan import Plan, fact
from linter.subjects.indicators.contexts import Kind
from linter.subjects.indicators.indicators import Indicator, indicators
from linter.subjects.indicators.measures import Direction, measures_of
from linter.subjects.indicators.names import canonical
from linter.subjects.indicators.statement import Statement
from linter.subjects.indicators.statements import statements
from linter.subjects.quantities.quantities import Quantity
from linter.text.patterns import lazily

_REACH = 12  # characters

_FALLS = lazily(r"(?:降低|下降|降|减少|减|压减|压降|压缩|缩短|缩小|收窄)(?:到|至|为)")
_CEILED = lazily("控制在|限制在|不超过|不高于|不得超过")
_RISES = lazily(r"(?:提高|提升|增加|增长|增|扩大|上升|升|发展|延长)(?:到|至|为)")


@fact
def learned_directions(plan: Plan) -> dict[str, Direction]:
    """The way that the draft's own verbs say a measure goes, by canonical name.

    A measure that goes both ways in one draft has none.
    """
    found: dict[str, set[Direction]] = defaultdict(set)
    for statement in plan.get(statements):
        way = way_of(statement)
        if way is not None:
            found[name_of(statement)].add(way)
    return {name: ways.pop() for name, ways in found.items() if len(ways) == 1}


@fact
def ceiled(plan: Plan) -> frozenset[str]:
    """The canonical names of the measures that table or body limit from above: ≤, 控制在."""
    tabled = {
        canonical(indicator.name)
        for indicator in plan.get(indicators)
        if indicator.targets and all(_is_ceiling(v.quantity) for v in indicator.targets)
    }
    said = {name_of(s) for s in plan.get(statements) if _CEILED.search(_verb(s))}
    return frozenset(tabled | said)


def _is_ceiling(quantity: Quantity | None) -> bool:
    return quantity is not None and quantity.comparator.upper_bound


def way_of(statement: Statement) -> Direction | None:
    """The direction that the verb in front of the number tells: 降至, 提高到."""
    if statement.kind is not Kind.VALUE or statement.quantity.comparator.lower_bound:
        return None
    verb = _verb(statement)
    falls, rises = bool(_FALLS.search(verb)), bool(_RISES.search(verb))
    if falls == rises:
        return None
    return Direction.LOWER if falls else Direction.HIGHER


def _verb(statement: Statement) -> str:
    """The last words of the clause in front of the number."""
    at = statement.quantity.span.start
    start = max(statement.sentence, at - _REACH)
    return statement.span.node.folded[start:at].split(",")[-1]


def name_of(statement: Statement) -> str:
    """The canonical name of what a statement is about."""
    return canonical(statement.indicator.name) if statement.indicator else statement.name


def direction_of(plan: Plan, indicator: Indicator) -> Direction:
    """Which way an indicator is better: as the draft says, else by its name."""
    name = canonical(indicator.name)
    learned = plan.get(learned_directions).get(name)
    if learned is not None:
        return learned
    direction = plan.lexicon.get(measures_of).direction(indicator.name)
    if direction is Direction.HIGHER and name in plan.get(ceiled):
        return Direction.LOWER
    return direction
