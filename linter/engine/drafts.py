"""Which files of the paths that a user gives are drafts."""

import os
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Protocol

from linter.engine.ignored import Ignored
from linter.readers.suffixes import CONVERTED, NAMED_ONLY, SUFFIXES
from linter.text.files import is_file, is_folder
from linter.text.own_marks import is_own

_OURS = re.compile(r"\.(?:bak\d*|批注)$")  # what planlint keeps of a draft, or writes beside it
_WALKED = {*SUFFIXES, *CONVERTED} - NAMED_ONLY
EXCLUDED, IGNORED, OWN = "exclude", "gitignore", "own"  # why a file is left out


class Walk(Protocol):
    """What is to be left out of folders; a Session is one."""

    heeds_gitignore: bool
    forces_exclude: bool

    def excludes(self, path: Path, *, folder: bool = False) -> bool: ...


class Drafts:
    """Finds the drafts of the paths of a run; `left_out` counts what else there is, by reason.

    Word's lock files (~$…), what planlint wrote (reports, NAME.bak.docx, annotated copies), hidden
    folders, what `exclude:` and .gitignore files name, PDFs, which are copies of a draft more often
    than drafts, and templates are no drafts in a folder; a file that is named is one.
    """

    def __init__(self, session: Walk | None = None) -> None:
        self._session = session
        self.left_out: Counter[str] = Counter()

    def files(self, paths: Sequence[Path]) -> list[Path]:
        """Return the files to check, each once: files as given, folders in name order, and the
        folders there that cannot be read: the report says so."""
        found: dict[Path, None] = {}
        for path in paths:
            for file in self._walk(path) if is_folder(path) else self._named(path):
                found.setdefault(file)
        return list(found)

    def below(self, folder: Path, unread: list[Path] | None = None) -> Iterator[Path]:
        """Yield the drafts in a folder and those below it, in no order; add the folders that
        cannot be read to `unread`."""

        def failed(error: OSError) -> None:
            if unread is not None:
                unread.append(Path(error.filename))

        heeds = self._session is not None and self._session.heeds_gitignore
        ignored = Ignored(folder) if heeds else None
        for place, below, names in os.walk(folder, onerror=failed):
            inside = [Path(place, name) for name in below if not name.startswith(".")]
            below[:] = [path.name for path in inside if not self._out(path, ignored, folder=True)]
            for path in (Path(place, name) for name in names if _is_draft(name)):
                if is_file(path) and not self._out(path, ignored):
                    yield path

    def _walk(self, folder: Path) -> list[Path]:
        unread: list[Path] = []
        return sorted([*self.below(folder, unread), *unread])

    def _named(self, path: Path) -> Iterable[Path]:
        """A file that is named, unless even such are to be left out."""
        if self._session is None or not self._session.forces_exclude or path == Path("-"):
            return (path,)
        if any(self._excluded(above, folder=True) for above in path.parents):
            return ()
        return () if self._excluded(path) else (path,)

    def _out(self, path: Path, ignored: Ignored | None, *, folder: bool = False) -> bool:
        if self._excluded(path, folder=folder):
            return True
        if ignored is not None and ignored(path, folder=folder):
            self.left_out[IGNORED] += 1
            return True
        if not folder and (_OURS.search(path.stem) or is_own(path)):
            self.left_out[OWN] += 1
            return True
        return False

    def _excluded(self, path: Path, *, folder: bool = False) -> bool:
        out = self._session is not None and self._session.excludes(path, folder=folder)
        self.left_out[EXCLUDED] += out
        return out


def _is_draft(name: str) -> bool:
    return Path(name).suffix.lower() in _WALKED and not name.startswith(("~$", "."))


def expand_paths(paths: Sequence[Path], session: Walk | None = None) -> list[Path]:
    """Return the files to check, as `Drafts.files` does."""
    return Drafts(session).files(paths)


def drafts_below(folder: Path) -> Iterator[Path]:
    """Yield the drafts in a folder and those below it, in no order."""
    return Drafts().below(folder)
