"""PUN003–PUN005, PUN009: marks that stand together, at a paragraph's end, in two widths."""

from collections.abc import Iterator

from linter.checks.finding import Finding, Fix, Plan, Related, check
from linter.document import Span, Zone
from linter.facts.wording.endings import Ending
from linter.facts.wording.pairs import FaultKind
from linter.patterns import lazily

_DOUBLED = lazily(r"[,、。;:](?:[ ]*[,、。;:])+|[?!]+[ ]*[,、。;:]|[,、。;:][ ]*[?!]")
# 与信息化融合的产业、与之相适应的机制: a preposition that opens an item, not a conjunction.
_PREPOSITION = (
    r"(?![^,。;、]{0,16}(?:相|融合|匹配|适配|适应|衔接|配套|接轨|对接|结合|协同|同步|关联|有关|联动"
    r"|合作|互动|共享|并列|并行|交流|联系|一致|兼容|之))"
)
_MARKED = lazily(r"[、。]\s*[以和与及等]")
_CONJUNCTION = lazily(
    r"(?P<mark>、)\s*(?P<word>以及"
    r"|和(?![谐平解睦美气顺县田合善政龙林硕静布牛服声弦弈约缓煦蔼乐])"
    rf"{_PREPOSITION}|与(?![会时众日此]){_PREPOSITION}(?=[\u4e00-\u9fff]{{1,8}}[,。;)])|及(?![时早格第])"
    r"|等(?![级额候待离保高同效值温位比距外次到于号边深宽长强轴腰压份式差分]))"
    r"|(?P<stop>。)\s*(?P<tail>和(?![谐平解睦美气顺县田合善政龙林硕静布])(?![^。]{0,20}(?:相比|一样|一道))"
    r"|及其|以及)"
)


@check
def doubled(plan: Plan) -> Iterator[Finding]:
    """PUN003: ，， 。。 、， and 、和 、等 。和. `words` are the marks, `right` what may stand."""
    for node in plan.nodes:
        if node.locator.zone is Zone.TOC:
            continue
        text = plan.masked(node)
        for match in _DOUBLED.finditer(text):
            ascii_code = text[max(0, match.start() - 1) : match.start()].isascii()
            if "::" in match.group() and ascii_code:
                continue
            span = _with_neighbours(Span(node, *match.span()))
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


def _with_neighbours(span: Span) -> Span:
    """The marks with the two characters on each side, so that the quote can be found."""
    return Span(span.node, max(0, span.start - 2), min(len(span.node.text), span.end + 2))


@check
def paragraph_end(plan: Plan) -> Iterator[Finding]:
    """PUN004: a long paragraph that ends in ， or 、 or with no mark where its peers have one."""
    unclosed = {id(f.node) for f in plan.wording.pair_faults if f.kind is FaultKind.UNCLOSED}
    for fault in plan.wording.end_faults:
        if fault.ending is not Ending.COMMA and id(fault.node) in unclosed:
            continue  # the end is lost with the closing bracket, and that is told already
        node, end = fault.node, fault.at + 1
        span = Span(node, max(0, end - 12), end)
        values = {"mark": node.text[fault.at], "peers": str(fault.peers)}
        variant = None if fault.ending is Ending.COMMA else fault.ending.value
        yield Finding(span, values, variant=variant)


@check
def half_width(plan: Plan, *, tolerance: float = 0.05) -> Iterator[Finding]:
    """PUN005: one finding where more than `tolerance` of the marks have the other width."""
    habit = plan.wording.punctuation_width
    few, total = len(habit.minority), len(habit.first) + len(habit.second)
    if habit.mixed and few > tolerance * total:
        other = max(habit.first, habit.second, key=len)
        variant = None if habit.minority is habit.second else "full"
        values = {"few": str(few), "many": str(len(other))}
        yield Finding(
            _with_neighbours(habit.minority[0]), values, (Related("peer", other[0]),), variant
        )


@check
def separator_style(plan: Plan) -> Iterator[Finding]:
    """PUN009: 》《 beside 》、《, or ”“ beside ”、“, in one draft."""
    for habit in plan.wording.neighbour_marks:
        if habit.mixed:
            other = max(habit.second, habit.first, key=len)
            few = habit.minority if habit.minority is not other else habit.second
            values = {"words": few[0].quote, "few": str(len(few)), "many": str(len(other))}
            values["other"] = other[0].quote
            yield Finding(_with_neighbours(few[0]), values, (Related("peer", other[0]),))


@check
def stray_space(plan: Plan) -> Iterator[Finding]:
    """PUN006: a space inside a word; the others (beside marks) as one finding with a count."""
    for span, word in plan.wording.split_words:
        yield Finding(span, {"word": word}, fix=Fix(word))
    spaces = plan.wording.stray_spaces
    if spaces:
        yield Finding(spaces[0], {"count": str(len(spaces))}, variant="aggregate")
