"""PUN004: paragraphs that do not end as a sentence does."""

from collections import defaultdict
from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from linter.document.model import Document
from linter.document.nodes import Box, Cell, LabelKind, Paragraph, Span, TextNode, Zone
from linter.plan.finding import Finding, check
from linter.plan.plan import Plan, fact
from linter.subjects.marks.pair_faults import pair_faults
from linter.subjects.marks.pairs import FaultKind
from linter.subjects.structure.headings import heading_lines
from linter.text.patterns import lazily, once

_LONG = 25
_HEADINGS = (LabelKind.PART, LabelKind.CHAPTER, LabelKind.SECTION, LabelKind.CHINESE)
_TAIL = lazily(r"[”’》〉」』\s]+$")
_BRACKET = lazily(r"‹bracket›([^()\[\]【】]*(?:\([^()]*\)[^()]*)*)‹closing-bracket›\s*$")
_BRACKET_REACH = 1_000  # characters: no list of units is longer
_UNITS = lazily(r"负责|牵头|等$|[厅局委部办]$|政府$|责任单位|配合|参与")
_MARKS = "。;:!?…—.~"
# Lines that are no sentences, whatever their length.
_LINE = lazily(
    r"(?:联系人|联系电话|电话|地址|邮编|邮箱|网址|抄送|主送|附件|附[:图表]|来源|资料来源|数据来源"
    r"|‹duty-unit›\s*:"
    r"|注\d*[:.]|备注|说明:|[图表]\s*\d|专栏|责任编辑|主办|承办|发布|信息公开|索引号|文号|!\[|---|http)"
)
_CONTINUES = lazily(r"[,、。;:)）》”’的和与及等之]")


class Ending(StrEnum):
    """The way in which a text ends. UNITS: （A、B负责） with no mark before the bracket."""

    MARK = "mark"
    COMMA = "comma"
    NOTHING = "nothing"
    UNITS = "units"


class EndFault(NamedTuple):
    """A text that does not end as its peers do. `at` is the offset of its last character."""

    ending: Ending
    node: TextNode
    at: int
    peers: int  # how many of its kind end with a mark


@fact
def end_faults(plan: Plan) -> tuple[EndFault, ...]:
    """The long paragraphs and cells that do not end as a sentence does."""
    return _end_faults(plan.document, plan.get(heading_lines))


def _end_faults(document: Document, headings: frozenset[int]) -> tuple[EndFault, ...]:
    """Return the long texts that end in ， or 、 or, unlike most of their kind, with no mark."""
    groups: dict[tuple[object, ...], list[tuple[TextNode, Ending, int]]] = defaultdict(list)
    for group, node, continued in _candidates(document):
        ending, at = _ending(node.folded)
        if ending is not Ending.COMMA and (continued or id(node) in headings):
            continue
        if ending is Ending.NOTHING and not _is_sentence(node):
            continue
        if ending is Ending.UNITS and _is_heading(node, at):
            continue
        groups[group].append((node, ending, at))
    found = [fault for group, members in groups.items() for fault in _odd(group, members)]
    order = {id(node): i for i, node in enumerate(document.nodes())}
    return tuple(sorted(found, key=lambda fault: order[id(fault.node)]))


def _odd(
    group: tuple[object, ...], members: list[tuple[TextNode, Ending, int]]
) -> Iterator[EndFault]:
    """The members of a group that end otherwise than it does."""
    marked = sum(ending is Ending.MARK for _, ending, _ in members)
    total = len(members)
    least = 8 if group[0] == "column" else 3
    habitual = marked >= least and marked >= 0.8 * total
    for node, ending, at in members:
        if ending is Ending.COMMA or (ending is not Ending.MARK and habitual):
            yield EndFault(ending, node, at, marked)


