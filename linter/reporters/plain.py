"""One line a finding, for grep and editors: path:line:column: severity CODE message."""

from collections.abc import Sequence
from typing import TextIO

from linter.catalogue.severity import SEVERITIES
from linter.diagnosis.diagnostic import INTERRUPTED, FileReport
from linter.reporters.places import place
from linter.reporters.presentation import Presentation
from linter.reporters.summary import by_rule, summary_line, unlisted_line


def write(reports: Sequence[FileReport], out: TextIO, how: Presentation) -> None:
    """Write the findings of a run, then the counts unless `quiet`."""
    lang = how.lang
    for report in reports:
        if report.error is not None and report.error.kind != INTERRUPTED:
            out.write(f"{report.path}: {SEVERITIES['error'][lang]} {report.error.message}\n")
        if report.note and not how.quiet:
            out.write(f"{report.path}: {report.note}\n")
        for d in report.diagnostics:
            position = d.span.position
            at = f"{position[0]}:{position[1]}" if position else place(d.span, lang)
            severity = SEVERITIES[d.severity][lang]
            out.write(f"{report.path}:{at}: {severity} {d.rule} {d.message}\n")
            for other in d.related:
                quote = " ".join(other.span.quote.split())
                out.write(f"    {other.message}（{place(other.span, lang)}）：{quote}\n")
        for more in report.unlisted:
            out.write(f"{report.path}: {unlisted_line(more, lang)}\n")
    if how.statistics:
        for rule, name, severity, count in by_rule(reports):
            out.write(f"{count:6} {rule} {name} ({severity})\n")
    if not how.quiet:
        out.write(summary_line(reports, lang) + "\n")
