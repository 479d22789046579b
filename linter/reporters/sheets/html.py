"""The table of a comparison as one page that needs nothing else, with the findings below it."""

from collections.abc import Sequence
from html import escape
from io import StringIO
from typing import TextIO

from linter.catalogue.language import Lang
from linter.diagnosis.diagnostic import FileReport
from linter.diagnosis.sheet import Sheet
from linter.reporters import html
from linter.reporters.presentation import Presentation
from linter.reporters.sheets.cells import numbered

_STYLE = """\
body{max-width:70rem}
table{border-collapse:collapse;width:100%;font-size:.9rem;margin:1rem 0}
th,td{border:1px solid #8886;padding:.3rem .5rem;text-align:left;vertical-align:top}
thead th{position:sticky;top:0;background:Canvas}
tr.error td:last-child{color:var(--error);font-weight:bold}
tr.warning td:last-child{color:var(--warning);font-weight:bold}
td{white-space:pre-line}
tr.plain{opacity:.8}
@media print{thead{display:table-header-group}tr{break-inside:avoid}}
"""


def write(sheet: Sheet, reports: Sequence[FileReport], out: TextIO, how: Presentation) -> None:
    """Write the page; every word of the drafts in it is escaped."""
    page = StringIO()
    html.write(reports, page, how)
    head, mark, rest = page.getvalue().partition("</style>")
    title, _, body = rest.partition("<h1>")
    _, _, findings = body.partition("</h1>")
    out.write(
        f"{head}{_STYLE}{mark}{title}<h1>{escape(sheet.title)}</h1>\n{_table(sheet, how.lang)}"
    )
    out.write(findings)


def _table(sheet: Sheet, lang: Lang) -> str:
    heads = "".join(f"<th>{escape(name)}</th>" for name in sheet.columns)
    rows = "".join(
        f'<tr class="{row.weight.value}">'
        + "".join(f"<td>{escape(text)}</td>" for text in cells)
        + "</tr>\n"
        for row, cells in zip(sheet.rows, numbered(sheet, lang), strict=True)
    )
    notes = "".join(f"<p>{escape(note)}</p>\n" for note in sheet.notes)
    files = "".join(f"<li>{escape(path)}</li>" for path in (sheet.draft, *sheet.against))
    return (
        f"<ul>{files}</ul>\n<p>{escape(sheet.summary)}</p>\n{notes}"
        f"<table>\n<thead><tr>{heads}</tr></thead>\n<tbody>\n{rows}</tbody>\n</table>\n"
    )
