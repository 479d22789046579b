"""Find the wrong forms that are pieces of right text: inside a word, or where two words meet.

    python -m bench.lexicons.pieces

A list of wrong forms is safe only if right text never holds one, or if a guard knows the text: the
neighbours in the entry itself, or `Words.is_cut_out`. Every form of the lists, and every pattern of
omissions, is tried in the common words of jieba's whole dictionary and of today's plans
(rules/lexicon/today_words.yaml), and in the commonest pairs of them.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum
from itertools import product
from typing import NamedTuple

from bench.lexicons.words import entries, lone_words, today_words
from linter.plan.lexicon import builtin_lexicon
from linter.subjects.words.slips import slip_forms
from linter.subjects.words.wrong_forms import Certainty, WrongForm, wrong_forms
from linter.text.folding import is_han
from linter.text.segmentation import Words, builtin_words

COMMON = 20  # times that jieba counts a word
VERY_COMMON = 1000  # the same for each of two words that meet
OFTEN = 0.05  # meetings in a million words, were their order chance
TRIED = 4  # the commonest words on each side of a meeting


class Kind(StrEnum):
    """IS_WORD: the form itself is a word. INSIDE: of a longer word. MEETING: of two words."""

    IS_WORD = "is a word"
    INSIDE = "inside"
    MEETING = "meeting"
    OMISSION = "omission"


class Piece(NamedTuple):
    """A wrong form, the right text that holds it, and how often: counts, or per million words."""

    kind: Kind
    source: str
    form: str
    right: str
    text: str
    weight: float
    guarded: bool


class _Form(NamedTuple):
    source: str
    form: WrongForm


def forms() -> list[_Form]:
    """Return the wrong forms of typos, lookalikes, homophones and slips, each once."""
    found: dict[str, _Form] = {}
    names = {Certainty.LIKELY: "homophones", Certainty.ERROR: "typos, lookalikes"}
    for form in wrong_forms(builtin_lexicon()):
        found.setdefault(form.wrong, _Form(names[form.certainty], form))
    for listed in slip_forms(builtin_lexicon()).values():
        for at, wrong, right in listed:
            form = WrongForm(wrong, right, Certainty.LIKELY, at)
            found.setdefault(wrong, _Form("slips", form))
    return list(found.values())


def dictionary() -> dict[str, int]:
    """Return the common words, of characters only those that can stand by themselves."""
    lone = set(lone_words())
    words = {
        word: entry.times
        for word, entry in entries().items()
        if entry.is_common and (len(word) > 1 or word in lone) and all(map(is_han, word))
    }
    return words | dict.fromkeys(today_words(), COMMON)


def pieces(
    forms: Iterable[_Form], dictionary: dict[str, int], words: Words | None = None
) -> Iterator[Piece]:
    """Yield where the forms are pieces of right text."""
    words = words or builtin_words()
    forms = list(forms)
    yield from _held(forms, dictionary, words)
    yield from _meeting(forms, dictionary, words)


def _held(forms: list[_Form], dictionary: dict[str, int], words: Words) -> Iterator[Piece]:
    """Yield the forms that are words or inside words: the commonest word that its guards let by."""
    by_pair: dict[str, list[_Form]] = defaultdict(list)
    for form in forms:
        by_pair[form.form.wrong[:2]].append(form)
    worst: dict[tuple[str, Kind], Piece] = {}
    for word, count in dictionary.items():
        for i in range(len(word) - 1):
            for form in by_pair.get(word[i : i + 2], ()):
                if form.form.stands(word, i):
                    kind = Kind.IS_WORD if word == form.form.wrong else Kind.INSIDE
                    piece = _piece(kind, form, word, i, count, words)
                    key = (form.form.wrong, kind)
                    # One that nothing guards is worse than any that something does.
                    if key not in worst or _badness(piece) > _badness(worst[key]):
                        worst[key] = piece
    yield from worst.values()


def _badness(piece: Piece) -> tuple[bool, float]:
    return not piece.guarded, piece.weight


def _piece(kind: Kind, form: _Form, text: str, at: int, weight: float, words: Words) -> Piece:
    wrong, right = form.form.wrong, form.form.right
    guarded = words.is_cut_out(text, at, at + len(wrong))
    return Piece(kind, form.source, wrong, right, text, weight, guarded)


def _meeting(forms: list[_Form], dictionary: dict[str, int], words: Words) -> Iterator[Piece]:
    """Yield the forms in which two very common words meet: the first pair that is not guarded."""
    total = sum(dictionary.values())
    ends, begins = (
        _by_edge(dictionary, lambda word, size: word[-size:]),
        _by_edge(dictionary, lambda word, size: word[:size]),
    )
    for form in forms:
        wrong = form.form.wrong
        for cut in range(1, len(wrong)):
            left, right = ends.get(wrong[:cut], []), begins.get(wrong[cut:], [])
            weight = _sum(left) * _sum(right) / total / total * 1e6
            if weight < OFTEN:
                continue
            tried = []
            for (_, first), (_, second) in product(left[:TRIED], right[:TRIED]):
                text, at = first + second, len(first) - cut
                # Two words of one character that make the form are no likely text.
                if form.form.stands(text, at) and text != wrong:
                    tried.append(_piece(Kind.MEETING, form, text, at, weight, words))
            yield from [max(tried, key=_badness)] if tried else []


def _by_edge(
    dictionary: dict[str, int], edge: Callable[[str, int], str]
) -> dict[str, list[tuple[int, str]]]:
    found: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for word, count in dictionary.items():
        if count >= VERY_COMMON:
            for size in range(1, min(len(word), 4) + 1):
                found[edge(word, size)].append((count, word))
    return {key: sorted(listed, reverse=True) for key, listed in found.items()}


def _sum(listed: list[tuple[int, str]]) -> int:
    return sum(count for count, _ in listed)


def omitted(dictionary: dict[str, int]) -> Iterator[Piece]:
    """Yield the patterns of omissions that match inside a common word."""
    for entry in builtin_lexicon().entries("omissions"):
        pattern, holds = re.compile(entry["pattern"]), entry.get("holds", "").split()
        for word, count in dictionary.items():
            if (not holds or any(held in word for held in holds)) and pattern.search(word):
                right = str(entry["right"])
                yield Piece(Kind.OMISSION, "omissions", entry["pattern"], right, word, count, False)


def main() -> None:
    words = dictionary()
    found = [*pieces(forms(), words), *omitted(words)]
    for piece in sorted(found, key=lambda p: (p.guarded, p.kind, -p.weight)):
        guard = "guarded" if piece.guarded else "BARE"
        print(
            f"{guard}\t{piece.kind}\t{piece.source}\t{piece.form}\t{piece.right}"
            f"\t{piece.text}\t{piece.weight:.1f}"
        )


if __name__ == "__main__":
    main()
