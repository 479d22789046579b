"""Where in the main part the words of a span stand."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from linter.document.model import Document
from linter.document.nodes import Cell, Span, TextNode
from linter.document.sources import Source, TextPiece
from linter.readers.docx.xml import NAMES, Element
from linter.writers.cutting import Cutter
from linter.writers.markup import ancestors

_BESIDE = frozenset({"pPr", "sectPr"})


class Anchor(NamedTuple):
    """The elements that a range begins before and ends behind; both None in an empty paragraph."""

    paragraph: Element
    first: Element | None
    last: Element | None


def reach(span: Span) -> tuple[int, int]:
    """(start, end) of a span's words, a typed label's characters counted below 0."""
    label = getattr(span.node, "label", None)
    typed = label is not None and not label.generated
    return span.start - len(span.label) if typed else span.start, span.end


class Anchors:
    """Finds the anchors of spans in the main part of a draft, cutting runs where it must."""

    def __init__(self, document: Document, cutter: Cutter) -> None:
        self._cutter = cutter
        self._sources: Mapping[TextNode, Source] = document.sources()
        self._nodes = list(document.nodes())
        self._order = {node: i for i, node in enumerate(self._nodes)}

    def pieces(self, span: Span) -> list[TextPiece]:
        """The pieces that hold the words of a span."""
        return self.between(span.node, *reach(span))

    def between(self, node: TextNode, start: int, end: int) -> list[TextPiece]:
        """The pieces that hold some characters of a node."""
        found = self._sources.get(node, Source()).pieces
        first = bisect_right(found, start, key=lambda piece: piece.end)
        last = bisect_left(found, end, key=lambda piece: piece.start)
        return list(found[first:last])

    def is_exact(self, span: Span) -> bool:
        """Tell whether a comment can stand at a span's very words: not in a text box."""
        held = self.pieces(span)
        return bool(held) and not any(_boxed(self._cutter.element(p.element)) for p in held)

    def of(self, span: Span) -> Anchor | None:
        """Return where a span's words stand: a place without words at its paragraph, a node that
        the file has no paragraph for at the one before; None in a file without paragraphs."""
        held = self.pieces(span)
        if not held:
            return self._at_paragraph(span)
        start, end = reach(span)
        first = self._cutter.first(held[0], max(start, held[0].start))
        last = self._cutter.last(held[-1], min(end, held[-1].end) - 1)
        return Anchor(_paragraph(first), first, last)

    def _at_paragraph(self, span: Span) -> Anchor | None:
        paragraphs = self._paragraphs_of(span.node)
        if not paragraphs:
            return None
        at = bisect_right(paragraphs, span.start, key=lambda found: found[0])
        paragraph = _hosted(self._cutter.element(paragraphs[max(at - 1, 0)][1]))
        content = list(_content(paragraph))
        if not content:
            return Anchor(paragraph, None, None)
        return Anchor(paragraph, content[0], content[-1])

    def _paragraphs_of(self, node: TextNode) -> Sequence[tuple[int, int]]:
        """The paragraphs of a node, else of the one that people would look at for it."""
        for other in self._near(node):
            found = self._sources.get(other)
            if found is not None and found.paragraphs:
                return found.paragraphs if other is node else found.paragraphs[-1:]
        return ()

    def _near(self, node: TextNode) -> Iterator[TextNode]:
        yield node
        if isinstance(node, Cell) and node.origin is not None:
            yield node.origin
        at = self._order.get(node, -1)
        yield from reversed(self._nodes[: max(at, 0)])
        yield from self._nodes[at + 1 :]


def _paragraph(element: Element) -> Element:
    """The paragraph that an element of a story stands in; itself where there is none."""
    return next((above for above, name in ancestors(element) if name == "p"), element)


def _boxed(element: Element) -> bool:
    return any(name == "txbxContent" for _, name in ancestors(element))


def _hosted(paragraph: Element) -> Element:
    """The paragraph that the text boxes around a paragraph hang on, itself without one."""
    boxed = False
    host = paragraph
    for above, name in ancestors(paragraph):
        boxed = boxed or name == "txbxContent"
        if boxed and name == "p":
            host, boxed = above, False
    return host


def _content(paragraph: Element) -> Iterator[Element]:
    for element in paragraph:
        name = NAMES[element.tag]
        if isinstance(element.tag, str) and name not in _BESIDE:
            yield element
