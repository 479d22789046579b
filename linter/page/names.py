"""Names of files as a browser tells them: shown and offered for downloads, never used as a path."""

import re
import unicodedata
from collections.abc import Container
from pathlib import PurePosixPath
from urllib.parse import quote, unquote_to_bytes

from linter.text.harmless import harmless

_LONGEST_STEM, _LONGEST_SUFFIX = 80, 12
_SEPARATORS = re.compile(r"[/\\]")
_UNSEEN = re.compile(r"[\x00-\x1f\u2400-\u2421\ufffd]")  # and what `harmless` puts for them
_UNFIT = re.compile(r'[<>:"|?*]')  # no part of a name on Windows
_USUAL = "文稿"


def told_name(header: str) -> str | None:
    """Return the name in a header (percent-encoded UTF-8), None where it is none.

    Folders before it, and characters that turn a line round or move a cursor, are left out.
    """
    try:
        raw = unquote_to_bytes(header).decode("utf-8")
    except UnicodeError:
        return None
    name = _SEPARATORS.split(raw)[-1]
    name = _UNSEEN.sub("", harmless(unicodedata.normalize("NFC", name))).strip(" .")
    stem, dot, suffix = name.rpartition(".")
    if not dot or len(suffix) > _LONGEST_SUFFIX:
        return name[:_LONGEST_STEM] or _USUAL
    return f"{stem.strip()[:_LONGEST_STEM] or _USUAL}.{suffix}"


def suffix_of(name: str) -> str:
    """The suffix of a name in small letters, with its dot."""
    return PurePosixPath(name).suffix.lower()


def stem_of(name: str) -> str:
    """A name without its suffix."""
    return name.removesuffix(PurePosixPath(name).suffix)


def distinct(name: str, taken: Container[str]) -> str:
    """Return the name with a number where it is taken: 规划 (2).docx."""
    stem, suffix, number, one = stem_of(name), PurePosixPath(name).suffix, 1, name
    while one in taken:
        number += 1
        one = f"{stem} ({number}){suffix}"
    return one


def attachment(name: str) -> str:
    """The header Content-Disposition that offers a file under a name (RFC 6266, RFC 5987)."""
    fit = _UNFIT.sub("_", name)
    plain = f"planlint{suffix_of(fit) if suffix_of(fit).isascii() else ''}"
    return f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(fit, safe='')}"
