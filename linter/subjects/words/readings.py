"""Near readings: a character that no word holds, where a near one makes a word.

A slip leaves a character behind that stands in no word with its neighbours (推|近|工作), or a pair
that no word holds where a phrase lost one (基础设|建设). There the near readings are tried: another
character of the same sound or look, neighbours swapped, one doubled or added, one lost. A reading
counts if it makes the words likelier by far than those that stand there.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from enum import StrEnum
from itertools import compress, count
from operator import add
from sys import intern
from typing import NamedTuple

from linter.text.patterns import lazily
from linter.text.spelling import Spelling, spelling

_REACH = 7  # characters on both sides that are weighed with a slip
_HAN = lazily("[\u4e00-\u9fff]+")
_DOUBLED = lazily(r"([\u4e00-\u9fff])(?=\1)")
_LONG, _PHRASE = 4, 8  # characters of the words into which one was put, or of which one is lost
_LONGEST = 6  # characters of the word that a character makes


class SlipKind(StrEnum):
    """What went wrong."""

    CHANGED = "changed"
    SWAPPED = "swapped"
    DOUBLED = "doubled"
    ADDED = "added"
    LOST = "lost"


# What makes a place worth a second reading.
_STRAY, _DOUBLE, _PARTED, _FIXED = "stray", "doubled", "parted", "phrase"


# What a reading of each kind costs: readings that change the length are compared at a handicap.
_COSTS = {
    SlipKind.CHANGED: 0.0,
    SlipKind.SWAPPED: 1.0,
    SlipKind.DOUBLED: 4.0,
    SlipKind.ADDED: 8.0,
    SlipKind.LOST: -3.0,
}


class Near(NamedTuple):
    """A wrong form at start–end of a text, what is meant, and by how much that is likelier."""

    start: int
    end: int
    right: str
    kind: SlipKind
    gain: float
    at: int  # the character that is wrong
    fixed: bool  # one character off a phrase that has one spelling only


class _Reading(NamedTuple):
    """Another reading of a text: `right` in place of text[start:end]."""

    start: int
    end: int
    right: str
    kind: SlipKind
    cost: float


def near_readings(text: str, model: Spelling | None = None) -> Iterator[Near]:
    """Yield the best near reading of every place that may be a slip, in no order."""
    model = model or spelling()
    tried: dict[tuple[str, int, str], Near | None] = {}
    runs = _Runs(text)
    for at, sign in _places(text, model):
        start, end = runs.around(at)
        key = (text[start:end], at - start, sign)
        if key not in tried:
            tried[key] = _best(*key, model)
        found = tried[key]
        if found is not None:
            yield found._replace(
                start=found.start + start, end=found.end + start, at=found.at + start
            )


def _places(text: str, model: Spelling) -> Iterator[tuple[int, str]]:
    """Where a character stands in no word, is doubled, or one may be lost in front of it."""
    pairs = list(map(intern, map(add, text, text[1:])))  # a long draft has each pair many times
    parted = model.parted(set(pairs))
    flags = bytes(map(parted.__contains__, pairs))
    for stray in re.finditer(b"(?=\1\1)", flags):
        at = stray.start() + 1
        if "\u4e00" <= text[at] <= "\u9fff" and not model.is_common_alone(text[at]):
            yield at, _STRAY
    for match in _DOUBLED.finditer(text):
        yield match.start() + 1, _DOUBLE
    yield from ((at, _FIXED) for at in _near_phrases(text, pairs, model))
    yield from ((at, _PARTED) for at in _losses(text, pairs, parted, model))


def _near_phrases(text: str, pairs: list[str], model: Spelling) -> Iterator[int]:
    """Where one character is mistaken in a fixed phrase, one half of which is whole."""
    padded = text + "\n\n\n"  # what is behind the last character, and before the first
    for at in compress(count(), map(model.halves.__contains__, pairs)):
        for place, phrases in model.beside(pairs[at]):
            for phrase, offset in phrases.get(padded[at + place], ()):
                if at >= offset and not text.startswith(phrase, at - offset):
                    yield from _differing(text, at - offset, phrase, model)


def _differing(text: str, start: int, phrase: str, model: Spelling) -> Iterator[int]:
    """The place of the one character in which a text differs from a phrase, if it is like it."""
    there = text[start : start + len(phrase)]
    if len(there) == len(phrase):
        off = [i for i, (a, b) in enumerate(zip(there, phrase, strict=True)) if a != b]
        if len(off) == 1 and phrase[off[0]] in model.alike(there[off[0]]):
            yield start + off[0]


def _losses(text: str, pairs: list[str], parted: set[str], model: Spelling) -> Iterator[int]:
    """Where something that phrases have around a pair, or in it, is not there."""
    losing = {pair: model.losing(pair) for pair in parted if model.lost(pair)}
    for i in compress(count(), map(losing.__contains__, pairs)):
        before, after, inside = losing[pairs[i]]
        if inside or before.strip(text[i - 1 : i]) or after.strip(text[i + 2 : i + 3]):
            yield i + 1


class _Runs:
    """The runs of Chinese characters of a text."""

    def __init__(self, text: str) -> None:
        places = [match.span() for match in _HAN.finditer(text)]
        self._starts = [start for start, _ in places]
        self._ends = [end for _, end in places]

    def around(self, at: int) -> tuple[int, int]:
        """The Chinese characters around a place, at most _REACH on both sides."""
        i = bisect_right(self._starts, at) - 1
        if i < 0 or at > self._ends[i]:
            return at, at
        return max(self._starts[i], at - _REACH), min(self._ends[i], at + _REACH + 1)


def _best(run: str, at: int, sign: str, model: Spelling) -> Near | None:
    readings = list(_readings(run, at, sign, model))
    if not readings:
        return None
    stands, _ = model.best(run)
    best: tuple[float, _Reading, list[tuple[int, int]]] | None = None
    for reading in readings:
        text = run[: reading.start] + reading.right + run[reading.end :]
        cost, places = model.best(text)
        gain = stands - cost - reading.cost
        if best is None or gain > best[0]:
            best = gain, reading, places
    if best is None or best[0] <= 0:
        return None
    gain, reading, places = best
    longer = len(reading.right) - (reading.end - reading.start)
    first, last = reading.start, reading.start + max(1, len(reading.right))
    covered = [(i, j) for i, j in places if i < last and first < j] or [(first, last)]
    start, end = min(covered[0][0], reading.start), max(covered[-1][1], last)
    text = run[: reading.start] + reading.right + run[reading.end :]
    if not (
        _word_ends(run, start, model) and _word_begins(run, max(end - longer, reading.end), model)
    ):
        return None
    return Near(
        start,
        max(end - longer, reading.end),
        text[start:end],
        reading.kind,
        gain,
        reading.start,
        sign is _FIXED,
    )


def _readings(run: str, at: int, sign: str, model: Spelling) -> Iterator[_Reading]:
    """The near readings of a place that make a word of plans there."""
    if sign is _PARTED:
        yield from _lost(run, at, model)
    elif sign is _DOUBLE:
        if not (model.stands_alone(run[at]) or _between_words(run, at - 1, model)):
            yield _Reading(at, at + 1, "", SlipKind.DOUBLED, _COSTS[SlipKind.DOUBLED])
    elif sign is _FIXED:
        yield from _changed(run, at, sign, model)
    else:
        yield from _changed(run, at, sign, model)
        for i in (at - 1, at):
            pair = run[i + 1 : i + 2] + run[i : i + 1]
            if i >= 0 and model.is_usual(pair) and not _between_words(run, i, model):
                yield _Reading(i, i + 2, pair, SlipKind.SWAPPED, _COSTS[SlipKind.SWAPPED])
        rest = run[:at] + run[at + 1 :]
        if 0 < at < len(run) - 1 and _covers(rest, at - 1, at, model):
            yield _Reading(at, at + 1, "", SlipKind.ADDED, _COSTS[SlipKind.ADDED])


def _word_ends(run: str, at: int, model: Spelling) -> bool:
    """Tell whether a word may end in front of a place."""
    return at == 0 or model.is_common_alone(run[at - 1]) or model.is_inner(run[max(0, at - 2) : at])


def _word_begins(run: str, at: int, model: Spelling) -> bool:
    """Tell whether a word may begin at a place."""
    return at >= len(run) or model.is_common_alone(run[at]) or model.is_inner(run[at : at + 2])


def _between_words(run: str, at: int, model: Spelling) -> bool:
    """Tell whether one word may end with the character at a place, and one begin behind it."""
    return at > 0 and model.is_inner(run[at - 1 : at + 1]) and model.is_inner(run[at + 1 : at + 3])


def _covers(text: str, first: int, last: int, model: Spelling) -> bool:
    """Tell whether a longer word or a phrase of plans covers both places of a text."""
    return any(
        text[start:end] in model.costs
        for start in range(max(0, last - _PHRASE + 1), first + 1)
        for end in range(max(last + 1, start + _LONG), min(len(text), start + _PHRASE) + 1)
    )


def _changed(run: str, at: int, sign: str, model: Spelling) -> Iterator[_Reading]:
    """Other characters with which a word of plans covers the place."""
    phrase = sign is _FIXED or model.stands_alone(run[at])
    least = _LONG if phrase else 2  # characters of the word
    fitting = model.fitting(run[at], run[at - 1 : at] if at else "", run[at + 1 : at + 2])
    for char in fitting:
        text = run[:at] + char + run[at + 1 :]
        if any(
            model.is_usual(text[start:end])
            for start in range(max(0, at - _LONGEST + 1), at + 1)
            for end in range(max(at + 1, start + least), min(len(text), start + _LONGEST) + 1)
        ):
            yield _Reading(
                at,
                at + 1,
                char,
                SlipKind.CHANGED,
                model.alike(run[at])[char] + _COSTS[SlipKind.CHANGED],
            )


def _lost(run: str, at: int, model: Spelling) -> Iterator[_Reading]:
    """What may be lost before, in or behind the pair of characters at the place."""
    if not 0 < at < len(run) or _between_usual_words(run, at, model):
        return
    for what in model.lost(run[at - 1 : at + 1]):
        place = {"<": at - 1, ">": at + 1}.get(what[0], at)
        around = run[place - 1 : place], run[place : place + 1]
        whole = run[:place] + what[-1] + run[place:]
        told = what[-1] not in around and "".join(around) not in model.costs
        if told and _covers(whole, place, place, model):
            yield _Reading(place, place, what[-1], SlipKind.LOST, _COSTS[SlipKind.LOST])


def _between_usual_words(run: str, at: int, model: Spelling) -> bool:
    before, after = run[max(0, at - 2) : at], run[at : at + 2]
    return len(after) > 1 and before in model.costs and after in model.costs
