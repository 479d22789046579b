"""Where the blocks of a draft stand in its source: what a comment stands in, before, between."""

from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from linter.document.model import Document
from linter.document.nodes import Box, Cell, Paragraph, SourceMark, Span, Table, TextNode

Place = tuple[int, int]  # line, column
_END = 1 << 30  # a column behind every other


class _Piece(NamedTuple):
    """A node with its first and last place; `whole` are the nodes of the block that it opens."""

    node: TextNode
    start: Place
    end: Place
    whole: tuple[TextNode, ...]


class SourceMap:
    """The places of a draft's nodes. In Markdown a line is in one block, on a web page not."""

    def __init__(self, document: Document) -> None:
        self._by_line = document.format == "md"
        self._pieces = sorted(_pieces(document), key=lambda piece: piece.start)
        self._starts = [piece.start for piece in self._pieces]

    def block(self, at: SourceMark) -> tuple[Span, ...]:
        """The block that a comment stands in, or else the next one; () at the end."""
        inside = self.inside(at)
        if inside:
            return _spans(piece.node for piece in inside)
        following = self.after(at)
        return _spans(following.whole) if following else ()

    def inside(self, at: SourceMark) -> list[_Piece]:
        """The nodes that a place is in; in Markdown those of its line, such as a table's row."""
        here, first = self._place(at)
        last = bisect_right(self._starts, here)
        found: list[_Piece] = []
        while last and self._pieces[last - 1].end >= first:
            last -= 1
            found.append(self._pieces[last])
        return found[::-1]

    def between(self, start: SourceMark, end: SourceMark) -> tuple[Span, ...]:
        """Everything between two comments, the blocks that they stand in included."""
        first = bisect_right(self._starts, self._place(start)[0])
        last = bisect_right(self._starts, self._place(end)[0])
        return _spans(p.node for p in (*self.inside(start), *self._pieces[first:last]))

    def after(self, at: SourceMark) -> _Piece | None:
        """The first node that begins behind a place."""
        index = bisect_right(self._starts, (at.line, at.column))
        return self._pieces[index] if index < len(self._pieces) else None

    def near(self, at: SourceMark) -> TextNode | None:
        """The node next to a place: the one that follows, or else the last one of the draft."""
        following = self.after(at)
        last = self._pieces[-1].node if self._pieces else None
        return following.node if following else last

    def _place(self, at: SourceMark) -> tuple[Place, Place]:
        """What begins up to the one and ends from the other on holds the place."""
        if self._by_line:
            return (at.line, _END), (at.line, 0)
        return (at.line, at.column), (at.line, at.column)


def _spans(nodes: "Iterator[TextNode] | tuple[TextNode, ...]") -> tuple[Span, ...]:
    return tuple(Span.whole(node) for node in nodes)


def _pieces(document: Document) -> Iterator[_Piece]:
    for node, whole in _wholes(document):
        start = node.position(0)
        end = node.position(max(0, len(node.text) - 1))
        if start is not None and end is not None:
            yield _Piece(node, start, end, whole)


def _wholes(document: Document) -> Iterator[tuple[TextNode, tuple[TextNode, ...]]]:
    """Every node with the nodes of the block that begins with it: a box, a table, a row, itself."""
    for block in document.blocks:
        if isinstance(block, Box):
            parts = [_nodes(part) for part in ((block.title,) if block.title else ()) + block.body]
            everything = tuple(node for part in parts for node, _ in part)
            for i, (node, whole) in enumerate(pair for part in parts for pair in part):
                yield node, everything if i == 0 else whole
        else:
            yield from _nodes(block)


def _nodes(block: Paragraph | Table) -> list[tuple[TextNode, tuple[TextNode, ...]]]:
    if isinstance(block, Paragraph):
        return [(block, (block,))]
    cells = tuple(block.cells())
    return [(c, cells if i == 0 else _row(cells, c)) for i, c in enumerate(cells)]


def _row(cells: tuple[Cell, ...], first: Cell) -> tuple[TextNode, ...]:
    """The cells of the row from this one on."""
    at = (first.locator.table, first.locator.row)
    return tuple(c for c in cells if (c.locator.table, c.locator.row) == at)
