"""Text nodes with positions, tables as grids, boxes, spans.

Positions are born in the readers and carried. A `Span` is (node, start, end) in characters of
the node's `text`; a `Locator` says where the node stands. Nodes are compared by identity.
"""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from operator import attrgetter
from typing import NamedTuple

from linter.text.folding import fold

EXCERPT = 120


class Zone(StrEnum):
    """The part of a draft that a node belongs to; each part has conventions of its own."""

    COVER = "cover"  # 印发通知, the notice in front of the plan
    TOC = "toc"  # 目录
    BODY = "body"
    ATTACHMENT_LIST = "attachment-list"  # 附件说明, below the body
    ATTACHMENT = "attachment"  # 附件
    GLOSSARY = "glossary"  # 名词解释
    SIGNATURE = "signature"  # 落款、版记


class LabelKind(StrEnum):
    """The forms of a heading number, outermost first (GB/T 9704-2012, 7.3.3).

    PLAIN is the first level of 1, 1.1, 1.1.1. The last five are numbers that Word generates.
    """

    PART = "第一编"
    CHAPTER = "第一章"
    SECTION = "第一节"
    ARTICLE = "第一条"
    LEGAL = "壹、"
    CHINESE = "一、"
    PAREN_CHINESE = "（一）"
    PLAIN = "1"
    ARABIC = "1."
    DECIMAL = "1.1"
    PAREN_ARABIC = "（1）"
    CLOSING_ARABIC = "1）"
    CIRCLED = "①"
    STEM = "甲、"
    ROMAN = "I."
    LETTER = "A."
    SMALL_LETTER = "a."
    SMALL_ROMAN = "i."


class Label(NamedTuple):
    """The number of a heading or item. `raw` is as typed (or as Word generates it)."""

    kind: LabelKind
    numbers: tuple[int, ...]
    raw: str
    generated: bool = False

    @property
    def number(self) -> int:
        return self.numbers[-1]

    @property
    def form(self) -> tuple[LabelKind, int]:
        """The form of the number: 4.2 and 4.2.1 are two."""
        return self.kind, len(self.numbers)


class SourceMark(NamedTuple):
    """From `offset` on, the node's text stands in the source at this line and column (1-based)."""

    offset: int
    line: int
    column: int


class Locator(NamedTuple):
    """Where a node stands. Counts are 1-based; None where the place has no such coordinate.

    `section` is the path of heading lines, outermost first. `paragraph` counts the paragraphs
    of the draft in reading order, those in boxes included and those in tables not. `row_name` is
    the first words of a table's row, by which people find it.
    """

    section: tuple[str, ...] = ()
    zone: Zone = Zone.BODY
    paragraph: int | None = None
    table: int | None = None
    row: int | None = None
    cell: int | None = None
    box: str | None = None
    row_name: str | None = None


@dataclass(frozen=True, slots=True, eq=False)
class TextNode:
    """A run of text with one position: a paragraph or a table cell.

    `folded` is `text` with full-width forms folded (linter.text.folding.fold), same offsets.
    """

    text: str
    locator: Locator = Locator()
    origins: tuple[SourceMark, ...] = ()
    folded: str = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "folded", fold(self.text))

    def position(self, offset: int) -> tuple[int, int] | None:
        """Return (line, column) in the source of a character, or None for formats without lines."""
        if not self.origins:
            return None
        before = bisect_right(self.origins, offset, key=attrgetter("offset")) - 1
        best = self.origins[max(0, before)]
        return best.line, best.column + max(0, offset - best.offset)


@dataclass(frozen=True, slots=True, eq=False)
class Paragraph(TextNode):
    """A paragraph; `text` is without the label.

    `level` is the depth of the section that it opens (1 = outermost), None for other paragraphs.
    `style` is the name of its style where the format has one.
    """

    label: Label | None = None
    level: int | None = None
    style: str | None = None

    @property
    def title(self) -> str:
        """The heading's words: all of a heading line, or the first sentence of a run-in heading."""
        head, stop, rest = self.text.partition("。")
        return (head if stop and rest.strip() else self.text.rstrip("。")).strip()

    @property
    def line(self) -> str:
        """Label and text together, as the draft shows them."""
        return (self.label.raw if self.label else "") + self.text


