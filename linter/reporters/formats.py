"""Writes reports in a format. Each format is a module of its name, loaded when it is asked for.

Such a module has begin(out, how), which returns a Sink that writes each report as it comes, or
write(reports, out, how), which needs all of them.
"""

import importlib
from collections.abc import Callable, Iterable, Sequence
from typing import Protocol, TextIO, cast

from linter.diagnosis.diagnostic import FileReport, Keep
from linter.reporters.names import FOR_PROGRAMS, Format
from linter.reporters.presentation import Presentation
from linter.text.streams import HarmlessStream, for_programs

# Lines that people read on a terminal, or in the log of a build.
_LINES = (Format.PLAIN, Format.GITHUB)


class Sink(Protocol):
    """Takes the reports of a run, one after the other."""

    def add(self, report: FileReport) -> None:
        """Take the report of a file."""

    def end(self) -> None:
        """Write what is left to be written."""


Write = Callable[[Sequence[FileReport], TextIO, Presentation], None]
# What of a draft a format shows besides its findings.
NEEDS = {Format.HTML: Keep(document=True, coverage=True), Format.SARIF: Keep(coverage=True)}


def kept(forms: Iterable[Format], *, coverage: bool) -> Keep:
    """What reports in these formats need of every draft."""
    needs = [NEEDS[form] for form in forms if form in NEEDS]
    return Keep(any(n.document for n in needs), coverage or any(n.coverage for n in needs))


def begin(form: Format, out: TextIO, how: Presentation) -> Sink:
    """Return what writes a report in a format: what programs read in UTF-8, and to a terminal
    nothing that it acts on."""
    if form in FOR_PROGRAMS:
        out = for_programs(out)
    if form in _LINES:
        out = cast("TextIO", HarmlessStream(out))
    module = importlib.import_module(f"linter.reporters.{form.value}")
    if hasattr(module, "begin"):
        sink: Sink = module.begin(out, how)
        return sink
    return _Gathered(module.write, out, how)


def write(form: Format, reports: Iterable[FileReport], out: TextIO, how: Presentation) -> None:
    """Write the report of a run in a format."""
    sink = begin(form, out, how)
    for report in reports:
        sink.add(report)
    sink.end()


class _Gathered:
    """Keeps the reports for a format that needs all of them at once."""

    def __init__(self, write: Write, out: TextIO, how: Presentation) -> None:
        self._write, self._out, self._how = write, out, how
        self._reports: list[FileReport] = []

    def add(self, report: FileReport) -> None:
        self._reports.append(report.slim())

    def end(self) -> None:
        self._write(self._reports, self._out, self._how)
