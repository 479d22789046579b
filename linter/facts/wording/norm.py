"""The draft's own habits of punctuation: the width of its marks, what stands between 》 and 《.

A published text is often half-width throughout (folded by a web site); only a mixture is odd.
"""

from collections.abc import Iterator
from typing import NamedTuple

from linter.document import Document, Span, TextNode, Zone
from linter.patterns import lazily

# Marks whose neighbours show that they belong to Chinese text, not to 1,000 or 10:30.
# They come first, which is quick to look for, and what stands before them after.
_MARK = lazily(
    r"[,，:：;；(（](?:(?<=[\u4e00-\u9fff”》)）%][,，:：;；])(?!\d)|(?<=[(（])(?=[\u4e00-\u9fff]))"
)
_NEIGHBOURS = lazily(r"([”》])(、?)(?=[“《])")


class Habit(NamedTuple):
    """Two ways of writing one thing, with every place of each, in reading order."""

    first: tuple[Span, ...]
    second: tuple[Span, ...]

    @property
    def minority(self) -> tuple[Span, ...]:
        return min(self.first, self.second, key=len)

    @property
    def mixed(self) -> bool:
        return bool(self.first and self.second)


def width(document: Document) -> Habit:
    """Return the full-width (first) and half-width (second) marks of the Chinese text."""
    full: list[Span] = []
    half: list[Span] = []
    for node in _text(document):
        for match in _MARK.finditer(node.text):
            place = Span(node, *match.span())
            (half if match.group().isascii() else full).append(place)
    return Habit(tuple(full), tuple(half))


def neighbours(document: Document, closing: str) -> Habit:
    """Return 》《 (first) and 》、《 (second), or the same for ” with `closing` = ”."""
    bare: list[Span] = []
    separated: list[Span] = []
    for node in _text(document):
        for match in _NEIGHBOURS.finditer(node.text):
            if match.group(1) == closing:
                place = Span(node, match.start(), match.end() + 1)
                (separated if match.group(2) else bare).append(place)
    return Habit(tuple(bare), tuple(separated))


def _text(document: Document) -> Iterator[TextNode]:
    return (node for node in document.nodes() if node.locator.zone is not Zone.TOC)
