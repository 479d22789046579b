"""Reads a ledger into blocks: a paragraph with the name of each sheet, and its grid."""

import csv
import re
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from io import BytesIO, StringIO
from typing import Any

from linter.readers.errors import ReadError
from linter.readers.options import ReadOptions
from linter.readers.raw import RawBlock, RawCell, RawDocument, RawParagraph, RawTable
from linter.readers.source.decoding import decode

# The number formats that add words to a figure: "≥"0.0, "〔"0"〕".
_FORM = re.compile(r'(?P<before>(?:"[^"]*")*)(?P<digits>0(?:\.0+)?)(?P<after>(?:"[^"]*")*)')
_COLUMNS = {
    "name": "指标",
    "unit": "单位",
    "attribute": "属性",
    "source": "出处",
    "note": "备注",
}


def read(path: str, data: bytes, form: str, options: ReadOptions) -> RawDocument:
    """Return the tables of a ledger. Raises ReadError."""
    if form == "xlsx":
        blocks = _workbook(data, options)
    elif form == "csv":
        blocks = _csv(data, options)
    else:
        blocks = _listed(data)
    return RawDocument(path, form, blocks)


def _workbook(data: bytes, options: ReadOptions) -> list[RawBlock]:
    from openpyxl import load_workbook

    from linter.readers.docx.guard import Archive

    if not data.startswith(b"PK"):
        raise ReadError(
            "not-zip", "不是 Excel 工作簿（.xlsx），请用 Excel 或 WPS 另存为 .xlsx", "xlsx"
        )
    try:
        Archive(data, options.limits)  # bounds what it would unpack to
        book = load_workbook(BytesIO(data), read_only=False, data_only=True)
    except ReadError as error:
        message = error.message.replace("Word 文档（.docx）", "Excel 工作簿（.xlsx）")
        raise ReadError(error.kind, message, "xlsx") from error
    except Exception as error:  # openpyxl lets through whatever a damaged part makes it raise
        raise ReadError("damaged", "Excel 工作簿已损坏，不能读取", "xlsx") from error
    blocks: list[RawBlock] = []
    for sheet in book.worksheets:
        if sheet.sheet_state != "visible" or not sheet.max_row:
            continue
        if sheet.max_row * sheet.max_column > options.limits.grid:
            raise ReadError("too-big", f"工作表“{sheet.title}”过大", "xlsx")
        blocks += _titled(sheet.title, _grid(sheet))
    return blocks


def _grid(sheet: Any) -> list[list[RawCell | None]]:
    """The cells of a sheet; merged ones once, empty rows left out."""
    areas = {(a.min_row, a.min_col): a for a in sheet.merged_cells.ranges}
    covered = {
        (row, column)
        for area in areas.values()
        for row in range(area.min_row, area.max_row + 1)
        for column in range(area.min_col, area.max_col + 1)
    } - areas.keys()
    rows: list[list[RawCell | None]] = []
    for r in range(1, sheet.max_row + 1):
        row: list[RawCell | None] = []
        filled = False
        for c in range(1, sheet.max_column + 1):
            words = _words(sheet.cell(r, c))
            filled = filled or bool(words.strip()) or (r, c) in covered
            cell = RawCell([RawParagraph(words)])
            if area := areas.get((r, c)):
                cell.row_span = area.max_row - area.min_row + 1
                cell.column_span = area.max_col - area.min_col + 1
            row.append(None if (r, c) in covered else cell)
        if filled:
            rows.append(row)
    return rows


def _words(cell: Any) -> str:
    """What a cell shows: 0.65 as 65 % where it is kept so, ≥65.0, 〔12〕, a day as it is told."""
    value, form = cell.value, str(cell.number_format or "")
    if value is None:
        return ""
    if isinstance(value, datetime | date):
        return _day(value, form)
    if isinstance(value, int | float) and not isinstance(value, bool):
        return _number(value, form)
    return str(value)


def _number(value: float, form: str) -> str:
    shown = _FORM.fullmatch(form)
    if shown is not None:
        before, digits, after = shown["before"], shown["digits"], shown["after"]
        words = f"{value:.{len(digits.partition('.')[2])}f}"
        return before.replace('"', "") + words + after.replace('"', "")
    if "%" in form:
        return f"{round(value * 100, 6):.10g}%"
    return f"{value:.10g}"


