"""Globs, as in .gitignore: * within a name, ** over folders; a bare name at any depth."""

import re
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from linter.catalogue.pattern_messages import fault

if TYPE_CHECKING:
    from pathspec.patterns.gitignore.basic import GitIgnoreBasicPattern

_FOLDERS = ("/", "**")  # at the end of a glob: everything below
_ANY = "*"


class GlobError(ValueError):
    """A glob that matches nothing, whatever the path; the message says why."""


def matches(path: Path, glob: str, folder: Path) -> bool:
    """Tell whether a file matches a glob relative to a folder. Raises GlobError.

    `drafts/` and `drafts/**` are all files below, `drafts/*` only those in the folder itself; a
    file outside the folder is matched by its whole path.
    """
    whole = path.resolve()
    try:
        relative = whole.relative_to(folder.resolve()).as_posix()
    except ValueError:
        relative = whole.as_posix().lstrip("/")
    glob = glob.strip()
    found = _compiled(glob).match_file(relative)
    if found is None:
        return False
    # git takes what a folder's name matches with all that is in it; only the file's is meant here.
    return glob == _ANY or glob.endswith(_FOLDERS) or found.match.end() == len(relative)


@lru_cache(maxsize=1024)
def _compiled(glob: str) -> "GitIgnoreBasicPattern":
    # Only where a configuration names files: to import it takes as long as to read a short draft.
    from pathspec.patterns.gitignore import GitIgnorePatternError
    from pathspec.patterns.gitignore.basic import GitIgnoreBasicPattern

    try:
        pattern = GitIgnoreBasicPattern(glob.replace("\\", "/").removeprefix("./"))
    except re.error as error:
        raise GlobError(f"“{glob}”不是有效的路径模式（{fault(error)}）") from error
    except GitIgnorePatternError as error:
        raise GlobError(f"“{glob}”不是有效的路径模式") from error
    if not pattern.include:
        raise GlobError(f"“{glob}”不是有效的路径模式（不能以 !、# 开头）")
    return pattern
