"""PUN003: marks typed twice."""

from collections.abc import Iterator

from linter.document.nodes import Span, Zone
from linter.plan.finding import Finding, Fix, check
from linter.plan.plan import Plan
from linter.text.patterns import lazily

# 与信息化融合的产业、与之相适应的机制: a preposition that opens an item, not a conjunction. What is
# done with or compared to another thing, or stands beside it, follows.
_PREPOSITION = (
    r"(?![^,。;、]{0,16}(?:相|融合|匹配|适配|适应|衔接|配套|接轨|对接|结合|协同|同步|关联|有关|联动"
    r"|合作|互动|共享|并列|并行|交流|联系|一致|兼容|之|不同|不符|无关|区别|区分|分离|分开|脱钩|脱节"
    r"|挂钩|对应|对比|比较|互补|互认|互促|互通|看齐|竞争|抗衡|联合|配合|接壤|毗邻|邻近|隔离|贯通|连接"
    r"|连通|联通|连片|呼应|吻合|平衡|协调|共存|共生|共建|签订|签署|冲突|矛盾|重叠|重复|同等|并重|交叉))"
)
# 联系电话：    。 leaves a blank to be filled.
_TO_FILL = lazily(r":[ ]{2,}[,。;]")
_DOUBLED = lazily(r"[,、。;:](?:[ ]*[,、。;:])+|[?!]+[ ]*[,、。;:]|[,、。;:][ ]*[?!]")
_MARKED = lazily(r"[、。]\s*[以和与及等]")
_CONJUNCTION = lazily(
    r"(?P<mark>、)\s*(?P<word>以及"
    r"|和(?![谐平解睦美气顺县田合善政龙林硕静布牛服声弦弈约缓煦蔼乐])"
    rf"{_PREPOSITION}|与(?![会时众日此]){_PREPOSITION}(?=[\u4e00-\u9fff]{{1,8}}[,。;)])|及(?![时早格第])"
    r"|等(?![级额候待离保高同效值温位比距外次到于号边深宽长强轴腰压份式差分]))"
    r"|(?P<stop>。)\s*(?P<tail>和(?![谐平解睦美气顺县田合善政龙林硕静布])(?![^。]{0,20}(?:相比|一样|一道))"
    r"|及其|以及)"
)


def with_neighbours(span: Span) -> Span:
    """The marks with the two characters on each side, so that the quote can be found."""
    return Span(span.node, max(0, span.start - 2), min(len(span.node.text), span.end + 2))


@check
def doubled(plan: Plan) -> Iterator[Finding]:
    """PUN003: ，， 。。 、， and 、和 、等 。和. `words` are the marks, `right` what may stand."""
    for node in plan.nodes:
        if node.locator.zone is Zone.TOC:
            continue
        text = plan.masked(node)
        for match in _DOUBLED.finditer(text):
            ascii_code = text[max(0, match.start() - 1) : match.start()].isascii()
            if ("::" in match.group() and ascii_code) or _TO_FILL.match(match.group()):
                continue
            span = with_neighbours(Span(node, *match.span()))
            yield Finding(span, {"words": node.text[match.start() : match.end()]})
        for match in _CONJUNCTION.finditer(text) if _MARKED.search(text) else ():
            word = match["word"] or match["tail"]
            mark = match["mark"] or match["stop"]
            span = Span(node, max(0, match.start() - 2), min(len(text), match.end() + 2))
            values = {"words": node.text[match.start() : match.end()], "mark": mark, "word": word}
            quote = span.quote
            cut = match.start() - span.start
            fix = Fix(quote[:cut] + quote[cut + 1 :].lstrip()) if match["mark"] else None
            yield Finding(span, values, variant="conjunction", fix=fix)
