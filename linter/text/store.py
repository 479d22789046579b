"""What planlint makes of itself at every start – rules and word lists read from YAML, patterns
compiled – is kept between runs in the user's cache folder.

Each thing is kept under its own source (the text of a file, the text of a pattern) and the age of
the code that made it, so nothing can be out of date; a new version of planlint or Python begins a
new file. A file that is broken, or is not ours alone, is passed over, as is a folder that cannot be
written: then a start takes longer.
"""

import hashlib
import marshal
import os
import sys
import zlib
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import TypeVar

from linter import __version__
from linter.text.files import write_atomically

T = TypeVar("T")
_MAGIC = b"planlint\x01"
_MOST_BYTES = 8 << 20  # a run makes some five


class Store:
    """Values of plain types (what `marshal` writes), each by its kind and its source."""

    def __init__(self, path: Path | None) -> None:
        """`path` is the file; None keeps nothing."""
        self._path = path
        self._known = _read(path) if path else {}
        self._new: dict[str, bytes] = {}
        self._used: set[str] = set()

    def get(self, kind: str, source: str | bytes, make: Callable[[], T]) -> T:
        """Return what `make` makes of the source, or made of it in an earlier run.

        A value that is no plain one is handed on and not kept.
        """
        return self._get(kind, source, make, age(make.__code__.co_filename))

    def _get(
        self,
        kind: str,
        source: str | bytes,
        make: Callable[[], T],
        made_by: str,
        *,
        once: bool = False,
    ) -> T:
        key = _key(f"{kind} {made_by}", source)
        self._used.add(key)
        if (data := self._known.get(key)) is not None:
            if once:
                del self._known[key]
            value: T = marshal.loads(data)
            return value
        made = make()
        with suppress(ValueError):
            self._new[key] = marshal.dumps(made)  # type: ignore[arg-type]
            if not once:
                self._known[key] = self._new[key]
        return made

    def table(self, paths: Sequence[Path], make: Callable[..., T]) -> T:
        """Return what `make`, a function of the texts of some files, makes of them. Raises OSError.

        The files are long, so that they are told from others by path, time and size; who asks
        keeps the answer, so that it is not kept here as well.
        """
        kind = f"{make.__module__}.{make.__qualname__}"
        source = " ".join(f"{path} {age(str(path))}" for path in paths)

        def made() -> T:
            return make(*(path.read_text("utf-8") for path in paths))

        return self._get(kind, source, made, age(make.__code__.co_filename), once=True)

    def save(self) -> None:
        """Write the file if something new has come; other processes may do the same."""
        if not self._new or self._path is None:
            return
        values = _read(self._path) | self._known | self._new
        if sum(map(len, values.values())) > _MOST_BYTES:  # most are of texts that are no more
            values = {key: value for key, value in values.items() if key in self._used}
        body = marshal.dumps(values)
        with suppress(OSError):
            self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            seal = zlib.adler32(body).to_bytes(4, "big")
            write_atomically(self._path, _MAGIC + seal + body, private=True)
        self._new = {}


def _key(kind: str, source: str | bytes) -> str:
    data = source.encode() if isinstance(source, str) else source
    return f"{kind}:{hashlib.blake2b(data, digest_size=16).hexdigest()}"


@cache
def age(path: str) -> str:
    """When a file was written, and its size; nothing of code that is in no file."""
    try:
        status = os.stat(path)
    except OSError:
        return ""
    return f"{status.st_mtime_ns:x}.{status.st_size:x}"


def _read(path: Path) -> dict[str, bytes]:
    head = len(_MAGIC)
    data = read_own(path) or b""
    body = data[head + 4 :]
    if data[:head] != _MAGIC or data[head : head + 4] != zlib.adler32(body).to_bytes(4, "big"):
        return {}
    try:
        values = marshal.loads(body)
    except (ValueError, EOFError, TypeError):
        return {}
    return values if isinstance(values, dict) else {}


def read_own(path: Path) -> bytes | None:
    """Return what a file holds that only we can have written, None where there is none."""
    try:
        with path.open("rb") as file:
            if hasattr(os, "geteuid") and not _is_ours(os.fstat(file.fileno())):
                return None
            return file.read()
    except OSError:
        return None


def _is_ours(status: os.stat_result) -> bool:
    """Tell whether nobody else may have written the file: it becomes patterns and rules."""
    return status.st_uid == os.geteuid() and not status.st_mode & 0o022


def cache_folder() -> Path:
    """The folder in which we keep what can be made again."""
    from platformdirs import user_cache_path

    return user_cache_path("planlint", appauthor=False)


def caching() -> bool:
    """Tell whether anything may be kept between runs: not where PLANLINT_NO_CACHE is set."""
    return not os.environ.get("PLANLINT_NO_CACHE")


@cache
def own_store() -> Store:
    """The store of this version of planlint and Python."""
    if not caching():
        return Store(None)
    name = f"start-{__version__}-{sys.implementation.cache_tag}-{sys.hexversion:x}.bin"
    return Store(cache_folder() / name)
