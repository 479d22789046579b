"""Writes a report in a format. Each format is a module of its name, loaded when it is asked for.

Such a module has one function: write(reports, out, how).
"""

import importlib
from collections.abc import Sequence
from typing import Protocol, TextIO, cast

from linter.diagnosis.diagnostic import FileReport
from linter.reporters.names import FOR_PROGRAMS, Format
from linter.reporters.presentation import Presentation
from linter.text.streams import HarmlessStream, for_programs

# Lines that people read on a terminal, or in the log of a build.
_LINES = (Format.PLAIN, Format.GITHUB)


class Writer(Protocol):
    """What the module of every format has."""

    def write(self, reports: Sequence[FileReport], out: TextIO, how: Presentation) -> None:
        """Write the report of a run."""


def write(form: Format, reports: Sequence[FileReport], out: TextIO, how: Presentation) -> None:
    """Write the report of a run in a format: what programs read in UTF-8, and to a terminal nothing
    that it acts on."""
    module = importlib.import_module(f"linter.reporters.{form.value}")
    if form in FOR_PROGRAMS:
        out = for_programs(out)
    if form in _LINES:
        out = cast("TextIO", HarmlessStream(out.write))
    cast("Writer", module).write(reports, out, how)
