"""Ledgers as an Excel workbook, a sheet each: frozen head, filter row, typed cells, notes."""

from collections.abc import Sequence
from io import BytesIO
from typing import Any

from linter.reporters.ledgers.model import Entry, Ledger
from linter.reporters.ledgers.safety import is_formula, plain

_WIDTHS = {"序号": 6, "单位": 12, "属性": 10, "基期年": 9, "目标年": 9, "基期值": 12, "目标值": 14}
_WIDE = {"指标": 32, "任务（事项）": 40, "出处": 40, "备注": 30, "配合单位": 36}
_USUAL = 24
_AUTHOR = "planlint"


def as_xlsx(ledgers: Sequence[Ledger], title: str) -> bytes:
    """Return the workbook as bytes; `title` is that of the draft."""
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.active)
    book.properties.title, book.properties.creator = plain(title), _AUTHOR
    for ledger in ledgers:
        _sheet(book.create_sheet(ledger.name), ledger)
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def _sheet(sheet: Any, ledger: Ledger) -> None:
    from openpyxl.styles import Alignment, Font, PatternFill
    from openpyxl.utils import get_column_letter

    for at, name in enumerate(ledger.columns, 1):
        cell = sheet.cell(1, at, name)
        cell.font, cell.fill = Font(bold=True), PatternFill("solid", fgColor="DDE7F3")
        cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
        sheet.column_dimensions[get_column_letter(at)].width = _width(ledger, name)
    wrapped = Alignment(vertical="top", wrap_text=True)
    for down, row in enumerate(ledger.rows, 2):
        for at, entry in enumerate(row, 1):
            _put(sheet.cell(down, at), entry, wrapped)
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(ledger.columns))}{len(ledger.rows) + 1}"
    sheet.print_title_rows = "1:1"
    sheet.page_setup.orientation, sheet.page_setup.fitToHeight = "landscape", 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True


def _width(ledger: Ledger, name: str) -> int:
    # 目标值 is a figure among indicators and words among tasks
    if ledger.key == "tasks" and name == "目标值":
        return _WIDE["备注"]
    return {**_WIDTHS, **_WIDE}.get(name, _USUAL)


def _put(cell: Any, entry: Entry, alignment: Any) -> None:
    from openpyxl.comments import Comment

    cell.alignment = alignment
    if isinstance(entry.value, str):
        words = plain(entry.value)
        cell.value = words
        cell.data_type = "s"  # whatever it begins with, these are words and no formula
        cell.quotePrefix = is_formula(words)
    elif entry.value is not None:
        cell.value = entry.value
        cell.number_format = entry.form or "General"
    if entry.note:
        cell.comment = Comment(plain(entry.note), _AUTHOR, height=90, width=260)
