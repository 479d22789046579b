"""Indicators: the rows of the tables whose header names 指标 and years, or base and target."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from linter.document.model import Document
from linter.document.nodes import Cell, Span, Table
from linter.plan.plan import Plan, fact
from linter.subjects.indicators.columns import ColumnRole, Header, read_header
from linter.subjects.quantities.cells import CellKind, CellValue, read_cell
from linter.subjects.quantities.quantities import Quantity
from linter.subjects.quantities.units import Unit, Units, units_of
from linter.subjects.quantities.years import is_text
from linter.subjects.times.periods import Period, period
from linter.text.folding import key
from linter.text.patterns import lazily, once


class YearValue(NamedTuple):
    """The value of an indicator in a year (None where the header names none).

    `superseded` marks a goal of the past beside what was reached (see columns).
    """

    year: int | None
    base: bool
    value: CellValue
    superseded: bool = False

    @property
    def quantity(self) -> Quantity | None:
        return self.value.quantity if self.value.kind is CellKind.VALUE else None


@dataclass(frozen=True, slots=True, eq=False)
class Indicator:
    """A row of an indicator table.

    `name` is without number, unit and 其中; `number` is (6, 1) for 6.1; `unit_words` is what
    stands in the unit's place, None if nothing does. `part` marks a row that 其中 introduces.
    """

    name: str
    span: Span
    number: tuple[int, ...]
    unit: Unit | None
    unit_words: str | None
    values: tuple[YearValue, ...]
    growth: CellValue | None
    attribute: str
    group: str
    part: bool
    parent: "Indicator | None" = None
    table: "IndicatorTable | None" = field(default=None, repr=False)

    def at(self, year: int, *, superseded: bool = False) -> YearValue | None:
        """The value cell of a year: what was reached before what was once `superseded`."""
        found = [v for v in self.values if v.year == year]
        meant = (v for v in found if v.superseded == superseded)
        return next(meant, found[0] if found else None)

    @property
    def base(self) -> YearValue | None:
        """The earliest value at the start that is a number."""
        return next((v for v in self.values if v.base and v.quantity), None)

    @property
    def targets(self) -> tuple[YearValue, ...]:
        """What is to be reached after the value at the start, not what once was for its year."""
        start = self.base.year if self.base else None
        return tuple(
            v
            for v in self.values
            if not v.base and v.quantity and not (v.superseded and v.year == start)
        )


@dataclass(frozen=True, slots=True, eq=False)
class IndicatorTable:
    """An indicator table with its rows; `unit_note` is a 单位：亿元 above it."""

    table: Table
    header: Header
    unit_note: str
    indicators: "list[Indicator]" = field(default_factory=list)


_NUMBERED = lazily(
    r"\s*(?P<number>\d{1,2}(?:\.\d{1,2})+(?=[^\dA-Za-z])|\d{1,2}(?=\s*[.、)]|\s))\s*(?P<mark>[.、)])?"
    r"\s*(?![-—~～]|\d(?![A-Za-z]))"  # 4.5G基站 is the fourth, of 5G
)
_COUNTED = lazily(r"[万千百亿A-Za-z]|以上|年|岁|小时|分钟|公里|米|倍|级")
_LETTERED = lazily(r"\s*(?:\(\d{1,2}\)|\([‹ten›]+\)|[①-⑳]|[*#★▲△○●-]+)\s*")
_PART = lazily(r"\s*其\s*中\s*[:,]?\s*")
_TAIL = lazily(r"\s*[(\[〔](?P<inner>[^()\[\]〔〕]*(?:\([^()]*\)[^()]*)?)[)\]〕]\s*[*①-⑳]*$")
_OF_PERIOD = lazily(r"新增|累计|‹fall›(?:率|幅度|比例)?$")
_LEVEL = lazily(r"(?<!增长)(?<!增)率$")  # 失业率 <5.5 under 年均/累计 is no growth
_UNIT_NOTE = lazily(r"单位\s*[::]\s*(?P<words>[^)]+)")
_NOTE_ROW = lazily(r"\s*(?:注|备注|说明|资料来源|数据来源)\s*\d*\s*[::.、]")
_UNITLESS = lazily(r"含|不含|按|以|当年|现价|可比|预期|约束|累计|新增|不变价")


@fact
def indicator_tables(plan: Plan) -> tuple[IndicatorTable, ...]:
    """The tables that list indicators (指标表)."""
    return _indicator_tables(plan.document, plan.lexicon.get(units_of), plan.get(period))


def _indicator_tables(
    document: Document, units: Units, period: Period | None
) -> tuple[IndicatorTable, ...]:
    """Return the indicator tables of a draft in reading order, those in boxes included."""
    found = []
    for table in document.tables():
        header = read_header(table, period) if is_text(table.locator.zone) else None
        if header is not None:
            found.append(_read(table, header, units))
    return tuple(found)


def _read(table: Table, header: Header, units: Units) -> IndicatorTable:
    note = _UNIT_NOTE.search(table.caption.folded) if table.caption else None
    said = note["words"].strip() if note else ""
    known = [units.parse(word) for word in once("[、,/]").split(said)]
    out = IndicatorTable(table, header, said if any(known) else "")
    top = [key(cell.text) for cell in table.rows[header.depth - 1]]
    group, kind, last_whole = "", None, None
    for row in table.rows[header.depth :]:
        words = [key((cell.origin or cell).text) for cell in row]
        if words == top or _NOTE_ROW.match(words[0]) or not any(words):
            continue
        if _is_group(row, header):
            group = next(word for word in words if word)
            last_whole = None
            continue
        kind = _kind_cell(row, header) or kind
        indicator = _indicator(row, header, units, out, group, last_whole, kind)
        if indicator is None:
            continue
        if indicator.parent is None and not indicator.part:
            last_whole = indicator
        out.indicators.append(indicator)
    return out


def _is_group(row: tuple[Cell, ...], header: Header) -> bool:
    """A row that names a group: one text, nothing in the columns of values and units."""
    texts = {key((cell.origin or cell).text) for cell in row} - {""}
    valued = [
        row[c.index]
        for c in header.columns
        if c.role in (ColumnRole.VALUE, ColumnRole.GROWTH, ColumnRole.UNIT, ColumnRole.ATTRIBUTE)
    ]
    return len(texts) == 1 and all(cell.covered or not cell.text.strip() for cell in valued)


def _indicator(
    row: tuple[Cell, ...],
    header: Header,
    units: Units,
    table: IndicatorTable,
    group: str,
    whole: Indicator | None,
    kind: Cell | None,
) -> Indicator | None:
    cell = _name_cell(row, header)
    if cell is None:
        return None
    span, number, part, unit_words = _split_name(cell, units)
    part = part or _opens_parts(row, header)
    if unit_words is None and kind is not None and kind is not cell:
        unit_words = _split_name(kind, units)[3]
    if span.start >= span.end:
        return None
    number = number or _row_number(row, header)
    column = _text(row, header, ColumnRole.UNIT)
    if header.of(ColumnRole.UNIT):
        unit_words = column if column else unit_words
    unit = units.parse(unit_words) if unit_words else units.parse(table.unit_note)
    of_period = bool(_OF_PERIOD.search(span.quote))
    values = tuple(_values(row, header, unit, units, of_period=of_period))
    growth = [read_cell(_own(row[c.index]), None, units) for c in header.of(ColumnRole.GROWTH)]
    meant = CellKind.CUMULATIVE if of_period else CellKind.VALUE
    if growth and growth[0].kind is meant and (of_period or _LEVEL.search(span.quote)):
        values = _with_goal(values, growth[0], unit)
    percent = units.parse("%")
    return Indicator(
        name="".join(span.quote.split("\n")).strip(),
        span=span,
        number=number,
        unit=unit,
        unit_words=unit_words,
        values=values,
        growth=_growth(growth, percent),
        attribute=_text(row, header, ColumnRole.ATTRIBUTE) or "",
        group=group,
        part=part,
        parent=_parent(number, part, whole),
        table=table,
    )


def _with_goal(
    values: tuple[YearValue, ...], change: CellValue, unit: Unit | None
) -> tuple[YearValue, ...]:
    """单位GDP能耗降低: 〔13.5〕 in a column of its own is the goal, where the year's has a mark."""
    *before, last = values
    if last.base or last.quantity is not None or change.quantity is None:
        return values
    goal = change._replace(kind=CellKind.VALUE, quantity=change.quantity.within(unit))
    return (*before, last._replace(value=goal))


