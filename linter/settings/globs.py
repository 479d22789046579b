"""Globs over paths: * within a name, ** over folders; a bare name matches at any depth."""

import re
from functools import lru_cache
from pathlib import Path

from linter.text.patterns import lazily

_PIECES = lazily(r"\*\*/|\*\*|\*|\?|\[!?[^\]]+\]|[^*?\[]+|\[")


def matches(path: Path, glob: str, folder: Path) -> bool:
    """Tell whether a file matches a glob relative to a folder.

    `drafts/` and `drafts/**` are all files below; a file outside the folder is matched by its
    whole path.
    """
    whole = path.resolve()
    try:
        relative = whole.relative_to(folder.resolve()).as_posix()
    except ValueError:
        relative = whole.as_posix().lstrip("/")
    return bool(_compiled(glob).fullmatch(relative))


@lru_cache(maxsize=1024)
def _compiled(glob: str) -> re.Pattern[str]:
    words = glob.strip().replace("\\", "/").removeprefix("./")
    anywhere = "/" not in words.rstrip("/")
    words = words.lstrip("/")
    if words.endswith("/"):
        words += "**"
    pattern = "".join(map(_piece, _PIECES.findall(words)))
    return re.compile(("(?:.*/)?" if anywhere else "") + pattern)


def _piece(piece: str) -> str:
    if piece == "**/":
        return "(?:.*/)?"
    if piece == "**":
        return ".*"
    if piece == "*":
        return "[^/]*"
    if piece == "?":
        return "[^/]"
    if piece.startswith("[") and len(piece) > 1:
        return "[" + piece[1:].replace("!", "^", 1) if piece[1] == "!" else piece
    return re.escape(piece)
