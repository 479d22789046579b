"""NUM017: ranges and grades that cannot be meant, round numbers in a list's form, 二 for 两."""

import re
from collections.abc import Iterator
from itertools import pairwise

from linter.document.nodes import Span
from linter.plan.everywhere import Everywhere, Place, everywhere
from linter.plan.finding import Finding, Fix, Related, check
from linter.plan.plan import Plan
from linter.text.patterns import lazily, once

_UNIT = (
    r"(?:[%‰]|个?百分点|倍|公里|平方|立方|公顷|天|个?月|小时|分钟|岁|年(?!代|级)|元|分(?![之类])"
    r"|[‹measure-words›]|公[斤吨])"
)
_RANGE = lazily(
    r"""(?P<a>\d(?<![\d.第〔(/:—~-]\d)\d{0,4}(?:\.\d+)?)(?P<m>[万亿%])?[—~-]
      (?P<b>\d{1,5}(?:\.\d+)?)(?P<n>[万亿]{0,2})(?=[%‰\u4e00-\u9fff])
    """,
    re.X,
)
_COUNTED = lazily(_UNIT)
_FROM = lazily(r"[从由自](?:[^,。;]{0,8})$|[编代型牌]号?$")
_GRADE = lazily(
    rf"""(?P<n>\d[\d.]*[万亿]?)(?P<u>{_UNIT})?
      (?: \((?:含|包括)(?:本数)?\)(?P<u2>{_UNIT})?(?P<way>以上|以下|以内)
        | 及(?P<way2>以上|以下|以内)
        | (?P<way3>以上|以下|以内)\((?:含|包括)[^()以]{{0,10}}\) )
    """,
    re.X,
)
_STEP = lazily(
    rf"""(?P<a>\d(?<![\d.]\d)[\d.]*)[万亿]?{_UNIT}?[—~-]
      (?P<b>\d[\d.]*)(?P<n>[万亿]?)(?P<u>{_UNIT})(?=[^,。;\d]{{0,6}}的)
    """,
    re.X,
)
_CEILING = lazily(
    r"(?:控制在|压减到|压降至|限制在|压缩到)\s?(?:\d[\d.]*[^,。;\d]{0,5}以上|(?:不低于|不少于|至少)\d)"
)
# What is to be had at least: an area or a share may be held at so much and more.
_FLOOR = lazily(
    r"保有|保护|覆盖|达标|合格|绿化|绿地|岸线|良好|优良|林地|耕地|湿地|存栏|储备|满意|保障|完好|[^不]良"
)
_NUMERALS = "一两三四五六七八九"
_AFTER = r"天|倍|年(?![级度制生期])"
_PAUSED = lazily(
    rf"""(?<![第初高大小‹ten›百千万〇零、\d“之表图])
      (?P<words>十?(?P<a>[一二两三四五六七八九])、(?P<b>[一二两三四五六七八九])
        (?=(?:[十百千万][‹measure-words›年天]|[个家户名座亩吨处所种]|人(?!称)|{_AFTER})))
    """,
    re.X,
)
_PAUSED_DIGITS = lazily(
    rf"(?<![第\d.、图表—-])(?<!第\s)(?P<words>(?P<a>\d)、(?P<b>\d)(?=[个家户座处所](?!方面)|{_AFTER}))"
)
_TWO = lazily(
    r"""二(?<![第初高大小‹ten›百千万〇零、\d之每星不]二)(?=[个家座户种辆件](?![字胎])|名(?![单次])|所(?![以有])|处(?!理)|步(?=走|实施|推进))
      | 两十(?=[‹measure-words›年天]) | 百分之两 | 两分之 | 第两(?=[个家批期次种])
      | 十两(?=[个家座户种名])
    """,
    re.X,
)
_UNTIL = lazily(
    r"(?:到|截[至止])\s?(?:‹year›年)(?:年?[底末]|\d{1,2}月(?:\d{1,2}日|[底末])?)(?:之|以)?前"
)

_SWAPPED = str.maketrans("二两", "两二")


