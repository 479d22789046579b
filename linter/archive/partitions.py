"""Which drafts are checked together: some fifty, cut where no neighbour can move the cut far."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from linter.archive.keys import digest
from linter.archive.schema import VERSION

_MOST_BYTES, _MOST_FILES = 4 << 20, 100
_LEAST = 4  # of which a part is cut only by one of the bounds above
_ONE_IN = 40


class ArchiveFile(NamedTuple):
    """A draft: its path below the archive, how its file is, the digest of its settings."""

    name: str
    size: int
    modified: int
    changed: int
    settings: str


class Partition(NamedTuple):
    """Drafts that one task checks; `key` names them, their settings and the state of planlint."""

    key: str
    sources: tuple[ArchiveFile, ...]


def state_of(path: Path) -> tuple[int, int, int]:
    """The size of a file and the moments when it and its entry were changed; zeros for none."""
    try:
        status = path.stat()
    except OSError:
        return 0, 0, 0
    return status.st_size, status.st_mtime_ns, status.st_ctime_ns


def partitions(sources: Iterable[ArchiveFile], code: str) -> Iterator[Partition]:
    """Yield the partitions of drafts in their order.

    One is full at so many bytes or files. It ends before that where the name of a draft says so:
    a draft that comes or goes moves the cuts next to it and no others.
    """
    for group in _cut(sources):
        names = [part for source in group for part in (source.name, source.settings)]
        yield Partition(digest(f"{VERSION}", code, *names), tuple(group))


def _cut(sources: Iterable[ArchiveFile]) -> Iterator[list[ArchiveFile]]:
    group: list[ArchiveFile] = []
    size = 0
    for source in sources:
        group.append(source)
        size += source.size
        full = size >= _MOST_BYTES or len(group) >= _MOST_FILES
        enough = size * _LEAST >= _MOST_BYTES or len(group) * _LEAST >= _MOST_FILES
        if full or (enough and int(digest(source.name), 16) % _ONE_IN == 0):
            yield group
            group, size = [], 0
    if group:
        yield group
