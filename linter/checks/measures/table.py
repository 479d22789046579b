"""IND004, IND010, IND011: the rows of an indicator table themselves."""

from collections.abc import Iterator

from linter.checks.finding import Finding, Plan, Related, check
from linter.chinese import key
from linter.document import Span
from linter.facts.measures.cells import CellKind
from linter.facts.measures.columns import Role
from linter.facts.measures.indicators import Indicator, IndicatorTable
from linter.facts.measures.measures import measures_of

_NO_UNIT = {"-", "--", "—", "——", "/", "无", "\\", "－"}


@check
def unit_missing(plan: Plan) -> Iterator[Finding]:
    """IND004: a row without a unit, or with a bare multiplier, where its peers have one."""
    for table in plan.measures.indicator_tables:
        rows = [row for row in table.indicators if _is_numeric(row)]
        measured = [row for row in rows if not measures_of(plan.lexicon).is_index(row.name)]
        with_unit = [row for row in measured if _has_unit(row)]
        if len(with_unit) < 2 or 2 * len(with_unit) < len(measured) or table.unit_note:
            continue
        peer = (Related("peer", _whole(with_unit[0])),)
        for row in rows:
            if row.unit is not None and row.unit.bare:
                yield Finding(
                    _whole(row), {"indicator": row.name, "unit": row.unit.words}, peer, "bare"
                )
            elif row in measured and not _has_unit(row):
                yield Finding(_whole(row), {"indicator": row.name}, peer)
    for column in plan.measures.unit_columns:
        for name in column.lacking:
            peer = (Related("peer", Span(column.named[0], 0, len(column.named[0].text))),)
            span = Span(name, 0, len(name.text))
            yield Finding(span, {"indicator": key(name.text)}, peer, "row")


@check
def value_missing(plan: Plan) -> Iterator[Finding]:
    """IND010: an empty cell in a row that has values, where a table would say — or /."""
    for table in plan.measures.indicator_tables:
        for column in table.header.of(Role.VALUE):
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
    for table in plan.measures.indicator_tables:
        yield from _misnumbered(table)


def _misnumbered(table: IndicatorTable) -> Iterator[Finding]:
    before: Indicator | None = None
    for row in (row for row in table.indicators if row.number):
        if before is None:
            before = row
            continue
        if not _follows(before, row):
            values = {"number": _dotted(row.number), "before": _dotted(before.number)}
            yield Finding(_whole(row), values, (Related("before", _whole(before)),))
        before = row


def _follows(before: Indicator, row: Indicator) -> bool:
    """Whether a number may stand after another: the next one, the first part, a new group's 1."""
    a, b = before.number, row.number
    if b == (*a, 1) or (b == (1,) and row.group != before.group):
        return True
    return any(b == (*a[:depth], a[depth] + 1) for depth in range(len(a)))


def _dotted(number: tuple[int, ...]) -> str:
    return ".".join(str(n) for n in number)


def _is_numeric(row: Indicator) -> bool:
    return any(v.quantity or v.value.kind is CellKind.RANGE for v in row.values)


def _has_unit(row: Indicator) -> bool:
    """A unit in its place, or in the cells themselves; a mark for none is one too."""
    if row.unit_words and (row.unit is None or not row.unit.bare):
        return True
    return any(v.quantity and v.quantity.unit and not v.quantity.unit.bare for v in row.values)


def _is_empty(row: Indicator, column: int) -> bool:
    cells = {v.value.cell.column: v.value.kind for v in row.values}
    others = [kind for place, kind in cells.items() if place != column]
    said = (CellKind.VALUE, CellKind.WORDS, CellKind.RANGE, CellKind.CUMULATIVE)
    return cells.get(column) is CellKind.EMPTY and any(kind in said for kind in others)


def _whole(row: Indicator) -> Span:
    """The row's name as the table has it, number and unit included."""
    node = row.span.node
    return Span(node, 0, len(node.text))
