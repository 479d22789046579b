"""Units that stand in a list with nothing between them: 省政府办公厅省发展改革委."""

from typing import NamedTuple

from linter.subjects.offices.organisations import TIERS, Directory, is_unit_shaped
from linter.text.patterns import lazily, once

# 国家税务总局四川省税务局 is one name: an office of the state in a place.
_STATE = ("国家", "中国", "国务院", "中央", "全国")
_STATE_OFFICE = ("总局", "总署")
_ONE_NAME = lazily(rf"(?:中共)?[{TIERS}]委|[{TIERS}]委[{TIERS}]政府|[{TIERS}]?(?:委|政府)")
_OWN = lazily(
    rf"(?:自治区|[{TIERS}])(?!直|级|内|属|场|政工|容|域|辖|区|县|际|委[{TIERS}])[\u4e00-\u9fff]"
)
_OWN_END = lazily(
    r"(?:厅|局|委|办|部|院|社|署|中心|法院|检察院|办公室|研究室|联合会|总工会|妇联|残联|科协|协会|总队)$"
)
_NOT_HAN = lazily(r"[^\u4e00-\u9fff][\u4e00-\u9fff]*$")
_LEFT_END = lazily(r"(?:[厅局委办部室社联]|中心|法院|检察院|政府|总工会|分行)$")
_LONGEST_END = 3
_EACH = lazily(rf"各(?:[{TIERS}乡镇]|街道|有关|相关|级)")  # no name holds 各
# 交通运输厅公安局, 商务局粮食局: offices within an organ.
_INNER = frozenset({"公安局", "安全局", "粮食局", "林业局"})
_SHORTEST = 3
_PLAIN = 14


class _Start(NamedTuple):
    """A place at which a unit may begin behind another one.

    `firm` tells that the one in front need not be known; `next_firm` is the nearest place for
    which that holds, from here on.
    """

    at: int
    firm: bool
    next_firm: int | None


def boundaries(name: str, directory: Directory) -> list[int]:
    """Return the offsets in a name without blanks at which another unit begins; mostly none."""
    if len(name) < 2 * _SHORTEST or directory.identify(name):
        return []
    cuts = _Reader(name, directory).first_cuts()
    found = []
    at = cuts[0]
    while at is not None:
        found.append(at)
        at = cuts[at]
    return found


class _Reader:
    """Reads a name from its end, so that what stands behind a place is known at that place.

    Each place is read once and looks no further than a known name reaches: a list of hundreds of
    units glued together takes as long for each of them as one of two.
    """

    def __init__(self, name: str, directory: Directory) -> None:
        self._name = name
        self._directory = directory
        other = _NOT_HAN.search(name)
        self._own_from = (other.start() + 1 if other else 0) if _OWN_END.search(name) else len(name)
        self._starts: list[_Start] = []  # the nearest one last

    def first_cuts(self) -> dict[int, int | None]:
        """The first place behind each start of a unit at which the next one begins."""
        cuts: dict[int, int | None] = {}
        for at in range(len(self._name) - _SHORTEST, _SHORTEST - 1, -1):
            if _LEFT_END.search(self._name, at - _LONGEST_END, at):
                cuts[at] = self._first_cut(at)
                self._note(at, glued=cuts[at] is not None)
        cuts[0] = self._first_cut(0)
        return cuts

    def _first_cut(self, begin: int) -> int | None:
        if len(self._name) - begin < 2 * _SHORTEST or self._known(begin, len(self._name)):
            return None
        of_state = self._name.startswith(_STATE, begin)
        for start in reversed(self._starts):
            if start.at - begin > self._directory.longest:
                return None if of_state else start.next_firm
            if start.at - begin < _SHORTEST or _ONE_NAME.fullmatch(self._name, begin, start.at):
                continue
            if (start.firm and not of_state) or self._known(begin, start.at):
                return start.at
        return None

    def _note(self, at: int, *, glued: bool) -> None:
        """Keep the place if a unit may begin there; `glued` tells that others follow that one."""
        ends = "厅局委办"
        if not _EACH.match(self._name, at):
            named = self._name[at] in TIERS + "自" and self._known(at, len(self._name))
            if named or (self._is_own(at) and (glued or self._is_plain(at))):
                ends += "室心府行"
            elif self._is_core(at):
                ends = ""
            else:
                return
        left = self._name[at - _LONGEST_END : at]
        firm = left[-1] in ends and is_unit_shaped(left) and not left.endswith(_STATE_OFFICE)
        further = self._starts[-1].next_firm if self._starts else None
        self._starts.append(_Start(at, firm, at if firm else further))

    def _known(self, begin: int, end: int) -> bool:
        short = end - begin <= self._directory.longest
        return short and self._directory.identify(self._name[begin:end]) is not None

    def _is_own(self, at: int) -> bool:
        """Tell whether the rest of the name begins with its tier (省…) and ends as a unit does."""
        return at >= self._own_from and _OWN.match(self._name, at) is not None

    def _is_plain(self, at: int) -> bool:
        rest = self._name[at:] if len(self._name) - at <= _PLAIN else ""
        return bool(rest) and not once(r"[厅局](?=.)").search(rest)

    def _is_core(self, at: int) -> bool:
        right = self._name[at : at + self._directory.longest + 1]
        organ = self._directory.organs.get(right)
        return bool(organ and organ.core and right not in _INNER)
