"""What .gitignore files leave out: those of the folder that is walked, below it, and above it up to
the root of its repository."""

from pathlib import Path
from typing import TYPE_CHECKING

from linter.text.files import is_file

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

NAME = ".gitignore"


class Ignored:
    """The .gitignore files that hold below one folder."""

    def __init__(self, folder: Path) -> None:
        start = folder.resolve()
        above = (place for place in (start, *start.parents) if (place / ".git").exists())
        self._top = next(above, start)
        self._specs: dict[Path, GitIgnoreSpec | None] = {}

    def __call__(self, path: Path, *, folder: bool = False) -> bool:
        """Tell whether a file or folder is left out: the nearest file that has a word decides."""
        whole = path.parent.resolve() / path.name
        for place in whole.parents:
            spec = self._specs[place] if place in self._specs else self._read(place)
            if spec is not None:
                name = whole.relative_to(place).as_posix()
                found = spec.check_file(name + "/" if folder else name).include
                if found is not None:
                    return found
            if place == self._top:
                break
        return False

    def _read(self, place: Path) -> "GitIgnoreSpec | None":
        """The patterns of a folder's own file; None without one that can be read."""
        file, spec = place / NAME, None
        if is_file(file):
            from pathspec import GitIgnoreSpec

            try:
                text = file.read_bytes().decode("utf-8-sig", "surrogateescape")
                spec = GitIgnoreSpec.from_lines(text.splitlines())
            except (OSError, ValueError):  # a pattern that is none: git passes over it as well
                spec = None
        self._specs[place] = spec
        return spec
