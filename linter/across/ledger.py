"""What a ledger says: its tasks, indicators and opinions, columns found by their names."""

import re
from collections.abc import Iterator, Sequence
from enum import Enum, auto
from typing import NamedTuple

from linter.across.measured import YearFigure
from linter.document.nodes import Cell, Span, Table
from linter.plan.plan import Plan, fact
from linter.subjects.indicators.indicators import indicator_tables
from linter.subjects.offices.organisations import organisations
from linter.subjects.offices.unit_lists import ResponsibleUnit, parse
from linter.subjects.offices.unit_words import Duty
from linter.subjects.quantities.cells import CellKind, read_cell
from linter.subjects.quantities.units import Unit, units_of
from linter.subjects.times.deadlines import Deadline, cell_deadline
from linter.text.folding import key
from linter.text.patterns import lazily


class LedgerColumn(Enum):
    """What a column of a ledger holds."""

    NUMBER = auto()
    TASK = auto()
    LEAD = auto()
    UNITS = auto()  # 责任单位: whoever leads or helps
    HELPERS = auto()
    DUE = auto()
    TARGET = auto()
    INDICATOR = auto()
    MEASURE = auto()  # 单位
    BASE_YEAR = auto()
    BASE = auto()
    TARGET_YEAR = auto()
    ATTRIBUTE = auto()
    OPINION = auto()
    ADOPTED = auto()
    REASON = auto()
    OTHER = auto()


_COLUMNS = (
    (LedgerColumn.NUMBER, r"序号|编号|No\.?|号"),
    (LedgerColumn.ADOPTED, r"是否采纳|采纳(?:情况|与否|意见|结果)|处理(?:情况|意见|结果)"),
    (LedgerColumn.REASON, r".*(?:理由|原因).*|(?:采纳|处理)?(?:情况)?说明"),
    (
        LedgerColumn.OPINION,
        r"(?:反馈|修改|具体|主要)?(?:意见|建议)(?:和|及|与|或)?(?:建议|意见)?(?:内容)?",
    ),
    (LedgerColumn.BASE_YEAR, r"基期年(?:份)?|基准年"),
    (LedgerColumn.TARGET_YEAR, r"目标年(?:份)?"),
    (LedgerColumn.BASE, r"(?:基期|基准|现状|基数).*"),
    (LedgerColumn.TARGET, r"(?:任务|量化|考核|工作|绩效)指标|(?:任务|工作)目标|目标任务"),
    (LedgerColumn.INDICATOR, r"(?:主要|指标|具体)?指标(?:名称)?"),
    (LedgerColumn.MEASURE, r"(?:计量)?单位"),
    (LedgerColumn.ATTRIBUTE, r"(?:指标)?(?:属性|性质|类型)"),
    (LedgerColumn.HELPERS, r".*(?:配合|协办|会办|参与|协同|协助).*"),
    (LedgerColumn.LEAD, r".*(?:牵头|主责|主办|第一责任).*"),
    (LedgerColumn.UNITS, r".*(?:责任|承办|落实|实施|负责)(?:单位|部门|主体).*"),
    (
        LedgerColumn.DUE,
        r".*(?:时限|完成(?:时间|日期)|期限|时间(?:节点|要求)|截止|办结时间|进度安排).*",
    ),
    (LedgerColumn.TARGET, r"(?:工作|任务|年度|预期)?目标(?:值|任务|要求)?|.*成果(?:形式)?"),
    (LedgerColumn.TASK, r".*(?:任务|事项|工作内容|主要内容|举措|措施|项目名称|工作要点).*|内容"),
)
_PATTERNS = tuple((role, lazily(words)) for role, words in _COLUMNS)
_YEAR = lazily(r"(?:19|20)\d\d")
_MARK = lazily(r"[-—–/\\无]*")
_TOP = 5  # rows of a title and notes that may stand above the head


class TaskEntry(NamedTuple):
    """A row of a ledger of tasks."""

    title: str
    span: Span
    units: tuple[ResponsibleUnit, ...]
    units_span: Span
    due: Deadline | None
    due_cell: Cell | None
    target: Cell | None

    @property
    def roles(self) -> bool:
        """Whether the ledger says who leads."""
        return any(unit.role in (Duty.LEAD, Duty.COOPERATING) for unit in self.units)


