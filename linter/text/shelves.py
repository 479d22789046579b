"""A long list of words with their counts, unpacked as far as texts ask for it.

A draft has a third of the characters with which the words of a dictionary begin; to make all
eighty thousand words takes longer than to part a draft into them.
"""

from collections import defaultdict
from collections.abc import Mapping


class Shelves(dict[str, int]):
    """The words whose first characters were asked for, with their counts."""

    def __init__(self, packed: Mapping[str, str]) -> None:
        """`packed`: by first character, lines `count word word …`, as `packed` returns them."""
        super().__init__()
        self._packed = packed
        self._open: set[str] = set()

    def open(self, text: str) -> None:
        """Add the words that begin with a character of the text."""
        for first in set(text) - self._open:
            self._open.add(first)
            for line in self._packed.get(first, "").splitlines():
                count, *words = line.split(" ")
                self.update(dict.fromkeys(words, int(count)))

    def open_all(self) -> None:
        """Add all words."""
        self.open("".join(self._packed))


def packed(counts: Mapping[str, int]) -> dict[str, str]:
    """Return words with their counts as `Shelves` takes them."""
    firsts: dict[str, dict[int, list[str]]] = defaultdict(lambda: defaultdict(list))
    for word, count in counts.items():
        firsts[word[:1]][count].append(word)
    return {
        first: "\n".join(f"{count} {' '.join(words)}" for count, words in levels.items())
        for first, levels in firsts.items()
    }
