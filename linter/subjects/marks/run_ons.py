"""Places where the mark between two clauses, or two listed terms, is lost.

保护各方权益搭建运营体系: the first verb has its object, and the second opens a clause. It is told
only where no reading joins the two: no subject, no preposition, no means (发挥优势打造品牌), no
noun made of the second verb (服务体系构建). What remains is likely, never certain.
"""

import re
from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from linter.document.nodes import Paragraph, Span, TextNode, Zone
from linter.plan.lexicon import Lexicon
from linter.plan.plan import Plan, fact
from linter.text.patterns import compiled, lazily, once
from linter.text.segmentation import builtin_words

_HAN = r"[\u4e00-\u9fff]"
_CLAUSE = lazily(r"[^,。;:!?“”《》]+")
_REMARK = lazily(r"\([^()]{0,40}\)")
_TAIL = 6  # characters of an object behind the second verb, at least
_SIBLINGS, _KIND = 2, 3  # listed objects that end in the same characters
# Nouns made of an object and a verb: 平台搭建, 机制建立.
_NOUN = lazily(
    r"(?:体系|格局|模式|网络|结构|机制|制度|体制)(?:构建|建立|完善|健全)|平台搭建|环境营造|氛围营造|品牌(?:打造|培育)"
    r"|(?:知识|素质|模式|品牌)培育|资源培育"
)
# 建设育苗基地鲜果处理率达到75%: a verb with its object, and a measure with its value.
_MEASURED = lazily(
    r"(?:^|(?<=[,。;:]))\s*(?P<first>(?:建设|打造|完善|健全|建立|构建|搭建|培育|推广|优化)"
    r"[^,。;:、\d]{2,20}?(?:基地|平台|中心|园区|体系|机制|系统|网络|设施))(?P<second>[^,。;:、\d的]{3,16}?"
    r"(?:率|比例|比重|占比)(?:达到|达|提高到|提升到|保持在|超过|稳定在))(?=[^,。;]{0,4}\d)"
)
_JOINED = "的、和与及"
_NO_OBJECT = lazily("[到至为了]|力度|步伐")  # 提高到2500元, 加大力度支持
_ETC = lazily(r"等[\u4e00-\u9fff]{2,4}$")
# 逐户对接逐户建档: one manner, two verbs.
_MANNER = (
    "逐[户村项家人级镇乡县条件校站段企街栋区]|统一|同步|分类|分级|分批|优先|定期|及时|严格|依法"
    "|主动|就近|同等"
)
_PARALLEL = lazily(
    rf"(?=[逐统同分优定及严依主就])(?P<first>(?P<manner>{_MANNER}){_HAN}{{2}})(?P<second>(?P=manner){_HAN}{{2}})"
    r"(?=[,。;:、)]|$)"
)

Patterns = dict[str, re.Pattern[str]]
Clause = re.Match[str]


class RunOnKind(StrEnum):
    CLAUSES = "clauses"
    MEASURED = "measured"
    SIBLINGS = "siblings"
    PARALLEL = "parallel"


class RunOn(NamedTuple):
    """A place where a mark is lost: `first` and `second` are the words before and behind it."""

    kind: RunOnKind
    span: Span
    first: str
    second: str


def _patterns(lexicon: Lexicon) -> Patterns:
    words: dict[str, str] = {}
    for entry in lexicon.entries("clause_words"):
        words |= {name: "|".join(listed.split()) for name, listed in entry.items()}
    studied = "研究(?:建立|制定|出台|提出|编制)"
    led = rf"(?:{studied}|(?:{words['manner']})(?:{words['actions']}))"
    adverbs = rf"(?:{words['manner']}|全面|不断|持续|有效|充分|率先|并|同时|还|要|应|将|须)*"
    first = {word[0] for name in ("manner", "openers") for word in words[name].split("|")} | {"研"}
    return {
        # Tried only at the first characters of all of them.
        "opening": compiled(
            rf"(?=[{''.join(sorted(first))}])(?:(?P<led>{led})|(?:{words['openers']}))"
        ),
        "object": compiled(rf"(?:{words['objects']})$"),
        "agent": compiled(rf"(?:{words['agents']})$"),
        "verb": compiled(words["verbs"]),
        "means": compiled(words["means"]),
        "head": compiled(
            rf"\s*(?:(?:{words['pivots']}){_HAN}{{2,12}}?)?{adverbs}(?:{_HAN}{{2}}和)?"
        ),
        "governs": compiled(rf"\s*{adverbs}(?:{words['verbs']})"),
        "mover": compiled(words["movers"]),
        "verb_ends": compiled(rf"(?:{words['verbs']})$"),
    }


@fact
def run_ons(plan: Plan) -> tuple[RunOn, ...]:
    """The clauses that run on into each other."""
    return tuple(_run_ons(plan.masked_texts, plan.lexicon))


