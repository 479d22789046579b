"""Changes words in the source of a text draft, at the lines and columns that the reader carries."""

import re
from collections.abc import Iterable

from linter.document.encoding import UTF8, Encoding
from linter.document.nodes import TextNode
from linter.writers.changes import TextChange

_NEWLINE = re.compile(r"\r\n|\r|\n")


class TextSource:
    """A draft in lines (.md, .txt), as its bytes stand in the file."""

    def __init__(self, data: bytes, encoding: Encoding = UTF8) -> None:
        self._encoding = encoding
        self.text = encoding.decode(data)
        ends = (match.end() for match in _NEWLINE.finditer(self.text))
        self._starts = [0, *ends]

    def changed(
        self, wanted: Iterable[TextChange]
    ) -> tuple[bytes, list[TextChange], list[TextChange]]:
        """Return the bytes with the changes made, the changes made, and those that were not:
        where the words do not stand in the source as the draft shows them (across lines, markup).
        """
        edits: list[tuple[int, int, str]] = []
        made: list[TextChange] = []
        left: list[TextChange] = []
        for change in wanted:
            place = self._place(change)
            if place is None:
                left.append(change)
            else:
                edits.append((*place, change.words))
                made.append(change)
        text = self.text
        for start, end, words in sorted(edits, reverse=True):
            text = text[:start] + words + text[end:]
        return self._encoding.encode(text), made, left

    def _place(self, change: TextChange) -> tuple[int, int] | None:
        """(start, end) in the source, None where that is no unbroken piece of it."""
        node, before = change.node, change.before
        if change.start == change.end:
            return self._between(node, change.start)
        places = [self._offset(node, at) for at in range(change.start, change.end)]
        first = places[0]
        if first is None or places != list(range(first, first + len(before))):
            return None
        found = self.text[first : first + len(before)]
        return (first, first + len(before)) if found == before else None

    def _between(self, node: TextNode, at: int) -> tuple[int, int] | None:
        """The place behind the character before `at`, else in front of the one there."""
        before = self._offset(node, at - 1) if at > 0 else None
        if before is not None and self.text[before] == node.text[at - 1]:
            return before + 1, before + 1
        here = self._offset(node, at) if 0 <= at < len(node.text) else None
        sound = here is not None and self.text[here] == node.text[at]
        return (here, here) if here is not None and sound else None

    def _offset(self, node: TextNode, at: int) -> int | None:
        position = node.position(max(at, 0))
        if position is None or position[0] > len(self._starts):
            return None
        offset = self._starts[position[0] - 1] + position[1] - 1 + min(at, 0)
        return offset if 0 <= offset < len(self.text) else None
