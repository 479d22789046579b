"""Which paragraph of a new version is which of the old one: by content, wherever it has moved."""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from linter.document.nodes import Paragraph
from linter.text.folding import key

_NEAR, _FAR = 0.5, 0.7  # how alike two paragraphs must be, at the same place and elsewhere
_PEERS = 0.3  # the same for what alone is left between two that are known, with one kind of number
_SHORT = 6  # characters: shorter paragraphs are never looked for elsewhere
_MANY = 30  # paragraphs between two that are known: each is held against each up to here
_LIKELY = 6  # paragraphs that share most pairs of characters: no other is the same
_PART, _PARTS = 10, 4  # characters of a part of a split paragraph; how many parts there may be
_HELD = 0.85  # of its words that a part shares with the whole
_RARE = 12  # a pair of characters that stands in more paragraphs tells nothing of them


class Pair(NamedTuple):
    """A paragraph of the old version and what it is in the new one.

    `olds` and `news` are all paragraphs of either side, where one was split or several were joined.
    """

    old: Paragraph
    new: Paragraph
    moved: bool
    olds: tuple[Paragraph, ...]
    news: tuple[Paragraph, ...]

    @property
    def same(self) -> bool:
        if len(self.olds) == len(self.news) == 1 and self.old.text == self.new.text:
            return True
        return _joined(self.olds) == _joined(self.news)


