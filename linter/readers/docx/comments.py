"""Comments in the margin (批注): their words from their part, their ranges from the walk."""

from collections.abc import Iterable

from linter.readers.docx.xml import Element, attribute, tags
from linter.readers.options import Limits
from linter.readers.raw import RawComment, RawParagraph

_WHOLE = 1 << 30


class Comments:
    """Collects the ranges of comments while the text is walked.

    A range that never ends is no range: such a comment stands at its start or reference only.
    One that has only a reference, as LibreOffice writes them, stands at its paragraph.
    """

    def __init__(self, root: Element, limits: Limits) -> None:
        self._starting = _keys(root, "commentRangeStart")
        self._ending = _keys(root, "commentRangeEnd")
        self._open: dict[str, int] = {}
        self._budget = limits.pieces
        self._ranges: dict[str, list[tuple[RawParagraph, int, int]]] = {}
        self._shifts: dict[int, int] = {}

    def start(self, key: str | None, offset: int) -> None:
        if key in self._ending and key not in self._ranges:
            self._open[key] = offset

    def end(self, key: str | None, paragraph: RawParagraph, offset: int) -> None:
        """Close a comment at a place, or set it there if it was never opened."""
        if key is None:
            return
        start = self._open.pop(key, offset)
        if key not in self._ranges or start < offset:
            self._ranges.setdefault(key, []).append((paragraph, start, offset))

    def refer(self, key: str | None, paragraph: RawParagraph, offset: int) -> None:
        """Pass the mark of a comment."""
        if key is None or key in self._starting or key in self._ending:
            self.end(key, paragraph, offset)
        else:
            self._ranges.setdefault(key, [(paragraph, 0, _WHOLE)])

    def carry(self, paragraph: RawParagraph, length: int) -> None:
        """A paragraph ends: what is open covers its rest and goes on in the next one."""
        self._budget -= len(self._open)
        if self._budget < 0:
            self._open.clear()
        for key, start in self._open.items():
            if start < length:
                self._ranges.setdefault(key, []).append((paragraph, start, length))
            self._open[key] = 0

    def shift(self, paragraph: RawParagraph, by: int) -> None:
        """A number of `by` characters was put in front of the paragraph's text."""
        self._shifts[id(paragraph)] = by

    def all(self, texts: Iterable[tuple[str, str, str]]) -> list[RawComment]:
        """Return the comments, given (id, author, text) of each."""
        return [RawComment(who, text, self._placed(key)) for key, who, text in texts]

    def _placed(self, key: str) -> list[tuple[RawParagraph, int, int]]:
        found = ((p, a, b, self._shifts.get(id(p), 0)) for p, a, b in self._ranges.get(key, []))
        return [(p, start + by, min(end + by, len(p.text))) for p, start, end, by in found]


def _keys(root: Element, name: str) -> set[str]:
    keys = (attribute(mark, "id") for mark in root.iter(*tags(name)))
    return {key for key in keys if key is not None}
