"""PUN007: words said twice."""

import re
from collections import defaultdict
from collections.abc import Iterator
from enum import StrEnum
from itertools import chain
from operator import add
from typing import NamedTuple

from linter.document.model import Document
from linter.document.nodes import Span, TextNode, Zone
from linter.plan.finding import Finding, Fix, Related, check
from linter.plan.plan import Plan, fact
from linter.subjects.marks.lists import items_twice
from linter.text.intervals import Intervals
from linter.text.patterns import lazily, once
from linter.text.segmentation import builtin_words

_HAN = r"[\u4e00-\u9fff]"
_EDGE = r"[,、。;:!?\s()“”《》—]"
# A whole item or clause given twice, edges on both sides.
_ITEM = lazily(rf"[,、;]\s*({_HAN}\w{{2,30}})(?={_EDGE}|$)")
# A long phrase on both sides of 、, and a quoted name: no boundary of clauses runs through them.
_LISTED = lazily(rf"({_HAN}{{5,20}}(?<![厅局委办部府]))、\1")
_BEHIND = lazily("、(?=(.{5}))")
_QUOTED = lazily(r"(“[^“”]{2,20}”)(?:、?\1|,\1(?=[,、。;]))")
# Three or more characters at once are never doubled on purpose; two are, by verbs (ABAB).
_ADJACENT = lazily(rf"({_HAN}{{3,12}})\1|(?<!一)(?!一)({_HAN}{{2}})\2")
_VERBS = lazily(
    "研究|考虑|讨论|商量|学习|交流|调研|活动|体验|打扫|休息|了解|介绍|总结|整理|锻炼|准备|收拾"
    "|检查|比较|指导|宣传|认识|表示|分析|观察|思考|琢磨|合计|参观|放松|关心|教育|帮助|改善|提高"
)
# Words of degree, counts, and nouns that are verbs as well: 优质服务服务群众 lacks a comma at most.
_OWN_WORD = lazily(r"^[一二三四五六七八九十很最多几极]|[着一]$|^(?:服务|代表|管理|领导|根据|主教)$")
# Function words that cannot follow themselves, with the neighbours that make them a word's part.
_FUNCTION = lazily(
    r"(?<!目)(?<!标)(?<!鹄)的的(?![确士])"
    r"|(?<![总共饱温缓柔中平祥谦随应附唱调人亲讲议柔暖])和和(?![平谐解睦美气顺县田合善蔼煦缓乐])"
    r"|(?<![参赋给授])与与(?![会时])"
    r"|(?<![普波涉触顾危惠埃以])及及(?![时早格第])"
    r"|(?<![存现实所内外潜正自旨好意不])在在(?![线建职校册岗编位场京读地逃途野])"
    r"|(?<![为除])了了(?![解结不如断])|被被(?![子褥单])|将将(?![军领士近要会来])"
    r"|(?<![导方面走趋倾转定取双横纵流航动去])向向(?![上下前往])|(?<![自理事缘])由由(?![于])"
    r"|(?<!关)(?<!由)(?<!对)于于|(?<![实求就但可于还只都若凡国])是是(?!非)"
)
# What _FUNCTION finds; quick to look for.
_DOUBLED = tuple(2 * word for word in "的和与及在了被将向由于是")
_CLAUSE = lazily(r"[^,。;:!?()]+")
_LEAST = 14
_RUNNING = 100  # clauses told as one
_LONG = 60  # characters of a text in which some pair of them nearly always stands twice
# A clause that only leads to another one: 对符合条件的申请，; provisions share it.
_LEADING = lazily(r"(?:对|在|经|按照|根据|依据).*(?:的[^的]{1,4}|[时后前中下上]|方面)$")
_ATTRIBUTE = lazily(r"的[^,。;:、和与及或]{0,80}(?:[,。;:]|$)")  # the last one of its list
_DUTY = lazily("‹duty-unit›|负责$|牵头$|配合$")  # two tasks in a paragraph

_NOWHERE = Intervals(())


class RepetitionKind(StrEnum):
    ADJACENT = "adjacent"
    APART = "apart"


class Repetition(NamedTuple):
    """Words that stand twice. `span` quotes both where they are neighbours, else the second."""

    kind: RepetitionKind
    span: Span
    words: str
    first: Span


@fact
def repetitions(plan: Plan) -> tuple[Repetition, ...]:
    """The words and clauses that stand twice."""
    return tuple(_repetitions(plan.document))


def _repetitions(document: Document) -> Iterator[Repetition]:
    """Yield the repetitions of a draft, paragraph by paragraph."""
    for node in document.worded():
        if node.locator.zone in (Zone.TOC, Zone.SIGNATURE):
            continue
        found = list(_adjacent(node))
        yield from found
        yield from _apart(node, {place for r in found for place in (r.span.start, r.span.end)})


def _adjacent(node: TextNode) -> Iterator[Repetition]:
    """What stands twice; the patterns are slow, so only where two characters do."""
    text = node.folded
    if len(text) > _LONG or len(set(map(add, text, text[1:]))) < len(text) - 1:
        yield from _phrases(node)
    if any(pair in text for pair in _DOUBLED):
        for match in _FUNCTION.finditer(text):
            if _typed_twice(text, match.span(), match.group()[0]):
                yield _doubled(node, *match.span(), match.group()[0])


