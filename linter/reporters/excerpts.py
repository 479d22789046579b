"""Fits the words around a finding into a line, with a caret line that counts in cells.

A Chinese character is two cells wide; carets that count characters would stand too far left.
"""

from dataclasses import dataclass

from rich.cells import cell_len

from linter.document.nodes import Span
from linter.text.harmless import harmless

ELLIPSIS = "…"


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A line of the draft cut to fit: `before`, `words`, `after`, as shown."""

    before: str
    words: str
    after: str

    @property
    def line(self) -> str:
        return self.before + self.words + self.after

    @property
    def carets(self) -> str:
        return " " * cell_len(self.before) + "^" * max(1, cell_len(self.words))


def fit(span: Span, width: int) -> Excerpt:
    """Return the span with as much of its paragraph around it as fits into `width` cells."""
    text = span.node.text
    words = _shown(span.quote)
    if cell_len(words) > width - 4:
        words = _head(words, width - 5) + ELLIPSIS
    room = max(0, width - cell_len(words))
    reach = 2 * width  # characters: more than fit, so that a cut is still seen to be one
    before = "" if span.with_label else _shown(text[max(0, span.start - reach) : span.start])
    after = _shown(text[span.end : span.end + reach])
    # No more than `room` characters fit, and what is longer need not be measured.
    behind = min(cell_len(after[:room]), max(room // 2, room - cell_len(before[-room:])))
    cut_before = _tail(before, room - behind)
    cut_after = _head(after, room - cell_len(cut_before))
    return Excerpt(
        _marked(before, cut_before, front=True), words, _marked(after, cut_after, front=False)
    )


def _shown(text: str) -> str:
    """Blanks that would break the line as plain spaces."""
    return harmless(text.replace("\n", " ").replace("\t", " "))


def _marked(whole: str, cut: str, *, front: bool) -> str:
    """The cut text with an ellipsis in place of its outermost character where words are missing."""
    if cut == whole or not cut:
        return cut
    return ELLIPSIS + cut[1:] if front else cut[:-1] + ELLIPSIS


def _head(text: str, width: int) -> str:
    fitting = max(0, width // 2)  # so many characters fit, however wide
    used = cell_len(text[:fitting])
    for i, char in enumerate(text[fitting:], fitting):
        used += cell_len(char)
        if used > width:
            return text[:i]
    return text


def _tail(text: str, width: int) -> str:
    return _head(text[::-1], width)[::-1]
