"""The standard streams: for people or for programs, and there even where they are closed."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from io import TextIOBase
from typing import TextIO

from linter.text.files import reason
from linter.text.harmless import harmless


class StreamError(Exception):
    """Standard output cannot be written to; the message says why."""


class _Closed(TextIOBase):
    """Stands for a stream that was closed when the process began."""

    def write(self, _: str) -> int:
        raise StreamError("标准输出已关闭，可用 -o 写入文件")


class HarmlessStream(TextIOBase):
    """Writes to another stream what harms no terminal."""

    def __init__(self, out: TextIO) -> None:
        self._out = out

    def write(self, text: str) -> int:
        return self._out.write(harmless(text))

    def flush(self) -> None:
        self._out.flush()


def prepare() -> None:
    """Make the streams of this process usable: a console that cannot show a character must not cost
    the user the report, and no file that is opened may take the place of a stream."""
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)
    sys.stdout = sys.stdout or _Closed()
    sys.stderr = sys.stderr or open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")


def for_programs(out: TextIO) -> TextIO:
    """The stream for a format that programs read: UTF-8 whatever the console has."""
    if hasattr(out, "reconfigure"):
        out.reconfigure(encoding="utf-8", errors="backslashreplace")
    return out


@contextmanager
def written() -> Iterator[None]:
    """Write to standard output to the end. Raises StreamError, and BrokenPipeError where nobody
    reads on."""
    try:
        yield
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        with suppress(OSError):  # what is left in its buffer would fail again at the end
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise StreamError(f"不能写到标准输出：{reason(error)}") from error
