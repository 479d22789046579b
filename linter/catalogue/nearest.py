"""The nearest of the words that were possible, for a word that was not."""

from collections.abc import Iterable


def nearest(word: str, names: Iterable[str]) -> str | None:
    """Return the name that was most likely meant, whatever its case; None if none is near."""
    from difflib import get_close_matches

    by_fold: dict[str, str] = {}
    for name in names:
        by_fold.setdefault(name.lower(), name)
    near = get_close_matches(word.lower(), by_fold, 3, 0.6)
    return next((by_fold[name] for name in near if _alike(word.lower(), name)), None)


def _alike(word: str, name: str) -> bool:
    """Tell whether codes of rules are alike in their letters, not in their digits alone."""
    from difflib import SequenceMatcher

    one, other = _letters(word), _letters(name)
    return not one or not other or SequenceMatcher(None, one, other).ratio() > 0.6


def _letters(word: str) -> str:
    """The letters of a rule's code in small letters; empty where it is no code."""
    letters = word.rstrip("0123456789")
    bare = letters.removesuffix("-")
    coded = letters != word and bare.isascii() and bare.isalpha() and bare.islower()
    return bare if coded else ""


def hint(word: str, names: Iterable[str], otherwise: str = "") -> str:
    """Return “，是不是 name？” where a name is near, else `otherwise`."""
    near = nearest(word, names)
    return f"，是不是 {near}？" if near else otherwise
