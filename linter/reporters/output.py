"""Sends reports to the terminal or to files, never over a draft; each file whole or not at all."""

import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import NamedTuple, TextIO

from linter.reporters import formats
from linter.reporters.formats import Sink
from linter.reporters.names import SUFFIXES, Format
from linter.reporters.presentation import Presentation
from linter.text.files import is_one, reason, write_atomically, written_atomically
from linter.text.streams import StreamError, written


class OutputError(Exception):
    """The report cannot be written; the message says why."""


class Target(NamedTuple):
    """A report that is asked for: its format, and its file, None for the terminal."""

    form: Format
    path: Path | None = None


def targets(form: Format | None, outputs: Sequence[Path]) -> list[Target]:
    """Return what is to be written: `form` where it is given and one report is asked for, else
    what the suffix of a file says. Raises OutputError."""
    if not outputs:
        return [Target(form or Format.RICH)]
    if len(outputs) == 1 and form is not None:
        return [Target(form, outputs[0])]
    found = [Target(_format_of(path, form, several=len(outputs) > 1), path) for path in outputs]
    if len({path.resolve() for path in outputs}) < len(outputs):
        raise OutputError("--output 两次写了同一个文件")
    return found


def _format_of(path: Path, form: Format | None, *, several: bool) -> Format:
    suffix = path.suffix.lower()
    if suffix in SUFFIXES:
        return SUFFIXES[suffix]
    if several and form is None:
        known = " ".join(SUFFIXES)
        raise OutputError(f"--output {path}：扩展名看不出报告格式（{known}），请另写 --format")
    return form or Format.RICH


@contextmanager
def opened(
    wanted: Sequence[Target], how: Presentation, inputs: Iterable[Path]
) -> Iterator[list[Sink]]:
    """Give a sink for every report; files stand when the block ends. Raises OutputError."""
    drafts = list(inputs)
    with ExitStack() as stack:
        stack.enter_context(_told())
        if any(path is None for _, path in wanted):
            stack.enter_context(written())
        sinks = []
        for form, path in wanted:
            if path is None:
                sinks.append(formats.begin(form, sys.stdout, how))
                continue
            refuse_inputs(path, drafts)
            stream = stack.enter_context(_file(path))
            sinks.append(formats.begin(form, stream, how))
        yield sinks
        for sink in sinks:
            sink.end()


@contextmanager
def _file(path: Path) -> Iterator[TextIO]:
    try:
        with written_atomically(path) as stream:
            yield stream
    except BrokenPipeError:
        raise
    except OSError as error:
        raise OutputError(f"不能写入 {path}：{reason(error)}") from error


def save(content: str | bytes, output: Path, inputs: Iterable[Path]) -> None:
    """Write a file whole or not at all, and never over an input. Raises OutputError."""
    refuse_inputs(output, inputs)
    try:
        write_atomically(output, content)
    except OSError as error:
        raise OutputError(f"不能写入 {output}：{reason(error)}") from error


def refuse_inputs(output: Path, inputs: Iterable[Path]) -> None:
    """Raise OutputError if a report would replace a draft that is checked."""
    if any(is_one(output, path) for path in inputs):
        raise OutputError(f"--output {output} 是被检查的草稿，不能覆盖")


@contextmanager
def _told() -> Iterator[None]:
    try:
        yield
    except StreamError as error:
        raise OutputError(str(error)) from error
