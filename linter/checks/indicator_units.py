"""IND005: units of another kind, values off by a power of ten, words under a per cent."""

from collections.abc import Iterator

from linter.checks.figures import figure, quoted
from linter.checks.finding import Finding, Plan, Related, check
from linter.checks.indicator_pairs import tabled
from linter.checks.restated import restated
from linter.facts.measures.agreement import Verdict, compare
from linter.facts.measures.cells import CellKind
from linter.facts.measures.indicators import IndicatorTable


@check
def unit_mismatch(plan: Plan) -> Iterator[Finding]:
    """IND005: a value whose unit is of another kind or off by a power of ten; words under %."""
    for statement, value in tabled(plan):
        assert statement.indicator is not None
        assert value.quantity is not None
        verdict = compare(value.quantity, statement.quantity)
        if verdict in (Verdict.SHIFTED, Verdict.OTHER_DIMENSION):
            values = {
                "indicator": statement.indicator.name,
                "year": str(statement.year),
                "table": figure(value.quantity),
                "body": figure(statement.quantity),
            }
            variant = "dimension" if verdict is Verdict.OTHER_DIMENSION else None
            related = (Related("table", value.value.span),)
            yield Finding(quoted(statement), values, related, variant)
    for first, second, verdict in restated(plan):
        if verdict is Verdict.SHIFTED:
            values = {
                "indicator": second.name,
                "year": str(second.year),
                "table": figure(first.quantity),
                "body": figure(second.quantity),
            }
            yield Finding(quoted(second), values, (Related("other", quoted(first)),), "restated")
    for table in plan.measures.indicator_tables:
        yield from _worded(table)


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
