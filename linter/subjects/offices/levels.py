"""The level of government that a draft is of: 省, 市 or 县, by its title and by its own units."""

from collections import Counter
from enum import IntEnum

from linter.plan.plan import Plan, fact
from linter.subjects.offices.tier_style import split
from linter.subjects.offices.unit_names import unit_lists
from linter.subjects.times.periods import title_lines
from linter.text.patterns import lazily

_MOST = 0.7
_ENOUGH = 3
# 江州市, 四川省成都市; not 城市, 超市, 上市.
_PLACE = lazily(
    r"^\s*(?P<place>(?:[\u4e00-\u9fff]{2,8}?(?:自治区|自治[州县旗]|(?<!城)(?<!超)(?<!上)(?<!都)市|省|州(?!市)|县|旗"
    r"|(?<!园)(?<!地)(?<!片)(?<!景)(?<!社)(?<!新)(?<!发)(?<!验)区))+)"
)


class GovernmentLevel(IntEnum):
    """The levels, the highest first."""

    PROVINCE = 1
    CITY = 2
    COUNTY = 3


_LEVELS = {
    "省": GovernmentLevel.PROVINCE,
    "自治区": GovernmentLevel.PROVINCE,
    "市": GovernmentLevel.CITY,
    "州": GovernmentLevel.CITY,
    "盟": GovernmentLevel.CITY,
    "县": GovernmentLevel.COUNTY,
    "区": GovernmentLevel.COUNTY,
    "旗": GovernmentLevel.COUNTY,
}


def level_of(tier: str) -> GovernmentLevel | None:
    """The level of a tier in front of a unit's name."""
    return _LEVELS.get(tier)


@fact
def own_tier(plan: Plan) -> str:
    """The tier of the draft's own units, "" where it cannot be told.

    Nearly all units with a tier have the same; where these are few, the title has it.
    """
    counts = Counter(
        tier for listed in plan.get(unit_lists) for u in listed.units if (tier := split(u)[0])
    )
    titled = _titled(plan)
    if not counts:
        return ""
    tier, count = counts.most_common(1)[0]
    if level_of(tier) is None or count < _MOST * counts.total():
        return ""
    same = titled is not None and level_of(titled) == level_of(tier)
    return tier if same or (titled is None and count >= _ENOUGH) else ""


def _titled(plan: Plan) -> str | None:
    """The tier of the last place that the title, or the notice in front, begins with."""
    lines = [line.folded for line in title_lines(plan.document)]
    for words in lines:
        if match := _PLACE.match(words):
            place = match["place"]
            return "自治区" if place.endswith("自治区") else place[-1]
    return None