@check
def limits(plan: Plan) -> Iterator[Finding]:
    """NUM017: 20—15家; 100万元（含）以上 beside 100万元（含）以下; 控制在9%以上; 七、八家; 二家."""
    draft = plan.get(everywhere)
    yield from _ranges(draft)
    yield from _grades(draft)
    yield from _steps(draft)
    for place in draft.find(_CEILING, "控制在", "压减到", "压降至", "限制在", "压缩到"):
        if not _FLOOR.search(place.before[-24:]):
            yield Finding(place.span, {"words": place.words}, variant="ceiling")
    yield from _paused(draft)
    for place in draft.find(
        _TWO, hint="[^第十]二[个家座户种辆件名所处步]|两十|十两|第两|两分之|之两"
    ):
        if not place.quoted:
            right = place.words.translate(_SWAPPED)
            after = place.text[place.end : place.end + 1]
            values = {"words": place.words + after, "meant": right + after}
            yield Finding(place.span, values, (), "two", Fix(right))
    for place in draft.find(_UNTIL, "前"):
        variant = "as-of" if place.words.startswith("截") else "until"
        yield Finding(place.span, {"words": place.words}, variant=variant)


def _ranges(draft: Everywhere) -> Iterator[Finding]:
    for place in draft.find(_RANGE, "—", "-", "~"):
        m = place.match
        first, last = float(m["a"]), float(m["b"])
        years = len(m["a"]) == 4 and m["a"][:2] in ("19", "20") and last < 100
        same = (m["m"] or m["n"] or "") in ("%", m["n"])
        plain = m["m"] is None and m["n"]  # 5000—1万人 goes up
        down = last < first <= (10 if plain else 1000) * max(last, 1)
        if down and same and not years and not _FROM.search(place.before):
            unit = _COUNTED.match(place.text, place.end)
            if unit is not None:
                span = Span(place.node, place.start, unit.end())
                yield Finding(span, {"words": span.quote})


def _grades(draft: Everywhere) -> Iterator[Finding]:
    """The same amount, included, both above and below."""
    seen: dict[tuple[int, str, str], Place] = {}
    for place in draft.find(
        _GRADE, hint="以[上下内]\\((?:含|包括)|(?:含|包括)\\w*\\)[^,。;]{0,3}以|及以[下内]"
    ):
        m = place.match
        unit = m["u"] or m["u2"] or ""
        amount = (id(place.node), m["n"] + unit)
        way = "以上" if (m["way"] or m["way2"] or m["way3"]) == "以上" else "以下"
        other = seen.get((*amount, "以下" if way == "以上" else "以上"))
        seen[(*amount, way)] = place
        if other is not None:
            values = {"words": place.words, "other": other.words}
            yield Finding(place.span, values, (Related("other", other.span),), "grades")


def _steps(draft: Everywhere) -> Iterator[Finding]:
    """50—100亩的…，80—200亩的…: grades of one measure, the second of which begins in the first."""
    for before, place in pairwise(draft.find(_STEP, hint=r"[—~-]\d[^,。;]{1,12}的")):
        same = before.node is place.node and before.match["u"] == place.match["u"]
        between = place.text[before.end : place.start]
        if not same or "。" in between or len(between) > 40:
            continue
        first, last = float(before.match["a"]), float(before.match["b"])
        if before.match["n"] == place.match["n"] and first < float(place.match["a"]) < last:
            values = {"words": place.words, "other": before.words}
            yield Finding(place.span, values, (Related("before", before.span),), "grades")


def _paused(draft: Everywhere) -> Iterator[Finding]:
    for place in draft.find(_PAUSED, hint="[一两二三四五六七八九]、[二三四五六七八九][^、,。;)]"):
        a, b = (_NUMERALS.index(place.match[g].replace("二", "两")) + 1 for g in ("a", "b"))
        if b == a + 1 or (a, b) == (3, 5):
            yield _round(place)
    for place in draft.find(_PAUSED_DIGITS, hint=r"\d、\d[^\d、.]"):
        a, b = int(place.match["a"]), int(place.match["b"])
        if (b == a + 1 or (a, b) == (3, 5)) and not once(r"[第任条项款]\s?$").search(place.before):
            yield _round(place)


def _round(place: Place) -> Finding:
    span: Span = place.of("words")
    after = place.text[span.end : span.end + 1]
    a, b = place.match["a"], place.match["b"]
    if a.isdigit():
        meant = _NUMERALS[int(a) - 1] + _NUMERALS[int(b) - 1]
    else:
        meant = span.quote.replace("、", "")
    values = {"words": span.quote + after, "meant": meant + after}
    return Finding(span, values, (), "round", Fix(meant))
