"""Tables of a web page: rows and cells with their spans, and tables that only lay out a page."""

import re
from dataclasses import dataclass, field

from linter.readers.assembly.framing import TITLE
from linter.readers.labels import SECTIONS, split_label
from linter.readers.raw import RawBlock, RawCell, RawFrame, RawParagraph, RawTable
from linter.text.folding import fold

_WIDEST = 60
_MERGED = 20  # places that a cell of a real table covers on the average, at the very most
_LONG_CELL = 2000  # characters: nobody writes a cell of this length


@dataclass(slots=True)
class _Span:
    sink: list[RawBlock]
    rows: int
    columns: int


@dataclass(slots=True)
class RowsBuilder:
    """Gathers the rows of a table as its tags come."""

    _rows: list[list[_Span]] = field(default_factory=list)

    def row(self) -> None:
        self._rows.append([])

    def cell(self, sink: list[RawBlock], rows: int, columns: int) -> None:
        """Begin a cell; what is put into `sink` later is in it. A span of 0 rows: to the end."""
        if not self._rows:
            self._rows.append([])
        self._rows[-1].append(_Span(sink, rows or 10000, max(1, min(columns, _WIDEST))))

    def parts(self) -> list[RawBlock]:
        """Everything in the cells, row by row."""
        return [part for row in self._rows for cell in row for part in cell.sink]

    def _places(self) -> int:
        """How many places the cells cover, each cell down to the last row at most."""
        count = len(self._rows)
        return sum(
            span.columns * min(span.rows, count - r)
            for r, row in enumerate(self._rows)
            for span in row
        )

    def table(self) -> RawTable:
        """The grid, with None where a merged cell covers a place.

        Spans that would cover a hundred thousand places are no table that a person wrote.
        """
        cells = sum(map(len, self._rows))
        if self._places() > cells * _MERGED + 10_000:
            return RawTable([[RawCell(_parts(span.sink)) for span in row] for row in self._rows])
        rows: list[list[RawCell | None]] = []
        below: dict[int, int] = {}  # column: rows that a cell from above still covers
        filled = [row for row in self._rows if row]
        for r, spans in enumerate(filled):
            row: list[RawCell | None] = []
            for span in spans:
                _cover(row, below)
                height = max(1, min(span.rows, len(filled) - r))
                row.append(RawCell(_parts(span.sink), height, span.columns))
                row += [None] * (span.columns - 1)
                for column in range(len(row) - span.columns, len(row)):
                    below[column] = height
            _cover(row, below)
            rows.append(row)
            below = {column: left - 1 for column, left in below.items() if left > 1}
        return RawTable(rows)


def _cover(row: list[RawCell | None], below: dict[int, int]) -> None:
    while len(row) in below and below[len(row)] > 0:
        row.append(None)


def _parts(blocks: list[RawBlock]) -> list[RawParagraph | RawTable]:
    parts: list[RawParagraph | RawTable] = []
    for block in blocks:
        parts += block.parts if isinstance(block, RawFrame) else [block]
    return parts


def is_layout(table: RawTable) -> bool:
    """Tell whether a table only places text on the page: it holds tables, sections, whole texts."""
    cells = [cell for row in table.rows for cell in row if cell is not None]
    return not cells or any(_lays_out(cell) for cell in cells)


def _lays_out(cell: RawCell) -> bool:
    texts = [part.text for part in cell.parts if isinstance(part, RawParagraph)]
    if texts and TITLE.match(fold(texts[0])):
        return False
    labels = [split_label(text)[0] for text in texts]
    sections = sum(label is not None and label.kind in SECTIONS for label in labels)
    nested = any(isinstance(part, RawTable) for part in cell.parts)
    return nested or sections >= 2 or len(re.sub(r"\s", "", "".join(texts))) > _LONG_CELL
