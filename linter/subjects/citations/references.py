"""References by number: 见专栏3、专栏4, 附件2, 表1至表3, 如图2所示, 本规划第五部分."""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from linter.document.model import Document
from linter.document.nodes import LabelKind, Paragraph, Span, TextNode, Zone
from linter.plan.plan import Plan, fact
from linter.subjects.structure.attachments import WORD, Attachments, attachments
from linter.subjects.structure.items import Item
from linter.text.numerals import NUMERAL, parse_numeral
from linter.text.patterns import lazily, once

# 附件一并, 专栏一览 are words: a Chinese numeral ends where a word like 所, 和 or none begins.
_N = (
    rf"(?:\d{{1,2}}|[{NUMERAL}]{{1,3}}"
    r"(?=[^\u4e00-\u9fff]|[中所的和与及至或到列规明确等章条篇编部]|$))"
)
_SUB = r"(?:[-—.－]\d{1,2})?"
_AND = r"\s*(?:、|,|和|及|与|或|至|到|~|—|-)\s*"
# A quantity of boxes or attachments (附件2份, 专栏一览) is no reference.
_NOT = r"(?![\d个期篇则条次项家种类览份件张名页天年月级幅]|\.\d)"
_FOREIGN = lazily(r"(?:》|号文?件?|号\))(?:中|的|之|里)?的?$")

BOX = "专栏"
_BOX = lazily(rf"专栏\s*{_N}(?:{_AND}(?:专栏\s*)?{_N})*{_NOT}")
_ATTACHED = lazily(rf"(?P<word>{WORD})\s*{_N}(?:{_AND}(?:{WORD}\s*)?{_N})*{_NOT}(?![-—.]\d)")
_TABLE = lazily(rf"[表图]\s*[\d{NUMERAL}]")
_DRAWN = lazily(
    rf"(?:(?:见|如|参见|参照|依据|列于)\s*|(?P<open>\()|(?<=[,。;、和及与由从在])|^)"
    rf"(?P<words>[表图]\s*{_N}{_SUB}(?:{_AND}[表图]\s*{_N}{_SUB})*){_NOT}"
    rf"(?(open)(?=\s*[,)、]))(?P<shown>所示|所列|所述)?"
)
_KIND = (
    "(?:实施|行动|工作|总体|专项|发展|指导|规划|若干|分工|建设|管理|[一二三五]年|任务|政策){0,2}"
)
_SECTION = lazily(
    rf"(?P<lead>本{_KIND}(?:‹plan-kind›|文件)(?:的)?|见|参照)\s*"
    rf"(?P<words>第\s*(?P<n>{_N})\s*(?P<unit>章|条|篇|编|部分))"
)
_CAPTION = lazily(rf"\s*(?P<word>[表图])\s*(?P<n>{_N}{_SUB})(?=[\s:、.\u4e00-\u9fff]|$)[^。;]*$")
_NUMBER = lazily(rf"(?:[表图]|专栏|{WORD})?\s*(?P<n>{_N})(?P<sub>[-—.－]\d{{1,2}})?")
_CAPTION_LENGTH = 60
_UNITS = {
    "章": (LabelKind.CHAPTER,),
    "条": (LabelKind.ARTICLE,),
    "篇": (LabelKind.PART,),
    "编": (LabelKind.PART,),
    "部分": (LabelKind.PART, LabelKind.CHINESE),
}


class Reference(NamedTuple):
    """A place named by number. `kind` is 专栏, 附件, 表, 图, 章 …; `number` 3, or 3-1 as (3, 1)."""

    kind: str
    number: tuple[int, ...]
    span: Span


class Caption(NamedTuple):
    """The numbered title of a table or a figure."""

    kind: str
    number: tuple[int, ...]
    span: Span


@fact
def box_references(plan: Plan) -> tuple[Reference, ...]:
    """The mentions of boxes by number."""
    return tuple(_box_references(plan.document))


def _box_references(document: Document) -> Iterator[Reference]:
    """Yield the references to boxes by number; the titles of boxes are none."""
    titles = {id(box.title) for box in document.boxes()}
    for node in document.worded():
        if id(node) not in titles and not _is_title(node):
            yield from _found(node, BOX, _BOX, lambda match: BOX)


@fact
def attachment_references(plan: Plan) -> tuple[Reference, ...]:
    """The mentions of attachments by number."""
    return tuple(_attachment_references(plan.document, plan.get(attachments)))


