"""The table of a comparison as one page that needs nothing else, with the findings below it."""

from collections.abc import Iterable, Sequence
from html import escape
from typing import TextIO

from linter.catalogue.language import Lang
from linter.diagnosis.diagnostic import FileReport
from linter.diagnosis.sheet import Sheet
from linter.reporters.presentation import Presentation
from linter.reporters.sheets.cells import FINDINGS, findings, numbered
from linter.text.own_marks import GENERATOR

_STYLE = """\
:root{color-scheme:light dark;--line:#8886;--error:#c62828;--warning:#b26a00}
@media(prefers-color-scheme:dark){:root{--error:#ff8a80;--warning:#ffcc80}}
body{font:1rem/1.6 "Noto Sans CJK SC","PingFang SC","Microsoft YaHei",sans-serif;\
max-width:76rem;margin:0 auto;padding:1rem;overflow-wrap:anywhere}
h1{font-size:1.3rem}h2{font-size:1.15rem}
table{border-collapse:collapse;width:100%;font-size:.9rem;margin:1rem 0}
th,td{border:1px solid var(--line);padding:.3rem .5rem;text-align:left;vertical-align:top}
td{white-space:pre-line}
thead th{position:sticky;top:0;background:Canvas}
tr.error{box-shadow:inset 4px 0 var(--error)}tr.warning{box-shadow:inset 4px 0 var(--warning)}
tr.plain{opacity:.8}
@media print{thead{display:table-header-group}tr{break-inside:avoid}}
"""
_WORDS = {Lang.ZH: ("zh-CN", "没有发现问题。"), Lang.EN: ("en", "Nothing found.")}


def write(sheet: Sheet, reports: Sequence[FileReport], out: TextIO, how: Presentation) -> None:
    """Write the page; every word of the drafts in it is escaped."""
    code, nothing = _WORDS[how.lang]
    title = escape(sheet.title)
    files = "".join(f"<li>{escape(path)}</li>" for path in (sheet.draft, *sheet.against))
    notes = [*sheet.notes, *(r.note for r in reports if r.note)]
    notes += [r.error.message for r in reports if r.error]
    out.write(
        f'<!DOCTYPE html>\n<html lang="{code}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"{GENERATOR}\n<title>{title}</title>\n<style>\n{_STYLE}</style>\n</head>\n<body>\n"
        f"<h1>{title}</h1>\n<ul>{files}</ul>\n<p>{escape(sheet.summary)}</p>\n"
    )
    out.writelines(f"<p>{escape(note)}</p>\n" for note in notes)
    weights = [row.weight.value for row in sheet.rows]
    out.write(_table(sheet.columns, numbered(sheet, how.lang), weights))
    heading, columns = FINDINGS[how.lang]
    found = findings(reports, how.lang)
    out.write(f"<h2>{escape(heading)}</h2>\n")
    levels = [d.severity.value for report in reports for d in report.diagnostics]
    out.write(_table(columns, found, levels) if found else f"<p>{nothing}</p>\n")
    out.write("</body>\n</html>\n")


def _table(columns: Sequence[str], rows: Iterable[Sequence[str]], classes: Sequence[str]) -> str:
    heads = "".join(f"<th>{escape(name)}</th>" for name in columns)
    lines = "".join(
        f'<tr class="{name}">' + "".join(f"<td>{escape(t)}</td>" for t in cells) + "</tr>\n"
        for name, cells in zip(classes, rows, strict=True)
    )
    return f"<table>\n<thead><tr>{heads}</tr></thead>\n<tbody>\n{lines}</tbody>\n</table>\n"
