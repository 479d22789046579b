"""One line a finding, for grep and editors: path:line:column: severity CODE message."""

from typing import TextIO

from linter.catalogue.severity import SEVERITIES
from linter.diagnosis.coverage.words import lines
from linter.diagnosis.diagnostic import Diagnostic, FileReport
from linter.reporters.formats import Sink
from linter.reporters.places import place
from linter.reporters.presentation import Presentation
from linter.reporters.summary import by_rule, summary_line


def begin(out: TextIO, how: Presentation) -> Sink:
    """Return what writes the findings of each file as it comes, then the counts unless `quiet`."""
    return _Plain(out, how)


class _Plain:
    def __init__(self, out: TextIO, how: Presentation) -> None:
        self._out, self._how = out, how
        self._reports: list[FileReport] = []

    def add(self, report: FileReport) -> None:
        lang, quiet = self._how.lang, self._how.quiet
        self._reports.append(report.slim())
        if report.error is not None:
            word = SEVERITIES["error"][lang]
            self._out.write(f"{report.path}: {word} {report.error.message}\n")
        if report.note and not quiet:
            self._out.write(f"{report.path}: {report.note}\n")
        for d in report.diagnostics:
            self._finding(report.path, d)
        if self._how.coverage and report.coverage is not None:
            self._out.writelines(
                f"{report.path}: {line}\n" for line in lines(report.coverage, lang)
            )
        self._out.flush()

    def _finding(self, path: str, d: Diagnostic) -> None:
        lang, position = self._how.lang, d.span.position
        at = f"{position[0]}:{position[1]}" if position else place(d.span, lang)
        severity = SEVERITIES[d.severity][lang]
        self._out.write(f"{path}:{at}: {severity} {d.rule} {d.message}\n")
        for other in d.related:
            quote = " ".join(other.span.quote.split())
            self._out.write(f"    {other.message}（{place(other.span, lang)}）：{quote}\n")

    def end(self) -> None:
        if self._how.statistics:
            for rule, name, severity, count in by_rule(self._reports):
                self._out.write(f"{count:6} {rule} {name} ({severity})\n")
        if not self._how.quiet:
            self._out.write(summary_line(self._reports, self._how.lang) + "\n")
