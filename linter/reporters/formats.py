"""Writes a report in a format. Each format is a module of its name, loaded when it is asked for.

Such a module has one function: write(reports, out, how).
"""

import importlib
from collections.abc import Sequence
from typing import Protocol, TextIO, cast

from linter.diagnosis.diagnostic import FileReport
from linter.reporters.names import Format
from linter.reporters.presentation import Presentation


class Writer(Protocol):
    """What the module of every format has."""

    def write(self, reports: Sequence[FileReport], out: TextIO, how: Presentation) -> None:
        """Write the report of a run."""


def write(form: Format, reports: Sequence[FileReport], out: TextIO, how: Presentation) -> None:
    """Write the report of a run in a format."""
    module = importlib.import_module(f"linter.reporters.{form.value}")
    cast("Writer", module).write(reports, out, how)
