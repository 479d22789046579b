"""Where the blocks of a draft stand in its source: what a comment stands in, before, between."""

from collections.abc import Iterator
from dataclasses import dataclass

from linter.document import Box, Cell, Document, Origin, Paragraph, Span, Table, TextNode

Place = tuple[int, int]  # line, column


@dataclass(frozen=True, slots=True)
class _Piece:
    """A node with its first and last place; `whole` are the nodes of the block that it opens."""

    node: TextNode
    start: Place
    end: Place
    whole: tuple[TextNode, ...]


class Layout:
    """The places of a draft's nodes. In Markdown a line is in one block, on a web page not."""

    def __init__(self, document: Document) -> None:
        self._by_line = document.format == "md"
        self._pieces = list(_pieces(document))

    def block(self, at: Origin) -> tuple[Span, ...]:
        """The block that a comment stands in, or else the next one; () at the end."""
        here = self._place((at.line, at.column))
        inside = [p for p in self._pieces if self._start(p) <= here <= self._end(p)]
        if inside and (self._by_line or self._start(inside[0]) < here):
            return _spans(p.node for p in inside)
        following = self.after(at)
        return _spans(following.whole) if following else ()

    def between(self, start: Origin, end: Origin) -> tuple[Span, ...]:
        """Everything between two comments, the blocks that they stand in included."""
        first, last = (self._place((at.line, at.column)) for at in (start, end))
        within = (p for p in self._pieces if self._end(p) >= first and self._start(p) <= last)
        return _spans(p.node for p in within)

    def after(self, at: Origin) -> _Piece | None:
        """The first node that begins behind a place."""
        here = (at.line, at.column)
        return next((p for p in self._pieces if p.start > here), None)

    def near(self, at: Origin) -> TextNode | None:
        """The node next to a place: the one that follows, or else the last one of the draft."""
        following = self.after(at)
        last = self._pieces[-1].node if self._pieces else None
        return following.node if following else last

    def _place(self, place: Place) -> Place:
        return (place[0], 0) if self._by_line else place

    def _start(self, piece: _Piece) -> Place:
        return self._place(piece.start)

    def _end(self, piece: _Piece) -> Place:
        return self._place(piece.end)


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