def _phrases(node: TextNode) -> Iterator[Repetition]:
    text = node.folded
    items = set()
    for match in _ITEM.finditer(text):
        words = match.group(1)
        start = match.start() - len(words)
        if start >= 0 and text.startswith(words, start) and _whole(text, start, match):
            items.add(start)
            if _typed_twice(text, (start, match.end()), words):
                yield _doubled(node, start, match.end(), words)
    listed = _LISTED.finditer(text) if any(map(_said_before, _BEHIND.finditer(text))) else ()
    quoted = _QUOTED.finditer(text) if "“" in text else ()
    for match in chain(listed, quoted):
        if match.start() not in items and _typed_twice(text, match.span(), match.group(1)):
            yield _doubled(node, *match.span(), match.group(1))
    for match in _ADJACENT.finditer(text):
        words = match.group(1) or match.group(2)
        if not _meant(words) and _typed_twice(text, match.span(), words):
            yield _doubled(node, *match.span(), words)


def _typed_twice(text: str, place: tuple[int, int], words: str) -> bool:
    """Tell words typed twice from two words that meet: 企业创业创新; what is quoted is whole.

    Another item may begin with the words of the one before: 机构、机构的投资者、….
    """
    if words[0] == "“":
        return True
    if _ATTRIBUTE.match(text, place[1]):
        text = text[: place[1]]
    return builtin_words().is_repeated_word(text, *place, len(words))


def _said_before(behind: re.Match[str]) -> bool:
    """Tell whether the characters behind a 、 have been said shortly before it."""
    at = behind.start()
    return behind.string.find(behind[1], max(0, at - 20), at) >= 0


def _doubled(node: TextNode, start: int, end: int, words: str) -> Repetition:
    first = Span(node, start, start + len(words))
    return Repetition(RepetitionKind.ADJACENT, Span(node, start, end), words, first)


def _whole(text: str, start: int, match: re.Match[str]) -> bool:
    """Tell whether the words in front of the mark are an item too, or end the clause before."""
    if start == 0 or once(_EDGE).match(text[start - 1]):
        return True
    ends = text[match.end() : match.end() + 1] in ("", ",", "。", ";", "、")
    return len(match.group(1)) >= 4 and text[match.start()] == "," and ends


def _meant(words: str) -> bool:
    """Tell a doubling that is good Chinese: 研究研究, 件件, 服务服务型 … from a slip."""
    if _VERBS.fullmatch(words) or len(set(words)) == 1:
        return True
    return bool(_OWN_WORD.search(words))


def _apart(node: TextNode, taken: set[int]) -> Iterator[Repetition]:
    """A clause, or two clauses running, that the paragraph has already said word for word."""
    if len(node.folded) < 2 * _LEAST:
        return
    clauses = [m for m in _CLAUSE.finditer(node.folded) if m.group().strip()]
    said = [clause.group().strip() for clause in clauses]
    seen: dict[str, int] = {}
    until = -1
    for i, (clause, words) in enumerate(zip(clauses, said, strict=True)):
        at = seen.setdefault(words, i)
        if at == i or clause.start() < until or clause.start() in taken:
            continue
        first = clauses[at]
        heads = first.start() == 0 and node.folded[first.end() : first.end() + 1] == "。"
        if "、" in words or heads or _DUTY.search(words):
            continue
        end, length = i, _length(words)
        while (
            end + 1 < min(len(clauses), i + _RUNNING)
            and at + 1 < i
            and said[end + 1] == said[at + 1]
        ):
            end, at = end + 1, at + 1
            length += _length(said[end])
        if length >= _LEAST:
            until = clauses[end].end()
            first_span = Span(node, first.start(), clauses[at].end())
            yield Repetition(
                RepetitionKind.APART, Span(node, clause.start(), until), words, first_span
            )


def _length(clause: str) -> int:
    """The characters that count: none of what leads to another clause, none of code."""
    return len(clause) if once(_HAN).search(clause) and not _LEADING.match(clause) else 0


@check
def phrase_repeated(plan: Plan) -> Iterator[Finding]:
    """PUN007: 产业集聚，产业集聚; 的的; a clause that stands twice in one paragraph."""
    spans: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for found in plan.get(repetitions):
        if found.kind is RepetitionKind.ADJACENT:
            spans[id(found.span.node)].append((found.span.start, found.span.end))
    doubled = defaultdict(lambda: _NOWHERE) | {n: Intervals(at) for n, at in spans.items()}
    for found in plan.get(repetitions):
        values = {"words": found.words}
        related = (Related("first", found.first),)
        if found.kind is RepetitionKind.ADJACENT:
            yield Finding(found.span, values, related, fix=Fix(found.first.quote))
        elif not doubled[id(found.span.node)].touch(found.span.start, found.span.end):
            values["words"] = found.span.quote if len(found.span.quote) <= 24 else found.words
            yield Finding(found.span, values, related, "apart")
    for item in plan.get(items_twice):
        if not doubled[id(item.span.node)].touch(item.span.start, item.span.end):
            values = {"words": item.span.quote}
            yield Finding(item.span, values, (Related("first", item.first),), "listed")
