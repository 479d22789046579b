"""The report for a reviewer at a terminal: by document and section, with words and carets."""

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import TextIO

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from linter.catalogue.language import Lang
from linter.catalogue.severity import SEVERITIES, Severity
from linter.diagnosis.coverage.model import DraftCoverage
from linter.diagnosis.coverage.words import lines, nothing
from linter.diagnosis.diagnostic import INTERRUPTED, Diagnostic, FileReport, RelatedPlace
from linter.reporters import terminal
from linter.reporters.digest import MANY, SHOWN, worst_first
from linter.reporters.excerpts import Excerpt, fit
from linter.reporters.folding import fold_lines
from linter.reporters.formats import Sink
from linter.reporters.places import place, section
from linter.reporters.presentation import Presentation
from linter.reporters.summary import by_rule, summary_line, unlisted_line
from linter.text.harmless import harmless

STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.INFO: "cyan"}
_INDENT = 6
_WIDEST = 120
Part = str | tuple[str, str]  # words, or words and their style


def begin(out: TextIO, how: Presentation) -> Sink:
    """Return what writes the report of each file as it comes; colours only where the stream is a
    terminal that has them."""
    return _Rich(out, how)


class _Rich:
    def __init__(self, out: TextIO, how: Presentation) -> None:
        self._console = terminal.console(out)
        self._page, self._how = _Page(self._console, how.lang), how
        self._reports: list[FileReport] = []

    def add(self, report: FileReport) -> None:
        self._reports.append(report.slim())
        self._page.document(report, quiet=self._how.quiet)
        if self._how.coverage and report.coverage is not None:
            self._page.coverage(report.path, report.coverage)
        self._console.file.flush()

    def end(self) -> None:
        if self._how.statistics:
            self._page.statistics(self._reports)
        if not self._how.quiet:
            self._page.line((summary_line(self._reports, self._how.lang), "bold"))


def _plain(parts: Iterable[Part | Text]) -> str:
    """The words of a line as rich would print them without styles."""
    words = (part[0] if isinstance(part, tuple) else part for part in parts)
    whole = "".join(word.plain if isinstance(word, Text) else word for word in words)
    return harmless(whole)


class _Page:
    def __init__(self, console: Console, lang: Lang) -> None:
        self.console = console
        self.lang = lang
        self.room = terminal.room(console)
        self.width = min(console.width, _WIDEST)  # of an excerpt

    def line(self, *parts: Part, indent: int = 0) -> None:
        """Print one line, folded to the width with its indent kept."""
        width = max(20, self.room - indent)
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

    def document(self, report: FileReport, *, quiet: bool = False) -> None:
        if report.error is not None and report.error.kind != INTERRUPTED:
            self.error(report.path, report.error.message)
        idle = report.compared_nothing and not quiet
        if not report.diagnostics and not report.note and not idle:
            return
        self.line((report.path, "bold underline"))
        if report.note:
            self.line((report.note, "italic"), indent=2)
        if idle:
            self.line((nothing(self.lang), "italic"), indent=2)
        if len(report.diagnostics) > MANY and not quiet:
            self.digest(report.diagnostics)
        for path, found in groupby(report.diagnostics, key=lambda d: section(d.span)):
            if path:
                self.line((path, "bold"), indent=2)
            for diagnostic in found:
                self.diagnostic(diagnostic)
        for more in report.unlisted:
            self.line((unlisted_line(more, self.lang), STYLES[more.severity]), indent=2)
        self.console.print()

    def digest(self, found: Sequence[Diagnostic]) -> None:
        """The worst of many findings, a line each."""
        head = "最要紧的 {} 个（共 {} 个）" if self.lang is Lang.ZH else "the worst {} of {}"
        self.line((head.format(SHOWN, len(found)), "bold"), indent=2)
        for d in worst_first(found)[:SHOWN]:
            severity, style = SEVERITIES[d.severity][self.lang], STYLES[d.severity]
            where = section(d.span).rpartition(" › ")[2] or place(d.span, self.lang)
            self.line((f"{severity} {d.rule}", style), f" {d.message} ", (where, "dim"), indent=4)
        self.console.print()

    def coverage(self, path: str, coverage: DraftCoverage) -> None:
        head = "检查了什么" if self.lang is Lang.ZH else "what was looked at"
        self.line((f"{path}：{head}", "bold"))
        for row in lines(coverage, self.lang):
            self.line(row, indent=2)
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
