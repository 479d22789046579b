"""NUM014: percentage points said of what is no share: 产值增长6个百分点."""

import re
from collections.abc import Iterator

from linter.document.nodes import Span
from linter.plan.finding import Finding, Fix, check
from linter.plan.plan import Plan
from linter.subjects.arithmetic.changes import changes
from linter.subjects.arithmetic.figures import texts
from linter.text.patterns import lazily

_POINTS = lazily("个百分点")
_MARK = lazily("[。;:!?,]")
_GROWN = lazily(
    r"""(?P<words>(?P<verb>增长|‹rise›|‹fall›)(?:了|约|近|超过|达)?
    (?P<value>\d+(?:\.\d+)?)个百分点)""",
    re.X,
)
# The words right before the verb: an amount, and nothing that could be its share or its rate.
_AMOUNT = lazily(
    r"""(?P<measure>
        产值|增加值|收入|产量|销量|面积|总额|投资额?|利润|税收|销售额|营业额|交易额|成交额|库容|容量|产能
      | [存出]栏[量数]?|[客货]运量|客流量|货物量|吞吐量|周转量|发电量|用水量|用电量|使用量|用量
      | 排放量|投诉量|办件量|储量|总量|人数|人次|户数|里程|总值|GDP|零售额|进出口|出口额|余额
      | [接待服务处理供应储备业交成生]{1,2}量|供水量|保费|支出|寿命|数量|总数)
    (?:总额|规模)?
    (?:年均|每年|同比|累计|力争|预计|计划|将|再|要|均|(?:比|较)(?:上年|去年|‹year›年[底末]?))*$""",
    re.X,
)
_RELATIVE = lazily(
    "占|比重|比例|率|增速|增幅|涨幅|降幅|强度|份额|高于|低于|快于|贡献|高出|之比|指数|系数"
)


@check
def growth_in_points(plan: Plan) -> Iterator[Finding]:
    """An amount grows by per cent; percentage points are the difference of two shares."""
    known = {c.stated.span.start for c in plan.get(changes) if c.stated is not None}
    for node, text, _ in texts(plan, _POINTS):
        for match in _GROWN.finditer(text):
            if match.start("value") in known:
                continue
            lead = _MARK.split(text[max(0, match.start() - 40) : match.start()])[-1]
            said = _AMOUNT.search(lead)
            if said is None or _RELATIVE.search(lead):
                continue
            values = {"measure": said["measure"], "stated": match["words"], "value": match["value"]}
            fix = Fix(match["words"].replace("个百分点", "%"))
            yield Finding(
                Span(node, *match.span("words")), values, variant="growth-in-points", fix=fix
            )
