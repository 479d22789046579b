"""What .gitignore files leave out: those of the folder that is walked, below it, and above it up to
the root of its repository."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from linter.text.files import is_file

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

NAME = ".gitignore"
Chain = Sequence["tuple[Path, GitIgnoreSpec]"]  # the nearest first


class Ignored:
    """The .gitignore files that hold below one folder."""

    def __init__(self, folder: Path) -> None:
        start = folder.resolve()
        above = (place for place in (start, *start.parents) if (place / ".git").exists())
        self._top = next(above, start)
        self._specs: dict[Path, GitIgnoreSpec | None] = {}
        self._chains: dict[Path, tuple[Path, Chain]] = {}

    def __call__(self, path: Path, *, folder: bool = False) -> bool:
        """Tell whether a file or folder is left out: the nearest file that has a word decides."""
        if path.parent not in self._chains:
            self._chains[path.parent] = self._chain(path.parent.resolve())
        place, chain = self._chains[path.parent]
        for above, spec in chain:
            name = (place / path.name).relative_to(above).as_posix()
            found = spec.check_file(name + "/" if folder else name).include
            if found is not None:
                return found
        return False

    def _chain(self, folder: Path) -> "tuple[Path, Chain]":
        """The patterns that hold in a folder, its own first."""
        chain = []
        for place in (folder, *folder.parents):
            if place not in self._specs:
                self._specs[place] = _read(place / NAME)
            spec = self._specs[place]
            if spec is not None:
                chain.append((place, spec))
            if place == self._top:
                break
        return folder, chain


def _read(file: Path) -> "GitIgnoreSpec | None":
    """The patterns of a file; None without one that can be read."""
    if not is_file(file):
        return None
    from pathspec import GitIgnoreSpec

    try:
        text = file.read_bytes().decode("utf-8-sig", "surrogateescape")
        return GitIgnoreSpec.from_lines(text.splitlines())
    except (OSError, ValueError):  # a pattern that is none: git passes over it as well
        return None
