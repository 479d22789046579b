"""The ledger of tasks (责任分工台账): the tasks of the body and the rows of every division."""

import calendar
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from linter.document.nodes import Cell, Paragraph, Span, TextNode
from linter.plan.plan import Plan
from linter.reporters.ledgers.model import EMPTY, JOIN, TASK_COLUMNS, Entry, Ledger, origin, text
from linter.subjects.indicators.contexts import Kind
from linter.subjects.indicators.statements import all_statements
from linter.subjects.offices.assignments import assignments
from linter.subjects.offices.divisions import Division, DivisionRow, divisions
from linter.subjects.offices.row_tasks import deadline_cell
from linter.subjects.offices.task_paragraphs import task_paragraphs
from linter.subjects.offices.tasks import Heading, task_groups
from linter.subjects.offices.unit_lists import ResponsibleUnit, UnitList
from linter.subjects.offices.unit_words import Duty
from linter.subjects.quantities.years import Dated
from linter.subjects.times.deadlines import Deadline, cell_deadline, deadlines
from linter.subjects.times.periods import period
from linter.text.folding import key
from linter.text.patterns import lazily

_GOAL = lazily(r"目标|成效|指标|成果")
_WORDS = 200  # characters of a task that is a whole paragraph


def task_ledger(plan: Plan) -> Ledger:
    """Return the ledger of tasks of a draft, in reading order, rows of divisions behind."""
    rows = [*_body(plan), *_divided(plan)]
    numbered = tuple((Entry(i), *row) for i, row in enumerate(rows, 1))
    return Ledger("tasks", "责任分工台账", TASK_COLUMNS, numbered)


def _body(plan: Plan) -> Iterator[tuple[Entry, ...]]:
    below = _Below(plan)
    covered: set[int] = set()
    for group in plan.get(task_groups):
        for task in group.tasks:
            paragraphs = below.of(task)
            covered |= {id(p) for p in paragraphs}
            yield _task(plan, text(task.paragraph.title), task.paragraph, paragraphs, task.lists)
    lists = {id(a.paragraph): a.lists for a in plan.get(assignments)}
    for one in plan.get(task_paragraphs):
        if id(one.paragraph) not in covered:
            title = _cut(one.paragraph.title)
            units = [units for units in lists.get(id(one.paragraph), ()) if units.units]
            yield _task(plan, title, one.paragraph, [one.paragraph], units)


def _cut(words: str) -> Entry:
    if len(words) <= _WORDS:
        return text(words)
    return text(words[:_WORDS], "任务文字较长，只列开头")


class _Below:
    """The paragraphs that stand below a heading, its own first."""

    def __init__(self, plan: Plan) -> None:
        blocks = plan.document.blocks
        self._paragraphs = [block for block in blocks if isinstance(block, Paragraph)]
        self._places = {id(p): i for i, p in enumerate(self._paragraphs)}

    def of(self, task: Heading) -> list[Paragraph]:
        start = self._places[id(task.paragraph)]
        found = [task.paragraph]
        for paragraph in self._paragraphs[start + 1 :]:
            higher = paragraph.level is not None and paragraph.level <= task.level
            if higher or paragraph.locator.zone is not task.paragraph.locator.zone:
                break
            found.append(paragraph)
        return found


def _task(
    plan: Plan,
    title: Entry,
    paragraph: Paragraph,
    paragraphs: Sequence[Paragraph],
    lists: Sequence[UnitList],
) -> tuple[Entry, ...]:
    due = _due([deadline for p in paragraphs for deadline in deadlines(p)])
    said = _targets(plan, paragraphs)
    remark = EMPTY if lists else Entry("草稿没有写明责任单位")
    return (title, Entry(origin(Span.whole(paragraph))), *_units(lists), due, said, remark)


def _units(lists: Sequence[UnitList]) -> tuple[Entry, Entry]:
    """Who leads, and who helps. Where none is said to lead, all that are responsible do."""
    units = [unit for one in lists for unit in one.units]
    leads = any(unit.role is Duty.LEAD for unit in units)
    first: list[ResponsibleUnit] = []
    second: list[ResponsibleUnit] = []
    for unit in units:
        helps = unit.role is Duty.COOPERATING or (leads and unit.role is not Duty.LEAD)
        (second if helps else first).append(unit)
    unsaid = [unit.name for unit in second if unit.role is not Duty.COOPERATING]
    note = f"草稿没有写明是牵头还是配合：{JOIN.join(dict.fromkeys(unsaid))}" if unsaid else ""
    return _listed(unit.name for unit in first), _listed((unit.name for unit in second), note)


