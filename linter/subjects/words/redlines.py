"""Names that must never be wrong (中华人民共和国, 人民政府, 领导小组 …), one character off.

Of a long name a whole word may be lost as well: 习近平新时代特色社会主义思想, without 中国.
"""

import re
from collections.abc import Iterator
from copy import copy
from itertools import chain, product
from typing import NamedTuple

from linter.plan.lexicon import Lexicon
from linter.subjects.words.nearness import near_places, pieces
from linter.text.folding import is_han
from linter.text.patterns import any_of, lazily, once
from linter.text.spelling import spelling

_AROUND = 4  # characters on either side that may make the words a legal form


class RedlineHit(NamedTuple):
    """A wrong form of a name at start–end of a text."""

    start: int
    end: int
    name: str


class _Piece(NamedTuple):
    """A piece of a name, and where it stands in it."""

    part: str
    name: str
    at: int


class Redlines:
    """The names, their listed wrong forms, and the long names in which any slip is looked for."""

    def __init__(self, entries: list[dict[str, object]]) -> None:
        self._names: dict[str, str] = {}
        pieces_of: dict[str, list[_Piece]] = {}
        legal: set[str] = set()
        for entry in entries:
            name = str(entry["name"])
            legal |= {name, *_strings(entry.get("legal"))}
            lost = _without(name, _strings(entry.get("pieces")))
            for form in (*_strings(entry.get("forms")), *lost):
                self._names.setdefault(form, name)
            if entry.get("any"):
                for part, at in pieces(name):
                    pieces_of.setdefault(part[:2], []).append(_Piece(part, name, at))
        self._pieces = list(chain.from_iterable(pieces_of.values()))
        self._legal = frozenset(legal)
        self._pattern = any_of({*self._names, *legal})

    def within(self, draft: str) -> "Redlines":
        """Those of which the text of a draft has a piece."""
        there = copy(self)
        there._pieces = [piece for piece in self._pieces if piece.part in draft]
        return there

    def find(self, folded: str) -> Iterator[RedlineHit]:
        """Yield the wrong forms in a text, each place once; what is legal is stepped over."""
        end = 0
        hits = [*self._listed(folded), *self._slips(folded)]
        for hit in sorted(hits, key=lambda hit: (hit.start, -hit.end)):
            if hit.start >= end:
                end = hit.end
                yield hit

    def _listed(self, folded: str) -> Iterator[RedlineHit]:
        for match in self._pattern.finditer(folded):
            if match.group() not in self._legal:
                yield RedlineHit(match.start(), match.end(), self._names[match.group()])

    def _slips(self, folded: str) -> Iterator[RedlineHit]:
        """A name with one character changed, dropped, added or swapped with its neighbour."""
        for piece in self._pieces:
            at = folded.find(piece.part)
            while at >= 0:
                hit = self._slip(folded, piece, at)
                if hit is not None:
                    yield hit
                at = folded.find(piece.part, at + 1)

    def _slip(self, folded: str, piece: _Piece, at: int) -> RedlineHit | None:
        """Compare the name with what stands there, one piece of it at `at`."""
        name = piece.name
        for start, end in near_places(folded, name, piece.part, at, piece.at):
            words = folded[start:end]
            if words == name or words in self._legal:
                return None
            if (
                all(map(is_han, words))
                and not self._is_legal(folded, start, end)
                and not _goes_on(folded, start, end, name)
            ):
                return RedlineHit(start, end, name)
        return None

    def _is_legal(self, folded: str, start: int, end: int) -> bool:
        """Tell whether a legal form stands there, of which the words are a part."""
        words = folded[start:end]
        around = folded[max(0, start - _AROUND) : end + _AROUND]
        return any(form in around and words in form for form in self._legal)


def _goes_on(text: str, start: int, end: int, name: str) -> bool:
    """Tell whether the name stops short, and another word stands at its end (科学发展|新局面)."""
    words, model = text[start:end], spelling()
    if words[:-1] == name[:-1] or words == name[:-1]:
        last = end - 1
    elif words[1:] == name[1:] or words == name[1:]:
        last = start
    else:
        return False
    around = (text[max(0, last - 1) : last + 1], text[last : last + 2])
    return model.is_common_alone(text[last]) or any(map(model.is_inner, around))


def _without(name: str, pieces: tuple[str, ...]) -> Iterator[str]:
    """Yield the name without one of its words, or without several."""
    parts = once(f"({'|'.join(map(re.escape, pieces))})").split(name) if pieces else [name]
    kept = product(*(((part, "") if part in pieces else (part,)) for part in parts))
    yield from (form for form in map("".join, kept) if form != name)


def _strings(value: object) -> tuple[str, ...]:
    return tuple(str(item) for item in value) if isinstance(value, list) else ()


class Formulas(NamedTuple):
    """Patterns of what is never right: 四个维护, 香港等国家; and what to write in place of `at`."""

    patterns: tuple[tuple[re.Pattern[str], str, tuple[str, ...]], ...]

    def within(self, draft: str) -> "Formulas":
        """Those of which the text of a draft has a word."""
        return Formulas(tuple(p for p in self.patterns if any(word in draft for word in p[2])))

    def find(self, folded: str) -> Iterator[RedlineHit]:
        """Yield what is wrong, and the right words."""
        for pattern, right, holds in self.patterns:
            if any(word in folded for word in holds):
                for match in pattern.finditer(folded):
                    start, end = match.span("at")
                    words = folded[match.start() : start] + right + folded[end : match.end()]
                    yield RedlineHit(match.start(), match.end(), words)


def formulas(lexicon: Lexicon) -> Formulas:
    """The patterns of a lexicon."""
    entries = lexicon.entries("formulas")
    return Formulas(
        tuple((lazily(e["pattern"]), e["right"], tuple(e["holds"].split())) for e in entries)
    )


def redlines(lexicon: Lexicon) -> Redlines:
    """The red-line names of a lexicon, ready to search with."""
    return Redlines(lexicon.entries("redlines"))
