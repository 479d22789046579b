"""Clauses and sentences: the stretch of text in which words belong together.

All offsets are into folded text. A comma between the thousands of a number ends no clause.
"""

import re
from bisect import bisect_left, bisect_right
from functools import lru_cache

from linter.text.patterns import lazily

_CLAUSE_END = lazily(r"[。;:!?\n]|,(?!\d{3}(?!\d))")
SENTENCE_END = lazily(r"[。;!?\n]")
_REACH = 1_000  # characters on either side: no sentence is longer


def clause(text: str, at: int) -> tuple[int, int]:
    """Return (start, end) of the clause around an offset, as far as it can matter."""
    return _around(_CLAUSE_END, text, at)


def sentence(text: str, at: int) -> tuple[int, int]:
    """Return (start, end) of the sentence (to 。 or ；) around an offset, as `clause` does."""
    return _around(SENTENCE_END, text, at)


def start_of(text: str, at: int, marks: str) -> int:
    """Return where the stretch around an offset begins: behind the last of the marks before it."""
    first = max(0, at - _REACH)
    return max(first, 1 + max(text.rfind(mark, first, at) for mark in marks))


def end_of(text: str, at: int, marks: str) -> int:
    """Return where the stretch around an offset ends: before the first of the marks from there."""
    last = min(len(text), at + _REACH)
    ends = (text.find(mark, at, last) for mark in marks)
    return min((end for end in ends if end >= 0), default=last)


def sentence_number(text: str, at: int) -> int:
    """Return how many sentences end before an offset."""
    return bisect_right(_ends(SENTENCE_END, text)[1], at)


def is_quoted(text: str, at: int) -> bool:
    """Tell whether more “ than ” stand before an offset."""
    return bisect_left(_places(text, "“"), at) > bisect_left(_places(text, "”"), at)


@lru_cache(maxsize=32)
def _places(text: str, mark: str) -> list[int]:
    return [i for i, char in enumerate(text) if char == mark] if mark in text else []


def _around(ends: re.Pattern[str], text: str, at: int) -> tuple[int, int]:
    starts, behind = _ends(ends, text)
    i = bisect_left(starts, at)
    start = behind[i - 1] if i else 0
    end = starts[i] if i < len(starts) else len(text)
    return max(start, at - _REACH), min(end, at + _REACH)


@lru_cache(maxsize=32)
def _ends(ends: re.Pattern[str], text: str) -> tuple[list[int], list[int]]:
    """Where the marks stand that end a stretch, and where the next one begins."""
    places = [match.span() for match in ends.finditer(text)]
    return [start for start, _ in places], [end for _, end in places]
