"""The lines of a PDF page with their places, in points from the page's lower left corner."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from linter.text.folding import fold
from linter.text.patterns import lazily

_NUMBER = lazily(
    r"[-—–·\s]*\d{1,4}[-—–·\s]*|第\s*\d{1,4}\s*页(?:[,/\s]*共\s*\d{1,4}\s*页)?|\d{1,4}\s*/\s*\d{1,4}"
)
_GAP = 1.2  # characters: so wide a blank stands between cells, not between words
_UNSEEN = ("\0", "\ufffe", "\ufeff", "\u00ad")


class PdfLine(NamedTuple):
    """A line: its text, where it begins and ends, the size of its characters.

    `gaps` tells that wide blanks divide it, as in a row of a table.
    """

    text: str
    left: float
    right: float
    size: float
    gaps: bool


def is_furniture(text: str) -> bool:
    """Tell whether a line is a page number: — 12 —, 第3页 共9页, 3/9."""
    return bool(_NUMBER.fullmatch(fold(text).strip()))


class _Char(NamedTuple):
    char: str
    left: float
    right: float
    size: float


def page_lines(text_page: Any) -> Iterator[PdfLine]:
    """Yield the lines of a page in the order of its text. `text_page` is a PdfTextPage."""
    from pypdfium2 import raw

    line: list[_Char] = []
    for i in range(text_page.count_chars()):
        char = chr(raw.FPDFText_GetUnicode(text_page, i))
        if char in "\r\n":
            yield from _line(line)
            line = []
        elif char.isspace():
            line.append(_Char(" ", 0.0, 0.0, 0.0))
        elif char not in _UNSEEN:
            left, _, right, _ = text_page.get_charbox(i, loose=True)
            line.append(_Char(char, left, right, raw.FPDFText_GetFontSize(text_page, i)))
    yield from _line(line)


def _line(chars: list[_Char]) -> Iterator[PdfLine]:
    """The line of the characters, none if they are blank; blanks between Chinese are dropped."""
    seen = [c for c in chars if c.char != " "]
    if not seen:
        return
    size = sorted(c.size for c in seen)[len(seen) // 2] or 1.0
    pieces: list[str] = []
    gaps = False
    above: _Char | None = None
    blank = False
    for c in chars:
        if c.char == " ":
            blank = True
            continue
        if above is not None:
            gaps = gaps or c.left - above.right > _GAP * size
            if blank and above.char.isascii() and c.char.isascii():
                pieces.append(" ")
        pieces.append(c.char)
        above, blank = c, False
    yield PdfLine("".join(pieces), seen[0].left, seen[-1].right, size, gaps)