def _growth(cells: list[CellValue], percent: Unit | None) -> CellValue | None:
    for value in cells:
        if value.kind in (CellKind.VALUE, CellKind.CUMULATIVE) and value.quantity:
            quantity = value.quantity.within(percent)
            return CellValue(value.kind, value.cell, quantity)
    return None


def _own(cell: Cell) -> Cell:
    return cell.origin or cell


def _name_cell(row: tuple[Cell, ...], header: Header) -> Cell | None:
    """The last cell under the name's header that has words: merged cells name a whole first."""
    cells = [_own(row[c.index]) for c in header.of(ColumnRole.NAME)]
    named = [cell for cell in cells if cell.text.strip()]
    return named[-1] if named else None


def _kind_cell(row: tuple[Cell, ...], header: Header) -> Cell | None:
    """The cell of a kind of indicators beside their names: 主要污染物减排（%） | 化学需氧量."""
    names = header.of(ColumnRole.NAME)
    cell = _own(row[names[0].index])
    return cell if len(names) > 1 and cell.text.strip() else None


def _split_name(cell: Cell, units: Units) -> tuple[Span, tuple[int, ...], bool, str | None]:
    """Return the span of the name, its number, whether 其中 stands before, and its unit."""
    text, start, end = cell.folded, 0, len(cell.folded.rstrip())
    number: tuple[int, ...] = ()
    match = _NUMBERED.match(text)
    if match and (match["mark"] or not _COUNTED.match(text, match.end())):
        number = tuple(int(n) for n in match["number"].split("."))
        start = match.end()
    lettered = _LETTERED.match(text, start)
    start = lettered.end() if lettered else start
    part = _PART.match(text, start)
    start = part.end() if part else start
    unit_words = None
    for _ in range(2):
        tail = _TAIL.search(text[start:end])
        if tail is None:
            break
        inner = tail["inner"].strip()
        unit = units.parse(inner.partition(",")[0])
        if unit is not None and unit_words is None:
            unit_words = inner.partition(",")[0]
            end = start + tail.start()
            continue
        if unit_words is None and 0 < len(inner) <= 8 and not _UNITLESS.search(inner):
            unit_words = inner
        break
    if unit_words is None and once(r"[\u4e00-\u9fff]\s*[%‰]$").search(text[start:end]):
        unit_words, end = text[end - 1], end - 1
    name = text[start:end]
    start += len(name) - len(name.lstrip())
    return Span(cell, start, start + len(name.strip())), number, bool(part), unit_words


