"""The rows of a division beside the tasks of the body: what each names for one piece of work.

A row and a task are one only where their titles are, manner (加快, 着力), number and 工作 apart,
and where no other row and no other task has that title.
"""

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from linter.document.nodes import Cell, Paragraph, Table, Zone
from linter.plan.plan import Plan, fact
from linter.subjects.offices.divisions import Division, DivisionRow, divisions
from linter.subjects.offices.tasks import Heading, task_headings
from linter.text.folding import key
from linter.text.patterns import lazily

_DEADLINE = lazily(
    r"时限|期限|完成时间|时间(?:要求|节点|安排|进度)|^时间$|完成日期|进度(?:要求|安排)"
)
_LABEL = lazily(
    r"^\s*(?:\d{1,2}(?:\.\d{1,2})*[.、)]?(?![\d年月.])|\([‹ten›\d]{1,3}\)|[‹ten›]{1,3}、)\s*"
)
_FIRST = lazily(r"[^。;,:(\n]+")
_MANNER = lazily(
    r"^(?:加快|深入|积极|大力|着力|全面|进一步|继续|组织|切实|扎实|不断|努力|统筹|有序|持续|稳步|深化)+"
    r"(?=[\u4e00-\u9fff]{4})"
)
_AMOUNT = lazily(
    r"[约近超]?(?:达到|达)?\d[\d.,]*\s*[万亿千百]?[\u4e00-\u9fffA-Za-z%]{0,4}$|^\d[\d.,]*\S?"
)
_WHEN = lazily(r"^[到至]?‹year›年(?:\d{1,2}月)?年?[底末]?[以之]?前?")
_TAIL = lazily(r"(?:工作|任务)$")
_LEAST = 4


class RowTask(NamedTuple):
    """A row, the cell of its task, and the task of the body with the paragraphs below it."""

    row: DivisionRow
    cell: Cell
    deadline: Cell | None
    heading: Heading
    paragraphs: tuple[Paragraph, ...]


@fact
def row_tasks(plan: Plan) -> tuple[RowTask, ...]:
    """The rows whose task is one of the body's."""
    found = plan.get(divisions)
    if not found:
        return ()
    tasks = _tasks(plan)
    rows: dict[str, list[tuple[Division, DivisionRow, Cell]]] = defaultdict(list)
    for division in found:
        for row in division.rows:
            for cell in dict.fromkeys(row.tasks):
                if (title := stem(cell.text)) in tasks:
                    rows[title].append((division, row, cell))
    below = _below(plan)
    return tuple(
        RowTask(row, cell, deadline_cell(division, row), heading, below.get(id(heading), ()))
        for title, placed in rows.items()
        for division, row, cell in placed
        for heading in tasks[title]
        if len(placed) == len(tasks[title]) == 1
    )


def stem(words: str) -> str:
    """What a title comes to for comparison: its first clause without number, manner, amount."""
    title = _MANNER.sub("", _WHEN.sub("", name(words)))
    return _TAIL.sub("", _AMOUNT.sub("", title))


def name(words: str) -> str:
    """The first clause of a task, without its number."""
    first = _FIRST.search(_LABEL.sub("", key(words)))
    return first.group() if first else ""


def _tasks(plan: Plan) -> dict[str, list[Heading]]:
    tasks: dict[str, list[Heading]] = defaultdict(list)
    for root in plan.get(task_headings):
        for heading in root.walk():
            if heading.paragraph.locator.zone is Zone.BODY:
                title = stem(heading.paragraph.title)
                if len(title) >= _LEAST:
                    tasks[title].append(heading)
    return tasks


def _below(plan: Plan) -> dict[int, tuple[Paragraph, ...]]:
    """The line of every heading with the plain paragraphs up to the next, by id of the heading."""
    lines: dict[int, list[Paragraph]] = {}
    current: list[Paragraph] = []
    for block in plan.document.blocks:
        if isinstance(block, Paragraph):
            if block.level is not None:
                current = lines[id(block)] = []
            current.append(block)
    headings = (h for root in plan.get(task_headings) for h in root.walk())
    return {id(h): tuple(lines.get(id(h.paragraph), ())) for h in headings}


def deadline_column(table: Table) -> int | None:
    """The column whose header is 完成时限 or the like."""
    for row in table.rows[:3]:
        for i, cell in enumerate(row):
            words = key((cell.origin or cell).text)
            if len(words) <= 12 and _DEADLINE.search(words):
                return i
    return None


def deadline_cell(division: Division, row: DivisionRow) -> Cell | None:
    """The cell of a row that says when its task is to be done."""
    column = deadline_column(division.table)
    if column is None:
        return None
    at = row_index(row)
    line = division.table.rows[at] if at is not None else ()
    return (line[column].origin or line[column]) if column < len(line) else None


def row_index(row: DivisionRow) -> int | None:
    """The place of a row in its table: that of its number, or of the last of its cells to begin."""
    if row.number is not None:
        return row.number.row
    return max((cell.row for cell in (*row.tasks, *row.cells)), default=None)


def dated(division: Division) -> Iterator[tuple[DivisionRow, Cell]]:
    """Yield the rows of a table that has deadlines, each with its deadline's cell."""
    for row in division.rows:
        if (cell := deadline_cell(division, row)) is not None:
            yield row, cell
