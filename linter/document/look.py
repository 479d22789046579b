"""How a Word draft looks: its pages, and its texts with their formatting resolved.

Lengths are in millimetres for pages and in points for texts. None stands for what the draft does
not say, or says in a way that only Word could tell.
"""

from enum import StrEnum
from typing import Literal, NamedTuple

from linter.document.nodes import Span

Alignment = Literal["left", "center", "right", "justify", "outside"]
PageNumberKind = Literal["default", "even", "first"]


class LineRule(StrEnum):
    """What the number of a line spacing means."""

    AUTO = "auto"  # 倍数: multiples of a single line, which the font decides
    EXACT = "exact"  # 固定值, in points
    AT_LEAST = "at-least"  # 最小值, in points
    GRID = "grid"  # lines of the document grid (文档网格), in points


class Run(NamedTuple):
    """Characters `start` to `end` of a node's text in one look. Fonts are named as in the draft."""

    start: int
    end: int
    east_asian: str | None = None
    latin: str | None = None
    size: float | None = None
    bold: bool = False


class TextLook(NamedTuple):
    """A paragraph of the file: `span` is its place in a node, since a cell holds several.

    `first_line` (首行缩进, negative if it hangs) and `left` are counted in characters, blanks
    typed at the head included; `line` is points or, by `rule`, multiples.
    """

    span: Span
    runs: tuple[Run, ...]
    alignment: Alignment = "left"
    first_line: float | None = None
    left: float | None = None
    line: float | None = None
    rule: LineRule = LineRule.AUTO


class PageSetup(NamedTuple):
    """The pages of a section, in millimetres; `start` is its first text. Gutters are in `left`."""

    start: Span
    width: float | None = None
    height: float | None = None
    top: float | None = None
    bottom: float | None = None
    left: float | None = None
    right: float | None = None


class PageNumber(NamedTuple):
    """A page number in a footer. `text` is its line as printed, on whatever page.

    `kind` tells the footer: "even" and "first" are those of a draft that has such footers.
    `alignment` is None where a frame or a tab puts the number somewhere else.
    """

    kind: PageNumberKind
    text: str
    font: str | None = None
    size: float | None = None
    alignment: Alignment | None = "left"


class Look(NamedTuple):
    """The pages, texts and page numbers of a draft, each in reading order."""

    pages: tuple[PageSetup, ...]
    texts: tuple[TextLook, ...]
    numbers: tuple[PageNumber, ...]
