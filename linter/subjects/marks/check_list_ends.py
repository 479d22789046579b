"""PUN012: marks at the ends of listed items, full stops inside brackets and members, 等等…等."""

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from linter.document.nodes import LabelKind, Paragraph, Span, Zone
from linter.plan.everywhere import everywhere
from linter.plan.finding import Finding, Fix, Related, check
from linter.plan.plan import Plan
from linter.subjects.figures.ordinals import Run, ordinal_runs
from linter.text.patterns import lazily

_ITEMS = (
    LabelKind.ARABIC,
    LabelKind.PAREN_ARABIC,
    LabelKind.CLOSING_ARABIC,
    LabelKind.CIRCLED,
    LabelKind.PAREN_CHINESE,
)
_BRACKET = lazily(r"(?P<stop>[。;])\)(?=[,;、])")
_AND_SO_ON = lazily(
    r"(?P<more>等等(?!待)[\u4e00-\u9fff]{1,10}等(?=[,。;、]))|(?P<dots>等等?(?:…{1,3}|\.{3,6}|。{3,6})|…{1,2}等等?(?![待候级]))"
    r"|(?P<full>(?<!。)。{3,6}(?!。))"
)
_MOST = 3


@check
def list_end(plan: Plan) -> Iterator[Finding]:
    """PUN012: ； behind the last item, 。 behind one in the middle; （…参加。），; 等……."""
    for items in _lists(plan):
        yield from _ends(items)
    for run in plan.get(ordinal_runs):
        yield from _members(run)
    draft = plan.get(everywhere)
    for place in draft.find(_BRACKET, "。)", ";)"):
        values = {"words": place.words, "mark": place.words[0]}
        yield Finding(place.span, values, variant="bracket")
    for place in draft.find(_AND_SO_ON, "等等", "等…", "…等", "等.", "等。。", "。。。"):
        variant = next(g for g in ("more", "dots", "full") if place.match[g])
        values = {"words": place.words}
        fix = Fix("……") if variant == "full" else None
        yield Finding(place.span, values, (), variant, fix)


def _lists(plan: Plan) -> Iterator[list[Paragraph]]:
    """Neighbouring paragraphs with numbers of one kind that count up."""
    paragraphs = [
        p for p in plan.document.paragraphs() if p.locator.zone in (Zone.BODY, Zone.ATTACHMENT)
    ]
    for _, group in groupby(
        paragraphs, lambda p: (p.label.kind if p.label else None, p.locator.box)
    ):
        run: list[Paragraph] = []
        for node in group:
            if node.label is None or node.label.kind not in _ITEMS:
                break
            if run and run[-1].label and node.label.number != run[-1].label.number + 1:
                yield run
                run = []
            run.append(node)
        if len(run) > 1:
            yield run


def _ends(items: Sequence[Paragraph]) -> Iterator[Finding]:
    ends = [item.folded.rstrip()[-1:] for item in items]
    inner, last = ends[:-1], items[-1]
    if len(items) < _MOST or inner.count(";") < 2:
        return
    if ends[-1] in (";", ",", "、") and set(inner) == {";"}:
        span = _tail(last)
        yield Finding(span, {"mark": span.quote[-1:]}, fix=Fix(span.quote[:-1] + "。"))
    odd = [item for item, end in zip(items, inner, strict=False) if end == "。"]
    if len(odd) == 1 and inner.count(";") == len(inner) - 1 and ends[-1] in ("。", ";"):
        text = odd[0].folded.rstrip()
        if "。" not in text[:-1]:
            peer = next(item for item, end in zip(items, inner, strict=False) if end == ";")
            span = _tail(odd[0])
            yield Finding(span, {"words": span.quote}, (Related("peer", _tail(peer)),), "middle")


def _tail(node: Paragraph) -> Span:
    end = len(node.text.rstrip())
    return Span(node, max(0, end - 8), end)


def _members(run: Run) -> Iterator[Finding]:
    """A full stop inside a member of 一是…；二是…；三是…, which stands above the semicolons."""
    node = run[0].span.node
    if len(run) < _MOST or any(ordinal.span.node is not node for ordinal in run):
        return
    text = node.folded
    between = [text[a.span.end : b.span.start] for a, b in pairwise(run)]
    if not all(words.rstrip().endswith(";") for words in between):
        return
    stops = [(a, words.find("。")) for (a, _), words in zip(pairwise(run), between, strict=True)]
    found = [(a, at) for a, at in stops if at >= 0]
    if len(found) == 1 and between[[a for a, _ in stops].index(found[0][0])].count("。") == 1:
        ordinal, at = found[0]
        end = ordinal.span.end + at + 1
        span = Span(node, max(ordinal.span.start, end - 8), end)
        yield Finding(span, {"words": span.quote}, variant="member")
