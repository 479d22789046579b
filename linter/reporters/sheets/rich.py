"""The table of a comparison at a terminal, a few lines a row, then the findings."""

from collections.abc import Sequence
from typing import TextIO

from rich.console import Console
from rich.text import Text

from linter.catalogue.language import Lang
from linter.diagnosis.diagnostic import FileReport
from linter.diagnosis.sheet import Sheet, Weight
from linter.reporters import formats
from linter.reporters.folding import fold_lines
from linter.reporters.names import Format
from linter.reporters.presentation import Presentation
from linter.reporters.sheets.cells import places
from linter.reporters.terminal import room

_STYLES = {
    Weight.ERROR: "bold red",
    Weight.WARNING: "yellow",
    Weight.CHANGED: "bold",
    Weight.PLAIN: "",
}


def write(sheet: Sheet, reports: Sequence[FileReport], out: TextIO, how: Presentation) -> None:
    """Write the rows, what was not compared, and the findings."""
    console = Console(file=out, highlight=False, soft_wrap=False, emoji=False)
    width = room(console)

    def line(text: str, style: str = "", indent: int = 0) -> None:
        for row in fold_lines(Text(text, style=style), max(20, width - indent)):
            console.print(Text(" " * indent) + row, soft_wrap=True)

    line(sheet.title, "bold underline")
    for row in sheet.rows:
        line(row.head, _STYLES[row.weight], 2)
        for words in (row.line, places(row, how.lang)):
            if words:
                line(words, "" if words == row.line else "dim", 6)
    for note in sheet.notes:
        line(note, "italic", 2)
    line(sheet.summary, "bold")
    if any(r.diagnostics or r.error or r.note for r in reports):
        console.print()
        zh = how.lang is Lang.ZH
        line("发现的问题" if zh else "Findings", "bold underline")
    formats.write(Format.RICH, reports, out, how)
