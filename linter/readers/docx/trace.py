"""Reads paragraphs a second time, now with the elements that their characters came from."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from linter.document.sources import TextPiece
from linter.readers.docx.comments import Comments
from linter.readers.docx.inline import Inline, OpenParagraph, font_of, kept
from linter.readers.docx.styles import Styles, properties
from linter.readers.docx.symbols import ODD, spelled
from linter.readers.docx.xml import NAMES, Element, child
from linter.readers.options import Limits
from linter.readers.raw import RawParagraph, RawTrace
from linter.readers.view import View

_LEAVES = (
    *("t", "delText", "tab", "ptab", "br", "cr", "noBreakHyphen", "sym", "fldChar"),
    *("m:oMath", "m:oMathPara"),
)

Read = Sequence[tuple[RawParagraph, list[Element]]]


def trace(root: Element, read: Read, styles: Styles, view: View, limits: Limits) -> list[RawTrace]:
    """Return where each paragraph comes from. `read` is what Walker.read kept, in order.

    The text is decided by the code that the first reading used; where the two should differ
    nonetheless, a paragraph has its elements, and no pieces.
    """
    tracer = _Trace(root, view, styles, limits)
    return [tracer.of(raw, elements) for raw, elements in read]


class _Trace(Inline):
    def __init__(self, root: Element, view: View, styles: Styles, limits: Limits) -> None:
        super().__init__(root, view, styles, Comments(root, limits))
        self._of_style = styles
        self._numbers = {element: i for i, element in enumerate(root.iter("*"))}
        self._pieces: list[TextPiece] = []
        for name in _LEAVES:
            if name in self._handlers:
                self._handlers[name] = partial(self._leaf, self._handlers[name])

    def of(self, raw: RawParagraph, elements: list[Element]) -> RawTrace:
        """Read a paragraph again, in the order of the first reading."""
        self._pieces = []
        line = OpenParagraph()
        for element in elements:
            style = properties(child(element, "pPr")).style
            self.paragraph(element, line, self._of_style.paragraph(style).hidden)
        words = "".join(line.pieces)
        by = len(raw.text) - len(words)  # a generated 专栏1 stands in front of the words
        same = by >= 0 and raw.text.endswith(words)
        pieces = (p._replace(start=p.start + by, end=p.end + by) for p in self._pieces if same)
        return RawTrace(raw, tuple(self._numbers[e] for e in elements), tuple(pieces))

    def _leaf(
        self, read: Callable[[Element, OpenParagraph], None], element: Element, line: OpenParagraph
    ) -> None:
        start = line.length
        read(element, line)
        if line.length > start:
            number = self._numbers[element]
            is_text = NAMES[element.tag] in ("t", "delText")
            spans = _shown(element) if is_text else ((0, line.length - start, 0),)
            self._pieces += (TextPiece(start + a, start + b, number, at) for a, b, at in spans)


def _shown(element: Element) -> Iterator[tuple[int, int, int]]:
    """(start, end) of what a w:t shows, and from which of its characters on it stands there."""
    text = kept(element)
    at = (element.text or "").index(text)
    if not ODD.search(text):
        yield 0, len(text), at
        return
    font, length = font_of(element), 0
    for i, char in enumerate(text):
        shown = len(spelled(char, font))
        if shown:
            yield length, length + shown, at + i
        length += shown
