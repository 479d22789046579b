"""Columns headed 计量单位, of tables of any kind: the cells with a unit, and those empty."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from linter.chinese import key
from linter.document import Cell, Table
from linter.facts.measures.units import Units
from linter.facts.measures.years import is_text
from linter.patterns import lazily

_UNIT = lazily(r"(?:计量|数量|指标)?单位|量纲")
_NAME = lazily(r".*(?:任务|项目|指标|名称|内容|事项|类别|工程|品种|产品)")
_FIGURE = lazily(r"[<>≤≥约]?\d[\d.,]*")
_TOTAL = lazily(r"合计|总计|小计|共计|其中")
_RATIO = lazily(r"指数|系数|比$|得分|排名|评分")
_FEWEST = 3


class UnitColumn(NamedTuple):
    """The cells of a column that name a unit, and the name cells of rows that lack one."""

    named: tuple[Cell, ...]
    lacking: tuple[Cell, ...]


def unit_columns(tables: Iterable[Table], units: Units) -> Iterator[UnitColumn]:
    """Yield the columns of units of the tables; a row lacks one only if it has a bare figure."""
    for table in tables:
        heads = [key((cell.origin or cell).text) for cell in table.rows[0]] if table.rows else []
        at = [c for c, words in enumerate(heads) if _UNIT.fullmatch(words)]
        names = [c for c, words in enumerate(heads) if _NAME.fullmatch(words)]
        if len(at) == 1 and names and is_text(table.locator.zone):
            yield _column(table, at[0], names[-1], units)


def _column(table: Table, at: int, name_at: int, units: Units) -> UnitColumn:
    named, lacking = [], []
    for row in table.rows[1:]:
        cell, name = row[at].origin or row[at], row[name_at].origin or row[name_at]
        words = key(cell.text)
        if units.parse(words):
            named.append(cell)
        elif not words and _lacks(row[at + 1 :], name):
            lacking.append(name)
    few = len(named) < max(_FEWEST, 3 * len(lacking))
    return UnitColumn(tuple(named), () if few else tuple(lacking))


def _lacks(cells: Iterable[Cell], name: Cell) -> bool:
    """Whether a row with a name of its own gives bare figures for what has a unit."""
    words = key(name.text)
    if not words or _TOTAL.search(words) or _RATIO.search(words) or "(" in words:
        return False
    return any(_FIGURE.fullmatch(key(cell.text)) for cell in cells if not cell.covered)
