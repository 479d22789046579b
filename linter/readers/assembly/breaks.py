"""Parts what a line break holds together: items, headings and boxes typed as one paragraph.

Web pages and hurried writers end lines with breaks (Shift+Enter) where Word wants paragraphs. A
break inside a title or sentence is only for the look, so a paragraph is parted only where one of
its lines begins with a number, or where a box's title is followed by its text.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import accumulate

from linter.readers.assembly.framing import TITLE
from linter.readers.labels import split_label
from linter.readers.raw import (
    Parted,
    RawComment,
    RawDocument,
    RawFrame,
    RawParagraph,
    RawTable,
)
from linter.text.folding import fold

_Pieces = dict[int, list[tuple[RawParagraph, int]]]  # by id of the whole: pieces, their offsets


def part_lines(document: RawDocument) -> Parted:
    """Part the paragraphs of a document, in place; comments stay at their words.

    Cells of real tables are left as they are: their paragraphs are lines of one text anyway.
    Returns what was parted.
    """
    pieces: _Pieces = {}
    for at in range(len(document.blocks) - 1, -1, -1):
        block = document.blocks[at]
        if isinstance(block, RawParagraph):
            document.blocks[at : at + 1] = _parted(block, pieces)
        elif isinstance(block, RawFrame):
            block.parts = list(_all_parted(block.parts, pieces))
        else:
            _part_cells(block, pieces)
    if pieces:
        document.comments = [_moved(comment, pieces) for comment in document.comments]
        for residue in document.residues:
            residue.places = [at for given in residue.places for at in _places(given, pieces)]
    return pieces


def _part_cells(table: RawTable, pieces: _Pieces) -> None:
    for row in table.rows:
        cells = [cell for cell in row if cell is not None]
        if len(cells) == 1:
            cells[0].parts = list(_all_parted(cells[0].parts, pieces))


def _all_parted(
    parts: Iterable[RawParagraph | RawTable], pieces: _Pieces
) -> Iterator[RawParagraph | RawTable]:
    for part in parts:
        if isinstance(part, RawParagraph):
            yield from _parted(part, pieces)
        else:
            yield part


def _parted(whole: RawParagraph, pieces: _Pieces) -> list[RawParagraph]:
    if "\n" not in whole.text or whole.origins or whole.toc or whole.heading is not None:
        return [whole]
    lines = whole.text.split("\n")
    if not _are_paragraphs(lines):
        return [whole]
    out = [replace(whole, text=lines[0], joined=((whole, 0),))]
    out += [RawParagraph(line, style=whole.style) for line in lines[1:]]
    starts = accumulate((len(line) + 1 for line in lines[:-1]), initial=0)
    pieces[id(whole)] = list(zip(out, starts, strict=True))
    return out


def _are_paragraphs(lines: list[str]) -> bool:
    """Tell whether lines are paragraphs of their own rather than one text."""
    if any(split_label(line)[0] for line in lines[1:]):
        return True
    title = TITLE.match(fold(lines[0]))
    sentences = len(lines) > 2 or any(mark in fold(lines[1]) for mark in "。;")
    return title is not None and sentences


def _moved(comment: RawComment, pieces: _Pieces) -> RawComment:
    ranges = [place for given in comment.ranges for place in _places(given, pieces)]
    return replace(comment, ranges=ranges)


def _places(
    given: tuple[RawParagraph, int, int], pieces: _Pieces
) -> Iterator[tuple[RawParagraph, int, int]]:
    whole, start, end = given
    if id(whole) not in pieces:
        yield given
    for piece, offset in pieces.get(id(whole), ()):
        first, last = max(start - offset, 0), min(end - offset, len(piece.text))
        if first < last or first == last == start - offset:
            yield piece, first, last