class IndicatorEntry(NamedTuple):
    """A row of a ledger of indicators."""

    name: str
    span: Span
    unit: Unit | None
    unit_words: str
    figures: tuple[YearFigure, ...]
    attribute: str


class OpinionEntry(NamedTuple):
    """A row of a table of opinions and what became of them (意见采纳情况表)."""

    opinion: Cell
    adopted: str
    reason: str


class Ledgers(NamedTuple):
    """All that the tables of a ledger say; `known` counts those whose columns are known."""

    tasks: tuple[TaskEntry, ...]
    indicators: tuple[IndicatorEntry, ...]
    opinions: tuple[OpinionEntry, ...]
    known: int


@fact
def ledgers(plan: Plan) -> Ledgers:
    """The ledgers in the tables of a file."""
    tasks: list[TaskEntry] = []
    indicators: list[IndicatorEntry] = []
    opinions: list[OpinionEntry] = []
    unread = 0
    listed = len(list(plan.document.tables()))
    known = {id(table.table): table for table in plan.get(indicator_tables)}
    for table in plan.document.tables():
        head = _head(table)
        roles = set(head[1].values()) if head else set()
        if head and {LedgerColumn.OPINION, LedgerColumn.ADOPTED} <= roles:
            opinions += _opinions(table, *head)
        elif head and LedgerColumn.INDICATOR in roles and LedgerColumn.TARGET_YEAR in roles:
            indicators += _merged(_indicators(plan, table, *head))
        elif id(table) in known:
            indicators += [
                IndicatorEntry(
                    i.name,
                    i.span,
                    i.unit,
                    i.unit_words or "",
                    tuple(
                        YearFigure(v.year, v.quantity, v.base)
                        for v in i.values
                        if v.year is not None and v.quantity is not None
                    ),
                    i.attribute,
                )
                for i in known[id(table)].indicators
            ]
        elif head and LedgerColumn.TASK in roles and roles & _DUTIES:
            tasks += _tasks(plan, table, *head)
        else:
            unread += 1
    return Ledgers(tuple(tasks), tuple(indicators), tuple(opinions), listed - unread)


_DUTIES = {LedgerColumn.LEAD, LedgerColumn.UNITS, LedgerColumn.HELPERS, LedgerColumn.DUE}
_Columns = dict[int, LedgerColumn]


def _head(table: Table) -> tuple[int, _Columns] | None:
    """The row of the head, and what its columns hold."""
    best: tuple[int, _Columns] | None = None
    for at, row in enumerate(table.rows[:_TOP]):
        columns = {i: role for i, c in enumerate(row) if (role := _role(key(c.text)))}
        if len(columns) >= 2 and (best is None or len(columns) > len(best[1])):
            best = at, columns
    return _below(table, *best) if best else None


def _below(table: Table, at: int, columns: _Columns) -> tuple[int, _Columns]:
    """The head with the row below it, where cells that are merged across it have columns of their
    own: 责任单位 over 牵头 and 配合."""
    if at + 1 >= len(table.rows):
        return at, columns
    head, row = table.rows[at], table.rows[at + 1]
    down = [i for i, c in enumerate(row) if c.origin is not None and c.origin in head]
    split = {
        i: role
        for i, cell in enumerate(row)
        if not cell.covered and (role := _role(key(cell.text))) and _is_wide(head[i])
    }
    if not split or len(down) + len(split) < len(columns):
        return at, columns
    return at + 1, {**columns, **split}


def _is_wide(cell: Cell) -> bool:
    return (cell.origin or cell).column_span > 1


def _role(words: str) -> LedgerColumn | None:
    bare = re.sub(r"[()（）:：]", "", words)
    if not 0 < len(bare) <= 16:
        return None
    return next((role for role, pattern in _PATTERNS if pattern.fullmatch(bare)), None)


def _cells(row: Sequence[Cell], columns: _Columns, *roles: LedgerColumn) -> list[Cell]:
    return [row[i].origin or row[i] for i, role in columns.items() if role in roles]


