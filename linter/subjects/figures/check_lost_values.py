"""NUM016: a unit without its number: 达到%以上, 新建冷库座, 培育合作社家."""

import re
from collections.abc import Iterator

from linter.document.nodes import Span
from linter.plan.everywhere import everywhere
from linter.plan.finding import Finding, check
from linter.plan.plan import Plan
from linter.text.patterns import lazily

_REACHED = lazily(
    r"""(?:达到|提高到|提升[至到]|增加[至到]|下降到?|降[至低]到?|控制在|不低于|不少于|不超过|稳定在|保持在
        |增长到?|超过|突破)
      (?:(?:%|‰|个百分点)(?:以上|左右|以内|以下)?|以上|左右|以内)(?=[,。;、)]|$)
    """,
    re.X,
)
_MEASURES = (
    "(?:座|公里|千米|平方米|平方公里|公顷|立方米|万吨|亩|(?<=[社体场司构厂店区])家"
    "|(?<=[地区目心点村])个|(?<=[才员干])名)(?=[,。;、])"
)
_MEASURE = lazily(
    rf"(?<=[\u4e00-\u9fff])(?<![底讲插基每星车田均客数几多余万亿千百‹ten›两]){_MEASURES}"
)
_DONE = lazily(
    r"(?:^|(?<=[。;:,、]))\s?(?P<words>(?:‹build›|‹found›|整治|修建|铺设|疏浚|治理|培训|发展)"
    r"(?!.{0,8}(?:每|多|余|若干|数|几|一批))[\u4e00-\u9fff]{2,8})$"
)

_REACH = 20


@check
def lost_value(plan: Plan) -> Iterator[Finding]:
    """NUM016: a verb of building or reaching, and the unit, with nothing counted in between."""
    draft = plan.get(everywhere)
    for place in draft.find(_REACHED, hint="[到至低降长于过破在](?:[%‰]|个百|以[上内]|左右)"):
        if place.running and not place.quoted:
            yield Finding(place.span, {"words": place.words}, variant="lost")
    for place in draft.find(_MEASURE):
        done = _DONE.search(place.text[max(0, place.start - _REACH) : place.start])
        if done and place.running and not place.quoted:
            span = Span(place.node, place.start - len(done["words"]), place.end)
            yield Finding(span, {"words": span.quote}, variant="lost")
