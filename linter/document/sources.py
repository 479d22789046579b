"""From where in a Word file the characters of a text node come.

Elements are known by their running number in the order of the main part, so that whoever parses
the same part finds them again; comments and processing instructions are not counted.
"""

from collections.abc import Mapping
from typing import NamedTuple

from linter.document.nodes import TextNode


class TextPiece(NamedTuple):
    """Characters `start` to `end` of a text: those of an element from its `offset` on.

    What is no text (a tab, a break, a formula) is one character of its element.
    """

    start: int
    end: int
    element: int
    offset: int


class Source(NamedTuple):
    """Where a node comes from. Offsets are those of its text; a typed label's are negative.

    `paragraphs` are (offset of its first character, element) of each paragraph of the file.
    """

    paragraphs: tuple[tuple[int, int], ...] = ()
    pieces: tuple[TextPiece, ...] = ()


Sources = Mapping[TextNode, Source]
