"""Sends a report to the terminal or to a file, never over a draft."""

import sys
from collections.abc import Iterable, Sequence
from io import StringIO
from pathlib import Path

from linter.diagnosis.diagnostic import FileReport
from linter.reporters import formats
from linter.reporters.names import Format
from linter.reporters.presentation import Presentation
from linter.text.files import reason, write_atomically


class OutputError(Exception):
    """The report cannot be written; the message says why."""


def write(
    form: Format,
    reports: Sequence[FileReport],
    how: Presentation,
    output: Path | None,
    inputs: Iterable[Path],
) -> None:
    """Write the report to standard output, or whole to a file. Raises OutputError."""
    if output is None:
        formats.write(form, reports, sys.stdout, how)
        return
    if any(_same(output, path) for path in inputs):
        raise OutputError(f"--output {output} 是被检查的草稿，不能覆盖")
    text = StringIO()
    formats.write(form, reports, text, how)
    try:
        write_atomically(output, text.getvalue())
    except OSError as error:
        raise OutputError(f"不能写入 {output}：{reason(error)}") from error


def _same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:
        return one.resolve() == other.resolve()
