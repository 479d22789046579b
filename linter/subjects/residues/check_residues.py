"""DOC001–DOC005: revisions, comments, highlights, foreign headers and broken fields."""

import re
from collections.abc import Iterator

from linter.document.nodes import Residue, ResidueKind, Span
from linter.plan.finding import Finding, Related, check
from linter.plan.plan import Plan, fact
from linter.text.folding import fold, key
from linter.text.patterns import lazily

_REVISIONS = (ResidueKind.INSERTED, ResidueKind.DELETED, ResidueKind.FORMATTED)
_SHOWN = 40  # characters of a place that has no words of its own
_MOST = 20  # places that a finding lists
# A reviewer's word to planlint is no opinion about the draft (linter.diagnosis.suppression).
_OURS = "planlint"  # who wrote the comments of planlint annotate
_TO_PLANLINT = lazily(r"\s*planlint\s*[:：]", re.I)

# A line of a header that names a plan: 某市供水规划（2021—2025年）.
_PLAN = lazily(
    r"""
    [^\s。;:、,]{4,50}?                      # whose plan, and of what
    (?:规划(?:纲要)?|计划|方案|意见|纲要|办法)  # 文种
    (?:\([^()]{2,20}\))?                     # （2021—2025年）, （征求意见稿）
    """,
    re.X,
)
_STAGE = lazily(r"\((?:[^()]*稿|\d{4}[^()]*)\)|[《》“”\"'‘’]")
# What Word prints for a field whose source is gone, and a spreadsheet for a formula.
_BROKEN = lazily(
    r"""
    错误[!！]\s*(?:未找到引用源|未定义书签|未找到目录项|文档中没有指定样式的文字
        |超链接引用无效|链接无效|未知的[^。；;\s]{1,8})。?
    | Error!\s(?:Reference\ssource\snot\sfound|Bookmark\snot\sdefined|Not\sa\svalid\slink
        |No\s(?:text\sof\sspecified\sstyle|table\sof\s\w+\sentries\sfound)
        |Hyperlink\sreference\snot\svalid)
    | \#(?:REF!|DIV/0!|VALUE!|NAME\?|N/A)
    """,
    re.X,
)


@check
def revisions(plan: Plan) -> Iterator[Finding]:
    """DOC001: tracked changes that nobody has accepted or rejected; one finding with the counts."""
    found = [residue for residue in plan.document.residues if residue.kind in _REVISIONS]
    span = _place(plan, found)
    if span is not None:
        times = {kind: sum(r.times for r in found if r.kind is kind) for kind in _REVISIONS}
        counts = {kind.value: str(count) for kind, count in times.items()}
        yield Finding(span, {**counts, "count": str(sum(times.values()))})


@check
def comments(plan: Plan) -> Iterator[Finding]:
    """DOC002: comments of reviewers; what a reviewer tells planlint is none, nor is its own.

    Only Word prints its comments: those of a text file are for whoever edits it.
    """
    people = (c for c in plan.document.comments if c.author != _OURS)
    spoken = [c for c in people if not _TO_PLANLINT.match(c.text)]
    if plan.document.format != "docx":
        return
    places = [comment.spans[0] for comment in spoken if comment.spans]
    if places:
        values = {"count": str(len(spoken)), "author": spoken[0].author or "—"}
        values["words"] = " ".join(spoken[0].text.split())[:_SHOWN]
        others = (Related("other", span) for span in places[1:_MOST])
        yield Finding(_visible(places[0]), values, tuple(others))


@check
def highlights(plan: Plan) -> Iterator[Finding]:
    """DOC003: highlighted words."""
    found = [r for r in plan.document.residues if r.kind is ResidueKind.HIGHLIGHTED]
    span = _place(plan, found)
    if span is not None:
        yield Finding(span, {"count": str(sum(residue.times for residue in found))})


@check
def foreign_header(plan: Plan) -> Iterator[Finding]:
    """DOC004: a header (页眉) that names another plan than the title; a short form is none."""
    title = plan.document.title
    for words in plan.get(headers) if title is not None else ():
        match = _PLAN.search(fold(words))
        if title is None or match is None or _is_form_of(match.group(), title.text):
            continue
        yield Finding(Span.whole(title), {"header": match.group(), "title": title.text})


@check
def broken_field(plan: Plan) -> Iterator[Finding]:
    """DOC005: 错误!未找到引用源 and what else is printed where a field or formula is broken."""
    for node in plan.nodes:
        if "!" in node.folded or "#" in node.folded:
            for match in _BROKEN.finditer(node.folded):
                span = Span(node, *match.span())
                yield Finding(span, {"words": span.quote})


@fact
def headers(plan: Plan) -> tuple[str, ...]:
    """The texts of the headers of a Word draft."""
    return tuple(r.text for r in plan.document.residues if r.kind is ResidueKind.HEADER)


def _is_form_of(words: str, title: str) -> bool:
    """Tell whether words are a title or a shorter form of it, its characters in their order."""
    ours, full = (key(_STAGE.sub("", text)) for text in (words, title))
    rest = iter(full)
    return full in ours or all(char in rest for char in ours)


def _place(plan: Plan, found: list[Residue]) -> Span | None:
    """The first place of residues, else the draft's first words; None where there are none."""
    if not found:
        return None
    spans = [span for residue in found for span in residue.spans]
    if spans:
        return _visible(spans[0])
    return Span.whole(plan.nodes[0], _SHOWN) if plan.nodes else None


def _visible(span: Span) -> Span:
    """The place with words to show: what is deleted has none of its own."""
    if span.start < span.end:
        return span
    start = max(0, span.start - _SHOWN // 2)
    return Span(span.node, start, min(len(span.node.text), start + _SHOWN))