def _tasks(plan: Plan, table: Table, at: int, columns: _Columns) -> Iterator[TaskEntry]:
    directory = plan.get(organisations)
    helped = LedgerColumn.HELPERS in columns.values()
    for row in table.rows[at + 1 :]:
        tasks = _cells(row, columns, LedgerColumn.TASK)
        named = [cell for cell in tasks if cell.text.strip()]
        said = {id(c.origin or c) for c in row if (c.origin or c).text.strip()}
        if not named or len(said) == 1:  # the name of a part of the ledger
            continue
        units: list[ResponsibleUnit] = []
        places: list[Cell] = []
        for role, duty in (
            (LedgerColumn.LEAD, Duty.LEAD),
            (LedgerColumn.UNITS, Duty.LEAD if helped else None),
            (LedgerColumn.HELPERS, Duty.COOPERATING),
        ):
            for cell in _cells(row, columns, role):
                places.append(cell)
                for one in parse(cell, 0, len(cell.text), directory):
                    units += [u if u.role else u._replace(role=duty) for u in one.units]
        dues = _cells(row, columns, LedgerColumn.DUE)
        targets = _cells(row, columns, LedgerColumn.TARGET)
        place = places[0] if places else named[-1]
        yield TaskEntry(
            named[-1].text.strip(),
            Span(named[-1], 0, len(named[-1].text)),
            tuple(units),
            Span(place, 0, len(place.text)),
            cell_deadline(dues[0]) if dues else None,
            dues[0] if dues else None,
            targets[0] if targets else None,
        )


def _indicators(plan: Plan, table: Table, at: int, columns: _Columns) -> Iterator[IndicatorEntry]:
    """Rows with the years in columns of their own: 基期年 | 基期值 | 目标年 | 目标值."""
    units = plan.lexicon.get(units_of)
    for row in table.rows[at + 1 :]:
        name = _cells(row, columns, LedgerColumn.INDICATOR)[0]
        if not name.text.strip():
            continue
        measure = _text(row, columns, LedgerColumn.MEASURE)
        unit = units.parse(key(measure)) if measure else None
        figures = []
        for value, year, base in (
            (LedgerColumn.BASE, LedgerColumn.BASE_YEAR, True),
            (LedgerColumn.TARGET, LedgerColumn.TARGET_YEAR, False),
        ):
            when = _YEAR.search(_text(row, columns, year))
            for cell in _cells(row, columns, value):
                said = read_cell(cell, unit, units)
                whole = said.kind in (CellKind.VALUE, CellKind.CUMULATIVE)
                if when and whole and said.quantity is not None:
                    figures.append(YearFigure(int(when.group()), said.quantity, base))
        attribute = key(_text(row, columns, LedgerColumn.ATTRIBUTE))
        words = name.text.strip()
        span = Span(name, 0, len(name.text))
        yield IndicatorEntry(words, span, unit, measure, tuple(figures), attribute)


def _merged(rows: Iterator[IndicatorEntry]) -> list[IndicatorEntry]:
    """One entry of the rows that follow each other under one name: a row a target."""
    found: list[IndicatorEntry] = []
    for row in rows:
        last = found[-1] if found else None
        told = {(f.year, f.base) for f in last.figures} if last else set()
        new = tuple(f for f in row.figures if (f.year, f.base) not in told)
        goals = [f for f in row.figures if not f.base]
        if last and key(last.name) == key(row.name) and all(f in new for f in goals) and goals:
            found[-1] = last._replace(figures=(*last.figures, *new))
        else:
            found.append(row)
    return found


def _opinions(table: Table, at: int, columns: _Columns) -> Iterator[OpinionEntry]:
    for row in table.rows[at + 1 :]:
        cells = [c for c in _cells(row, columns, LedgerColumn.OPINION) if c.text.strip()]
        if cells:
            adopted = key(_text(row, columns, LedgerColumn.ADOPTED))
            reason = _text(row, columns, LedgerColumn.REASON)
            reason = "" if _MARK.fullmatch(key(reason)) else reason
            yield OpinionEntry(cells[-1], adopted, reason)


def _text(row: Sequence[Cell], columns: _Columns, role: LedgerColumn) -> str:
    return "".join(cell.text.strip() for cell in _cells(row, columns, role))
