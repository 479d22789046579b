"""Words that no rule may report: names and coinages that an office vouches for."""

import re
from bisect import bisect_right
from functools import cache, lru_cache
from typing import NamedTuple

from linter.document.nodes import Span
from linter.text.folding import fold


class Allowed(NamedTuple):
    """The allow-list of an office."""

    words: tuple[str, ...] = ()

    def covers(self, span: Span) -> bool:
        """Tell whether a span lies within an allowed word, as the draft has it."""
        if not self.words or span.label:
            return False
        start, end = span.start, span.end
        places = _places(self.words, span.node.folded)
        last = bisect_right(places, (start, len(span.node.folded)))
        return last > 0 and end <= places[last - 1][1]


@lru_cache(maxsize=16)
def _places(words: tuple[str, ...], text: str) -> list[tuple[int, int]]:
    """Where the words stand in a text, in its order: they do not overlap."""
    return [match.span() for match in _pattern(words).finditer(text)]


@cache
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    folded = sorted({fold(word) for word in words}, key=len, reverse=True)
    return re.compile("|".join(map(re.escape, folded)))
