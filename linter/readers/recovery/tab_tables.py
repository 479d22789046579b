"""Tables pasted as text from Word or Excel: a row a line, tabs between the cells.

Word drafts have them, too, and others that are set with blanks.
"""

from collections.abc import Sequence

from linter.readers.raw import RawCell, RawParagraph, RawTable
from linter.readers.recovery.columns import PAIRS, header
from linter.readers.source.lines import Line, join_lines

_WIDE, _HEAD = 3, 24


def table_length(lines: Sequence[Line], at: int) -> int:
    """Return how many lines from `at` on are a table, 0 where there is none.

    Its header must be one that cannot be anything else, or head three columns or more of two rows
    or more: tabs also stand in tables of contents.
    """
    columns = {header(cell.text) for cell in cells(lines[at])} if "\t" in lines[at].text else set()
    if None in columns or not any(pair <= columns for pair in PAIRS):
        return _grid_length(lines, at)
    end = at + 1
    while end < len(lines) and "\t" in lines[end].trimmed().text:
        end += 1
    return end - at if end > at + 1 else 0


def _grid_length(lines: Sequence[Line], at: int) -> int:
    """The number of lines with as many filled cells as the first, which are short there."""
    head = [cell.text for cell in cells(lines[at])]
    named = all(0 < len(words) <= _HEAD and not words.isdigit() for words in head)
    if len(head) < _WIDE or not named:
        return 0
    end = at + 1
    while end < len(lines) and sum(bool(c.text) for c in cells(lines[end])) == len(head):
        end += 1
    return end - at if end > at + 2 else 0


def read_table(lines: Sequence[Line]) -> RawTable:
    """Return the table that the lines hold."""
    rows: list[list[RawCell | None]] = []
    for line in lines:
        rows.append([RawCell([RawParagraph(*join_lines([c]))]) for c in cells(line)])
    width = max(len(row) for row in rows)
    return RawTable([row + [RawCell() for _ in range(width - len(row))] for row in rows])


def cells(line: Line) -> list[Line]:
    """Return the cells of a row."""
    out: list[Line] = []
    start = 0
    for words in line.text.split("\t"):
        out.append(line.cut(start, start + len(words)).trimmed())
        start += len(words) + 1
    return out
