"""Names that are one or two characters off another name: 国士资源厅, 商务斤.

Two real organs may differ by one character (水务局, 税务局). A difference is a slip only if no
word comes of it: the pair of characters that it makes stands in no known name and nowhere else
in the draft.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from itertools import combinations
from typing import NamedTuple

from linter.plan.lexicon import Lexicon

Lookalikes = frozenset[frozenset[str]]
_LINKS = frozenset("和与及")
_JOINT = frozenset("和与")
_LONG = 6
_LINK = 4
_ENDS = frozenset("厅局委办部署会院社行司所站处室馆台")


class NameSlip(NamedTuple):
    """How a name differs from the one that is meant: `places` in the name as written.

    `weak` marks a character that is missing: an office may have shortened its name on purpose;
    `joint` 与 for the 和 that names of organs have; `doubled` a character typed twice.
    """

    meant: str
    places: tuple[int, ...]
    lookalike: bool
    weak: bool
    joint: bool = False
    doubled: bool = False


class Judge(NamedTuple):
    """What tells a slip from another name: `words` of known names (pairs of characters), pairs
    that stand in the draft, and pairs of characters that are mistaken for each other."""

    words: frozenset[str]
    in_draft: Callable[[str], bool]
    lookalikes: Lookalikes


class NearNames:
    """Names by what is left of them without the characters that a slip may change.

    However many names there are, only those are looked at that may be near.
    """

    def __init__(self, names: Iterable[str]) -> None:
        self._places: dict[str, int] = {}
        self._beside: dict[str, list[str]] = defaultdict(list)
        for name in names:
            self._places[name] = len(self._places)
            for key in {*_changed(name), *(_without(name, i) for i in range(len(name)))}:
                self._beside[key].append(name)

    def of(self, name: str) -> list[str]:
        """The names that `slips` may find for a name, in their order."""
        keys = {*_changed(name), name}
        found = {near for key in keys for near in self._beside.get(key, ())}
        found |= {key for i in range(len(name)) if (key := _without(name, i)) in self._places}
        swapped = (name[:i] + name[i + 1] + name[i] + name[i + 2 :] for i in range(len(name) - 1))
        found |= {other for other in swapped if other in self._places}
        return sorted(found, key=self._places.__getitem__)


def _changed(name: str) -> Iterator[str]:
    """A name with one character, or two within a long one, left open."""
    for i in range(len(name)):
        yield f"{name[:i]}\0{name[i + 1 :]}"
    if len(name) >= _LONG:
        for i, j in combinations(range(1, len(name) - 1), 2):
            yield f"{name[:i]}\0{name[i + 1 : j]}\0{name[j + 1 :]}"


def _without(name: str, at: int) -> str:
    return name[:at] + name[at + 1 :]


def slips(name: str, targets: Iterable[str], judge: Judge) -> Iterator[NameSlip]:
    """Yield the targets of which the name is a slip of the pen."""
    for target in targets:
        if abs(len(target) - len(name)) > 1 or target == name or _is_far(name, target):
            continue
        places = _places(name, target)
        if places:
            pairs = [frozenset((name[i], target[i])) for i in places if len(name) == len(target)]
            alike = bool(pairs) and all(pair in judge.lookalikes for pair in pairs)
            joint = pairs == [_JOINT]
            if joint or _nonsense(name, target, places, judge, alike):
                lost, doubled = len(name) < len(target), len(name) > len(target)
                yield NameSlip(target, places, alike, lost, joint, doubled)


def _is_far(name: str, target: str) -> bool:
    """Tell at a glance that more than two characters differ."""
    if len(name) == len(target):
        return sum(1 for a, b in zip(name, target, strict=True) if a != b) > 2
    return len(name) > _LINK and name[:2] != target[:2] and name[-2:] != target[-2:]


def _places(name: str, target: str) -> tuple[int, ...]:
    """Where the name departs from the target, () where it is not near."""
    if len(name) == len(target):
        off = [i for i in range(len(name)) if name[i] != target[i]]
        swapped = len(off) == 2 and off[1] == off[0] + 1
        swapped = swapped and name[off[0]] == target[off[1]] and name[off[1]] == target[off[0]]
        return tuple(off) if len(off) == 1 or swapped or _few(off, name) else ()
    at = next(
        (i for i, (a, b) in enumerate(zip(name, target, strict=False)) if a != b),
        min(len(name), len(target)),
    )
    if len(name) > len(target):  # a character typed twice
        doubled = name[:at] + name[at + 1 :] == target and name[at] == name[at - 1 : at]
        return (at,) if doubled else ()
    lost = name == target[:at] + target[at + 1 :] and target[at] not in _LINKS
    return (at,) if lost and 0 < at < len(name) and len(target) >= _LONG else ()


def _few(off: list[int], name: str) -> bool:
    """Two characters off in a long name, its first and last being right."""
    return len(off) == 2 and len(name) >= _LONG and off[0] > 0 and off[-1] < len(name) - 1


def _nonsense(name: str, target: str, places: tuple[int, ...], judge: Judge, alike: bool) -> bool:
    """The departure makes no word, and a changed end is no other kind of organ (局, 委, 办)."""
    last = len(name) - 1
    if len(name) == len(target) and last in places and len(places) == 1:
        return name[last] not in _ENDS
    if len(name) > len(target) or (len(name) < len(target) and len(target) > _LONG):
        return True
    pairs = {name[i - 1 : i + 1] for i in places if i > 0}
    if len(name) == len(target):
        pairs |= {name[i : i + 2] for i in places if i < last}
    made = {pair for pair in pairs if len(pair) == 2}
    if alike:
        return bool(made - judge.words)
    return not made & judge.words and not any(judge.in_draft(p) for p in made)


def lookalikes(lexicon: Lexicon) -> Lookalikes:
    """Pairs of characters that are mistaken for each other, in names or in common words."""
    pairs = {frozenset(pair) for pair in lexicon.entries("confusable_characters")}
    for line in lexicon.entries("generated/lookalikes"):
        right, *wrongs = line.split()
        for wrong in wrongs:
            off = [frozenset(two) for two in zip(right, wrong, strict=False) if two[0] != two[1]]
            pairs |= {*off} if len(off) == 1 and len(right) == len(wrong) else set()
    return frozenset(pairs)
