"""Which files of the paths that a user gives are drafts."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from linter.readers.load import CONVERTED, NAMED_ONLY, SUFFIXES

_WALKED = {*SUFFIXES, *CONVERTED} - NAMED_ONLY


def expand_paths(paths: Sequence[Path]) -> list[Path]:
    """Return the files to check: files as given, folders walked for the formats that we read.

    Word's lock files (~$…) and hidden folders are skipped, and so are PDFs, which are copies of a
    draft more often than drafts, and templates. Each file once, folders in name order.
    """
    found: dict[Path, None] = {}
    for path in paths:
        for file in _walk(path) if path.is_dir() else (path,):
            found.setdefault(file)
    return list(found)


def _walk(folder: Path) -> list[Path]:
    return sorted(drafts_below(folder))


def drafts_below(folder: Path) -> Iterator[Path]:
    """Yield the drafts in a folder and those below it, in no order."""
    for path in folder.rglob("*"):
        if (
            path.suffix.lower() in _WALKED
            and not path.name.startswith(("~$", "."))
            and not any(part.startswith(".") for part in path.relative_to(folder).parts[:-1])
            and path.is_file()
        ):
            yield path
