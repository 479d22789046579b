"""Which files of the paths that a user gives are drafts."""

import os
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from linter.readers.suffixes import CONVERTED, NAMED_ONLY, SUFFIXES
from linter.text.files import is_file, is_folder

_OURS = re.compile(r"\.(?:bak\d*|批注)$")  # what planlint keeps of a draft, or writes beside it
_WALKED = {*SUFFIXES, *CONVERTED} - NAMED_ONLY


def expand_paths(paths: Sequence[Path]) -> list[Path]:
    """Return the files to check: files as given, folders walked for the formats that we read.

    Word's lock files (~$…), our own copies (NAME.bak.docx, NAME.批注.docx) and hidden folders are
    skipped, and so are PDFs, which are copies of a draft more often than drafts, and templates.
    Each file once, folders in name order.
    """
    found: dict[Path, None] = {}
    for path in paths:
        for file in _walk(path) if is_folder(path) else (path,):
            found.setdefault(file)
    return list(found)


def _walk(folder: Path) -> list[Path]:
    """The drafts below a folder, and the folders there that cannot be read: the report says so."""
    unread: list[Path] = []
    return sorted([*drafts_below(folder, unread), *unread])


def drafts_below(folder: Path, unread: list[Path] | None = None) -> Iterator[Path]:
    """Yield the drafts in a folder and those below it, in no order; add the folders that cannot be
    read to `unread`."""

    def failed(error: OSError) -> None:
        if unread is not None:
            unread.append(Path(error.filename))

    for place, below, names in os.walk(folder, onerror=failed):
        below[:] = [name for name in below if not name.startswith(".")]
        for name in names:
            path = Path(place, name)
            draft = path.suffix.lower() in _WALKED and not name.startswith(("~$", "."))
            if draft and not _OURS.search(path.stem) and is_file(path):
                yield path