class Pairing:
    """The paragraphs of two versions: `pairs` in the order of the new one, and what is left."""

    def __init__(self, old: Sequence[Paragraph], new: Sequence[Paragraph]) -> None:
        self._old, self._new = old, new
        self._of_new: dict[int, int] = {}
        self._of_old: dict[int, int] = {}
        self._more_new: dict[int, list[int]] = defaultdict(list)  # by the old one that was split
        self._more_old: dict[int, list[int]] = defaultdict(list)  # by the new one that holds them
        self._exact()
        self._alike()
        self._parted()

    @cached_property
    def pairs(self) -> tuple[Pair, ...]:
        return tuple(self._pair(i, j) for j, i in sorted(self._of_new.items()))

    def _pair(self, i: int, j: int) -> Pair:
        olds = tuple(self._old[k] for k in sorted((i, *self._more_old[j])))
        news = tuple(self._new[k] for k in sorted((j, *self._more_new[i])))
        return Pair(olds[0], news[0], i not in self._steady, olds, news)

    @cached_property
    def dropped(self) -> tuple[Paragraph, ...]:
        gone = {k for more in self._more_old.values() for k in more} | self._of_old.keys()
        return tuple(p for i, p in enumerate(self._old) if i not in gone)

    @cached_property
    def added(self) -> tuple[Paragraph, ...]:
        come = {k for more in self._more_new.values() for k in more} | self._of_new.keys()
        return tuple(p for j, p in enumerate(self._new) if j not in come)

    @cached_property
    def to_new(self) -> dict[int, Paragraph]:
        """The new paragraph of an old one, by the old one's id."""
        return {id(old): pair.new for pair in self.pairs for old in pair.olds}

    @cached_property
    def to_old(self) -> dict[int, Paragraph]:
        """The old paragraph of a new one, by the new one's id."""
        return {id(new): pair.old for pair in self.pairs for new in pair.news}

    def _parted(self) -> None:
        """Give what is left to the paragraph beside it, where it is a part of what that one was."""
        both = (
            (self._new, self._of_new, self._old, self._more_new),
            (
                self._old,
                self._of_old,
                self._new,
                self._more_old,
            ),
        )
        for side, known, others, more in both:
            for at in range(len(side)):
                whole = self._whole(at, side, known, others) if at not in known else None
                if whole is not None:
                    more[whole].append(at)

    def _whole(
        self,
        at: int,
        side: Sequence[Paragraph],
        known: dict[int, int],
        others: Sequence[Paragraph],
    ) -> int | None:
        """The paragraph of the other version that holds the words of this one: what a neighbour is
        paired with."""
        words = key(side[at].text)
        if len(words) < _PART or side[at].locator.box:
            return None
        for step in (-1, 1):
            place = at + step
            while 0 <= place < len(side) and place not in known and abs(place - at) < _PARTS:
                place += step
            other = known.get(place)
            if other is None or abs(place - at) >= _PARTS:
                continue
            first = side[at].label is None or (step > 0 and side[at].label == others[other].label)
            if not first:
                continue
            held = key(others[other].text)
            if words in held and words not in key(side[place].text):
                return other
            shared = (_bag(side[at]) & (_bag(others[other]) - _bag(side[place]))).total()
            if shared >= _HELD * (len(words) - 1):
                return other
        return None

    def _take(self, i: int, j: int) -> None:
        self._of_old[i], self._of_new[j] = j, i

    def _exact(self) -> None:
        """Pair equal paragraphs; of several equal ones those below equal headings first."""
        places: dict[str, list[int]] = defaultdict(list)
        for j, paragraph in enumerate(self._new):
            places[key(paragraph.text)].append(j)
        counts = Counter(key(p.text) for p in self._old)
        later = []
        for i, paragraph in enumerate(self._old):
            found = places.get(key(paragraph.text), [])
            if len(found) == 1 and counts[key(paragraph.text)] == 1:
                self._take(i, found[0])
            elif found:
                later.append((i, found))
        for same_section in (True, False):
            for i, found in later:
                if i in self._of_old:
                    continue
                free = [j for j in found if j not in self._of_new]
                if same_section:
                    free = [j for j in free if _heading(self._new[j]) == _heading(self._old[i])]
                if free:
                    self._take(i, free[0])

    def _alike(self) -> None:
        """Pair what is left by likeness, the most alike first."""
        left = [i for i in range(len(self._old)) if i not in self._of_old]
        right = [j for j in range(len(self._new)) if j not in self._of_new]
        gaps = self._gaps(left, right)
        scored = sorted(self._scores(left, right, gaps), key=lambda s: (-s[0], s[1], s[2]))
        for _, i, j in scored:
            if i not in self._of_old and j not in self._of_new:
                self._take(i, j)

    def _gaps(self, left: Sequence[int], right: Sequence[int]) -> dict[int, tuple[int, int]]:
        """For every paragraph left of the old version, the places in the new one between which it
        would stand: behind its neighbour above, in front of the one below."""
        known = sorted(self._of_old)
        gaps = {}
        for i in left:
            at = bisect_left(known, i)
            low = self._of_old[known[at - 1]] if at else -1
            high = self._of_old[known[at]] if at < len(known) else len(self._new)
            gaps[i] = (low, high)
        return gaps

    def _scores(
        self, left: Sequence[int], right: Sequence[int], gaps: dict[int, tuple[int, int]]
    ) -> Iterator[tuple[float, int, int]]:
        bags = {j: _bag(self._new[j]) for j in right}
        index: dict[str, list[int]] = defaultdict(list)
        for j, bag in bags.items():
            for pair in bag:
                index[pair].append(j)
        for i in left:
            bag = _bag(self._old[i])
            shared: Counter[int] = Counter()
            for pair in bag:
                if len(index.get(pair, ())) <= _RARE:
                    shared.update(index.get(pair, ()))
            low, high = gaps[i]
            inside = [j for j in right if low < j < high]
            likely = [j for j, _ in shared.most_common(_LIKELY)]
            for j in {*likely, *(inside if len(inside) <= _MANY else ())}:
                score = likeness(bag, bags[j])
                near = low < j < high
                if score >= self._least(i, j, near=near, alone=len(inside) == 1):
                    yield score + 0.2 * near, i, j

    def _least(self, i: int, j: int, *, near: bool, alone: bool) -> float:
        """How alike two must be to be one; what a label and a level tell counts."""
        old, new = self._old[i], self._new[j]
        if (old.locator.box is None) != (new.locator.box is None):
            return _FAR
        if not near:
            return _FAR if min(len(old.text), len(new.text)) >= _SHORT else 2.0
        kind = old.level == new.level and (old.label and old.label.kind) == (
            new.label and new.label.kind
        )
        numbered = kind and old.label is not None and old.label == new.label
        return _PEERS if kind and (alone or numbered) else _NEAR

    @cached_property
    def _steady(self) -> set[int]:
        """The old paragraphs that have kept their order: the longest run that goes up."""
        order = sorted(self._of_old.items())
        tails: list[int] = []
        ends: list[int] = []
        before: list[int] = []
        for at, (_, j) in enumerate(order):
            place = bisect_left(tails, j)
            if place == len(tails):
                tails.append(j)
                ends.append(at)
            else:
                tails[place], ends[place] = j, at
            before.append(ends[place - 1] if place else -1)
        kept: set[int] = set()
        at = ends[-1] if ends else -1
        while at >= 0:
            kept.add(order[at][0])
            at = before[at]
        return kept


def _joined(paragraphs: Sequence[Paragraph]) -> str:
    return "".join(key(p.text) for p in paragraphs)


def _heading(paragraph: Paragraph) -> str:
    section = paragraph.locator.section
    return key(section[-1]) if section else ""


def _bag(paragraph: Paragraph) -> Counter[str]:
    words = key(paragraph.text)
    return Counter(words[i : i + 2] for i in range(max(1, len(words) - 1)))


def likeness(one: Counter[str], other: Counter[str]) -> float:
    """How many pairs of characters two texts share, 0 to 1 (Dice)."""
    total = one.total() + other.total()
    return 2 * sum((one & other).values()) / total if total else 0.0
