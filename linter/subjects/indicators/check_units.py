"""IND005: units of another kind, values off by a power of ten, words under a per cent."""

from collections.abc import Iterator

from linter.plan.finding import Finding, Related, check
from linter.plan.plan import Plan
from linter.subjects.indicators.check_restated import restated
from linter.subjects.indicators.comparable import is_sure, tabled
from linter.subjects.indicators.indicators import IndicatorTable, YearValue, indicator_tables
from linter.subjects.indicators.phrases import figure, quoted
from linter.subjects.indicators.statement import Statement
from linter.subjects.quantities.agreement import Verdict, common_factors, compare
from linter.subjects.quantities.cells import CellKind
from linter.subjects.quantities.quantities import Quantity

_OFF: dict[Verdict, str | None] = {
    Verdict.SHIFTED: None,
    Verdict.TENFOLD: "tenfold",
    Verdict.OTHER_DIMENSION: "dimension",
}


@check
def unit_mismatch(plan: Plan) -> Iterator[Finding]:
    """IND005: a value whose unit is of another kind or off by a power of ten; words under %."""
    for statement, value in tabled(plan):
        assert statement.indicator is not None
        assert value.quantity is not None
        verdict = compare(value.quantity, statement.quantity)
        if verdict in _OFF:
            values = {
                "indicator": statement.indicator.name,
                "year": str(statement.year),
                "table": figure(value.quantity),
                "body": figure(statement.quantity),
                "times": times(value.quantity, statement.quantity),
            }
            variant = _OFF[verdict]
            if verdict is Verdict.TENFOLD and not _is_certain(statement, value):
                variant = "tenfold-near"
            related = (Related("table", value.value.span),)
            yield Finding(quoted(statement), values, related, variant)
    for first, second, verdict in restated(plan):
        tenfold = verdict is Verdict.TENFOLD and first.topic == second.topic
        if verdict is Verdict.SHIFTED or tenfold:
            values = {
                "indicator": second.name,
                "year": str(second.year),
                "table": figure(first.quantity),
                "body": figure(second.quantity),
                "times": times(first.quantity, second.quantity),
            }
            variant = "restated-tenfold" if tenfold else "restated"
            yield Finding(quoted(second), values, (Related("other", quoted(first)),), variant)
    for table in plan.get(indicator_tables):
        yield from _worded(table)


def _is_certain(statement: Statement, value: YearValue) -> bool:
    """Whether the statement is of the very value, not of a part: what one project builds."""
    return is_sure(statement, value) and not (statement.built or statement.quantity.hoped)


def times(first: Quantity, second: Quantity) -> str:
    """How many times as much the larger of two values is that differ by a power of ten."""
    factors = common_factors(first.unit, second.unit) or (1, 1)
    a, b = first.value * factors[0], second.value * factors[1]
    return f"{max(a, b) / min(a, b):.0f}"


def _worded(table: IndicatorTable) -> Iterator[Finding]:
    """Words such as 基本实现 in a row of per cent: one finding a table."""
    worded = [
        (indicator, value.value.span)
        for indicator in table.indicators
        for value in indicator.values
        if value.value.kind is CellKind.WORDS
        and not any(map(str.isdigit, value.value.cell.text))  # several values, each with its words
        and indicator.unit
        and indicator.unit.words == "%"
    ]
    if worded:
        indicator, span = worded[0]
        others = tuple(Related("other", other) for _, other in worded[1:])
        values = {"indicator": indicator.name, "count": str(len(worded))}
        yield Finding(span, values, (Related("indicator", indicator.span), *others), "words")
