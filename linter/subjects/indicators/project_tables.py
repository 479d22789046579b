"""Project tables (项目表): a row a project; how many rows they have, and how much money."""

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from linter.document.nodes import Cell, Table
from linter.plan.plan import Plan, fact
from linter.subjects.quantities.cells import CellKind, CellValue, read_cell
from linter.subjects.quantities.units import Unit, Units, units_of
from linter.subjects.quantities.years import is_text
from linter.text.folding import key
from linter.text.patterns import lazily

_NAME = lazily(r"^(?:重点|重大|建设|工程|主要)?(?:项目|工程)(?:名称)?(?:\(.*\))?$")
_MONEY = lazily(r"投资|资金|概算|估算")
_WHOLE = lazily(
    r"^(?:项目|计划|估算|概算|预计|工程)?(?:总投资|投资|投资总?额|投资估算|投资概算|投资规模|资金|总额)+"
)
_PART = lazily(r"‹year›|年度|已|完成|当年|本年|今年|其中|累计|剩余|来源|主体|单位$|方式|性质")
_COUNT = lazily(r"^(?:项目)?(?:数量|个数|项目数|数)(?:\(.*\))?$")
_SUM = lazily(r"^(?:合计|总计|小计|共计|累计|总投资)")
_SEVERAL = lazily(r"等\d+个|\d+个(?:项目|子项目)")
_UNIT = lazily(r"\((?:单位:)?(?P<unit>[^()]+)\)")
_NOTE = lazily(r"单位\s*[:]\s*(?P<unit>[^\s()]+)")


class Money(NamedTuple):
    """An amount in the base unit; `cell` is where it stands, None where it is the rows' sum."""

    value: Decimal
    unit: Unit | None
    cell: Cell | None


class ProjectTable(NamedTuple):
    """A table of projects: the numbers that it may be said to have, and its investment."""

    table: Table
    counts: frozenset[int]
    rows: int
    money: tuple[Money, ...]


@fact
def project_tables(plan: Plan) -> tuple[ProjectTable, ...]:
    """The tables whose rows are projects."""
    units = plan.lexicon.get(units_of)
    tables = (t for t in plan.document.tables() if is_text(t.locator.zone))
    return tuple(found for table in tables if (found := _read(table, units)))


def _read(table: Table, units: Units) -> ProjectTable | None:
    for at, header in enumerate(table.rows[:2]):
        words = [key((cell.origin or cell).text) for cell in header]
        names = [i for i, w in enumerate(words) if _NAME.search(w)]
        if names and len(words) > 2 and not any(_COUNT.search(w) for w in words):
            return _table(table, at, names[0], words, units)
    return None


def _table(
    table: Table, header: int, name: int, words: list[str], units: Units
) -> ProjectTable | None:
    rows, sums = [], []
    for row in table.rows[header + 1 :]:
        texts = {key((cell.origin or cell).text) for cell in row} - {""}
        if any(_SUM.search(text) for text in texts):
            sums.append(row)
        elif len(texts) > 1 and not row[name].covered and row[name].text.strip():
            if _SEVERAL.search(row[name].folded):
                return None
            rows.append(row)
    if not rows or [key(cell.text) for cell in rows[0]] == words:
        return None
    numbered = {n for row in rows if (n := key(row[0].text)).isdigit()} if name else set()
    counts = {len(rows)} | ({len(numbered)} if numbered else set())
    columns = [i for i, w in enumerate(words) if _WHOLE.search(w) and not _PART.search(w)]
    money = tuple(_money(table, rows, sums, columns[0], words, units)) if columns else ()
    return ProjectTable(table, frozenset(counts), len(rows), money)


def _money(
    table: Table,
    rows: list[tuple[Cell, ...]],
    sums: list[tuple[Cell, ...]],
    column: int,
    words: list[str],
    units: Units,
) -> Iterator[Money]:
    """The totals that the table gives, and the sum of its rows where each has an amount."""
    said = _UNIT.search(words[column])
    note = _NOTE.search(table.caption.folded) if table.caption else None
    unit = units.parse((said or note)["unit"]) if said or note else None  # type: ignore[index]
    for row in sums:
        value = read_cell(row[column].origin or row[column], unit, units)
        if (amount := _amount(value)) is not None:
            yield Money(amount, unit, value.cell)
    amounts = [_amount(read_cell(row[column], unit, units)) for row in rows]
    if all(a is not None for a in amounts) and not any(row[column].covered for row in rows):
        yield Money(sum((a for a in amounts if a is not None), Decimal(0)), unit, None)


def _amount(value: CellValue) -> Decimal | None:
    quantity = value.quantity
    if value.kind is not CellKind.VALUE or quantity is None or quantity.unit is None:
        return None
    return quantity.amount
