"""STR009: a paragraph that stands twice, a heading that stands twice."""

from collections import defaultdict
from collections.abc import Iterator

from linter.document.nodes import Paragraph, Span, Zone
from linter.plan.finding import Finding, Related, check
from linter.plan.plan import Plan, fact
from linter.subjects.structure.outline import heading_span
from linter.text.folding import key
from linter.text.patterns import lazily

_LONG, _SHARED = 25, 12  # characters of a paragraph, and of a sentence
_REACH = 400  # characters of a bracket with units at the end of a paragraph
_UNITS = lazily(
    r"\s*[(〔\[【][^()〔〕\[\]【】]*(?:\([^()]*\)[^()〔〕\[\]【】]*)*[)〕\]】]\s*[。;]?\s*$"
)
_UNIT_LINE = lazily(
    r"\s*[(〔\[【]?\s*(?:‹duty-unit›|[^:。]{0,10}单位|完成时[限间]|时限|[^。;]{0,200}负责[)〕\]】]?\s*$)\s*:?"
)
_NOTE = lazily(
    r"\s*(?:注|备注|说明|来源|联系)|.{0,12}(?:是指|系指|指)|[^。]{0,120}(?:包括本数|以上含)"
)
_SENTENCE = lazily(r"[^。;\n]{25,}")
_UNIT_WORDS = lazily(
    r"^\s*[(〔\[【]|‹duty-unit›|负责[)〕\]]?$|[(〔\[【][^。]{0,200}[局委办厅政府][)〕\]】]\s*$"
)
_MARKS = lazily("[,，。;；、:：]+")
_HEADING, _TITLE = 5, 30  # characters
_END = 2  # characters that the titles of parallel sections have in common
_DEEPEST = 2  # below, chapters often have the same sections each


@fact
def sharing(plan: Plan) -> tuple[tuple[Paragraph, str], ...]:
    """The long paragraphs of the body with a sentence that another of them has as well, and their
    bare words."""
    holders: dict[str, list[Paragraph]] = defaultdict(list)
    for node in plan.document.paragraphs():
        if len(node.text) < _LONG or node.locator.zone is not Zone.BODY or node.locator.box:
            continue
        for sentence in node.folded.replace(";", "。").split("。"):
            if len(sentence) >= _SHARED:
                holders[sentence.strip()].append(node)
    shared = {id(n) for nodes in holders.values() if len(nodes) > 1 for n in nodes}
    found = (p for p in plan.document.paragraphs() if id(p) in shared)
    return tuple((p, _bare(p)) for p in found if not _NOTE.match(p.folded))


@check
def text_repeated(plan: Plan) -> Iterator[Finding]:
    """STR009: a paragraph of the body twice, whatever units follow it; not notes and unit lines."""
    first: dict[str, Paragraph] = {}
    for node, words in plan.get(sharing):
        if len(words) < _LONG or _UNIT_LINE.match(node.folded):
            continue
        other = first.setdefault(words, node)
        if other is not node and not _parallel(other, node):
            values = {"words": node.text.strip()[:16], "place": _place(other)}
            related = (Related("first", Span.whole(other, 40)),)
            yield Finding(Span.whole(node, 40), values, related)


@check
def sentence_repeated(plan: Plan) -> Iterator[Finding]:
    """STR009: a long sentence in two paragraphs that differ otherwise."""
    first: dict[str, Span] = {}
    seen: dict[str, Paragraph] = {}
    for node, bare in plan.get(sharing):
        if seen.setdefault(bare, node) is not node:
            continue
        for match in _SENTENCE.finditer(node.folded):
            words = _MARKS.sub("", key(match.group()))
            if len(words) < _LONG or _UNIT_WORDS.search(match.group()):
                continue
            span = Span(node, *match.span())
            other = first.setdefault(words, span)
            if other.node is not node:
                values = {"words": span.quote.strip()[:16]}
                yield Finding(span, values, (Related("first", other),), "sentence")


def _bare(node: Paragraph) -> str:
    """The words without a run-in heading, the units in brackets at the end, and marks."""
    text = node.folded
    head, stop, rest = text.partition("。")
    if node.label and stop and len(rest) >= _LONG and len(head) <= _LONG:
        text = rest
    if bracket := _UNITS.search(text, max(0, len(text) - _REACH)):
        text = text[: bracket.start()]
    return _MARKS.sub("", key(text))


def _parallel(one: Paragraph, other: Paragraph) -> bool:
    """They stand below kinds of one thing: （二）…用地项目, （三）…用地项目. What holds for both is
    said for each."""
    ends = [key(title)[-_END:] for node in (one, other) for title in _above(node)[-1:]]
    return len(ends) == 2 and ends[0] == ends[1] and _above(one) != _above(other)


def _place(node: Paragraph) -> str:
    section = node.locator.section
    return section[-1][:20] if section else "前文"


@check
def heading_repeated(plan: Plan) -> Iterator[Finding]:
    """STR009: two headings of one title under one heading; or once each in two chapters that
    have no other title in common (else the chapters are built alike)."""
    by_title: dict[str, list[Paragraph]] = defaultdict(list)
    titles: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for node in plan.document.paragraphs():
        if node.level is None or node.label is None or node.locator.zone is not Zone.BODY:
            continue
        title = key(node.title)
        if len(title) > _TITLE:
            continue
        by_title[title].append(node)
        titles[_above(node)].add(title)
    for title, nodes in by_title.items():
        if len(nodes) != 2 or len(title) < _HEADING - 1:
            continue
        before, node = nodes
        above = _above(before), _above(node)
        same = above[0] == above[1]
        apart = (
            before.level == node.level
            and (node.level or 0) <= _DEEPEST
            and len(title) >= _HEADING
            and len(titles[above[0]] & titles[above[1]]) == 1
        )
        if same or apart:
            related = (Related("first", heading_span(before)),)
            yield Finding(heading_span(node), {"words": node.title}, related, "heading")


def _above(node: Paragraph) -> tuple[str, ...]:
    """The headings above a heading; its own line may be the last of its path."""
    section = node.locator.section
    own = bool(section) and key(section[-1]).startswith(key(node.line)[: len(key(section[-1]))])
    return section[:-1] if own else section
