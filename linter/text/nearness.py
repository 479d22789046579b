"""Two texts that should be one: where and how they differ by a character or two, or how much."""

from functools import lru_cache
from typing import NamedTuple

_MOST = 2  # characters that one slip drops or adds


class Difference(NamedTuple):
    """One slip: `ours[start:end]` stands where `theirs[start:other_end]` should.

    Of a dropped character `start` and `end` are the same.
    """

    start: int
    end: int
    other_start: int
    other_end: int

    @property
    def kind(self) -> str:
        ours, theirs = self.end - self.start, self.other_end - self.other_start
        if ours == theirs:
            return "changed" if ours == 1 else "swapped"
        return "dropped" if ours < theirs else "added"


def common(ours: str, at: int, theirs: str, other: int, most: int = 1 << 30) -> int:
    """Return how many characters two texts have in common from two places on."""
    size = 0
    most = min(most, len(ours) - at, len(theirs) - other)
    while size < most and ours[at + size] == theirs[other + size]:
        size += 1
    return size


def difference_at(
    ours: str, at: int, theirs: str, other: int, least: int
) -> tuple[Difference, int] | None:
    """Return the slip behind which two texts that part here go on alike, and for how long.

    They go on for `least` characters. Of several slips the one that accounts for most of ours.
    """
    best: tuple[Difference, int] | None = None
    most = 0
    for mine, its in ((0, 1), (1, 0), (1, 1), (0, 2), (2, 0), (2, 2), (4, 4)):
        if at + mine > len(ours) or other + its > len(theirs):
            continue
        if mine == its > 1 and not _swapped(ours, at, theirs, other, mine):
            continue
        length = common(ours, at + mine, theirs, other + its, most=4 * least)
        if length >= least and length + mine > most:
            best, most = (Difference(at, at + mine, other, other + its), length), length + mine
    return best


def one_difference(ours: str, theirs: str) -> Difference | None:
    """Return the slip that makes one text of the other, None where there is none or several."""
    if ours == theirs or abs(len(ours) - len(theirs)) > _MOST:
        return None
    start = common(ours, 0, theirs, 0)
    tail = common(ours[start:][::-1], 0, theirs[start:][::-1], 0)
    mine, its = len(ours) - tail - start, len(theirs) - tail - start
    if min(mine, its) == 0 or mine == its == 1 or _swapped(ours, start, theirs, start, mine):
        return Difference(start, start + mine, start, start + its)
    return None


def is_alike(first: str, second: str) -> bool:
    """Tell whether two thirds of the characters are common, in whatever order."""
    if 2 * min(len(first), len(second)) < max(len(first), len(second)):
        return False
    ours, theirs = set(first), set(second)
    return 3 * len(ours & theirs) >= 2 * max(len(ours), len(theirs))


@lru_cache(maxsize=4096)
def shared_order(first: str, second: str) -> int:
    """The length of the longest common subsequence of two names."""
    row = [0] * (len(second) + 1)
    for a in first:
        before = 0
        for j, b in enumerate(second, 1):
            before, row[j] = row[j], before + 1 if a == b else max(row[j], row[j - 1])
    return row[-1]


def _swapped(ours: str, at: int, theirs: str, other: int, size: int) -> bool:
    """Two characters, or two words of two, that have changed places."""
    half = size // 2
    piece, its = ours[at : at + size], theirs[other : other + size]
    return size in (2, 4) and len(piece) == len(its) == size and piece == its[half:] + its[:half]
