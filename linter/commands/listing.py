"""A list of names, as other programs write it: a line each, or parted by NUL, in any encoding."""

import os
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from linter.text.files import reason

_MOST = 64 * 1024 * 1024
_WIDE = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}  # what PowerShell writes
_MARK = b"\xef\xbb\xbf"
# How git writes a name with other than ASCII letters, unless core.quotePath is off or -z is given.
_QUOTED = re.compile(rb'"((?:[^"\\]|\\.)*)"')
_ESCAPE = re.compile(rb"\\([0-7]{3}|.)", re.DOTALL)
_ESCAPED = dict(zip(b"abtnvfr", b"\a\b\t\n\v\f\r", strict=True))


class ListError(Exception):
    """A list cannot be read; the message says why."""


def drafts(source: Path) -> list[Path]:
    """Return the drafts that a list names; `-` is standard input. Raises ListError."""
    from linter.readers.load import CONVERTED, SUFFIXES

    names = [Path(name) for name in _names(_read(source))]
    return [name for name in names if {name.suffix.lower()} & {*SUFFIXES, *CONVERTED}]


def _read(source: Path) -> bytes:
    try:
        if source == Path("-"):
            data = sys.stdin.buffer.read(_MOST + 1)
        else:
            with source.open("rb") as file:
                data = file.read(_MOST + 1)
    except OSError as error:
        raise ListError(f"不能读取：{reason(error)}") from error
    if len(data) > _MOST:
        raise ListError(f"名单过大：超过 {_MOST >> 20} MB")
    return data


def _names(data: bytes) -> Iterator[str]:
    codec = _WIDE.get(data[:2])
    if codec is not None:
        try:
            yield from filter(None, data[2:].decode(codec).replace("\r\n", "\n").split("\n"))
        except UnicodeDecodeError as error:
            raise ListError("名单的编码有误") from error
        return
    if b"\0" in data:
        yield from (_as_name(name) for name in data.split(b"\0") if name)
        return
    for line in data.removeprefix(_MARK).split(b"\n"):
        name = line.removesuffix(b"\r")
        if name.strip():
            yield _decoded(name)


def _decoded(name: bytes) -> str:
    """A name of a line: as it stands if there is such a file, else without git's quotes."""
    quoted = _QUOTED.fullmatch(name)
    if quoted is None or os.path.exists(name):
        return _as_name(name)
    return _as_name(_ESCAPE.sub(_unescaped, quoted[1]))


def _as_name(name: bytes) -> str:
    """A name as the system has it; one that is not there may be in the encoding of a Chinese
    Windows."""
    try:
        told = os.fsdecode(name)
    except UnicodeDecodeError:  # Windows
        return name.decode("gb18030", "replace")
    if not name.isascii() and not os.path.exists(told):
        other = name.decode("gb18030", "replace")
        return other if os.path.exists(other) else told
    return told


def _unescaped(match: re.Match[bytes]) -> bytes:
    word = match[1]
    if len(word) == 3:
        return bytes([int(word, 8) & 0xFF])
    return bytes([_ESCAPED.get(word[0], word[0])])
