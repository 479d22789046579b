"""Where words part: a guard against false alarms that are cut out of longer words.

停止线上受理 holds 止线, which is no misspelt 上线: its characters belong to 停止 and 线上. jieba
finds the likeliest words of the text, from a dictionary trimmed to common words and today's words
of plans; it is imported, and the dictionary read, when a rule first asks.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cache, cached_property, lru_cache
from itertools import repeat
from pathlib import Path
from typing import Any

from linter.text.folding import is_han
from linter.text.shelves import Shelves, packed
from linter.text.shipped import rules_dir
from linter.text.sparing import jieba
from linter.text.store import own_store

_TODAY = 300  # the count of today's words: more than chance meetings of their characters reach
_REACH = 12  # characters on both sides that are parted into words with a hit
_KEPT = 4096  # texts whose words are remembered: the same are asked for again and again
_LONG = 4  # characters; no two words meet by chance in more

Place = tuple[int, int]


class Words:
    """A dictionary of words with their counts, and the words of a text by it.

    Texts are given whole, with the places of what is asked about: [start, end).
    """

    def __init__(self, shelves: Mapping[str, str], today: Collection[str], total: int) -> None:
        """`shelves` as `packed` returns them; `total` is the sum of the counts. `today`: those
        words that no newspaper has counted yet.

        As jieba wants it, the beginnings of words stand among them: those that are no words with
        the count 0.
        """
        self._today = frozenset(today)
        self._counts = Shelves(shelves)
        self._total = total
        self._tokenizer: Any = None
        self._cuts: dict[str, list[Place]] = {}

    @classmethod
    def of(cls, counts: Mapping[str, int], today: Collection[str] = ()) -> "Words":
        """The words, to which their beginnings are added."""
        known = dict(counts) | dict.fromkeys(today, _TODAY)
        begun = dict.fromkeys(beginnings(known), 0)
        return cls(packed(begun | known), today, sum(known.values()))

    @classmethod
    def read(cls, path: Path) -> "Words":
        """Read a file of lines `count word word…`; `today` in place of the count."""
        return cls(*own_store().table([path], _shelved))

    def is_word(self, text: str) -> bool:
        """Tell whether the text is a word; a character is one only if it can stand by itself."""
        self._counts.open(text[:1])
        return self._counts.get(text, 0) > 0

    def at_least(self, count: int) -> list[str]:
        """Return the words that are counted so often."""
        self._counts.open_all()
        return [word for word, times in self._counts.items() if times >= count]

    def todays(self) -> frozenset[str]:
        """Return the words that no newspaper has counted yet."""
        return self._today

    @cached_property
    def _longest(self) -> int:
        self._counts.open_all()
        return max(map(len, self._counts), default=0)

    def longer_words(self, text: str, start: int, end: int) -> list[Place]:
        """Return the places of the words that overlap [start, end) and cross one of its borders.

        All that can be read there, whether or not they can stand side by side; 新能源 and 能源 for
        源材料 in 新能源材料.
        """
        return [
            (i, j)
            for i in range(max(0, start - self._longest + 1), end)
            for j in range(max(i + 1, start + 1), min(len(text), i + self._longest) + 1)
            if (i < start or j > end) and self.is_word(text[i:j])
        ]

    def cut(self, text: str) -> list[Place]:
        """Return the places of the likeliest words, which together cover the text."""
        found = self._cuts.get(text)
        if found is None:
            if self._tokenizer is None:
                self._tokenizer = self._loaded()
            self._counts.open(text)
            if len(self._cuts) >= _KEPT:
                self._cuts.clear()
            cut = self._tokenizer.tokenize(text, HMM=False)
            found = self._cuts[text] = [(i, j) for _, i, j in cut]
        return found

    def is_boundary(self, text: str, at: int) -> bool:
        """Tell whether the text's words part in front of `at`."""
        return not any(i < at < j for i, j in self.around(text, at, at))

    def is_cut_out(self, text: str, start: int, end: int) -> bool:
        """Tell whether a hit is no word of the text, but a piece of longer words beside it.

        So it is where a word begins before it and ends inside or at its end, and what remains of
        it is words, or the beginning of one that goes on behind it (停止|线上, 2026年|氢能);
        or the same from its end (总|客服). The words are the likeliest ones, and all of them stand
        in the dictionary. A hit that is a word of today's itself (智造) is no wrong form either.
        """
        if text[start:end] in self._today:
            return True
        crosses = False
        for i, j in self.around(text, start, end):
            if end - start > _LONG and not (i <= start and end <= j):
                return False
            if not self.is_word(text[i:j]) or (i, j) == (start, end):
                return False
            crosses |= i < start or j > end
        return crosses

    def is_repeated_word(self, text: str, start: int, end: int, half: int) -> bool:
        """Tell a word or phrase typed twice in [start, end) from two different words that meet.

        `half` is its length; a mark or blanks may stand between. Different words meet in
        企业创业创新 (业创业创), 工程工程量 and 危险化学品、危险化学品包装物; typed twice are
        推进推进 and 产业集聚，产业集聚。
        """
        first = max(0, start - _REACH - 1)
        around = text[first : end + _REACH + 1]  # no word further away matters
        return self._is_repeated(around, start - first, end - first, half)

    @lru_cache(maxsize=4096)  # noqa: B019  # the dictionaries live as long as the process
    def _is_repeated(self, text: str, start: int, end: int, half: int) -> bool:
        if end - start > 2 * half and end < len(text) and is_han(text[end]):
            return False
        return (
            self._parts(text, start, half, forward=False)
            and self.is_boundary(text, start + half)
            and self.is_boundary(text, end - half)
            and self._parts(text, end, half, forward=True)
        )

    def _parts(self, text: str, at: int, half: int, *, forward: bool) -> bool:
        """Tell whether words part at a border of a repetition; 城市|更新 in 城市城市更新 may, too.

        A compound of the repeated word and another word has a border inside; 大学生 has none.
        """
        for i, j in self.around(text, at, at):
            if i < at < j:
                inner, rest = (at - i, j - at) if forward else (j - at, at - i)
                other = text[at:j] if forward else text[i:at]
                return inner == half > 1 and rest > 1 and self.is_word(other)
        return True

    def around(self, text: str, start: int, end: int) -> Iterator[Place]:
        """Yield the words of the text that overlap [start, end), or hold the place if empty."""
        first = start
        while first > max(0, start - _REACH) and is_han(text[first - 1]):
            first -= 1
        last = end
        while last < min(len(text), end + _REACH) and is_han(text[last]):
            last += 1
        for i, j in self.cut(text[first:last]):
            if first + i < max(end, start + 1) and start < first + j:
                yield first + i, first + j

    def _loaded(self) -> Any:
        """A tokenizer of jieba's with these words in place of its dictionary."""
        tokenizer = jieba().Tokenizer()
        tokenizer.FREQ = self._counts
        tokenizer.total = self._total
        tokenizer.initialized = True
        return tokenizer


def _shelved(text: str) -> tuple[dict[str, str], list[str], int]:
    """The words of a file with their counts, packed, today's words, and the sum of the counts."""
    counts: dict[str, int] = {}
    today: list[str] = []
    for line in text.splitlines():
        head, _, words = line.partition(" ")
        if head == "today":
            today += words.split(" ")
        elif head != "#":
            counts.update(zip(words.split(" "), repeat(int(head)), strict=False))
    counts |= dict.fromkeys(today, _TODAY)
    return packed(counts), today, sum(counts.values())


def beginnings(words: Iterable[str]) -> set[str]:
    """Return what stands before the last character of a word, from its first one on."""
    return {word[:size] for word in words for size in range(1, len(word))}


@cache
def builtin_words() -> Words:
    """The words that ship with planlint."""
    return Words.read(rules_dir() / "lexicon" / "generated" / "words.txt")