@dataclass(frozen=True, slots=True, eq=False)
class Cell(TextNode):
    """A cell of a grid. `row` and `column` are 0-based places in the grid.

    A merged cell stands once, at its first place; the other places hold cells with `origin` set.
    `tables` are tables nested in it.
    """

    row: int = 0
    column: int = 0
    row_span: int = 1
    column_span: int = 1
    origin: "Cell | None" = None
    tables: "tuple[Table, ...]" = ()

    @property
    def covered(self) -> bool:
        return self.origin is not None


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """A grid: `rows[r][c]` is a cell for every place. `caption` is the paragraph right above."""

    rows: tuple[tuple[Cell, ...], ...]
    locator: Locator = Locator()
    caption: Paragraph | None = None

    def cells(self) -> Iterator[Cell]:
        """Yield every cell once, row by row, nested tables after their cell."""
        for row in self.rows:
            for cell in row:
                if not cell.covered:
                    yield cell
                    for table in cell.tables:
                        yield from table.cells()


@dataclass(frozen=True, slots=True, eq=False)
class Box:
    """A box (专栏), however the draft drew it. `number` is None for a frame without a number."""

    title: Paragraph | None
    number: int | None
    numeral: str | None  # as written: 3 or 三
    name: str  # the title's words behind the number
    body: "tuple[Paragraph | Table, ...]"
    locator: Locator = Locator()


Block = Paragraph | Table | Box


class Span(NamedTuple):
    """Characters `start` to `end` of a node's text, led by the node's label if `with_label`."""

    node: TextNode
    start: int
    end: int
    with_label: bool = False

    @classmethod
    def whole(cls, node: TextNode, limit: int | None = None) -> "Span":
        """The node from its label on, cut after `limit` characters if given."""
        end = len(node.text) if limit is None else min(limit, len(node.text))
        return cls(node, 0, end, with_label=True)

    @property
    def label(self) -> str:
        label = getattr(self.node, "label", None)
        return label.raw if self.with_label and label else ""

    @property
    def quote(self) -> str:
        """The exact words of the draft."""
        return self.label + self.node.text[self.start : self.end]

    @property
    def window(self) -> tuple[int, int]:
        """(start, end) of the excerpt in the node's text: the span with what stands around it."""
        limit = max(EXCERPT - len(self.label), self.end - self.start)
        start = 0 if self.with_label else max(0, (self.start + self.end - limit) // 2)
        end = min(len(self.node.text), start + limit)
        return (start if self.with_label else max(0, min(start, end - limit))), end

    @property
    def excerpt(self) -> str:
        """A contiguous piece of the node around the quote, at most 120 characters if it fits."""
        start, end = self.window
        return self.label + self.node.text[start:end]

    @property
    def position(self) -> tuple[int, int] | None:
        """(line, column) in the source, or None."""
        return self.node.position(self.start)

    def overlaps(self, other: "Span") -> bool:
        """Tell whether the two share a character of one node."""
        return self.node is other.node and self.start < other.end and other.start < self.end


class ResidueKind(StrEnum):
    """What of the work on a draft may be left in its file."""

    INSERTED = "inserted"  # 修订中的插入
    DELETED = "deleted"  # 修订中的删除
    FORMATTED = "formatted"  # 修订中的格式更改
    HIGHLIGHTED = "highlighted"  # 突出显示
    HEADER = "header"  # 页眉
    UNBROKEN = "unbroken"  # 全文没有分段；`times` counts its characters
    BROKEN_LINES = "broken-lines"  # 用手动换行符代替分段
    CUT = "cut"  # 句子被回车断开
    TYPED_TABLE = "typed-table"  # 用空格或制表符排的表


class Residue(NamedTuple):
    """Something left in the file: how often, its words where it has any (a header), and its first
    place in the text, empty where it stands in none that is shown."""

    kind: ResidueKind
    times: int
    text: str = ""
    spans: tuple[Span, ...] = ()


class Comment(NamedTuple):
    """A reviewer's comment (批注) and the words that it stands at, one span a paragraph or cell.

    `origin` is the place of its own words in the source, for formats that have lines.
    """

    author: str
    text: str
    spans: tuple[Span, ...]
    origin: SourceMark | None = None
