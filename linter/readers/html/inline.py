"""The text of a paragraph of a web page: blanks collapsed, broken lines joined, places kept."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from linter.text.patterns import lazily

_NEWLINE = lazily(r"[\r\n]")
_RUN = lazily(r"([ \t\r\n\f]+)|[^ \t\r\n\f]+")


class SourcePiece(NamedTuple):
    """A run of characters from `offset` of the source on; `linked` if it is part of a link."""

    text: str
    offset: int
    linked: bool = False


BREAK = SourcePiece("", -1)  # <br>

Placed = tuple[str, list[tuple[int, int]], bool]  # text, (offset in it, in the source), all linked


def paragraphs(
    pieces: Sequence[SourcePiece], heading: bool, preformatted: bool
) -> Iterator[Placed]:
    """Yield the paragraphs of a block: `<br>` begins one, but a heading is one in any case."""
    group: list[SourcePiece] = []
    for piece in pieces:
        if piece is BREAK and not heading:
            yield from _paragraph(group)
            group = []
        elif preformatted and "\n" in piece.text:
            for line in re.finditer(r"[^\n]*\n?", piece.text):
                group.append(SourcePiece(line.group(), piece.offset + line.start(), piece.linked))
                if line.group().endswith("\n"):
                    yield from _paragraph(group)
                    group = []
        elif piece is not BREAK:
            group.append(piece)
    yield from _paragraph(group)


def _paragraph(pieces: Sequence[SourcePiece]) -> Iterator[Placed]:
    text, blank = "", ""
    offsets: list[tuple[int, int]] = []
    linked = True
    for piece in pieces:
        for match in _RUN.finditer(piece.text):
            if match.group(1):
                blank += match.group()
                continue
            if text and blank and not _wrapped(text[-1], blank, match.group()[0]):
                text += " "
            offset = piece.offset + match.start()
            next_to = offsets and offsets[-1][1] + len(text) - offsets[-1][0] == offset
            if not next_to or _NEWLINE.search(blank):
                offsets.append((len(text), offset))
            text += match.group()
            blank = ""
            linked = linked and piece.linked
    if text.strip():
        yield text, offsets, linked


def _wrapped(before: str, blank: str, after: str) -> bool:
    """A line of the source broken within Chinese text, where no blank is meant."""
    return bool(_NEWLINE.search(blank)) and not (before.isascii() and after.isascii())
