"""Hands the trace of a Word file's paragraphs on to the nodes that they came into."""

from collections.abc import Callable, Iterable, Iterator

from linter.document.nodes import TextNode
from linter.document.sources import Source, Sources, TextPiece
from linter.readers.raw import Parted, Placed, RawParagraph, RawTrace


def sources(trace: Callable[[], Iterable[RawTrace]], placed: Placed, parted: Parted) -> Sources:
    """Return where each node comes from; a paragraph that was dropped comes into none."""
    found: dict[TextNode, tuple[list[tuple[int, int]], list[TextPiece]]] = {}
    for traced in trace():
        whole = traced.paragraph
        for part, offset in _pieces(whole, parted):
            if id(part) in placed:
                node, by = placed[id(part)]
                paragraphs, pieces = found.setdefault(node, ([], []))
                first, last = _words(part)
                paragraphs += ((first + by, element) for element in traced.elements[:1])
                pieces += _moved(traced.pieces, offset + first, offset + last, by - offset)
    return {node: Source(tuple(sorted(p)), tuple(sorted(q))) for node, (p, q) in found.items()}


def _pieces(whole: RawParagraph, parted: Parted) -> Iterator[tuple[RawParagraph, int]]:
    """The pieces of a paragraph, which may have been cut up again, and where they begin in it."""
    if id(whole) not in parted:
        yield whole, 0
    for part, at in parted.get(id(whole), ()):
        yield from ((piece, at + offset) for piece, offset in _pieces(part, parted))


def _words(paragraph: RawParagraph) -> tuple[int, int]:
    """(start, end) of a paragraph's text without the blanks around it."""
    text = paragraph.text
    return len(text) - len(text.lstrip()), len(text.rstrip())


def _moved(pieces: Iterable[TextPiece], first: int, last: int, by: int) -> Iterable[TextPiece]:
    """What of the pieces stands between two characters, its places moved."""
    for piece in pieces:
        start, end = max(piece.start, first), min(piece.end, last)
        if start < end:
            yield TextPiece(start + by, end + by, piece.element, piece.offset + start - piece.start)
