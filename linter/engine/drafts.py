"""Which files of the paths that a user gives are drafts."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from linter.readers.load import CONVERTED, SUFFIXES

_BACKUP = re.compile(r"\.bak\d*$")  # what planlint keeps of a draft that it writes into
_WALKED = {*SUFFIXES, *CONVERTED} - {".pdf"}


def expand_paths(paths: Sequence[Path]) -> list[Path]:
    """Return the files to check: files as given, folders walked for the formats that we read.

    Word's lock files (~$…), backups (NAME.bak.docx) and hidden folders are skipped, and so are
    PDFs, which are copies of a draft more often than drafts. Each file once, folders in name order.
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
            and not _BACKUP.search(path.stem)
            and not path.name.startswith(("~$", "."))
            and not any(part.startswith(".") for part in path.relative_to(folder).parts[:-1])
            and path.is_file()
        ):
            yield path
