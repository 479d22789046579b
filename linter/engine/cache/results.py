"""The folder of results: a file each, named by its key, in sixteen shelves by its first digit.

An entry that is broken, or cut off, or stands under a wrong name, or may have been written by
somebody else, is passed over and made again. Several processes may write at once; where nothing can
be written a check takes its usual time. Of a shelf that has grown too big the entries that were
used least lately are removed.
"""

import hashlib
import marshal
import os
import time
from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from linter.text.files import write_atomically
from linter.text.store import cache_folder, caching, read_own

SHELVES = "0123456789abcdef"
MOST_BYTES = 128 << 20  # of all entries
_MOST_OF_ONE = 4 << 20
_KEPT = 3 / 4  # of a shelf that has to be cleared
_MAGIC = b"planlint result 1\n"
_DIGEST = 16
_DAY = 24 * 60 * 60  # seconds: the time of an entry is renewed no more often
_BEING_WRITTEN = 60 * 60  # seconds: what is older was left by a process that was killed


class Stock(NamedTuple):
    """What the folder holds: so many entries, bytes, and the times of the oldest and the newest."""

    folder: Path
    entries: int = 0
    size: int = 0
    oldest: float | None = None
    newest: float | None = None


class Results:
    """Values of plain types by their keys. `folder` None keeps nothing."""

    def __init__(self, folder: Path | None) -> None:
        self.folder = folder
        self._written: set[str] = set()

    def get(self, key: str) -> Any | None:
        """Return the value that was put under a key, None where there is none."""
        if self.folder is None:
            return None
        path = self._path(key)
        data = read_own(path)
        if data is None or not data.startswith(_MAGIC):
            return None
        head = len(_MAGIC) + _DIGEST
        body = data[head:]
        if data[len(_MAGIC) : head] != _seal(key, body):
            return None
        with suppress(OSError):
            if path.stat().st_mtime < time.time() - _DAY:
                os.utime(path)
        try:
            return marshal.loads(body)
        except (ValueError, EOFError, TypeError):
            return None

    def put(self, key: str, value: Any) -> None:
        """Keep a value, if it is one of plain types and not too long, and if there is room."""
        if self.folder is None:
            return
        try:
            body = marshal.dumps(value)
        except ValueError:
            return
        if len(body) > _MOST_OF_ONE:
            return
        path = self._path(key)
        with suppress(OSError):
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            write_atomically(path, _MAGIC + _seal(key, body) + body, private=True)
            self._written.add(path.parent.name)

    def holds(self, key: str) -> bool:
        """Tell whether there is an entry under a key, sound or not."""
        return self.folder is not None and self._path(key).is_file()

    def _path(self, key: str) -> Path:
        assert self.folder is not None
        return self.folder / key[0] / key[1:]

    def bound(self, most: int = MOST_BYTES) -> None:
        """Clear the shelves to which something came since, if they hold more than their share."""
        for name in sorted(self._written):
            _clear(self._shelf(name), most // len(SHELVES))
        self._written.clear()

    def _shelf(self, name: str) -> Path:
        assert self.folder is not None
        return self.folder / name

    def stock(self) -> Stock:
        """What there is."""
        folder = self.folder or Path()
        found = [status for name in SHELVES for _, status in _entries(folder / name)]
        times = [status.st_mtime for status in found]
        size = sum(status.st_size for status in found)
        return Stock(folder, len(found), size, min(times, default=None), max(times, default=None))

    def clean(self) -> Stock:
        """Remove every entry; return what was removed. Raises OSError where one cannot be."""
        before = self.stock()
        for name in SHELVES if self.folder else ():
            for path, _ in _entries(self._shelf(name), whole=True):
                path.unlink(missing_ok=True)
            with suppress(OSError):
                self._shelf(name).rmdir()
        if self.folder:
            with suppress(OSError):
                self.folder.rmdir()
        return before


def _seal(key: str, body: bytes) -> bytes:
    return hashlib.blake2b(key.encode() + body, digest_size=_DIGEST).digest()


def _entries(shelf: Path, *, whole: bool = False) -> Iterator[tuple[Path, os.stat_result]]:
    """Yield the entries of a shelf; `whole`: and what is half written."""
    try:
        found = list(os.scandir(shelf))
    except OSError:
        return
    for entry in found:
        half = entry.name.startswith(".") and entry.name.endswith(".tmp")
        if not half and entry.name.strip(SHELVES):
            continue  # not ours
        with suppress(OSError):
            status = entry.stat(follow_symlinks=False)
            if whole or not half:
                yield Path(entry.path), status


def _clear(shelf: Path, most: int) -> None:
    """Remove entries of a shelf, the least lately used first, and what nobody writes any more."""
    found = sorted(_entries(shelf, whole=True), key=lambda one: one[1].st_mtime)
    size, now = sum(status.st_size for _, status in found), time.time()
    goal = most * _KEPT if size > most else size
    for path, status in found:
        dead = path.name.startswith(".") and status.st_mtime < now - _BEING_WRITTEN
        if size > goal or dead:
            with suppress(OSError):
                path.unlink(missing_ok=True)
                size -= status.st_size


def kept_results() -> Results:
    """The results of this user, used by this run or not."""
    return _of(cache_folder() / "results")


def own_results() -> Results:
    """The results of this user; none where PLANLINT_NO_CACHE is set."""
    return kept_results() if caching() else _of(None)


@cache
def _of(folder: Path | None) -> Results:
    return Results(folder)
