"""Words that no rule may report: names and coinages that an office vouches for."""

import re
from functools import cache
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
        text = span.node.folded
        return any(
            match.start() <= start and end <= match.end()
            for match in _pattern(self.words).finditer(text)
        )


@cache
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    folded = sorted({fold(word) for word in words}, key=len, reverse=True)
    return re.compile("|".join(map(re.escape, folded)))