def _listed(names: Iterable[str], note: str = "") -> Entry:
    return text(JOIN.join(dict.fromkeys(names)), note)


def _due(found: Sequence[Deadline]) -> Entry:
    """The one deadline that is set; several are several steps, of which none is the task's."""
    distinct = {(d.year, d.month, d.day): d for d in found}
    if len(distinct) > 1:
        words = "；".join(dict.fromkeys(_words(d) for d in distinct.values()))
        return Entry(note=f"正文写有多个时限：{words}")
    return _day(found[0]) if found else EMPTY


def _words(deadline: Deadline) -> str:
    return "".join(deadline.span.quote.split()).lstrip("，。,")


def _day(deadline: Deadline) -> Entry:
    """The last day of what is told, shown as exactly as it is told."""
    month = deadline.month or 12
    try:
        day = deadline.day or calendar.monthrange(deadline.year, month)[1]
        value = date(deadline.year, month, day)
    except (ValueError, calendar.IllegalMonthError):
        return Entry(note=f"不是日期：{_words(deadline)}")
    form = 'yyyy"年"' if deadline.month is None else 'yyyy"年"m"月"'
    return Entry(value, form=form if deadline.day is None else 'yyyy"年"m"月"d"日"')


def _targets(plan: Plan, nodes: Sequence[TextNode]) -> Entry:
    """What the task is to reach, as the draft words it: its statements since the plan began."""
    below, years = set(map(id, nodes)), plan.get(period)
    found = [
        f"{s.year}年{_bare(s.span)}" if s.dated is Dated.SENTENCE else _bare(s.span)
        for s in plan.get(all_statements)
        if id(s.span.node) in below
        and s.kind is not Kind.CHANGE
        and "分别" not in s.span.quote  # a figure of several years or places
        and not (s.year and years and s.year < years.start)
    ]
    return text("；".join(dict.fromkeys(found)))


def _bare(span: Span) -> str:
    return " ".join(span.quote.split()).lstrip("、，,；; ")


def _divided(plan: Plan) -> Iterator[tuple[Entry, ...]]:
    for division in plan.get(divisions):
        for row in division.rows:
            yield _row(plan, division, row)


def _row(plan: Plan, division: Division, row: DivisionRow) -> tuple[Entry, ...]:
    cells = list(dict.fromkeys(row.tasks))
    goals = [cell for cell in cells if _GOAL.search(_head(division, cell))]
    tasks = [cell for cell in cells if cell not in goals] or cells
    goals = goals if tasks != cells else []
    place = next((c for c in (*tasks, *cells) if c.text.strip()), row.cells[0])
    goal = text("；".join(c.text for c in goals if c.text.strip()))
    task = text("：".join(c.text.strip() for c in tasks if c.text.strip()))
    remark = Entry("草稿没有写明责任单位") if row.blank else EMPTY
    due = _cell_due(deadline_cell(division, row))
    said = goal if goals else _targets(plan, tasks)
    return (task, Entry(origin(Span.whole(place))), *_row_units(row), due, said, remark)


def _row_units(row: DivisionRow) -> tuple[Entry, Entry]:
    """The units of a row; the words of a cell in which no unit is recognised are its note."""
    first, second = _units(row.lists)
    unread = "；".join(" ".join(c.text.split()) for c in row.cells if c.text.strip())
    if not row.lists and unread:
        return Entry(note=f"没有认出单位：{unread}"), EMPTY
    return first, second


def _head(division: Division, cell: Cell) -> str:
    top = division.table.rows[0][cell.column]
    return key((top.origin or top).text)


def _cell_due(cell: Cell | None) -> Entry:
    if cell is None:
        return EMPTY
    found = cell_deadline(cell)
    words = " ".join(cell.text.split())
    if found is None:
        return text(words)  # 长期坚持
    rest = cell.folded[: found.span.start].strip()
    return text(words) if rest else _day(found)
