"""The nearest of the words that were possible, for a word that was not."""

import difflib
from collections.abc import Iterable


def nearest(word: str, names: Iterable[str]) -> str | None:
    """Return the name that was most likely meant, whatever its case; None if none is near."""
    by_fold: dict[str, str] = {}
    for name in names:
        by_fold.setdefault(name.lower(), name)
    near = difflib.get_close_matches(word.lower(), by_fold, 1, 0.6)
    return by_fold[near[0]] if near else None


def hint(word: str, names: Iterable[str], otherwise: str = "") -> str:
    """Return “，是不是 name？” where a name is near, else `otherwise`."""
    near = nearest(word, names)
    return f"，是不是 {near}？" if near else otherwise
