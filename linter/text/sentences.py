"""Clauses and sentences: the stretch of text in which words belong together.

All offsets are into folded text. A comma between the thousands of a number ends no clause.
"""

import re

from linter.text.patterns import lazily

_CLAUSE_END = lazily(r"[。;:!?\n]|,(?!\d{3}(?!\d))")
SENTENCE_END = lazily(r"[。;!?\n]")


def clause(text: str, at: int) -> tuple[int, int]:
    """Return (start, end) of the clause around an offset."""
    return _around(_CLAUSE_END, text, at)


def sentence(text: str, at: int) -> tuple[int, int]:
    """Return (start, end) of the sentence (to 。 or ；) around an offset."""
    return _around(SENTENCE_END, text, at)


def _around(ends: re.Pattern[str], text: str, at: int) -> tuple[int, int]:
    start = 0
    for match in ends.finditer(text):
        if match.start() >= at:
            return start, match.start()
        start = match.end()
    return start, len(text)
