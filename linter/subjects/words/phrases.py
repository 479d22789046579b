"""Set phrases of plans with one character mistaken for another of its sound or look: 分类实策.

Of a phrase of four characters or more, one half at least is right, and is looked up. What may be
mistaken for a character is a long list, read when a phrase is found with one character off.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from linter.plan.lexicon import Lexicon
from linter.subjects.words.slips import Slip
from linter.text.segmentation import builtin_words


class _Phrase(NamedTuple):
    """A phrase, and where the half stands in it that is looked up."""

    words: str
    at: int


def phrase_keys(lexicon: Lexicon) -> dict[str, list[_Phrase]]:
    """The phrases by two characters of either half."""
    keys: dict[str, list[_Phrase]] = {}
    for line in lexicon.entries("phrases"):
        for words in line.split():
            for at in (0, len(words) - 2):
                keys.setdefault(words[at : at + 2], []).append(_Phrase(words, at))
    return keys


def _mistaken(lexicon: Lexicon) -> dict[str, list[str]]:
    """For each phrase, what is mistaken for each of its characters."""
    lines = (line.split() for line in lexicon.entries("generated/phrase_slips"))
    return {words: wrong.split("/") for words, wrong in lines}


def find_phrase_slips(text: str, places: Iterable[int], lexicon: Lexicon) -> Iterator[Slip]:
    """Yield the phrases of a text with one character mistaken. `places` are those of keys."""
    keys = lexicon.get(phrase_keys)
    for i in places:
        for phrase in keys.get(text[i : i + 2], ()):
            start, size = i - phrase.at, len(phrase.words)
            written = text[max(start, 0) : start + size]
            if written == phrase.words or len(written) != size:
                continue
            if not _is_mistaken(written, phrase, lexicon):
                continue
            if not builtin_words().is_cut_out(text, start, start + size):
                yield Slip(start, written, phrase.words)


def _is_mistaken(written: str, phrase: _Phrase, lexicon: Lexicon) -> bool:
    """Tell whether one character is mistaken; one of the first half, if the last is looked up."""
    off = [i for i, char in enumerate(phrase.words) if written[i] != char]
    if len(off) != 1 or (off[0] < len(phrase.words) // 2) is (phrase.at == 0):
        return False
    return written[off[0]] in lexicon.get(_mistaken)[phrase.words][off[0]]
