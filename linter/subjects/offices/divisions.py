"""Division of tasks (分工方案): tables that give every task its responsible units."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from linter.document.model import Document
from linter.document.nodes import Cell, Table
from linter.plan.plan import Plan, fact
from linter.subjects.offices.organisations import Directory, organisations
from linter.subjects.offices.unit_lists import UnitList, parse
from linter.subjects.offices.unit_words import LABEL_WORDS, Duty, role_of
from linter.text.folding import fold, key
from linter.text.numerals import NUMERAL, parse_numeral
from linter.text.patterns import lazily, once

_UNITS = lazily(rf"{LABEL_WORDS}|(?:牵头|责任)(?:单位)?[及和](?:配合|责任)")
_TASK = lazily(r"任务|工作|事项|内容|举措|措施|项目|工程|要求|目标")
_NUMBER = lazily(r"‹number-column›|^序$|^号$|^No\.?$")


class DivisionRow(NamedTuple):
    """A row: its number as written and as a value, the cells of the task, the lists of units.

    `continued` are the cells of the rows that a page break cut off from this one.
    """

    number: Cell | None
    value: int | None
    tasks: tuple[Cell, ...]
    cells: tuple[Cell, ...]
    lists: tuple[UnitList, ...]
    lead_cell: Cell | None = None

    @property
    def blank(self) -> bool:
        """No unit is named, and no mark (—, /) says that none is meant."""
        return not any(cell.text.strip() for cell in self.cells)

    @property
    def text(self) -> str:
        return "".join(cell.text for cell in self.tasks)


class Division(NamedTuple):
    """A table of tasks and units; `rows` without its header, section rows and repeated headers."""

    table: Table
    rows: tuple[DivisionRow, ...]
    has_lead_column: bool


@fact
def divisions(plan: Plan) -> tuple[Division, ...]:
    """The tables that divide the tasks (分工方案)."""
    return tuple(divisions_in(plan.document, plan.get(organisations)))


def divisions_in(document: Document, known: Directory) -> Iterator[Division]:
    """Yield the tables of the draft whose header names a column of responsible units."""
    for table in document.tables():
        for at, header in enumerate(table.rows[:3]):
            columns = _columns(header)
            if columns.units and columns.tasks:
                below = _columns(table.rows[at + 1]) if at + 1 < len(table.rows) else None
                if below and below.units and below.tasks:  # a header of two rows
                    at, columns = at + 1, below
                rows = tuple(_rows(table, at, columns, known))
                yield Division(table, rows, Duty.LEAD in columns.units.values())
                break


class _Columns(NamedTuple):
    number: int | None
    tasks: tuple[int, ...]
    units: dict[int, Duty | None]


def _columns(header: tuple[Cell, ...]) -> _Columns:
    number, tasks = None, []
    units: dict[int, Duty | None] = {}
    for i, cell in enumerate(header):
        words = key((cell.origin or cell).text)
        match = _UNITS.search(words) if len(words) <= 16 else None
        if match:
            role = role_of(match)
            units[i] = None if role is Duty.RESPONSIBLE else role
        elif _NUMBER.search(words) and number is None:
            number = i
        elif _TASK.search(words) and len(words) <= 16:
            tasks.append(i)
    return _Columns(number, tuple(tasks), units)


def _rows(table: Table, header: int, columns: _Columns, known: Directory) -> Iterator[DivisionRow]:
    head = [key(cell.text) for cell in table.rows[header]]
    body = [row for row in table.rows[header + 1 :] if [key(c.text) for c in row] != head]
    plain = any(_number_words(row, columns).isdigit() for row in body)
    rows = [
        _row(row, columns, known)
        for row in body
        if not _is_section(row, columns) and not (plain and _is_part(row, columns))
    ]
    joined: list[DivisionRow] = []
    for row, cells in rows:
        if joined and _continues(joined[-1], row, cells, columns):
            joined[-1] = _join(joined[-1], row)
        elif any(cell.text.strip() for cell in (*row.tasks, *row.cells)):
            joined.append(row)
    yield from joined


def _is_section(row: tuple[Cell, ...], columns: _Columns) -> bool:
    """A row that is one heading over the rows below it: 一、加强基础设施建设."""
    filled = {id(cell.origin or cell): cell.origin or cell for cell in row}
    texts = [cell for cell in filled.values() if cell.text.strip()]
    wide = len(texts) == 1 and texts[0].column_span >= len(row) - 1 > 0
    first = len(texts) == 1 and columns.number is not None
    number = row[columns.number] if columns.number is not None else None
    numbered = number is not None and parse_numeral(number.text.strip().rstrip(".、")) is not None
    return wide or (first and texts[0] is number and not numbered)


def _is_part(row: tuple[Cell, ...], columns: _Columns) -> bool:
    """A row 二 without units over rows 3, 4 …: the heading of a part, with its own number."""
    spelt = bool(once(rf"[{NUMERAL}]+").fullmatch(_number_words(row, columns)))
    return spelt and not any(row[i].text.strip() for i in columns.units)


def _number_words(row: tuple[Cell, ...], columns: _Columns) -> str:
    words = row[columns.number].text if columns.number is not None else ""
    return fold(words).strip().strip("().、")


def _row(
    row: tuple[Cell, ...], columns: _Columns, known: Directory
) -> tuple[DivisionRow, tuple[Cell, ...]]:
    def at(i: int) -> Cell:
        return row[i].origin or row[i]

    number = row[columns.number] if columns.number is not None else None
    value = parse_numeral(number.text.strip().strip("().、")) if number is not None else None
    cells = tuple(at(i) for i in columns.units)
    lists = [
        _with_role(units, columns.units[i])
        for i in columns.units
        for units in parse(at(i), 0, len(at(i).text), known)
        if units.units
    ]
    lead = next((at(i) for i, role in columns.units.items() if role is Duty.LEAD), None)
    tasks = tuple(at(i) for i in columns.tasks)
    return DivisionRow(number, value, tasks, cells, tuple(lists), lead), row


def _with_role(units: UnitList, role: Duty | None) -> UnitList:
    if role is None:
        return units
    named = tuple(u if u.role else u._replace(role=role) for u in units.units)
    return units._replace(units=named)


def _continues(
    above: DivisionRow, row: DivisionRow, cells: tuple[Cell, ...], columns: _Columns
) -> bool:
    """A row without a number whose words go on where a page break cut the row above."""
    if row.number is None or row.number.covered or row.number.text.strip():
        return False
    task, units = row.text.strip(), "".join(c.text for c in row.cells).strip()
    cut = above.text.rstrip().endswith(("、", "，", ",")) or bool(
        once(r"[、,，]\s*$").search("".join(c.text for c in above.cells))
    )
    return bool(task or units) and (not task or not units or cut)


def _join(above: DivisionRow, rest: DivisionRow) -> DivisionRow:
    return DivisionRow(
        above.number,
        above.value,
        (*above.tasks, *rest.tasks),
        (*above.cells, *rest.cells),
        (*above.lists, *rest.lists),
        above.lead_cell,
    )


def number_faults(division: Division) -> Iterator[tuple[DivisionRow, DivisionRow]]:
    """Yield (row before, row) where the row's number is not the next one.

    A number that starts again at 1 begins a new part. After a fault the run goes on with the
    neighbour that fits, so that one wrong number is one fault.
    """
    numbered = [row for row in division.rows if row.value is not None]
    for rows in _by_style(numbered):
        yield from _out_of_order(rows)


def _by_style(rows: Sequence[DivisionRow]) -> Iterator[list[DivisionRow]]:
    """The rows with Arabic numbers, and those with Chinese ones, which head them."""
    for arabic in (True, False):
        yield [r for r in rows if r.number and any(c.isdigit() for c in r.number.text) is arabic]


def _out_of_order(rows: Sequence[DivisionRow]) -> Iterator[tuple[DivisionRow, DivisionRow]]:
    skip: DivisionRow | None = None
    for before, row in pairwise(rows):
        assert before.value is not None
        if row.value in (before.value + 1, 1) or before is skip:
            continue
        skip = row
        yield before, row