def _candidates(document: Document) -> Iterator[tuple[tuple[object, ...], TextNode, bool]]:
    """Yield (group, node, is it continued by the next one) for the texts that are judged."""
    boxed = {id(p) for box in document.boxes() for p in _paragraphs(box)}
    headed = {id(box.title) for box in document.boxes()} | {id(document.title)}
    headed |= {id(table.caption) for table in document.tables()}
    paragraphs = list(document.paragraphs())
    for i, node in enumerate(paragraphs):
        following = paragraphs[i + 1] if i + 1 < len(paragraphs) else None
        if _judged(node) and id(node) not in headed:
            continued = (
                following is not None
                and following.label is None
                and bool(_CONTINUES.match(following.folded))
            )
            place = "box" if id(node) in boxed else node.locator.zone
            yield (place, node.label is not None), node, continued
    for number, table in enumerate(document.tables()):
        for row in table.rows[1:]:
            for cell in row:
                if not cell.covered and len(cell.text) >= _LONG:
                    yield ("column", number, cell.column), cell, False


def _paragraphs(box: Box) -> Iterator[Paragraph]:
    return (part for part in box.body if isinstance(part, Paragraph))


def _judged(node: Paragraph) -> bool:
    zone = node.locator.zone
    if len(node.text) < _LONG or zone in (Zone.TOC, Zone.ATTACHMENT_LIST, Zone.SIGNATURE):
        return False
    if node.label is not None and node.label.kind in _HEADINGS and "。" not in node.folded:
        return False  # 二、强化科技创新（市科技局牵头）
    return node.style not in ("Title", "Caption") and not _LINE.match(node.folded)


def _ending(folded: str) -> tuple[Ending, int]:
    """Return how a folded text ends and the offset of the character that shows it."""
    text = _TAIL.sub("", folded)
    if not text:
        return Ending.NOTHING, max(0, len(folded) - 1)
    if text[-1] in ",、":
        return Ending.COMMA, len(text) - 1
    if text[-1] in _MARKS:
        return Ending.MARK, len(text) - 1
    rest, units = text, None
    while bracket := _BRACKET.search(rest, max(0, len(rest) - _BRACKET_REACH)):
        words = bracket.group(1)
        rest = rest[: bracket.start()].rstrip(" ”’》")
        noted = rest[-1:] == ")" and rest[-2:-1] in tuple("。;!?")
        ended = rest[-1:] in _MARKS or words.rstrip("”’》 ")[-1:] in "。;!?"
        if ended or noted or words == "略":
            return Ending.MARK, len(text) - 1
        if units is None and _UNITS.search(words):
            units = max(0, len(rest) - 1)
    if units is not None:
        return Ending.UNITS, units
    return Ending.NOTHING, len(text) - 1


def _is_sentence(node: TextNode) -> bool:
    """Tell a text of sentences from a title or heading line, however long.

    A line with a number needs a full stop inside; a line without one, a comma or two.
    """
    inner = node.folded[:-1]
    if isinstance(node, Cell) or "。" in inner:
        return True
    if isinstance(node, Paragraph) and (node.label is not None or node.level is not None):
        return False
    return node.locator.zone is not Zone.COVER and len(once(r"[,;]").findall(inner)) >= 2


def _is_heading(node: TextNode, at: int) -> bool:
    """Tell whether the words before the bracket of units, which end `at`, are a heading.

    （一）优化公共服务（牵头单位：市商务局）, whatever the number, or none.
    """
    words = node.folded[: at + 1]
    return not isinstance(node, Cell) and not once(r"[。;!?]|(?:,.*){2}").search(words)


@check
def paragraph_end(plan: Plan) -> Iterator[Finding]:
    """PUN004: a long paragraph that ends in ， or 、 or with no mark where its peers have one."""
    unclosed = {id(f.node) for f in plan.get(pair_faults) if f.kind is FaultKind.UNCLOSED}
    for fault in plan.get(end_faults):
        if fault.ending is not Ending.COMMA and id(fault.node) in unclosed:
            continue  # the end is lost with the closing bracket, and that is told already
        node, end = fault.node, fault.at + 1
        span = Span(node, max(0, end - 12), end)
        values = {"mark": node.text[fault.at], "peers": str(fault.peers)}
        variant = None if fault.ending is Ending.COMMA else fault.ending.value
        yield Finding(span, values, variant=variant)