def _attachment_references(document: Document, attachments: Attachments) -> Iterator[Reference]:
    """Yield the references to attachments by number, from outside the list and the headings."""
    own = attachments.listed | attachments.heads
    for node in document.worded():
        if id(node) not in own and node.locator.zone is not Zone.TOC:
            yield from _found(node, "附", _ATTACHED, lambda match: match["word"])


@fact
def drawn_references(plan: Plan) -> tuple[Reference, ...]:
    """The mentions of tables and figures by number."""
    return tuple(_drawn_references(plan.document, plan.get(captions)))


def _drawn_references(document: Document, captions: tuple[Caption, ...]) -> Iterator[Reference]:
    """Yield the references to tables and figures: 见表3, （图2）, 表1所示."""
    own = {id(caption.span.node) for caption in captions}
    for node in document.worded():
        if id(node) in own or node.locator.zone is Zone.TOC:
            continue
        for match in _DRAWN.finditer(node.folded) if _TABLE.search(node.folded) else ():
            led = match.start("words") > match.start()
            if (led or match["shown"]) and not _is_foreign(node, match.start()):
                yield from _numbers(node, match.start("words"), match["words"], None)


@fact
def section_references(plan: Plan) -> tuple[Reference, ...]:
    """The mentions of the draft's own chapters, parts and articles."""
    return tuple(_section_references(plan.document))


def _section_references(document: Document) -> Iterator[Reference]:
    """Yield the references to chapters, parts and articles of the draft itself."""
    for node in document.worded():
        for match in _SECTION.finditer(node.folded) if "第" in node.folded else ():
            number = parse_numeral(match["n"])
            if number and not _is_foreign(node, match.start()):
                yield Reference(match["unit"], (number,), Span(node, *match.span("words")))


@fact
def captions(plan: Plan) -> tuple[Caption, ...]:
    """The numbered titles of tables and figures."""
    return tuple(_captions(plan.document))


def _captions(document: Document) -> Iterator[Caption]:
    """Yield the numbered titles of tables and figures, above a grid or in its first row."""
    heads = [row for table in document.tables() for row in table.rows[:1]]
    cells = [cell for row in heads for cell in row if not cell.covered]
    for node in (*document.paragraphs(), *cells):
        short = len(node.text) <= _CAPTION_LENGTH and _TABLE.search(node.folded)
        if short and (match := _CAPTION.match(node.folded)):
            for reference in _numbers(node, match.start(), match[0], match["word"]):
                yield Caption(reference.kind, reference.number, Span.whole(node, _CAPTION_LENGTH))
                break


def section_numbers(items: tuple[Item, ...], unit: str) -> dict[int, Item]:
    """The headings that a reference such as 第五部分 may mean, by number."""
    for kind in _UNITS[unit]:
        found = {item.number: item for item in items if item.kind is kind}
        if found:
            return found
    return {}


def _is_foreign(node: TextNode, at: int) -> bool:
    """The words in front name another document: 《办法》附件2, 国发〔2015〕50号文件附件3."""
    return bool(_FOREIGN.search(node.folded[max(0, at - 8) : at]))


def _is_title(node: TextNode) -> bool:
    """A title line of a box, in the contents or where the box was not recognised."""
    if not isinstance(node, Paragraph) or not node.folded.lstrip().startswith(BOX):
        return False
    return node.locator.zone is Zone.TOC or not once("[。;]").search(node.text)


def _found(
    node: TextNode, word: str, pattern: re.Pattern[str], kind: Callable[[re.Match[str]], str]
) -> Iterator[Reference]:
    for match in pattern.finditer(node.folded) if word in node.folded else ():
        if not _is_foreign(node, match.start()):
            yield from _numbers(node, match.start(), match[0], kind(match))


def _numbers(node: TextNode, start: int, words: str, kind: str | None) -> Iterator[Reference]:
    """The numbers of 专栏2、3和专栏5, each with its own words; `kind` None reads 表 or 图."""
    current = kind
    for match in _NUMBER.finditer(words):
        number = parse_numeral(match["n"])
        if kind is None and match[0][0] in "表图":
            current = match[0][0]
        if number is None or current is None:
            continue
        sub = (int(match["sub"][1:]),) if match["sub"] and kind not in (BOX, "附件") else ()
        yield Reference(
            current, (number, *sub), Span(node, start + match.start(), start + match.end())
        )
