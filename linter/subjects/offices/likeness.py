"""Whether some text has most of a title's words, whatever stands between them."""

from collections import defaultdict
from collections.abc import Iterable
from itertools import pairwise

from linter.text.folding import key
from linter.text.patterns import lazily

_VERBS = lazily(
    r"加快|推进|推动|加强|强化|深化|完善|构建|建立|健全|建设|发展|提升|提高|实施|大力|积极|全面|着力|[和与及的、,]"
)


def likeness(words: str, text: str) -> float:
    """The share of a title's pairs of characters that a text has, common verbs left away; 1 for a
    title of verbs alone."""
    pairs = _pairs(words)
    return sum(pair in text for pair in pairs) / len(pairs) if pairs else 1.0


def _pairs(words: str) -> set[str]:
    content = _VERBS.sub("\x00", key(words))
    return {a + b for a, b in pairwise(content) if "\x00" not in a + b}


class Texts:
    """Texts (keys, see linter.text.folding) that are asked for the words of many titles.

    Of each pair of characters it is known which texts have it, as the bits of a number: all texts
    are counted for at once, however many they are.
    """

    def __init__(self, texts: Iterable[str]) -> None:
        self._having: dict[str, int] = defaultdict(int)
        self._all = 0
        for number, text in enumerate(dict.fromkeys(texts)):
            bit = 1 << number
            self._all |= bit
            for pair in {a + b for a, b in pairwise(text)}:
                self._having[pair] |= bit
        self._known: dict[str, bool] = {}

    def have(self, words: str, share: float) -> bool:
        """Tell whether the likeness of a title to one of the texts is `share` or more."""
        found = self._known.get(words)
        if found is None:
            found = self._known[words] = self._counted(_pairs(words), share)
        return found

    def _counted(self, pairs: set[str], share: float) -> bool:
        if not pairs:
            return bool(self._all)
        asked = next((n for n in range(len(pairs)) if n / len(pairs) >= share), len(pairs))
        places: list[int] = []  # for each text, how many of the pairs it has: binary digits
        for pair in pairs:
            carried = self._having.get(pair, 0)
            for i, digit in enumerate(places):
                places[i], carried = digit ^ carried, digit & carried
            if carried:
                places.append(carried)
        return bool(_at_least(asked, places, self._all))


def _at_least(asked: int, digits: list[int], everyone: int) -> int:
    """Who has counted at least so many; `digits` are those of all counts, the lowest first."""
    if asked.bit_length() > len(digits):
        return 0
    more, same = 0, everyone
    for i in range(len(digits) - 1, -1, -1):
        if asked >> i & 1:
            same &= digits[i]
        else:
            more |= same & digits[i]
            same &= ~digits[i]
    return more | same
