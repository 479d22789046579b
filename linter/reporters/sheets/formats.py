"""Writes what a comparison found: its table and the findings, or the findings alone."""

import importlib
import sys
from collections.abc import Iterable, Sequence
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from linter.reporters.names import Format
from linter.reporters.output import OutputError
from linter.reporters.sheets.names import SheetFormat
from linter.text.files import is_one, reason, write_atomically

if TYPE_CHECKING:
    from linter.diagnosis.diagnostic import FileReport
    from linter.diagnosis.sheet import Sheet
    from linter.reporters.presentation import Presentation


_BINARY = frozenset({SheetFormat.DOCX, SheetFormat.XLSX})
_OWN = frozenset({SheetFormat.RICH, SheetFormat.JSON, SheetFormat.HTML})


def write(
    form: SheetFormat,
    sheet: "Sheet",
    reports: "Sequence[FileReport]",
    how: "Presentation",
    output: Path | None,
    inputs: Iterable[Path],
) -> None:
    """Write to standard output, or whole to a file. Raises OutputError."""
    if output is None and form in _BINARY:
        raise OutputError(f"--format {form} 要用 --output 写明文件，如 -o 对照表.{form}")
    if output is not None and any(is_one(output, path) for path in inputs):
        raise OutputError(f"--output {output} 是所比对的文件，不能覆盖")
    if output is None:
        _text(form, sheet, reports, sys.stdout, how)
        return
    try:
        write_atomically(output, _content(form, sheet, reports, how))
    except OSError as error:
        raise OutputError(f"不能写入 {output}：{reason(error)}") from error


def _content(
    form: SheetFormat, sheet: "Sheet", reports: "Sequence[FileReport]", how: "Presentation"
) -> str | bytes:
    if form in _BINARY:
        made: bytes = importlib.import_module(f"linter.reporters.sheets.{form.value}").made(
            sheet, reports, how
        )
        return made
    text = StringIO()
    _text(form, sheet, reports, text, how)
    return text.getvalue()


def _text(
    form: SheetFormat,
    sheet: "Sheet",
    reports: "Sequence[FileReport]",
    out: TextIO,
    how: "Presentation",
) -> None:
    if form in _OWN:
        module = importlib.import_module(f"linter.reporters.sheets.{form.value}")
        module.write(sheet, reports, out, how)
        return
    from linter.reporters import formats

    formats.write(Format(form.value), reports, out, how)