def _run_ons(texts: list[tuple[TextNode, str]], lexicon: Lexicon) -> Iterator[RunOn]:
    """Yield the run-ons of the paragraphs; headings and cells have a style of their own."""
    patterns = lexicon.get(_patterns)
    for node, text in texts:
        if not isinstance(node, Paragraph) or node.locator.zone in (Zone.COVER, Zone.SIGNATURE):
            continue
        body = _REMARK.sub(_blank, text) if "(" in text else text
        start = len(node.title) + 1 if node.level is not None else 0
        for match in _PARALLEL.finditer(body, start):
            yield _found(
                RunOnKind.PARALLEL, node, match.start(), match.start("second"), match.end()
            )
        for match in _MEASURED.finditer(body, start) if "率" in body or "比" in body else ():
            at = match.start("second")
            yield _found(
                RunOnKind.MEASURED, node, max(match.start("first"), at - 6), at, match.end()
            )
        before: list[str] = []
        for clause in _CLAUSE.finditer(body, start):
            openings = list(_openings(clause, patterns))
            if openings:
                found = _clauses(node, clause, openings, patterns)
                found = found or _siblings(node, clause, openings, before, patterns)
                if found is not None:
                    yield found
            ended = body[clause.end() : clause.end() + 1] in ("。", ":", "!", "?")
            before = [] if ended else [*before, clause.group()]


def _blank(match: re.Match[str]) -> str:
    return "\ue000" * len(match.group())


def _found(kind: RunOnKind, node: TextNode, start: int, at: int, end: int) -> RunOn:
    return RunOn(kind, Span(node, start, end), node.text[start:at], node.text[at:end])


def _clauses(
    node: TextNode, clause: Clause, openings: list[re.Match[str]], patterns: Patterns
) -> RunOn | None:
    """A clause whose verb has its object before another verb opens a clause in it."""
    text = clause.string
    for opening in openings:
        at = opening.start()
        start = max(clause.start(), text.rfind("、", clause.start(), at) + 1)
        ends = "agent" if opening["led"] else "object"
        is_object = (patterns[ends].search(text, start, at) is None) is (ends == "agent")
        if is_object and _is_whole(text, start, at, patterns) and _parts(clause, opening):
            return _found(RunOnKind.CLAUSES, node, max(start, at - 6), at, opening.end())
    return None


def _parts(clause: Clause, opening: re.Match[str]) -> bool:
    """Tell whether the second clause stands by itself: it begins with a word of its own.

    It does not where what stands before is a means (开展检查等方式加强…) or measured (标准提高到…).
    """
    text, at = clause.string, opening.start()
    if _ETC.search(text, clause.start(), at) or _NO_OBJECT.match(text, opening.end()):
        return False
    return builtin_words().is_boundary(text, at) and builtin_words().is_boundary(
        text, opening.end()
    )


def _openings(clause: Clause, patterns: Patterns) -> Iterator[re.Match[str]]:
    """The verbs inside a clause that may open another one and have an object of their own."""
    text = clause.string
    for opening in patterns["opening"].finditer(text, clause.start() + 4, clause.end()):
        noun = _NOUN.search(text, opening.start() - 2, opening.end())
        if (
            not noun
            and clause.end() - opening.end() >= _TAIL
            and text[opening.end()] not in _JOINED
        ):
            yield opening


def _is_whole(text: str, start: int, end: int, patterns: Patterns) -> bool:
    """Tell whether the words from `start` to `end` are a verb with its object.

    The verb stands at the head, two characters at least before the end; neither a means nor
    another subject comes behind it.
    """
    verbs = list(patterns["verb"].finditer(text, start, end - 2))
    if not verbs or patterns["means"].search(text, verbs[-1].end(), end):
        return False
    if patterns["mover"].fullmatch(text, *verbs[-1].span()):
        return False  # 促进品牌加强…: whoever is moved does what follows
    if once("和|与|及|、|或").match(text[verbs[-1].end() :]) and patterns["verb_ends"].search(
        text, start, end
    ):
        return False  # 制定和实施加快…: no object yet
    return bool(patterns["head"].fullmatch(text, start, verbs[-1].start()))


def _siblings(
    node: TextNode,
    clause: Clause,
    openings: list[re.Match[str]],
    before: list[str],
    patterns: Patterns,
) -> RunOn | None:
    """打造A示范区，B示范区，C示范区打造…: the last of a list of objects goes on with a verb."""
    if len(before) < _SIBLINGS:
        return None
    for opening in openings:
        at = opening.start()
        kind = clause.string[max(clause.start(), at - _KIND) : at]
        alike = all(words.endswith(kind) for words in before[-_SIBLINGS:])
        governed = any(patterns["governs"].match(words) for words in before)
        bare = not any(patterns["governs"].match(words) for words in (clause.group(), before[-1]))
        if len(kind) == _KIND and alike and governed and bare:
            start = max(clause.start(), at - 6)
            return _found(RunOnKind.SIBLINGS, node, start, at, opening.end())
    return None
