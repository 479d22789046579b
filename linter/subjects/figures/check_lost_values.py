"""NUM016: a unit without its number: 达到%以上, 新建冷库座, 培育合作社家."""

import re
from collections.abc import Iterator

from linter.plan.everywhere import everywhere
from linter.plan.finding import Finding, check
from linter.plan.plan import Plan
from linter.text.patterns import lazily

_REACH = (
    r"(?:达到|提高到|提升[至到]|增加[至到]|下降到?|降[至低]到?|控制在|不低于|不少于|不超过|稳定在|保持在"
    r"|增长到?|超过|突破)"
)
_DONE = r"(?:‹build›|‹found›|整治|修建|铺设|疏浚|治理|培训|发展)"
# 底座, 每亩, 车公里 are words; 国家, 专家 and 客户 end otherwise than in a measure word.
_MEASURE = (
    r"(?:(?<![底讲插基每星车田均客/])(?:座|公里|千米|平方米|平方公里|公顷|立方米|万吨|亩)"
    r"|(?:(?<=合作社)|(?<=(?:主体|农场|公司|机构|工厂|门店|园区)))家"
    r"|(?<=(?:基地|园区|项目|中心|站点|范点|范村|社区))个|(?<=(?:人才|人员|骨干|学员))名)"
)
_LOST = lazily(
    rf"""{_REACH}(?:(?:%|‰|个百分点)(?:以上|左右|以内|以下)?|以上|左右|以内)(?=[,。;、)]|$)
      | (?:^|(?<=[。;:,、]))\s?{_DONE}(?!.{{0,8}}(?:每|多|余|若干|数|几|一批))
        [\u4e00-\u9fff]{{2,8}}?{_MEASURE}(?=[,。;、])
    """,
    re.X,
)


@check
def lost_value(plan: Plan) -> Iterator[Finding]:
    """NUM016: a verb of building or reaching, and the unit, with nothing counted in between."""
    for place in plan.get(everywhere).find(_LOST):
        if place.running and not place.quoted:
            yield Finding(place.span, {"words": place.words.strip()}, variant="lost")
