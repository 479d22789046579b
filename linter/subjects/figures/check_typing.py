"""NUM016: numbers with a wrong mark, a unit typed twice or none at all: 6。5%, 12亿亿元, 达到%以上."""

import re
from collections.abc import Iterator

from linter.document.nodes import Span
from linter.plan.everywhere import Place, everywhere
from linter.plan.finding import Finding, Fix, check
from linter.plan.plan import Plan
from linter.text.patterns import lazily

_UNIT = r"(?:[%‰]|个?百分点|[万亿]|倍|公里|千米|平方|立方|公顷|[元吨亩户人座个家台])"
_POINT = lazily(rf"(?<![\d.])\d{{1,4}}。\d{{1,3}}(?=\s?{_UNIT})")
# 增长6，5%: two values would be 6%，5% or stand behind 分别.
_COMMA = lazily(
    r"(?:‹growth-rate›|‹share›|‹rise›|‹fall›|增长|达到?|[为至约到近超]|超过|控制在|率)(?P<words>\d{1,3},\d{1,2}(?=\s?(?:%|‰|个百分点|倍)))"
)
_THOUSANDS = lazily(
    rf"(?<![\d.,])\d{{1,3}},(?:\d{{3}},)*(?:\d{{4,8}}|\d{{1,2}}(?=[万亿]元))(?![\d,年.])(?=\s?{_UNIT})"
)
_DOUBLED = lazily(
    r"\d[\d.]{0,12}\s?(?P<unit>[%‰]{2,3}|亿亿(?!次)|万万|亿万|[万亿]元元|[万亿]?吨吨|[万亿]?亩亩|[万亿]?公里里|个个百分点|百分点点)"
)
_LOST = lazily(
    r"""(?:达到|提高到|提升[至到]|增加[至到]|增长到?|下降到?|降[至低]到?|控制在|不低于|不少于|不超过|超过|突破|稳定在|保持在)
        (?:%|‰|个百分点)(?:以上|左右|以内|以下)?(?=[,。;、)]|$)
      | (?<![一-龥])(?:新建|改建|扩建|建成|建设|新增|改造|整治|修建|铺设|疏浚|治理)(?!.{0,8}(?:每|多|余|若干|数|几|一批))
        [\u4e00-\u9fff]{2,6}?(?<![底讲插基每星车田均客])(?:座|公里|千米|平方米|平方公里|公顷|立方米|万吨|亩)(?=[,。;、])
    """,
    re.X,
)
_FULL_WIDTH = lazily("[０-９]+")
_MOST = 0.5  # of the digits: more full-width ones are a style of the draft


@check
def number_typing(plan: Plan) -> Iterator[Finding]:
    """NUM016: marks inside numbers, multipliers and signs typed twice, values left out."""
    draft = plan.get(everywhere)
    for place in draft.find(_POINT, "。"):
        yield _mended(place, place.words.replace("。", "."))
    for place in draft.find(_COMMA, ","):
        if "分别" not in place.before:
            span = place.of("words")
            meant = re.sub("[,，]", ".", span.quote)
            yield Finding(span, {"words": span.quote, "meant": meant}, fix=Fix(meant))
    for place in draft.find(_THOUSANDS, ","):
        yield Finding(place.span, {"words": place.words}, variant="thousands")
    for place in draft.find(
        _DOUBLED, "%%", "‰", "亿亿", "万万", "亿万", "元元", "吨吨", "亩亩", "里里", "点点", "个个"
    ):
        yield Finding(place.span, {"words": place.words}, variant="doubled")
    for place in draft.find(_LOST):
        if place.running and not place.quoted:
            yield Finding(place.span, {"words": place.words}, variant="lost")
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
