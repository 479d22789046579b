"""Totals of tables: a row or column headed 合计 that claims to be the sum of the others.

Any table, not the indicators' alone: 资金安排表, 投资计划表. Tables with subtotals or 其中, and
columns of rates, years and numbers, are no plain sums.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from linter.chinese import key
from linter.document import Cell, Table
from linter.patterns import lazily

_TOTAL = lazily(r"(?:总计|合计|共计)(?:[(].*[)])?")
_PART = lazily(r"其中|小计|^\d+\.\d|^[(]\d|^[(][一二三四五六七八九十]")
_NOT_SUMMED = lazily(r"率|比重|占比|比例|均|序号|编号|年份|时限|时间|日期|单价|标准|%|增速|电话")
_NUMBER = lazily(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")
_FIGURE = lazily(r"[\d.,]+%?|[-—–/]")
_NONE = lazily(r"[-—–/\\一]*|无")
_AMOUNT = lazily("投资|资金|金额|经费|预算|安排|数量|规模|面积|里程|长度|座数|户数|个数|套数")
_HEAD = 3

Line = Sequence[Cell]  # a row, or a column of the grid turned


class Total(NamedTuple):
    """A total, with the cells that it should sum, in the line headed `heading`.

    `is_counted` tells that the parts are an amount of each of the table's lines, numbered 1, 2, …
    without a gap: none is missing, none is part of another.
    """

    heading: str
    cell: Cell
    parts: tuple[Cell, ...]
    is_counted: bool

    @property
    def sum(self) -> Decimal:
        return sum((_number(part) for part in self.parts), Decimal(0))

    @property
    def gap(self) -> Decimal:
        """The sum of the parts less the total."""
        return self.sum - _number(self.cell)

    @property
    def rounding(self) -> Decimal:
        """What the gap may be by rounding alone."""
        places = max(-int(_number(c).as_tuple().exponent) for c in (self.cell, *self.parts))
        return Decimal(len(self.parts) + 1) / 2 * Decimal(1).scaleb(-places)


def totals(tables: Iterable[Table], scheduled: Collection[int] = ()) -> Iterator[list[Total]]:
    """Yield the totals of each table's row headed 合计, and those of its column.

    The columns of the tables whose ids are `scheduled` are read as a schedule.
    """
    for table in tables:
        grid = table.rows
        columns = [] if id(table) in scheduled else list(zip(*grid, strict=False))
        for lines in (grid, columns):
            if found := list(_totals(lines)):
                yield found


def _totals(lines: Sequence[Line]) -> Iterator[Total]:
    heads = [_head(line) for line in lines]
    marked = [i for i, words in enumerate(heads) if _TOTAL.fullmatch(words)]
    if len(marked) != 1 or any(_PART.search(words) for words in heads):
        return
    summed = [
        line
        for i, line in enumerate(lines)
        if i not in (0, marked[0]) and not _NOT_SUMMED.search(heads[i]) and _has_numbers(line)
    ]
    for at, cell in enumerate(lines[marked[0]]):
        across = [line[at] for line in summed]
        heading = _head([line[at] for line in lines])
        if len(across) < 2 or not _is_number(cell) or _NOT_SUMMED.search(heading):
            continue
        if all(_is_number(c) or _NONE.fullmatch(c.folded.strip()) for c in across):
            parts = tuple(c for c in across if _is_number(c))
            if len(parts) > 1:
                counted = len(parts) == len(across) and _are_counted(summed)
                yield Total(heading, cell, parts, counted and bool(_AMOUNT.search(heading)))


def _are_counted(lines: Sequence[Line]) -> bool:
    """Whether the lines begin with 1, 2, 3 …, three of them at least."""
    serials = [line[0].folded.strip().rstrip(".、") for line in lines]
    return len(lines) > 2 and serials == [str(n) for n in range(1, len(lines) + 1)]


def _head(line: Line) -> str:
    """The words that a line begins with, up to its first number; ordinals left out."""
    words: list[str] = []
    for cell in line[:_HEAD]:
        text = key((cell.origin or cell).text)
        if words and _FIGURE.fullmatch(text):
            break
        if text and not text.isdigit() and text not in words:
            words.append(text)
    return "".join(words)


def _has_numbers(line: Line) -> bool:
    return any(_is_number(cell) for cell in line)


def _is_number(cell: Cell) -> bool:
    """A plain number in a cell of its own."""
    alone = not cell.covered and cell.row_span == 1 and cell.column_span == 1
    return alone and bool(_NUMBER.fullmatch(cell.folded.strip()))


def _number(cell: Cell) -> Decimal:
    return Decimal(cell.folded.strip().replace(",", ""))