def _day(value: date, form: str) -> str:
    """A date; one that is shown as a month or a year says no more than that."""
    bare = re.sub(r'"[^"]*"', "", form.lower())
    words = f"{value.year}年"
    if "m" in bare or "y" not in bare:
        words += f"{value.month}月"
    return words + (f"{value.day}日" if "d" in bare or "y" not in bare else "")


def _csv(data: bytes, options: ReadOptions) -> list[RawBlock]:
    text = _text(data)
    head = text[:4096]
    delimiter = max("\t,;，", key=head.count)
    try:
        rows = list(csv.reader(StringIO(text), delimiter=delimiter))
    except csv.Error as error:
        raise ReadError("damaged", f"不是 CSV 文件：{error}", "csv") from error
    if sum(map(len, rows)) > options.limits.grid:
        raise ReadError("too-big", "表格过大", "csv")
    return _table(rows)


def _listed(data: bytes) -> list[RawBlock]:
    """A YAML list of indicators: name, unit, base {2020: 60.6}, target {2025: 65}, attribute,
    source; with the title and the number of the plan above them."""
    import yaml

    try:
        said = yaml.safe_load(decode(data, "yaml"))
    except yaml.YAMLError as error:
        raise ReadError("damaged", "不是 YAML 文件", "yaml") from error
    entries: Any = said.get("indicators") if isinstance(said, dict) else said
    if not (isinstance(entries, list) and entries and all(map(_is_named, entries))):
        raise ReadError("damaged", "YAML 中没有指标清单（indicators：每项有 name）", "yaml")
    blocks: list[RawBlock] = []
    if isinstance(said, dict):
        blocks += [RawParagraph(str(said["title"]), heading=0)] if said.get("title") else []
        blocks += [RawParagraph(str(said["number"]))] if said.get("number") else []
    years = _years(entries)
    heads = [_COLUMNS["name"], _COLUMNS["unit"]]
    heads += [f"{year}年{'基期' if base else '目标'}" for year, base in years]
    heads += [_COLUMNS[k] for k in ("attribute", "source", "note")]
    grid = [heads]
    for entry in entries:
        values = [
            str((entry.get("base" if base else "target") or {}).get(year, ""))
            for year, base in years
        ]
        ends = [str(entry.get(k) or "") for k in ("attribute", "source", "note")]
        grid.append([str(entry["name"]), str(entry.get("unit") or ""), *values, *ends])
    return [*blocks, *_table(grid)]


def _is_named(entry: object) -> bool:
    return isinstance(entry, dict) and bool(entry.get("name"))


def _years(entries: Iterable[dict[str, Any]]) -> list[tuple[int, bool]]:
    found = set()
    for entry in entries:
        for key, base in (("base", True), ("target", False)):
            years = entry.get(key) or {}
            if not isinstance(years, dict) or not all(isinstance(y, int) for y in years):
                raise ReadError("damaged", f"“{entry['name']}”的 {key} 应为 年份: 数值", "yaml")
            found |= {(year, base) for year in years}
    return sorted(found, key=lambda f: (not f[1], f[0]))


def _text(data: bytes) -> str:
    """The text of a CSV file, which Excel in China writes in GBK."""
    try:
        return decode(data, "csv")
    except ReadError as error:
        if error.kind != "not-utf8":
            raise
        return data.decode("gb18030", errors="replace")


def _table(grid: Sequence[Sequence[str]]) -> list[RawBlock]:
    rows = [list(row) for row in grid if any(text.strip() for text in row)]
    width = max(map(len, rows), default=0)
    cells: list[list[RawCell | None]] = [
        [RawCell([RawParagraph(text)]) for text in (*row, *[""] * (width - len(row)))]
        for row in rows
    ]
    return _titled("", cells)


def _titled(title: str, cells: list[list[RawCell | None]]) -> list[RawBlock]:
    """A sheet: its name, unless Excel gave it, and its grid."""
    head: list[RawBlock] = []
    if title and not title.startswith("Sheet"):
        head = [RawParagraph(title)]
    return [*head, RawTable(cells)] if cells else []
