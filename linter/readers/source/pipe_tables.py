"""Tables drawn with pipes, as Markdown has them: | 指标 | 2015年 | 2020年 |."""

from collections.abc import Callable, Sequence
from itertools import pairwise

from linter.readers.raw import RawCell, RawParagraph, RawTable
from linter.readers.source.lines import Line, Piece, join_lines
from linter.text.patterns import lazily

_RULE = lazily(r"\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$")
_BAR = lazily(r"(?<!\\)\|")


def table_length(lines: Sequence[Line], at: int) -> int:
    """Return how many lines from `at` on are a table: a header, a rule of dashes, rows. 0: none."""
    if at + 1 >= len(lines) or "|" not in lines[at].text or not _RULE.match(lines[at + 1].text):
        return 0
    if len(_bounds(lines[at].text)) != len(_bounds(lines[at + 1].text)):
        return 0
    end = at + 2
    while end < len(lines) and _BAR.search(lines[end].text):
        end += 1
    return end - at


def read_table(
    lines: Sequence[Line], plain: Callable[[Line], Piece] = lambda line: join_lines([line])
) -> RawTable:
    """Return the table that the lines draw. `plain` reads the words of a cell."""
    rows = [_row(line, plain) for i, line in enumerate(lines) if i != 1]
    width = max(len(row) for row in rows)
    return RawTable([row + [RawCell() for _ in range(width - len(row))] for row in rows])


def _bounds(text: str) -> list[int]:
    bounds = [match.start() for match in _BAR.finditer(text)]
    if not text.lstrip().startswith("|"):
        bounds.insert(0, -1)
    if len(bounds) < 2 or bounds[-1] != len(text.rstrip()) - 1:
        bounds.append(len(text))
    return bounds


def _row(line: Line, plain: Callable[[Line], Piece]) -> list[RawCell | None]:
    cells: list[RawCell | None] = []
    for start, end in pairwise(_bounds(line.text)):
        text, origins = plain(line.cut(start + 1, end).trimmed())
        cells.append(RawCell([RawParagraph(text, origins)] if text else []))
    return cells
