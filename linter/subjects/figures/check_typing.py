"""NUM016: numbers with a wrong mark, a multiplier or a unit typed twice: 6。5%, 12亿亿元."""

from collections.abc import Iterator

from linter.document.nodes import Span
from linter.plan.everywhere import Place, everywhere
from linter.plan.finding import Finding, Fix, check
from linter.plan.plan import Plan
from linter.text.patterns import lazily, once

_UNIT = r"(?:[%‰]|个?百分点|[万亿]|倍|公里|千米|平方|立方|公顷|[元吨亩户人座个家台])"
_POINT = lazily(rf"\d(?<![\d.]\d)\d{{0,3}}。\d{{1,3}}(?=\s?{_UNIT})")
# 增长6，5%: two values would be 6%，5% or stand behind 分别.
_COMMA = lazily(r"\d(?<![\d.,]\d)\d{0,2},\d{1,2}(?=\s?(?:%|‰|个百分点|倍))")
_MEASURED = lazily(
    r"(?:‹growth-rate›|‹share›|‹rise›|‹fall›|增长|达到?|[为至约到近超率]|超过|控制在)\s?$"
)
_THOUSANDS = lazily(
    rf"\d(?<![\d.,]\d)\d{{0,2}},(?:\d{{3}},)*(?:\d{{4,8}}|\d{{1,2}}(?=[万亿]元))(?![\d,年.])(?=\s?{_UNIT})"
)
_DOUBLED = lazily(
    r"[%‰]{2,3}|亿亿(?!次)|万万|亿万|[万亿]元元|[万亿]?(?:吨吨|亩亩|公里里)|个个百分点|百分点点|家家(?=[,。;、])|户户(?=[,。;、])"
)
_TWICE = ("%%", "‰", "亿亿", "万万", "亿万", "元元", "吨吨", "亩亩", "里里", "点点", "个个", "家家")
_POINTS = lazily(rf"\.(?:\d{{0,3}}\.\d{{1,4}})(?={_UNIT}|[%‰])")
_NUMBER = lazily(r"(?<![\d.])\d[\d.]{0,12}\s?$")
_REACH = 16
_FULL_WIDTH = lazily("[０-９]+")
_MOST = 0.5  # of the digits: more full-width ones are a style of the draft


@check
def number_typing(plan: Plan) -> Iterator[Finding]:
    """NUM016: marks inside numbers, multipliers and signs typed twice, values left out."""
    draft = plan.get(everywhere)
    for place in draft.find(_POINT, hint=r"\d。\d"):
        yield _mended(place, place.words.replace("。", "."))
    for place in draft.find(_COMMA, hint=r"\d,\d"):
        if _MEASURED.search(place.before[-8:]) and "分别" not in place.before:
            yield _mended(place, once("[,，]").sub(".", place.words))
    for place in draft.find(_THOUSANDS, hint=r"\d,\d"):
        yield Finding(place.span, {"words": place.words}, variant="thousands")
    for place in (
        *draft.find(_DOUBLED, *_TWICE, "户户"),
        *draft.find(_POINTS, hint=r"\.\d{0,3}\.\d"),
    ):
        start = max(0, place.start - _REACH)
        if number := _NUMBER.search(place.text, start, place.start):
            span = Span(place.node, number.start(), place.end)
            yield Finding(span, {"words": span.quote}, variant="doubled")
    yield from _full_width(plan)


def _mended(place: Place, meant: str) -> Finding:
    return Finding(place.span, {"words": place.words, "meant": meant}, fix=Fix(meant))


def _full_width(plan: Plan) -> Iterator[Finding]:
    """The numbers in full-width digits of a draft that writes the others in half-width ones."""
    text = plan.get(everywhere).text
    found = [(node, m) for node in plan.nodes for m in _FULL_WIDTH.finditer(node.text)]
    count = sum(len(match.group()) for _, match in found)
    if not found or count > _MOST * sum(map(str.isdigit, text)):
        return
    node, first = found[0]
    values = {"words": first.group(), "count": str(len(found))}
    yield Finding(Span(node, *first.span()), values, variant="full-width")
