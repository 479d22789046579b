"""The cells of a comparison's table as people read them: each side with its place."""

from collections.abc import Sequence

from linter.catalogue.language import Lang
from linter.catalogue.severity import SEVERITIES
from linter.diagnosis.diagnostic import FileReport
from linter.diagnosis.sheet import Sheet, SheetRow
from linter.reporters.places import place, section

FINDINGS = {
    Lang.ZH: ("发现的问题", ("序号", "级别", "规则", "章节", "位置", "原文", "问题", "另一处")),
    Lang.EN: (
        "Findings",
        ("No.", "Severity", "Rule", "Section", "Place", "Words", "Finding", "Other side"),
    ),
}
FINDING_WIDTHS = (6, 8, 10, 24, 24, 24, 48, 40)


def numbered(sheet: Sheet, lang: Lang) -> list[tuple[str, ...]]:
    """The rows of the table, counted in front; below what a side says stands where."""
    return [(str(i), *_cells(row, lang)) for i, row in enumerate(sheet.rows, 1)]


def _cells(row: SheetRow, lang: Lang) -> tuple[str, ...]:
    cells = list(row.cells)
    for side in row.sides:
        words = f"〔{place(side.span, lang, lines=False)}〕"
        cells[side.column] = "\n".join(filter(None, (cells[side.column], words)))
    return tuple(cells)


def places(row: SheetRow, lang: Lang) -> str:
    """Where the sides of a row stand, on one line."""
    colon = "：" if lang is Lang.ZH else ": "
    return "　".join(f"{side.name}{colon}{place(side.span, lang)}" for side in row.sides)


def findings(reports: Sequence[FileReport], lang: Lang) -> list[tuple[str, ...]]:
    """The findings as rows of a table of their own."""
    rows: list[tuple[str, ...]] = []
    for number, d in enumerate((d for report in reports for d in report.diagnostics), 1):
        others = "\n".join(
            f"{o.message}（{place(o.span, lang)}）：{o.span.quote}" for o in d.related
        )
        severity = SEVERITIES[d.severity][lang]
        where = section(d.span), place(d.span, lang)
        rows.append((str(number), severity, d.rule, *where, d.span.quote, d.message, others))
    return rows
