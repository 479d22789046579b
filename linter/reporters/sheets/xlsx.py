"""The table of a comparison as a workbook: a frozen head, a filter row, the findings on a sheet of
their own."""

from collections.abc import Iterable, Sequence
from io import BytesIO
from typing import TYPE_CHECKING

from linter.diagnosis.diagnostic import FileReport
from linter.diagnosis.sheet import Sheet, Weight
from linter.reporters.ledgers.safety import is_formula, plain
from linter.reporters.presentation import Presentation
from linter.reporters.sheets.cells import FINDING_WIDTHS, FINDINGS, findings, numbered

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_FILLS = {Weight.ERROR: "FFF8D7DA", Weight.WARNING: "FFFFF3CD"}


def made(sheet: Sheet, reports: Sequence[FileReport], how: Presentation) -> bytes:
    """Return the workbook."""
    from openpyxl import Workbook

    book = Workbook()
    first = book.active
    assert first is not None
    first.title = sheet.title[:31]
    weights = [row.weight for row in sheet.rows]
    _fill(first, sheet.columns, sheet.widths, numbered(sheet, how.lang), weights)
    title, columns = FINDINGS[how.lang]
    rows = findings(reports, how.lang)
    if rows:
        _fill(book.create_sheet(title), columns, FINDING_WIDTHS, rows, [])
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def _fill(
    page: "Worksheet",
    columns: Sequence[str],
    widths: Sequence[int],
    rows: Iterable[Sequence[str]],
    weights: Sequence[Weight],
) -> None:
    from openpyxl.styles import Alignment, Font, PatternFill
    from openpyxl.utils import get_column_letter

    page.append(list(columns))
    for number, row in enumerate(rows):
        for column, text in enumerate(row, 1):
            cell = page.cell(number + 2, column)
            clean = plain(text)
            if column == 1 and clean.isdigit():
                cell.value = int(clean)
            else:
                cell.value = clean
                cell.data_type = "s"  # a word that begins with = is no formula
                cell.quotePrefix = is_formula(clean)
            cell.alignment = Alignment(wrap_text=True, vertical="top")
        if number < len(weights) and weights[number] in _FILLS:
            colour = _FILLS[weights[number]]
            page.cell(number + 2, len(columns)).fill = PatternFill("solid", fgColor=colour)
    for column, width in enumerate(widths, 1):
        page.column_dimensions[get_column_letter(column)].width = width
        page.cell(1, column).font = Font(bold=True)
    page.freeze_panes = "A2"
    page.auto_filter.ref = page.dimensions
    page.page_setup.orientation = "landscape"
    page.print_title_rows = "1:1"
