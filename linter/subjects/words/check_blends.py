"""TRM001: two constructions blended into one (句式杂糅): 围绕…为目标 for 以…为目标."""

import re
from collections.abc import Iterator

from linter.document.nodes import Span, Zone
from linter.plan.finding import Finding, check
from linter.plan.plan import Plan
from linter.text.patterns import lazily

# What opens no clause of its own and has no verb that could take 为 along.
_MIDDLE = r"(?:(?![以把将由作成视认])[^,;:。\n]){3,60}?"
_BLEND = lazily(
    rf"""
    (?P<open>围绕|聚焦) {_MIDDLE} 为(?P<close>总?目标|核心|重点|导向|主线|抓手|中心|宗旨)(?=[,;。])
    | (?P<by>本着|按照|遵循|秉承) {_MIDDLE} 为(?P<rule>(?:基本)?原则|宗旨|目的|理念)(?=[,;。])
    | (?P<on>在) {_MIDDLE} 为(?P<ground>基础|前提|背景|指导)[上下](?=[,;。])
    """,
    re.X,
)


@check
def blended(plan: Plan) -> Iterator[Finding]:
    """The words from the first construction's opening to the second one's end."""
    for node in plan.worded:
        text = node.folded
        if "为" not in text or node.locator.zone is Zone.TOC:
            continue
        for match in _BLEND.finditer(text):
            first = match["open"] or match["by"] or match["on"]
            last = match["close"] or match["rule"] or match["ground"]
            values = {"first": f"{first}…", "second": f"以…为{last}"}
            yield Finding(Span(node, *match.span()), values, variant="blend")
