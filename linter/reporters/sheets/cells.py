"""The cells of a comparison's table as people read them: each side with its place."""

from linter.catalogue.language import Lang
from linter.diagnosis.sheet import Sheet, SheetRow
from linter.reporters.places import place


def numbered(sheet: Sheet, lang: Lang) -> list[tuple[str, ...]]:
    """The rows of the table, counted in front; below what a side says stands where."""
    return [(str(i), *_cells(row, lang)) for i, row in enumerate(sheet.rows, 1)]


def _cells(row: SheetRow, lang: Lang) -> tuple[str, ...]:
    cells = list(row.cells)
    for side in row.sides:
        words = f"〔{place(side.span, lang)}〕"
        cells[side.column] = "\n".join(filter(None, (cells[side.column], words)))
    return tuple(cells)


def places(row: SheetRow, lang: Lang) -> str:
    """Where the sides of a row stand, on one line."""
    colon = "：" if lang is Lang.ZH else ": "
    return "　".join(f"{side.name}{colon}{place(side.span, lang)}" for side in row.sides)
