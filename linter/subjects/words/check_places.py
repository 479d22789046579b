"""TRM008: what is left of another place's draft, and the draft's own place misspelt."""

import re
from collections.abc import Iterator

from linter.plan.everywhere import Everywhere, everywhere
from linter.plan.finding import Finding, Fix, Related, check
from linter.plan.lexicon import Lexicon
from linter.plan.plan import Plan
from linter.subjects.words.places import OwnPlace, own_place
from linter.text.patterns import lazily

_OURS = lazily(r"(?<![自忘大小])我(?P<tier>[‹tiers›])(?!域)")
_RANKS = {"省": 3, "市": 2, "州": 2, "盟": 2, "县": 1, "区": 1, "旗": 1}
_DOER = (
    r"(?:^|(?<=[。;:,、(\n]))\s?(?P<name>(?![各全本我该每原两几])[\u4e00-\u9fff]{1,3}%s)"
    r"(?:人民政府)?(?:要|应当|须|必须|各(?:乡|镇|街道|部门|单位|有关部门))"
)
_UNIT = (
    r"(?:‹duty-unit›|牵头|配合)\s?:[^()。;]{0,60}?(?<![\u4e00-\u9fff])"
    r"(?P<name>(?![各全本我该每原])[\u4e00-\u9fff]{2,3}%s)(?=[\u4e00-\u9fff]{2,8}[局办])"
)
# 试点县, 园区 are kinds of places, and no names.
_KINDS = lazily(
    r"(?:有关|相关|试点|示范|贫困|重点|所在|其他|先进|困难|大|强|小|生态|脱贫|帮扶|受援|部分|毗邻|邻|市|县)[县区旗]$"
    r"|(?:[园社新城郊辖校院库山灾景矿林牧灌专]|开发|高新|经开|保税|自贸)区$"
)
_DOING = ("县", "区", "旗")  # a city may set tasks for the cities below it


@check
def place_name(plan: Plan) -> Iterator[Finding]:
    """TRM008: 江洲市 for 江州市; 我县 in a city's plan; tasks for another county."""
    own = plan.get(own_place)
    if own is None:
        return
    draft = plan.get(everywhere)
    yield from _misspelt(plan.lexicon, draft, own)
    for place in draft.find(_OURS, "我"):
        if _is_other_level(own, place.match["tier"]) and place.said:
            values = {"words": place.words, "place": own.name}
            yield Finding(place.span, values, (Related("title", own.span),), "level")
    if own.tier in _DOING:
        yield from _foreign_doers(draft, own)


def _misspelt(lexicon: Lexicon, draft: Everywhere, own: OwnPlace) -> Iterator[Finding]:
    """One character of the name mistaken for one like it: at most as often as it is right."""
    alike = lexicon.get(_alike)
    forms = {
        own.stem[:i] + other + own.stem[i + 1 :] + own.tier
        for i, char in enumerate(own.stem)
        for other in alike.get(char, "")
    }
    wrong = {form for form in forms if form in draft.text and form not in own.above}
    for form in sorted(wrong):
        if draft.text.count(form) <= draft.text.count(own.name):
            for place in draft.find(re.compile(re.escape(form))):
                values = {"words": form, "place": own.name}
                related = (Related("title", own.span),)
                yield Finding(place.span, values, related, fix=Fix(own.name))


def _alike(lexicon: Lexicon) -> dict[str, str]:
    alike: dict[str, str] = {}
    for line in lexicon.entries("place_characters"):
        for char in line:
            alike[char] = alike.get(char, "") + line.replace(char, "")
    return alike


def _is_other_level(own: OwnPlace, tier: str) -> bool:
    """我县 in a city's plan. The place above is spoken of as ours, too: 我省 in a city's."""
    if tier == own.tier[-1]:
        return False
    return _RANKS[tier] < own.rank or (_RANKS[tier] == own.rank and tier != "市")


def _foreign_doers(draft: Everywhere, own: OwnPlace) -> Iterator[Finding]:
    """Another county that is told what to do, or whose offices are responsible."""
    tier = own.tier[-1]
    for form in (_DOER, _UNIT):
        for place in draft.find(lazily(form % tier), tier):
            name = place.match["name"]
            kind = _KINDS.search(name)
            if name in (own.name, *own.above) or kind or name.endswith(own.name):
                continue
            if place.said and (form is _UNIT or draft.text.count(name) > 1):
                values = {"words": name, "place": own.name}
                yield Finding(place.of("name"), values, (Related("title", own.span),), "foreign")
