"""Lines of a text source, each with its place, and their joining into one text with origins."""

from collections.abc import Iterable
from typing import NamedTuple

from linter.document.nodes import SourceMark
from linter.text.columns import width
from linter.text.folding import BLANKS
from linter.text.patterns import lazily

_NEWLINE = lazily(r"\r\n|\r|\n")


class Line(NamedTuple):
    """A piece of one source line: `number` and `column` (1-based) of its first character."""

    number: int
    column: int
    text: str

    def cut(self, start: int, end: int | None = None) -> "Line":
        """The piece from `start` to `end`."""
        return Line(self.number, self.column + start, self.text[start:end])

    def trimmed(self) -> "Line":
        """The piece without the blanks at its ends, every kind of blank (linter.text.folding)."""
        words = self.text.strip(BLANKS)
        if len(words) == len(self.text):
            return self
        start = len(self.text) - len(self.text.lstrip(BLANKS))
        return Line(self.number, self.column + start, words)

    @property
    def blank(self) -> bool:
        return not self.text.strip(BLANKS)

    @property
    def indent(self) -> int:
        """The width of the blanks at the head, in columns of a terminal."""
        return width(self.text[: len(self.text) - len(self.text.lstrip(BLANKS))])


def split_lines(source: str) -> list[Line]:
    """Return the lines of a source as editors count them: by LF, CRLF or CR."""
    return [Line(n, 1, text) for n, text in enumerate(_NEWLINE.split(source), 1)]


Piece = tuple[str, tuple[SourceMark, ...]]


def join(pieces: Iterable[Piece]) -> Piece:
    """Join the lines of a paragraph; only words of Latin letters or digits get a space between."""
    text = ""
    origins: list[SourceMark] = []
    for words, places in pieces:
        if text and words and is_latin(text[-1]) and is_latin(words[0]):
            text += " "
        origins += [SourceMark(len(text) + o.offset, o.line, o.column) for o in places]
        text += words
    return text, tuple(origins)


def join_lines(lines: Iterable[Line]) -> Piece:
    """Join whole lines, their outer blanks left out."""
    trimmed = [line.trimmed() for line in lines]
    return join((line.text, (SourceMark(0, line.number, line.column),)) for line in trimmed)


def is_latin(char: str) -> bool:
    """A Latin letter or a digit: between two of them a line break means a blank."""
    return char.isascii() and char.isalnum()
