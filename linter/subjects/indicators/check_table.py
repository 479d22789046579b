"""IND004, IND010, IND011: the rows of an indicator table themselves."""

from collections.abc import Iterator

from linter.plan.finding import Finding, Related, check
from linter.plan.plan import Plan
from linter.subjects.indicators.check_missing_units import whole_cell
from linter.subjects.indicators.columns import ColumnRole
from linter.subjects.indicators.indicators import Indicator, IndicatorTable, indicator_tables
from linter.subjects.quantities.cells import CellKind

_NO_UNIT = {"-", "--", "—", "——", "/", "无", "\\", "－"}


@check
def value_missing(plan: Plan) -> Iterator[Finding]:
    """IND010: an empty cell in a row that has values, where a table would say — or /."""
    for table in plan.get(indicator_tables):
        for column in table.header.of(ColumnRole.VALUE):
            empty = [row for row in table.indicators if _is_empty(row, column.index)]
            if not empty:
                continue
            marked = next(
                (
                    v.value.span
                    for row in table.indicators
                    for v in row.values
                    if v.value.kind is CellKind.MARK
                ),
                None,
            )
            related = (Related("peer", marked),) if marked else ()
            if 2 * len(empty) > len(table.indicators):
                values = {
                    "indicator": empty[0].name,
                    "column": column.words,
                    "count": str(len(empty)),
                }
                more = tuple(Related("other", row.span) for row in empty[1:])
                yield Finding(empty[0].span, values, related + more, "column")
                continue
            for row in empty:
                yield Finding(row.span, {"indicator": row.name, "column": column.words}, related)


@check
def numbering(plan: Plan) -> Iterator[Finding]:
    """IND011: the numbers of the rows, 1, 2, 3 and 6, 6.1, 6.2, with a gap or twice."""
    for table in plan.get(indicator_tables):
        yield from _misnumbered(table)


def _misnumbered(table: IndicatorTable) -> Iterator[Finding]:
    before: Indicator | None = None
    for row in (row for row in table.indicators if row.number):
        if before is None:
            before = row
            continue
        if not _follows(before, row):
            values = {"number": _dotted(row.number), "before": _dotted(before.number)}
            yield Finding(whole_cell(row), values, (Related("before", whole_cell(before)),))
        before = row


def _follows(before: Indicator, row: Indicator) -> bool:
    """Whether a number may stand after another: the next one, the first part, a new group's 1."""
    a, b = before.number, row.number
    if b == (*a, 1) or (b == (1,) and row.group != before.group):
        return True
    return any(b == (*a[:depth], a[depth] + 1) for depth in range(len(a)))


def _dotted(number: tuple[int, ...]) -> str:
    return ".".join(str(n) for n in number)


def _is_empty(row: Indicator, column: int) -> bool:
    cells = {v.value.cell.column: v.value.kind for v in row.values}
    others = [kind for place, kind in cells.items() if place != column]
    said = (CellKind.VALUE, CellKind.WORDS, CellKind.RANGE, CellKind.CUMULATIVE)
    return cells.get(column) is CellKind.EMPTY and any(kind in said for kind in others)
