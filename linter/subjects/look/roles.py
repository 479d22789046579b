"""What a paragraph is to the layout: title, heading of a level, body, box, table."""

from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from linter.document.model import Document
from linter.document.nodes import Box, LabelKind, Paragraph, Table, TextNode, Zone
from linter.text.patterns import lazily


class TextRole(StrEnum):
    """The parts that have a look of their own; headings by the form of their number (7.3.3)."""

    TITLE = "title"
    PART = "part"  # 第一编
    CHAPTER = "chapter"  # 第一章
    SECTION = "section"  # 第一节
    HEADING1 = "heading1"  # 一、
    HEADING2 = "heading2"  # （一）
    HEADING3 = "heading3"  # 1.
    HEADING4 = "heading4"  # （1）
    BODY = "body"
    BOX_TITLE = "box-title"
    BOX = "box"
    TABLE = "table"


HEADINGS = {
    LabelKind.PART: TextRole.PART,
    LabelKind.CHAPTER: TextRole.CHAPTER,
    LabelKind.SECTION: TextRole.SECTION,
    LabelKind.CHINESE: TextRole.HEADING1,
    LabelKind.PAREN_CHINESE: TextRole.HEADING2,
    LabelKind.ARABIC: TextRole.HEADING3,
    LabelKind.PAREN_ARABIC: TextRole.HEADING4,
}
_HEAD = 40  # a longer first sentence is none that leads a paragraph
_BODY = 15  # a shorter line may be anything: a name, a caption, a date
_SENTENCE = lazily("‹closed›")
_CAPTION = lazily(r"(?:图|表|专栏|附[件表录])\s*[\d‹ten›]|单位[:(]|注[:\d]|资料来源|来源:")


class Piece(NamedTuple):
    """Characters `start` to `end` of a node that play a role.

    `leads` says that they are the first sentence of a paragraph that goes on as body text.
    """

    role: TextRole
    node: TextNode
    start: int
    end: int
    leads: bool = False


def pieces(document: Document) -> Iterator[Piece]:
    """Yield what each node of the plan itself is, in reading order; what is unclear is left out.

    Notice, contents, signature and attachments have conventions of their own and are left out, as
    is what stands in front of the title.
    """
    begun = document.title is None
    for block in document.blocks:
        if block is document.title:
            begun = True
            yield _whole(TextRole.TITLE, block)
        elif not begun or block.locator.zone is not Zone.BODY:
            continue
        elif isinstance(block, Paragraph):
            yield from _paragraph(block)
        elif isinstance(block, Table):
            yield from (_whole(TextRole.TABLE, cell) for cell in block.cells())
        else:
            yield from _box(block)


def _whole(role: TextRole, node: TextNode) -> Piece:
    return Piece(role, node, 0, len(node.text))


def _box(box: Box) -> Iterator[Piece]:
    if box.title is not None:
        yield _whole(TextRole.BOX_TITLE, box.title)
    for part in box.body:
        if isinstance(part, Table):
            yield from (_whole(TextRole.TABLE, cell) for cell in part.cells())
        else:
            yield _whole(TextRole.BOX, part)


def _paragraph(paragraph: Paragraph) -> Iterator[Piece]:
    role = HEADINGS.get(paragraph.label.kind) if paragraph.label else None
    text = paragraph.folded
    head, stop, rest = text.partition("。")
    if role is None:
        sentence = len(text) >= _BODY and _SENTENCE.search(text.rstrip())
        if sentence and not _CAPTION.match(text) and paragraph.level is None:
            yield _whole(TextRole.BODY, paragraph)
    elif stop and rest.strip() and len(head) <= _HEAD:
        yield Piece(role, paragraph, 0, len(head) + 1, leads=True)
        yield Piece(TextRole.BODY, paragraph, len(head) + 1, len(text))
    elif _SENTENCE.search(text.rstrip()):
        # An item of a list or a short paragraph: a heading only where nothing else can be meant.
        if len(text) >= _BODY and role in (TextRole.HEADING3, TextRole.HEADING4):
            yield _whole(TextRole.BODY, paragraph)
    elif len(text) <= _HEAD:
        yield _whole(role, paragraph)