def _row_number(row: tuple[Cell, ...], header: Header) -> tuple[int, ...]:
    words = _text(row, header, ColumnRole.NUMBER) or ""
    match = once(r"(\d{1,3}(?:\.\d{1,2})*)\.?").fullmatch(words)
    return tuple(int(n) for n in match[1].split(".")) if match else ()


def _opens_parts(row: tuple[Cell, ...], header: Header) -> bool:
    """Whether 其中 stands in a cell of its own, which may be merged over the rows below."""
    cells = (row[c.index] for c in (*header.of(ColumnRole.NUMBER), *header.of(ColumnRole.NAME)))
    return any(not cell.covered and key(cell.text).rstrip(":") == "其中" for cell in cells)


def _text(row: tuple[Cell, ...], header: Header, role: ColumnRole) -> str | None:
    texts = [key(_own(row[c.index]).text) for c in header.of(role)]
    return next((text for text in texts if text), None)


def _values(
    row: tuple[Cell, ...], header: Header, unit: Unit | None, units: Units, *, of_period: bool
) -> Iterator[YearValue]:
    """The values of a row; 〔12〕 is the very target of what is reckoned over the period."""
    for column in header.of(ColumnRole.VALUE):
        value = read_cell(_own(row[column.index]), unit, units)
        if of_period and not column.base and value.kind is CellKind.CUMULATIVE:
            value = value._replace(kind=CellKind.VALUE)
        yield YearValue(value.year or column.year, column.base, value, column.superseded)


def _parent(number: tuple[int, ...], part: bool, whole: Indicator | None) -> Indicator | None:
    if whole is None:
        return None
    dotted = len(number) > 1 and len(whole.number) < len(number)
    if dotted and number[: len(whole.number)] == whole.number:
        return whole
    return whole if part else None


@fact
def indicators(plan: Plan) -> tuple[Indicator, ...]:
    """The rows of the indicator tables, in reading order."""
    return tuple(i for table in plan.get(indicator_tables) for i in table.indicators)
