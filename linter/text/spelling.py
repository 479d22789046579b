"""How likely words are in plans, and which characters are mistaken for which.

A model of words by themselves: a text costs as much as its likeliest words. Words and phrases of
plans have the counts of published plans; other words are known by their pairs of characters only.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, cached_property
from pathlib import Path
from typing import Any, NamedTuple

from linter.text.folding import is_han
from linter.text.shipped import rules_dir
from linter.text.store import own_store

_UNSEEN = 14.0  # what a character costs that is no word
_OTHER = {2: 12.5, 3: 14.5, 4: 16.0}  # a word of which only the pairs are known
_USUAL = {1: 0.0, 2: 10.0, 3: 11.0}  # what words of plans cost at most to be expected
_LONGEST = 8
_COMMON, _RARE = 7.5, 9.5  # what a common word of one character costs at most; a rare one, at least
_TONE, _NEAR = 1.0, 2.0  # what another tone, or a near sound, costs a confusion
_LOOK = 1.0  # what a like look costs
_INITIALS = (("zh", "z"), ("ch", "c"), ("sh", "s"), ("l", "n"), ("h", "f"))


class _Tables(NamedTuple):
    follow: dict[str, str]  # a character and those behind it inside words
    phrases: frozenset[str]  # of one spelling only
    halves: dict[str, str]  # their first or last two characters, and those phrases
    lost: dict[str, str]  # by the first of a pair: lines of the second, what phrases have around
    costs: dict[str, float]


class Spelling:
    """The tables of rules/lexicon/generated: pairs, phrases, lost, genre, seen, confusions."""

    def __init__(self, folder: Path) -> None:
        paths = [folder / f"{name}.txt" for name in ("pairs", "phrases", "lost", "genre")]
        tables = _Tables(*own_store().table(paths, _tables))
        self._follow = tables.follow
        self.phrases, self.halves = tables.phrases, tables.halves
        self._lost, self.costs = tables.lost, tables.costs
        self._beside: dict[str, list[tuple[int, dict[str, list[tuple[str, int]]]]]] = {}
        self._losing: dict[str, tuple[str, str, bool]] = {}
        self._followers: dict[str, frozenset[str]] = {}
        self._alike: dict[str, dict[str, float]] = {}
        self._folder = folder

    def is_inner(self, pair: str) -> bool:
        """Tell whether some word has the two characters side by side."""
        return len(pair) > 1 and pair[1] in self._follow.get(pair[0], "")

    def is_seen(self, pair: str) -> bool:
        """Tell whether some text or rare word has the two characters side by side."""
        return len(pair) > 1 and (
            self.is_inner(pair) or pair[1] in self._seen_pairs.get(pair[0], "")
        )

    @cached_property
    def _seen_pairs(self) -> dict[str, str]:
        return dict(_rows(_text(self._folder / "seen.txt")))

    def followed_by(self, char: str) -> frozenset[str]:
        """The characters behind a character inside words."""
        found = self._followers.get(char)
        if found is None:
            found = self._followers[char] = frozenset(self._follow.get(char, ""))
        return found

    def is_usual(self, text: str) -> bool:
        """Tell whether plans often have a word, or have a phrase at all."""
        cost = self.costs.get(text)
        return cost is not None and cost < _USUAL.get(len(text), _UNSEEN)

    def is_common_alone(self, char: str) -> bool:
        """Tell whether a character is one of the commonest words: 和 的 等 市."""
        return self.costs.get(char, _UNSEEN) < _COMMON

    def parted(self, pairs: Iterable[str]) -> set[str]:
        """Return those pairs of characters that no word has side by side."""
        follow = self._follow
        return {pair for pair in pairs if pair[1] not in follow.get(pair[0], "")}

    def fitting(self, char: str, before: str, after: str) -> set[str]:
        """The characters mistaken for one that make a word with the one before or behind it."""
        alike, follow = self.alike(char), self._follow
        found = {c for c in alike if after in follow.get(c, "")} if after else set()
        return found | (alike.keys() & self.followed_by(before)) if before else found

    def stands_alone(self, char: str) -> bool:
        """Tell whether a character is often a word by itself."""
        return self.costs.get(char, _UNSEEN) < _RARE

    def alike(self, char: str) -> Mapping[str, float]:
        """The characters that are mistaken for a character, and what that costs."""
        found = self._alike.get(char)
        if found is None:
            found = self._alike[char] = self._sounds.alike(char)
        return found

    @cached_property
    def _sounds(self) -> "_Sounds":
        return _Sounds(_text(self._folder / "confusions.txt"))

    def beside(self, half: str) -> list[tuple[int, dict[str, list[tuple[str, int]]]]]:
        """The fixed phrases that begin or end with two characters, by one of the two others, which
        is right. Places are counted from the first of the half."""
        found = self._beside.get(half)
        if found is None:
            places: dict[int, dict[str, list[tuple[str, int]]]] = {}
            for phrase in self.halves[half].split(" "):
                for at in (0, len(phrase) - 2):
                    for place in (2, 3) if at == 0 else (-1, -2):
                        if phrase.startswith(half, at):
                            chars = places.setdefault(place, {})
                            chars.setdefault(phrase[at + place], []).append((phrase, at))
            found = self._beside[half] = list(places.items())
        return found

    def lost(self, pair: str) -> list[str]:
        """What phrases have around a pair of characters: x in it, <x before it, >x behind it."""
        shelf = self._lost.get(pair[:1], "")
        start = shelf.find(f"\n{pair[1:]} ")
        if start < 0:
            return []
        return shelf[start + len(pair) + 1 : shelf.index("\n", start + 1)].split(" ")

    def losing(self, pair: str) -> tuple[str, str, bool]:
        """What phrases have before and behind a pair of characters, and whether some have anything
        between them: one of these may be lost."""
        found = self._losing.get(pair)
        if found is None:
            parts = self.lost(pair)
            before = "".join(part[1:] for part in parts if part[0] == "<")
            after = "".join(part[1:] for part in parts if part[0] == ">")
            found = self._losing[pair] = before, after, any(len(part) == 1 for part in parts)
        return found

    def is_fixed(self, phrase: str) -> bool:
        """Tell whether a phrase has one spelling only."""
        return phrase in self.phrases

    def takes(self, char: str) -> bool:
        """Tell whether a word takes a character as its ending or beginning: 二维|码, 总|里程."""
        return char in self._affixes

    @cached_property
    def _affixes(self) -> frozenset[str]:
        long = [word for word in self.costs if len(word) == 3]
        found = Counter(word[2] for word in long if word[:2] in self.costs)
        found.update(word[0] for word in long if word[1:] in self.costs)
        return frozenset(char for char, words in found.items() if words > 1)

    def best(self, text: str) -> tuple[float, list[tuple[int, int]]]:
        """Return the cost of the likeliest words of a text, and their places."""
        size = len(text)
        best, back = [0.0] * (size + 1), [0] * (size + 1)
        reach = 0  # where the run of inner pairs begins that ends at j
        for j in range(1, size + 1):
            if j > 1 and not self.is_inner(text[j - 2 : j]):
                reach = j - 1
            costs, lowest = best[j - 1] + self.costs.get(text[j - 1], _UNSEEN), j - 1
            for i in range(max(0, j - _LONGEST), j - 1):
                cost = self.costs.get(text[i:j])
                if cost is None and i >= reach:
                    cost = _OTHER.get(j - i)
                if cost is not None and best[i] + cost < costs:
                    costs, lowest = best[i] + cost, i
            best[j], back[j] = costs, lowest
        places, at = [], size
        while at:
            places.append((back[at], at))
            at = back[at]
        return best[size], places[::-1]


class _Sounds:
    """Which characters sound or look alike."""

    def __init__(self, text: str) -> None:
        self._shapes: dict[str, str] = {}
        self._by_sound: dict[str, str] = {}
        self._of: dict[str, list[str]] = defaultdict(list)
        self._near: dict[str, list[str]] = defaultdict(list)
        for key, chars in _rows(text):
            if is_han(key):
                self._shapes[key] = chars
                continue
            self._by_sound[key] = chars
            self._near[near_sound(key)].append(key)
            for char in chars:
                self._of[char].append(key)

    def alike(self, char: str) -> dict[str, float]:
        found: dict[str, float] = {}
        for sound in self._of.get(char, ()):
            for other in self._near[near_sound(sound)]:
                cost = _distance(sound, other)
                for same in self._by_sound[other]:
                    found[same] = min(cost, found.get(same, cost))
        for same in self._shapes.get(char, ""):
            found[same] = min(_LOOK, found.get(same, _LOOK))
        found.pop(char, None)
        return found


def _distance(sound: str, other: str) -> float:
    if sound == other:
        return 0.0
    return _TONE if sound.rstrip("01234") == other.rstrip("01234") else _NEAR


def near_sound(sound: str) -> str:
    """The sound without its tone and what many speakers do not tell apart: zh/z, l/n, ing/in."""
    vague = sound.rstrip("01234")
    for initial, other in _INITIALS:
        if vague.startswith(initial):
            vague = other + vague[len(initial) :]
            break
    return vague[:-1] if vague.endswith("ng") and not vague.endswith("ong") else vague


def _tables(pairs: str, phrases: str, lost: str, genre: str) -> tuple[Any, ...]:
    """The fields of _Tables, of the texts of their files."""
    fixed = frozenset(phrase for phrase, _ in _rows(phrases))
    halves: dict[str, dict[str, None]] = defaultdict(dict)
    for phrase in sorted(fixed):
        for half in (phrase[:2], phrase[-2:]):
            halves[half][phrase] = None
    lines = [(int(count), words.split(" ")) for count, words in _rows(genre)]
    total = sum(count * len(words) for count, words in lines)
    costs: dict[str, float] = {}
    for count, words in lines:
        costs.update(dict.fromkeys(words, math.log(total / count)))
    joined = {half: " ".join(phrases) for half, phrases in halves.items()}
    shelves: dict[str, list[str]] = defaultdict(list)
    for pair, around in _rows(lost):
        shelves[pair[0]].append(f"{pair[1]} {around}")
    around_pairs = {first: "\n".join(["", *lines, ""]) for first, lines in shelves.items()}
    return dict(_rows(pairs)), fixed, joined, around_pairs, costs


def _text(path: Path) -> str:
    return path.read_text("utf-8")


def _rows(text: str) -> Iterator[tuple[str, str]]:
    for line in text.splitlines():
        if not line.startswith("#"):
            key, _, rest = line.partition(" ")
            yield key, rest


@cache
def spelling(folder: Path | None = None) -> Spelling:
    """The tables that ship with planlint, read once."""
    return Spelling(folder or rules_dir() / "lexicon" / "generated")
