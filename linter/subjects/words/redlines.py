"""Names that must never be wrong (中华人民共和国, 人民政府, 领导小组 …), one character off.

Of a long name a whole word may be lost as well: 习近平新时代特色社会主义思想, without 中国.
"""

import re
from collections.abc import Iterator
from itertools import product
from typing import NamedTuple

from linter.plan.lexicon import Lexicon
from linter.text.folding import is_han

_AROUND = 4  # characters on either side that may make the words a legal form


class RedlineHit(NamedTuple):
    """A wrong form of a name at start–end of a text."""

    start: int
    end: int
    name: str


class Redlines:
    """The names, their listed wrong forms, and the long names in which any slip is looked for."""

    def __init__(self, entries: list[dict[str, object]]) -> None:
        self._names: dict[str, str] = {}
        self._halves: list[tuple[str, str, int]] = []
        legal: set[str] = set()
        for entry in entries:
            name = str(entry["name"])
            legal |= {name, *_strings(entry.get("legal"))}
            lost = _without(name, _strings(entry.get("pieces")))
            for form in (*_strings(entry.get("forms")), *lost):
                self._names.setdefault(form, name)
            if entry.get("any"):
                half = len(name) // 2
                self._halves += [(name[:half], name, 0), (name[half:], name, half)]
        self._legal = frozenset(legal)
        longest = sorted({*self._names, *legal}, key=len, reverse=True)
        self._pattern = re.compile("|".join(map(re.escape, longest)))

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
        """A name of which one half is whole and the other has one character wrong."""
        for part, name, offset in [half for half in self._halves if half[0] in folded]:
            at = folded.find(part)
            while at >= 0:
                hit = self._slip(folded, name, at, offset)
                if hit is not None:
                    yield hit
                at = folded.find(part, at + 1)

    def _slip(self, folded: str, name: str, at: int, offset: int) -> RedlineHit | None:
        """Compare the name with what stands there, one half of it at `at`."""
        lengths = (len(name), len(name) - 1)
        for length in lengths:
            start = at - offset if offset == 0 or length == lengths[0] else at - offset + 1
            words = folded[max(0, start) : start + length]
            if words == name or words in self._legal:
                return None
            if len(words) == length and all(map(is_han, words)) and _one_off(words, name):
                around = folded[max(0, start - _AROUND) : start + length + _AROUND]
                if not any(legal in around and words in legal for legal in self._legal):
                    return RedlineHit(start, start + length, name)
        return None


def _one_off(words: str, name: str) -> bool:
    """Tell whether the words are the name with one character replaced, dropped or swapped."""
    if len(words) == len(name):
        differing = [i for i, (a, b) in enumerate(zip(words, name, strict=True)) if a != b]
        if len(differing) == 2 and differing[1] == differing[0] + 1:
            first, second = differing
            return words[first] == name[second] and words[second] == name[first]
        return len(differing) == 1
    return any(words == name[:i] + name[i + 1 :] for i in range(1, len(name) - 1))


def _without(name: str, pieces: tuple[str, ...]) -> Iterator[str]:
    """Yield the name without one of its words, or without several."""
    parts = re.split(f"({'|'.join(map(re.escape, pieces))})", name) if pieces else [name]
    kept = product(*(((part, "") if part in pieces else (part,)) for part in parts))
    yield from (form for form in map("".join, kept) if form != name)


def _strings(value: object) -> tuple[str, ...]:
    return tuple(str(item) for item in value) if isinstance(value, list) else ()


def redlines(lexicon: Lexicon) -> Redlines:
    """The red-line names of a lexicon, ready to search with."""
    return Redlines(lexicon.entries("redlines"))
