"""The ledger of indicators (指标台账): a row for every target of every indicator."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from linter.plan.plan import Plan
from linter.reporters.ledgers.model import EMPTY, INDICATOR_COLUMNS, Entry, Ledger, origin, text
from linter.subjects.indicators.columns import ColumnRole
from linter.subjects.indicators.indicators import Indicator, YearValue, indicators
from linter.subjects.quantities.cells import CellKind, CellValue
from linter.subjects.quantities.quantities import Comparator, Quantity

_NO_VALUE = {
    CellKind.EMPTY: "草稿中此格为空",
    CellKind.MARK: "草稿中写作“{}”，没有数值",
    CellKind.NOT_APPLICABLE: "草稿中写作“{}”，没有数值",
}


def indicator_ledger(plan: Plan) -> Ledger:
    """Return the ledger of indicators of a draft."""
    rows: list[tuple[Entry, ...]] = []
    for indicator in plan.get(indicators):
        rows += [(Entry(len(rows) + 1 + i), *row) for i, row in enumerate(_rows(indicator))]
    return Ledger("indicators", "指标台账", INDICATOR_COLUMNS, tuple(rows))


def _rows(indicator: Indicator) -> Iterator[tuple[Entry, ...]]:
    """The rows of an indicator without their number."""
    unit = unit_of(indicator)
    head = (text(indicator.name), text(unit or "", "" if unit else "草稿中没有写明单位"))
    base = indicator.base or next((v for v in indicator.values if v.base), None)
    attribute = text(indicator.attribute)
    place = Entry(origin(indicator.span))
    remark = text("；".join(_remarks(indicator, base)))
    for target in _targets(indicator) or [None]:
        start, end = _dated(base, unit, "基期值"), _dated(target, unit, "目标值")
        yield (*head, *start, *end, attribute, place, remark)


def _targets(indicator: Indicator) -> Sequence[YearValue | None]:
    return [v for v in indicator.values if not v.base and not v.superseded]


def unit_of(indicator: Indicator) -> str | None:
    """What the row, the note above the table or all cells with a value name as the unit."""
    if indicator.unit_words:
        return indicator.unit_words
    if indicator.unit is not None:
        return indicator.unit.words
    found = [v.quantity.unit for v in indicator.values if v.quantity]
    words = {unit.words if unit else None for unit in found}
    return words.pop() if len(words) == 1 else None


def _dated(value: YearValue | None, unit: str | None, what: str) -> tuple[Entry, Entry]:
    """The year and the value of a column; both may be missing, and say why."""
    if value is None:
        return Entry(note=f"指标表中没有{what}一列"), EMPTY
    year = Entry(value.year, "" if value.year else "表头没有写明年份")
    return year, _value(value.value, unit)


def _value(value: CellValue, unit: str | None) -> Entry:
    """A figure as a number that shows its bound; what is no single figure as it is written."""
    words = " ".join(value.cell.text.split())
    if value.kind in _NO_VALUE:
        return Entry(note=_NO_VALUE[value.kind].format(words))
    quantity = value.quantity
    if quantity is None or quantity.upper is not None:
        return text(words)
    other = quantity.unit is not None and unit and not _same(quantity.unit.words, unit)
    if not quantity.literal or other or value.kind is CellKind.CUMULATIVE:
        return text(words)  # 〔13.5〕 is a change or a sum over the period, not a level
    return Entry(_plain(quantity.value), form=_form(quantity, words))


def _form(quantity: Quantity, words: str) -> str:
    """The number format that shows a figure as the draft does: ≥65.0, 〔12〕."""
    digits = "0" + (f".{'0' * quantity.places}" if quantity.places else "")
    exact = quantity.comparator is Comparator.EXACT
    sign = "" if exact else f'"{quantity.comparator.value}"'
    return f'"〔"{sign}{digits}"〕"' if words[0] in "[〔【" else sign + digits


def _same(one: str, other: str) -> bool:
    return "".join(one.split()) == "".join(other.split())


def _plain(value: Decimal) -> Decimal | int:
    return int(value) if value == value.to_integral_value() else value


def _remarks(indicator: Indicator, base: YearValue | None) -> Iterator[str]:
    """What else the row says: its growth, goals of the past, its group and its whole."""
    header = indicator.table.header if indicator.table else None
    if indicator.growth is not None and header is not None:
        column = next(iter(header.of(ColumnRole.GROWTH)), None)
        yield f"{column.words if column else '年均'}：{indicator.growth.cell.text.strip()}"
    for value in indicator.values:
        words = value.value.cell.text.strip()
        if words and value is not base and (value.superseded or value.base):
            kind = "原目标" if value.superseded else "现状"
            yield f"{value.year}年{kind}：{words}" if value.year else f"{kind}：{words}"
    if indicator.parent is not None:
        yield f"属于“{indicator.parent.name}”"
    if indicator.group:
        yield f"类别：{indicator.group}"
