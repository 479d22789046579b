"""NUM014 against the indicator table: 比2023年增加6万亩, where the table has 18 and 25."""

from collections.abc import Iterator

from linter.plan.finding import Finding, check
from linter.plan.plan import Plan
from linter.subjects.arithmetic.changes import FALL, RISE, Change, changes
from linter.subjects.arithmetic.check_changes import stated_finding
from linter.subjects.indicators.contexts import Kind
from linter.subjects.indicators.indicators import YearValue
from linter.subjects.indicators.measures import measures_of
from linter.subjects.indicators.statement import Statement
from linter.subjects.indicators.statements import statements
from linter.subjects.quantities.breakdowns import is_plain
from linter.subjects.quantities.quantities import Quantity
from linter.text.patterns import lazily

_LEVELS = frozenset({"ratio", "points", "score", "temperature", "sound"})
_SAID = lazily(rf"(?P<verb>(?P<rise>{RISE})|{FALL})(?:了|约)?$")
_SURE = ("percent-for-points", "points-for-percent")


@check
def tabled_change(plan: Plan) -> Iterator[Finding]:
    """A change since a year that the indicator's table has, too; shares are for IND007."""
    told = [s for s in plan.get(statements) if _is_told(s)]
    if not told:
        return
    known = {c.stated.place for c in plan.get(changes) if c.stated}
    measures = plan.lexicon.get(measures_of)
    for statement in told:
        quantity = statement.quantity
        relative = quantity.unit is not None and quantity.unit.dimension == "ratio"
        if relative and measures.is_constant_price(statement.name):
            continue
        if quantity.place not in known:
            yield from _against_table(statement)


def _is_told(statement: Statement) -> bool:
    indicator = statement.indicator
    known = indicator is not None and statement.since is not None and statement.year is not None
    return known and statement.kind is Kind.CHANGE and not statement.scope


def _against_table(statement: Statement) -> Iterator[Finding]:
    indicator, since, year = statement.indicator, statement.since, statement.year
    assert indicator is not None
    assert since is not None
    assert year is not None
    base, target = _plain(indicator.at(since)), _plain(indicator.at(year))
    node, start = statement.quantity.span.node, statement.quantity.span.start
    said = _SAID.search(node.folded[max(0, start - 8) : start])
    if base is None or target is None or said is None:
        return
    unit = base.unit
    if unit is None or unit.dimension in _LEVELS or not base.value:
        return
    change = Change(base, target, None, statement.quantity, bool(said["rise"]), said["verb"])
    found = stated_finding(change, statement.quantity)
    if found is not None and found.variant not in _SURE:
        sure = found.variant or "difference"
        sure = "multiple" if sure == "as-level" else sure
        variant = sure if sure.endswith("-near") else f"{sure}-near"
        yield Finding(found.span, found.values, found.related, variant)


def _plain(value: YearValue | None) -> Quantity | None:
    quantity = value.quantity if value is not None else None
    return quantity if quantity is not None and is_plain(quantity) else None
