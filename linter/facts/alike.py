"""Names that share most of their characters: a cheap test before their words are judged."""

from collections import Counter
from collections.abc import Iterable


def is_alike(first: str, second: str) -> bool:
    """Tell whether two thirds of the characters are common: in no order."""
    return _alike(first, second, len(set(first) & set(second)))


def _alike(first: str, second: str, common: int) -> bool:
    if 2 * min(len(first), len(second)) < max(len(first), len(second)):
        return False
    return 3 * common >= 2 * max(len(set(first)), len(set(second)))


class AlikeNames:
    """Many names, to be asked which of them are alike (`is_alike`) to another one.

    Only names that share a character are looked at: the cost does not grow with all pairs.
    """

    def __init__(self, names: Iterable[str]) -> None:
        self._holding: dict[str, list[str]] = {}
        for name in dict.fromkeys(names):
            for char in set(name):
                self._holding.setdefault(char, []).append(name)
        self._found: dict[str, list[str]] = {}

    def of(self, name: str) -> list[str]:
        """Return the names alike to this one, itself included, in no particular order."""
        found = self._found.get(name)
        if found is None:
            common: Counter[str] = Counter()
            for char in set(name):
                common.update(self._holding.get(char, ()))
            found = [other for other, count in common.items() if _alike(name, other, count)]
            self._found[name] = found
        return found
