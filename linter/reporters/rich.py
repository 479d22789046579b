"""The report for a reviewer at a terminal: by document and section, with words and carets."""

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import TextIO

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from linter.catalogue.language import Lang
from linter.catalogue.severity import SEVERITIES, Severity
from linter.diagnosis.diagnostic import INTERRUPTED, Diagnostic, FileReport, RelatedPlace
from linter.reporters import terminal
from linter.reporters.excerpts import Excerpt, fit
from linter.reporters.folding import fold_lines
from linter.reporters.places import place, section
from linter.reporters.presentation import Presentation
from linter.reporters.summary import by_rule, summary_line, unlisted_line
from linter.text.harmless import harmless

STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.INFO: "cyan"}
_INDENT = 6
_WIDEST = 120
Part = str | tuple[str, str]  # words, or words and their style


def write(reports: Sequence[FileReport], out: TextIO, how: Presentation) -> None:
    """Write the report of a run; colours only where the stream is a terminal that has them."""
    console = terminal.console(out)
    page = _Page(console, how.lang)
    for report in reports:
        if report.diagnostics or report.error is not None or report.note:
            page.document(report)
    if how.statistics:
        page.statistics(reports)
    if not how.quiet:
        console.print(Text(summary_line(reports, how.lang), style="bold"))


def _plain(parts: Iterable[Part | Text]) -> str:
    """The words of a line as rich would print them without styles."""
    words = (part[0] if isinstance(part, tuple) else part for part in parts)
    whole = "".join(word.plain if isinstance(word, Text) else word for word in words)
    return harmless(whole)


class _Page:
    def __init__(self, console: Console, lang: Lang) -> None:
        self.console = console
        self.lang = lang
        self.width = min(console.width, _WIDEST)

    def line(self, *parts: Part, indent: int = 0) -> None:
        """Print one line, folded to the width with its indent kept."""
        width = max(20, self.width - indent)
        plain = _plain(parts)
        if self.console.color_system is None and cell_len(plain) <= width and "\n" not in plain:
            self.put(" " * indent, plain.rstrip())
            return
        for row in fold_lines(Text.assemble(*parts), width):
            self.put(" " * indent, row)

    def put(self, *parts: Part | Text) -> None:
        """Print a line that is as wide as it may be.

        Where there are no colours rich has nothing to add, and would take most of the time.
        """
        if self.console.color_system is None:
            self.console.file.write(_plain(parts) + "\n")
        else:
            self.console.print(Text.assemble(*parts), no_wrap=True, overflow="ignore")

    def document(self, report: FileReport) -> None:
        if report.error is not None and report.error.kind != INTERRUPTED:
            self.error(report.path, report.error.message)
        if not report.diagnostics and not report.note:
            return
        self.line((report.path, "bold underline"))
        if report.note:
            self.line((report.note, "italic"), indent=2)
        for path, found in groupby(report.diagnostics, key=lambda d: section(d.span)):
            if path:
                self.line((path, "bold"), indent=2)
            for diagnostic in found:
                self.diagnostic(diagnostic)
        for more in report.unlisted:
            self.line((unlisted_line(more, self.lang), STYLES[more.severity]), indent=2)
        self.console.print()

    def error(self, path: str, message: str) -> None:
        """One line, however long: it is what a script or a hook looks for."""
        word = (SEVERITIES["error"][self.lang], "bold red")
        text = Text.assemble((path, "bold underline"), "：", word, " ", message)
        self.console.print(text, soft_wrap=True)

    def diagnostic(self, d: Diagnostic) -> None:
        style = STYLES[d.severity]
        severity = SEVERITIES[d.severity][self.lang]
        self.line(
            (severity, style),
            " ",
            (d.rule, style),
            " ",
            (place(d.span, self.lang), "dim"),
            indent=4,
        )
        self.line(d.message, indent=_INDENT)
        self.excerpt(fit(d.span, self.width - _INDENT - 2), style)
        for other in d.related:
            self.related(other)

    def excerpt(self, shown: Excerpt, style: str) -> None:
        bar = " " * _INDENT + "│ "
        words = (shown.words, style)
        self.put((bar, "dim"), shown.before, words, shown.after)
        self.put((bar, "dim"), (shown.carets, style))

    def related(self, other: RelatedPlace) -> None:
        where = place(other.span, self.lang)
        zh = self.lang is Lang.ZH
        at = f"（{where}）" if zh else f" ({where})"
        self.line(("↳ ", "dim"), other.message + at, indent=_INDENT)
        self.excerpt(fit(other.span, self.width - _INDENT - 2), "green")

    def statistics(self, reports: Sequence[FileReport]) -> None:
        for rule, name, severity, count in by_rule(reports):
            self.line(f"{count:6}  ", (rule, STYLES[severity]), f"  {name}")
        self.console.print()
