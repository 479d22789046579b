"""Changes that a sentence states with both ends: 由40%提高到65%，提高25个百分点.

The ends and the change stand one behind the other, with nothing between them that could be the
subject of another figure.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from linter.plan.plan import Plan, fact
from linter.subjects.arithmetic.figures import DOUBLINGS, MULTIPLE, sentences, texts
from linter.subjects.quantities.quantities import Quantity
from linter.text.patterns import lazily

RISE = "提高|提升|增加|增长|上升|扩大|扩增|扩充|攀升|跃升|上调|上涨|新增|提|增|升|涨"
FALL = "降低|下降|减少|削减|压减|压缩|缩短|缩减|缩小|下调|下浮|回落|压降|精简|降|减"
_EITHER = "调整|发展|扩展|拓展|变化|改变|变|控制|调"
_WHEN = (
    r"(?:‹year›\s*年?(?:年?[底末初]|全年|度)?|上年度?[底末]?|去年[底末]?|[“\"]?‹five-year›五[”\"]?期?[初末]"
    r"|原来|原有|原先|目前|现在|当前|现有|现状|基期|基础|期初)"
)
_FILLER = r"(?:约|近|大约|不足|不到|超过?|逾|约为|的|了|\s)"

_FROM = lazily(rf"(?:由|(?<!服)从)(?!事|业)(?:{_WHEN}的?)?[^\d,。:()、<>%+-]{{0,6}}?{_FILLER}*$")
_TO = lazily(
    rf"""[\u4e00-\u9fff]{{0,8}}?,?
    (?:逐步|稳步|大幅|进一步|快速|显著|持续|力争|预计|将|到{_WHEN})*
    (?:(?P<rise>{RISE})|(?P<fall>{FALL})|{_EITHER})?了?
    (?:到|至|为|成|达到|达)
    (?:{_WHEN}的?|每[年天日月亩人户]|{_FILLER})*""",
    re.X,
)
# 2023年20亿元，2026年达到80亿元
_DATED = lazily(rf"{_WHEN}[\u4e00-\u9fff]{{0,12}}?(?:为|是|有|达到|达|仅)?{_FILLER}*$")
_THEN = lazily(
    rf"""[,(]?(?:到|至)?(?:‹year›\s*年(?:年?[底末])?)(?:力争|将|预计|计划|可)*
    (?:(?P<rise>{RISE})|(?P<fall>{FALL}))?(?:到|至|为|达到|达|超过|突破|是){_FILLER}*""",
    re.X,
)
_ADVERB = (
    r"(?:也就是|也即|即|共计|合计|累计|总共|一共|共|净|实际|整体|总体|相当于|将|力争|可|实现"
    r"|[三四五两\d]年[间内来]?|期间|规划期内?|其间|绝对值|幅度|总量|规模|数量)"
)
_SAID = (
    rf"(?:(?P<rise>(?:{RISE})|(?:增|涨|升)幅)|(?P<fall>(?:{FALL})|[降减跌]幅))"
    rf"(?:幅度)?(?:达到|达|为|是){{0,1}}{_FILLER}*"
)
_SINCE = rf"(?:(?:比|较|相比|相较|与)(?P<since>{_WHEN})的?(?:相比)?)"
_LEVEL = rf"(?:{RISE}|{_EITHER})?(?:是|为|到|达到|达|相当于){_FILLER}*(?P<level>{_WHEN}的?)"
# From the second end to its change: ，比2023年增加7万亩
_CHANGE = lazily(rf"\s*[,(、]?{_ADVERB}*{_SINCE}?,?{_ADVERB}*(?:{_LEVEL}|{_SAID}|{_FILLER}*)")
# In front of a change that precedes its ends: 比2023年增加7万亩
_BEFORE = lazily(rf"(?:(?P<since>(?:比|较){_WHEN}),?)?{_ADVERB}*(?:{_SAID}|{_FILLER}*)$")
_YEARLY = lazily(r"年均|每年|每|同比|环比|再|(?:年|月|日|人|户|亩)均|分别|平均|高于|低于|快于")
_PLACE = r"(?:总量|总数|总?面积|总?规模|总?数量|总里程|总额)?"
_THEN_FROM = lazily(rf",{_PLACE}(?:由|从)(?:{_WHEN}的?)?[^\d,。:()、<>%+-]{{0,6}}?{_FILLER}*")
# 较2023年的20亿元 | 增加10亿元 | ，达到30亿元
_THAN = lazily(rf"(?:比|较|相比|相较|在){_WHEN}(?:的|\(|为|[\u4e00-\u9fff]{{0,6}}?){_FILLER}*$")
_BY = lazily(rf"\)?(?:的?基础上)?,?{_ADVERB}*(?:{_SAID})?")
_IS = lazily(rf",?(?:是|为|相当于){_WHEN}(?:的|\(|为)?{_FILLER}*")  # 是2023年20亿元的3倍
_OF_BASE = lazily(rf"\)?的{_FILLER}*")
_REACHING = lazily(rf",?{_PLACE}(?:将|力争|预计)?(?:{RISE}|{FALL})?(?:达到|达|到|至|为){_FILLER}*")
# 达到30亿元 | ，比2023年的20亿元 | 增加10亿元
_REACHED = lazily(rf"(?:达到|达|增至|降至|[高升加长低降少大]到|[高升加长低降少大]至){_FILLER}*$")
_THAN_BASE = lazily(rf"[,(](?:比|较|相比){_WHEN}(?:的|\(|为|[\u4e00-\u9fff]{{0,6}}?){_FILLER}*")


class Change(NamedTuple):
    """The ends of a change and what is said of it.

    `rises` tells which way the verb between the ends goes, `stated_rises` that of `stated`, None
    for neither. `level` says that a multiple is that of the base itself: 是2023年的3倍.
    """

    base: Quantity
    target: Quantity
    rises: bool | None
    stated: Quantity | None = None
    stated_rises: bool | None = None
    verb: str = ""
    level: bool = False


@fact
def changes(plan: Plan) -> tuple[Change, ...]:
    """The changes of which the draft gives both ends, with what it says of them if anything."""
    return tuple(
        change
        for node, text, numbers in texts(plan, _ENDS, _MOVES)
        for found in sentences(node, text, numbers)
        for change in _of_sentence(text, found)
    )


_ENDS = lazily(r"[由从比较在年][^,。;]{0,24}\d")
_MOVES = lazily(r"[到至达为成是](?:‹year›年[底末]?的?)?\D{0,3}\d")


def _of_sentence(text: str, found: Sequence[Quantity]) -> Iterator[Change]:
    for i in range(len(found) - 1):
        ends = _pair(text, found[i], found[i + 1])
        if ends is not None:
            yield ends
            behind = list(_behind(text, ends, found[i + 2 : i + 6]))
            yield from behind or _before(text, ends, found, i)
        elif i + 2 < len(found):
            yield from _wrapped(text, found[i], found[i + 1], found[i + 2])


def _pair(text: str, base: Quantity, target: Quantity) -> Change | None:
    """由A提高到B; 2023年A，2026年达到B."""
    between = text[base.span.end : target.span.start]
    lead = text[max(0, base.span.start - 24) : base.span.start]
    if len(between) > 30:
        return None
    to = _TO.fullmatch(between) if _FROM.search(lead) else None
    to = to or (_THEN.fullmatch(between) if _DATED.search(lead) else None)
    if to is None:
        return None
    return _alike(base, target, _rises(to))


def _alike(base: Quantity, target: Quantity, rises: bool | None) -> Change | None:
    """The change, its ends in one kind of unit: a base without one is in that of the target."""
    if base.unit is None:
        base = base._replace(unit=target.unit)
    if base.upper is not None or target.upper is not None or not (base.literal and target.literal):
        return None
    one, other = base.unit, target.unit
    if one is not other and (one is None or other is None or one.dimension != other.dimension):
        return None
    if one in (DOUBLINGS, MULTIPLE) or base.value == 0:
        return None
    return Change(base, target, rises)


def _rises(match: re.Match[str]) -> bool | None:
    groups = match.groupdict()
    if groups.get("rise"):
        return True
    return False if groups.get("fall") else None


def _behind(text: str, ends: Change, rest: Sequence[Quantity]) -> Iterator[Change]:
    """由A到B | ，提高C | ，增长D: the changes right behind the ends."""
    at = ends.target.span.end
    for stated in rest:
        between = text[at : stated.span.start]
        said = _CHANGE.fullmatch(between) if len(between) < 40 else None
        level = bool(said and said["level"])
        doubled = stated.unit is DOUBLINGS
        if said is None or not (level or doubled or said["rise"] or said["fall"]):
            return
        if _of_other_year(said["since"], text, ends) or _goes_on(text, stated):
            return
        rises = True if doubled and not said["fall"] else _rises(said)
        verb = (said["rise"] or said["fall"] or "").strip()
        yield ends._replace(stated=stated, stated_rises=rises, verb=verb, level=level)
        at = stated.span.end


def _before(text: str, ends: Change, found: Sequence[Quantity], i: int) -> Iterator[Change]:
    """比2023年增加7万亩 | ，由A增加到B."""
    if i == 0:
        return
    stated = found[i - 1]
    if not _THEN_FROM.fullmatch(text[stated.span.end : found[i].span.start]):
        return
    lead = text[max(0, stated.span.start - 24) : stated.span.start]
    said = _BEFORE.search(lead)
    if said is None or _YEARLY.search(lead[: said.end()].rsplit(",", 1)[-1]):
        return
    doubled = stated.unit is DOUBLINGS
    if not doubled and not (said["rise"] or said["fall"]):
        return
    if _of_other_year(said["since"], text, ends):
        return
    rises = True if doubled and not said["fall"] else _rises(said)
    verb = said["rise"] or said["fall"] or ""
    yield ends._replace(stated=stated, stated_rises=rises, verb=verb)


def _wrapped(text: str, a: Quantity, b: Quantity, c: Quantity) -> Iterator[Change]:
    """比A增加C，达到B; 达到B，比A增加C; 达到B，是A的C倍."""
    lead = text[max(0, a.span.start - 24) : a.span.start]
    first, second = text[a.span.end : b.span.start], text[b.span.end : c.span.start]
    if len(first) > 30 or len(second) > 30:
        return
    of_base = None
    if _THAN.search(lead) and _REACHING.fullmatch(second):
        ends, stated, by = _alike(a, c, None), b, _BY.fullmatch(first)
    elif _REACHED.search(lead):
        of_base = _IS.fullmatch(first)
        by = _OF_BASE.fullmatch(second) if of_base else _BY.fullmatch(second)
        if not of_base and not _THAN_BASE.fullmatch(first):
            return
        ends, stated = _alike(b, a, None), c
    else:
        return
    if by is None or ends is None or _goes_on(text, stated):
        return
    doubled = stated.unit is DOUBLINGS
    said = by.groupdict()
    verb = said.get("rise") or said.get("fall") or ""
    if verb or doubled or of_base:
        rises = True if doubled else _rises(by)
        yield ends._replace(stated=stated, stated_rises=rises, verb=verb, level=bool(of_base))


_GOES_ON = lazily(r"的(?:速度|增速|幅度)|/|以?每年|左?右?的?年均")
_A_YEAR = lazily("‹year›")


def _goes_on(text: str, stated: Quantity) -> bool:
    return bool(_GOES_ON.match(text, stated.span.end))


def _of_other_year(since: str | None, text: str, ends: Change) -> bool:
    """Whether a change since one year stands beside a base of another."""
    named = _A_YEAR.search(since or "")
    lead = text[max(0, ends.base.span.start - 16) : ends.base.span.start]
    years = _A_YEAR.findall(lead)
    return bool(named and years and years[-1] != named.group())
