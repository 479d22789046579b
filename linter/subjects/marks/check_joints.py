"""PUN008: a comma in front of the 和 that joins the last item of a list."""

from collections.abc import Iterator

from linter.document.nodes import Span, Zone
from linter.plan.finding import Finding, check
from linter.plan.plan import Plan
from linter.text.patterns import lazily

# 和 that opens a clause (和…一起) or a word of its own (和谐) joins nothing.
_JOINT = lazily(
    r"[\u4e00-\u9fff)”》]{1,6},和(?![平谐睦解])"
    r"(?![^,;。]{1,20}(?:一起|一道|相比|相同|不同|合作|对接|联合|共同))[\u4e00-\u9fffA-Za-z]{1,4}"
)


@check
def comma_before_joint(plan: Plan) -> Iterator[Finding]:
    """…热点覆盖，和以4G为代表的…: GB/T 15834-2011, 4.5.3 has 、 or nothing there."""
    for node in plan.worded:
        if ",和" in node.folded and node.locator.zone is not Zone.TOC:
            for match in _JOINT.finditer(node.folded):
                span = Span(node, *match.span())
                yield Finding(span, {"words": span.quote}, variant="joint")
