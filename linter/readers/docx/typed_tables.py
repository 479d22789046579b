"""Tables that were typed: a paragraph a row, tabs or blanks between the cells."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from linter.document.nodes import ResidueKind
from linter.readers.assembly.pieces import Pieces
from linter.readers.raw import RawBlock, RawCell, RawDocument, RawParagraph, RawResidue, RawTable
from linter.text.folding import BLANKS
from linter.text.patterns import lazily

_GAP = lazily("\t|[ \u3000\u00a0]{2,}")  # what parts two cells
_TAB = lazily("[ \u3000\u00a0]*\t[ \u3000\u00a0]*|[ \u3000\u00a0]{2,}")
_FEWEST = 3  # rows
_TABBED = "\t"


def gather_typed_tables(document: RawDocument) -> None:
    """Put the rows of typed tables together, in place; comments stay at their words."""
    blocks: list[RawBlock] = []
    pieces = Pieces()
    firsts: list[RawParagraph] = []
    for candidate, run in groupby(document.blocks, _may_be_row):
        rows = list(run)
        for table in _tables([row for row in rows if isinstance(row, RawParagraph)], candidate):
            blocks.append(_table(table, pieces) if len(table) > 1 else table[0])
            firsts += table[:1] if len(table) > 1 else []
        blocks += [] if candidate else rows
    if firsts:
        document.blocks = blocks
        first = firsts[0]
        words = " ".join(first.text.split())
        place = (first, 0, len(first.text))
        document.residues.append(RawResidue(ResidueKind.TYPED_TABLE, len(firsts), words, [place]))
        pieces.settle(document)


def _tables(rows: Sequence[RawParagraph], candidate: bool) -> Iterator[list[RawParagraph]]:
    """Yield the tables among neighbouring paragraphs with gaps, and those that are none alone."""
    if not candidate or len(rows) < _FEWEST:
        yield from ([row] for row in rows if candidate)
        return
    from linter.readers.recovery import tab_tables
    from linter.readers.source.lines import Line

    lines = [Line(i, 1, _tabbed(row.text)) for i, row in enumerate(rows, 1)]
    at = 0
    while at < len(lines):
        length = tab_tables.table_length(lines, at)
        size = length if length >= _FEWEST else 1
        yield list(rows[at : at + size])
        at += size


def _may_be_row(line: RawBlock) -> bool:
    if not isinstance(line, RawParagraph):
        return False
    if line.toc or line.label or line.heading is not None or "\n" in line.text:
        return False
    return _GAP.search(line.text.strip(BLANKS)) is not None


def _tabbed(text: str) -> str:
    return _TAB.sub(_TABBED, text.strip(BLANKS))


def _table(rows: Sequence[RawParagraph], pieces: Pieces) -> RawTable:
    lines: list[list[RawCell | None]] = []
    for row in rows:
        parts = pieces.take(row, _places(row.text))
        lines.append([RawCell([part]) for part in parts])
    width = max(map(len, lines))
    return RawTable([line + [RawCell() for _ in range(width - len(line))] for line in lines])


def _places(text: str) -> list[tuple[int, int]]:
    """Where the cells of a row stand in its text."""
    start = len(text) - len(text.lstrip(BLANKS))
    end = len(text.rstrip(BLANKS))
    places: list[tuple[int, int]] = []
    for gap in _TAB.finditer(text, start, end):
        places.append((start, gap.start()))
        start = gap.end()
    return [*places, (start, end)]
