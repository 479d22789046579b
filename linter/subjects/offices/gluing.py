"""Units that stand in a list with nothing between them: 省政府办公厅省发展改革委."""

import re

from linter.subjects.offices.organisations import TIERS, Directory, is_unit_shaped
from linter.text.patterns import lazily

# 国家税务总局四川省税务局 is one name: an office of the state in a place.
_STATE = lazily(r"^(?:国家|中国|国务院|中央|全国)|总局$|总署$")
_ONE_NAME = lazily(rf"^(?:中共)?[{TIERS}]委$|^[{TIERS}]委[{TIERS}]政府$|^[{TIERS}]?(?:委|政府)$")
_OWN = lazily(
    rf"(?:自治区|[{TIERS}])(?!直|级|内|属|场|政工|容|域|辖|区|县|际|委[{TIERS}])"
    r"[\u4e00-\u9fff]*(?:厅|局|委|办|部|院|社|署|中心|法院|检察院|办公室|研究室|联合会|总工会|妇联|残联|科协|协会|总队)$"
)
_LEFT_END = lazily(r"(?:[厅局委办室部社联]|中心|法院|检察院|政府|总工会|分行)$")
_EACH = lazily(rf"各(?:[{TIERS}乡镇]|街道|有关|相关|级)")  # no name holds 各
# 交通运输厅公安局, 商务局粮食局: offices within an organ.
_INNER = frozenset({"公安局", "安全局", "粮食局", "林业局"})


def boundaries(name: str, directory: Directory) -> list[int]:
    """Return the offsets in a name without blanks at which another unit begins; mostly none."""
    if len(name) < 6 or directory.identify(name):
        return []
    for at in range(3, len(name) - 2):
        left, right = name[:at], name[at:]
        if _LEFT_END.search(left) and _parts(left, right, directory):
            inner = boundaries(right, directory)
            return [at, *(at + cut for cut in inner)]
    return []


def _parts(left: str, right: str, directory: Directory) -> bool:
    known = directory.identify(left)
    if _ONE_NAME.match(left) or (_STATE.search(left) and not known):
        return False
    if right[0] == "各" and _EACH.match(right):
        return bool(known) or (is_unit_shaped(left) and left[-1] in "厅局委办")
    named = right[0] in TIERS + "自" and directory.identify(right)
    if named or (_OWN.match(right) and _begins_unit(right, directory)):
        return bool(known) or (is_unit_shaped(left) and left[-1] in "厅局委办室心府行")
    other = directory.organs.get(right)
    return bool(known and other and other.core and right not in _INNER)


def _begins_unit(right: str, directory: Directory) -> bool:
    """The right part is a unit, or several: short and plain, or itself glued."""
    return bool(boundaries(right, directory)) or (
        len(right) <= 14 and not re.search(r"[厅局](?=.)", right)
    )
