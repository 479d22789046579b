"""What a format reader hands over: texts, grids and frames in reading order, not yet understood.

`readers.assemble` turns these into a Document, the same way for every format.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from operator import attrgetter
from typing import NamedTuple

from linter.document.encoding import UTF8, Encoding
from linter.document.look import Look
from linter.document.nodes import Label, LabelKind, ResidueKind, SourceMark, TextNode
from linter.document.sources import TextPiece

_OFFSET = attrgetter("offset")

PLACEHOLDER = "\ufffc"  # stands for what has no text: a formula, a symbol that we do not know

# id of a raw paragraph to the node that it came into, and the shift from its offsets to the node's
Placed = Mapping[int, tuple[TextNode, int]]
# id of a raw paragraph to the paragraphs that its lines were made, and their offsets in it
Parted = Mapping[int, "list[tuple[RawParagraph, int]]"]


def shifted(
    origins: tuple[SourceMark, ...], start: int, end: int | None = None
) -> tuple[SourceMark, ...]:
    """Return the origins of a text's piece from `start` to `end`, its offsets counted from there.

    Origins stand in the order of their offsets; only those of the piece are looked at.
    """
    if start == 0 and end is None:
        return origins
    first = bisect_right(origins, start, key=_OFFSET)
    last = len(origins) if end is None else bisect_left(origins, end, first, key=_OFFSET)
    out = [SourceMark(o.offset - start, o.line, o.column) for o in origins[first:last]]
    if first:
        before = origins[first - 1]
        out.insert(0, SourceMark(0, before.line, before.column + start - before.offset))
    return tuple(out)


@dataclass(slots=True)
class RawParagraph:
    """A paragraph as its format has it.

    `heading` is the depth of a heading style (1 = outermost, 0 = the document's title).
    `label` is a number that the format generates (Word), without the text. `tight` is the kind
    of a number that only its neighbours show to be one (5.5G网络, 1.1概述). `toc` marks a line of
    the table of contents; `page_break` a paragraph that begins a page. `joined` are the lines
    that were made one paragraph, each with its offset.
    """

    text: str
    origins: tuple[SourceMark, ...] = ()
    heading: int | None = None
    label: str | None = None
    tight: LabelKind | None = None
    style: str | None = None
    toc: bool = False
    page_break: bool = False
    joined: "tuple[tuple[RawParagraph, int], ...]" = ()
    # its text and label, and what linter.readers.labels.label_of found in them
    labelled: "tuple[str, str | None, tuple[Label | None, int]] | None" = field(
        default=None, repr=False, compare=False
    )


@dataclass(slots=True)
class RawCell:
    """A cell of a row as the format lists it, merged cells once. Spans are counted in columns.

    `blank` is the paragraph of a cell without words, where a format has one.
    """

    parts: "list[RawParagraph | RawTable]" = field(default_factory=list)
    row_span: int = 1
    column_span: int = 1
    blank: RawParagraph | None = None


@dataclass(slots=True)
class RawTable:
    """Rows of cells; `rows[r][c]` is None where a merged cell covers the place."""

    rows: list[list[RawCell | None]]


@dataclass(slots=True)
class RawFrame:
    """A frame drawn around paragraphs: a text box, a border, a quotation. Often a box (专栏)."""

    parts: list[RawParagraph | RawTable]


RawBlock = RawParagraph | RawTable | RawFrame


@dataclass(slots=True)
class RawComment:
    """A reviewer's comment. `ranges` are (paragraph, start, end) in characters of its text.

    `origin` is the place of its own words in the source, for formats that have lines.
    """

    author: str
    text: str
    ranges: list[tuple[RawParagraph, int, int]] = field(default_factory=list)
    origin: SourceMark | None = None


@dataclass(slots=True)
class RawResidue:
    """What work on a file has left in it; `places` as the ranges of a comment."""

    kind: ResidueKind
    times: int
    text: str = ""
    places: list[tuple[RawParagraph, int, int]] = field(default_factory=list)


class RawTrace(NamedTuple):
    """Where a raw paragraph comes from: the numbers of its elements in the order of its part, and
    the pieces that its text was put together from, in characters of its text."""

    paragraph: RawParagraph
    elements: tuple[int, ...]
    pieces: tuple[TextPiece, ...]


@dataclass(slots=True)
class RawDocument:
    """The blocks of a file and what stands apart from them.

    `chrome` is what a saved web page had around the text. `properties` tells the core properties
    of a Word file (title, creator, created …), `look` how the draft looks, given the nodes that
    its paragraphs came into, `trace` from where in the file each paragraph's characters come,
    `encoding` how a text file is written.
    """

    path: str
    format: str
    blocks: list[RawBlock]
    chrome: list[RawParagraph] = field(default_factory=list)
    comments: list[RawComment] = field(default_factory=list)
    properties: Callable[[], dict[str, str]] = dict
    look: Callable[[Placed], Look] | None = None
    residues: list[RawResidue] = field(default_factory=list)
    trace: Callable[[], Iterable[RawTrace]] | None = None
    parted: dict[int, list[tuple[RawParagraph, int]]] = field(default_factory=dict)  # see Parted
    encoding: Encoding = UTF8
