"""IND014: the form of an indicator table: its attributes, its rows, the order of its years."""

from collections import Counter, defaultdict
from collections.abc import Iterator

from linter.document.nodes import Span
from linter.plan.finding import Finding, Fix, Related, check
from linter.plan.plan import Plan
from linter.subjects.indicators.columns import ColumnRole
from linter.subjects.indicators.indicators import Indicator, IndicatorTable, indicator_tables
from linter.subjects.indicators.phrases import figure
from linter.subjects.quantities.agreement import Verdict, compare
from linter.subjects.quantities.years import years_in
from linter.text.folding import key
from linter.text.patterns import lazily

_ATTRIBUTES = ("约束性", "预期性")
_WRONG = lazily(r"(?P<words>约束型|预期型)指标")
_BARE_YEAR = lazily(r"‹year›年?")
_FEW = 0.25


@check
def form(plan: Plan) -> Iterator[Finding]:
    """IND014: attributes that are none, one indicator in two rows, years out of order."""
    for table in plan.get(indicator_tables):
        yield from _attributes(table)
        yield from _twice(table)
        yield from _years(table)
        yield from _cell_units(table)
    for node, text in plan.masked_texts:
        for match in _WRONG.finditer(text):
            span = Span(node, match.start("words"), match.end("words"))
            yield _attribute(span, f"{span.quote[:2]}性")


def _attributes(table: IndicatorTable) -> Iterator[Finding]:
    for column in table.header.of(ColumnRole.ATTRIBUTE):
        for row in table.table.rows[table.header.depth :]:
            cell, words = row[column.index], key(row[column.index].text)
            right = next((a for a in _ATTRIBUTES if _is_near(words, a)), None)
            if right is not None and not cell.covered:
                yield _attribute(Span.whole(cell), right)


def _is_near(words: str, attribute: str) -> bool:
    """One of three characters is another: 约束型, 予期性."""
    same = sum(a == b for a, b in zip(words, attribute, strict=False))
    return len(words) == len(attribute) and same == len(attribute) - 1


def _attribute(span: Span, right: str) -> Finding:
    return Finding(span, {"words": key(span.quote), "right": right}, fix=Fix(right, safe=True))


def _twice(table: IndicatorTable) -> Iterator[Finding]:
    """Rows of one name, unit and place that differ in a value, or in nothing."""
    named: dict[tuple[object, ...], Indicator] = {}
    for row in table.indicators:
        if row.part or row.parent is not None:
            continue
        first = named.setdefault((*_left(table, row), row.unit, row.group), row)
        if first is row or not row.targets:
            continue
        related = (Related("first", first.span),)
        differing = _differing(first, row)
        if differing is None:
            yield Finding(row.span, {"indicator": row.name}, related, "repeated")
        else:
            values = {"indicator": row.name, "first": differing[0], "second": differing[1]}
            yield Finding(row.span, values, related, "twice")


def _left(table: IndicatorTable, row: Indicator) -> tuple[str, ...]:
    """All that a row says in front of its values: name, kind, scope."""
    line = table.table.rows[row.span.node.row] if hasattr(row.span.node, "row") else ()
    roles = (ColumnRole.NAME, ColumnRole.OTHER)
    columns = [c.index for c in table.header.columns if c.role in roles and c.index < len(line)]
    cells = [line[i].origin or line[i] for i in columns]
    words = (key(c.text) if c is not row.span.node else "" for c in cells)
    return (key(row.name), *words)


def _differing(first: Indicator, second: Indicator) -> tuple[str, str] | None:
    """The first values of one year in which two rows differ."""
    for value in first.values:
        other = second.at(value.year) if value.year is not None else None
        if other is None or value.quantity is None or other.quantity is None:
            continue
        if compare(value.quantity, other.quantity) is not Verdict.AGREE:
            return figure(value.quantity), figure(other.quantity)
    return None


def _years(table: IndicatorTable) -> Iterator[Finding]:
    """Columns of years, 2024年, 2026年, 2025年; a header that only falls has an order, too."""
    columns = [c for c in table.header.of(ColumnRole.VALUE) if _BARE_YEAR.fullmatch(c.words)]
    years = [year for c in columns for year in years_in(c.words)]
    cells = [table.table.rows[table.header.depth - 1][c.index] for c in columns]
    for i in range(1, len(years)):
        if len(years) < 3 or years[i] > years[i - 1] or cells[i].covered:
            continue
        values = {"year": columns[i].words, "before": columns[i - 1].words}
        related = (Related("before", Span.whole(cells[i - 1])),)
        yield Finding(Span.whole(cells[i]), values, related, "years")
        return


def _cell_units(table: IndicatorTable) -> Iterator[Finding]:
    """The few cells of values that repeat the unit of the column of units: 9万吨."""
    units = table.header.of(ColumnRole.UNIT)
    told: list[tuple[Indicator, Span, str]] = []
    kinds: Counter[bool] = Counter()
    rows: dict[int, int] = defaultdict(int)
    for row in table.indicators if units else ():
        for value in row.values:
            quantity = value.quantity
            if quantity is None or row.unit is None or quantity.unit is None:
                continue
            repeats = row.unit.words in key(quantity.words)
            kinds[repeats] += 1
            if repeats:
                told.append((row, quantity.span, row.unit.words))
                rows[id(row)] += 1
    if len(told) <= _FEW * kinds.total():
        for row, span, unit in told:
            if rows[id(row)] < len([v for v in row.values if v.quantity]):
                yield Finding(span, {"cell": key(span.quote), "unit": unit}, variant="unit")
