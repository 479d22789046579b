"""IND004: a row without a unit among rows that have one."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from linter.document.nodes import Cell, Span, Table
from linter.plan.finding import Finding, Related, check
from linter.plan.plan import Plan, fact
from linter.subjects.indicators.indicators import Indicator, indicator_tables
from linter.subjects.indicators.measures import measures_of
from linter.subjects.quantities.cells import CellKind
from linter.subjects.quantities.units import Units, units_of
from linter.subjects.quantities.years import is_text
from linter.text.folding import key
from linter.text.patterns import lazily

_UNIT = lazily("‹unit-column›")


_NAME = lazily(r".*(?:任务|项目|指标|名称|内容|事项|类别|工程|品种|产品)")


_FIGURE = lazily(r"[<>≤≥约]?\d[\d.,]*")


_TOTAL = lazily(r"合计|总计|小计|共计|其中")


_RATIO = lazily(r"指数|系数|比$|得分|排名|评分")


_FEWEST = 3


class UnitColumn(NamedTuple):
    """The cells of a column that name a unit, and the name cells of rows that lack one."""

    named: tuple[Cell, ...]
    lacking: tuple[Cell, ...]


@fact
def unit_columns(plan: Plan) -> tuple[UnitColumn, ...]:
    """The columns of units (计量单位) of tables that list no indicators."""
    known = {id(table.table) for table in plan.get(indicator_tables)}
    others = (table for table in plan.document.tables() if id(table) not in known)
    return tuple(_unit_columns(others, plan.lexicon.get(units_of)))


def _unit_columns(tables: Iterable[Table], units: Units) -> Iterator[UnitColumn]:
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


@check
def unit_missing(plan: Plan) -> Iterator[Finding]:
    """IND004: a row without a unit, or with a bare multiplier, where its peers have one."""
    for table in plan.get(indicator_tables):
        rows = [row for row in table.indicators if _is_numeric(row)]
        measured = [row for row in rows if not plan.lexicon.get(measures_of).is_index(row.name)]
        with_unit = [row for row in measured if _has_unit(row)]
        if len(with_unit) < 2 or 2 * len(with_unit) < len(measured) or table.unit_note:
            continue
        peer = (Related("peer", whole_cell(with_unit[0])),)
        known = set(map(id, measured))
        for row in rows:
            if row.unit is not None and row.unit.bare:
                yield Finding(
                    whole_cell(row), {"indicator": row.name, "unit": row.unit.words}, peer, "bare"
                )
            elif id(row) in known and not _has_unit(row):
                yield Finding(whole_cell(row), {"indicator": row.name}, peer)
    for column in plan.get(unit_columns):
        for name in column.lacking:
            peer = (Related("peer", Span(column.named[0], 0, len(column.named[0].text))),)
            span = Span(name, 0, len(name.text))
            yield Finding(span, {"indicator": key(name.text)}, peer, "row")


def _is_numeric(row: Indicator) -> bool:
    return any(v.quantity or v.value.kind is CellKind.RANGE for v in row.values)


def _has_unit(row: Indicator) -> bool:
    """A unit in its place, or in the cells themselves; a mark for none is one too."""
    if row.unit_words and (row.unit is None or not row.unit.bare):
        return True
    return any(v.quantity and v.quantity.unit and not v.quantity.unit.bare for v in row.values)


def whole_cell(row: Indicator) -> Span:
    """The row's name as the table has it, number and unit included."""
    node = row.span.node
    return Span(node, 0, len(node.text))
