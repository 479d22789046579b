"""Tasks of the text and their rows in the division of tasks (分工方案): changed in one only."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from linter.across.marks import helpers, leads
from linter.document.nodes import Cell, Span
from linter.plan.plan import Plan
from linter.subjects.offices.divisions import Division, DivisionRow, divisions
from linter.subjects.offices.tasks import task_groups
from linter.subjects.offices.unit_lists import ResponsibleUnit
from linter.subjects.times.deadlines import Deadline, cell_deadline, deadlines
from linter.text.folding import key
from linter.text.patterns import lazily

if TYPE_CHECKING:
    from linter.across.versions import Versions

_DUE = lazily("时限|完成时间|期限|进度")


class Duties(NamedTuple):
    """What a task or a row says: units in charge, those that help, when it is due; with places."""

    title: str
    span: Span
    leads: frozenset[str]
    helpers: frozenset[str]
    units: Span | None
    due: Deadline | None


class DutyLeft(NamedTuple):
    """What was changed at `changed` and stands as it was at `left`: leads, helpers or due."""

    title: str
    what: str
    before: str
    after: str
    left: Span
    changed: Span


def duties_left(versions: "Versions") -> Iterator[DutyLeft]:
    """The units and deadlines of tasks that agreed with the division of tasks and no longer do."""
    old = {(key(task.title), key(row.title)): (task, row) for task, row in matched(versions.old)}
    titles = {id(p.new): p.old for p in versions.paragraphs.pairs}
    for task, row in matched(versions.new):
        node = titles.get(id(task.span.node))
        title = node.title if node is not None else task.title
        was = old.get((key(title), key(row.title)))
        if was is not None:
            yield from _parted(task.title, was, (task, row))


def _parted(
    title: str, was: tuple[Duties, Duties], now: tuple[Duties, Duties]
) -> Iterator[DutyLeft]:
    for what in ("leads", "helpers"):
        before = [getattr(side, what) for side in was]
        after = [getattr(side, what) for side in now]
        if not before[0] or before[0] != before[1] or after[0] == after[1]:
            continue
        for left, changed in ((0, 1), (1, 0)):
            spans = now[left].units or now[left].span, now[changed].units or now[changed].span
            if after[left] == before[left] and after[changed]:
                words = "、".join(sorted(before[0])), "、".join(sorted(after[changed]))
                yield DutyLeft(title, what, *words, *spans)
    dues = [side.due for side in (*was, *now) if side.due is not None]
    if len(dues) < 4 or dues[0].differs(dues[1]) or not dues[2].differs(dues[3]):
        return
    for kept, changed, origin in ((2, 3, 0), (3, 2, 1)):
        if not dues[kept].differs(dues[origin]):
            spans = dues[kept].span, dues[changed].span
            yield DutyLeft(title, "due", spans[0].quote, spans[1].quote, *spans)


def matched(plan: Plan) -> Iterator[tuple[Duties, Duties]]:
    """The tasks of the text that have exactly one row in a division of tasks."""
    rows = [duties_of_row(one, row) for one in plan.get(divisions) for row in one.rows]
    for task in duties_of_tasks(plan):
        name = key(task.title)
        found = [row for row in rows if name and name in key(row.title)]
        if len(name) >= 4 and len(found) == 1:
            yield task, found[0]


def duties_of_tasks(plan: Plan) -> Iterator[Duties]:
    """The tasks of the text with what they say."""
    for group in plan.get(task_groups):
        for task in group.tasks:
            units = tuple(u for one in task.lists for u in one.units)
            lists = task.lists
            place = lists[0].span if lists else None
            nodes = dict.fromkeys([task.paragraph, *(a.paragraph for a in task.assignments)])
            dues = [due for node in nodes for due in deadlines(node) if due.before]
            span = Span.whole(task.paragraph, len(task.paragraph.title))
            due = dues[0] if len(dues) == 1 else None
            yield _duties(task.paragraph.title, span, units, place, due)


def duties_of_row(division: Division, row: DivisionRow) -> Duties:
    """What a row of a division of tasks says."""
    units = tuple(u for one in row.lists for u in one.units)
    cell = row.tasks[0]
    place = Span(row.cells[0], 0, len(row.cells[0].text)) if row.cells else None
    due = next((cell_deadline(c) for c in _due_cells(division, cell)), None)
    return _duties(row.text, Span(cell, 0, len(cell.text)), units, place, due)


def _due_cells(division: Division, task: Cell) -> Iterator[Cell]:
    """The cell of the row in the column that says when things are due."""
    rows = division.table.rows
    for column in range(len(rows[0])):
        if any(_DUE.search(key(row[column].text)) for row in rows[:2]):
            cell = rows[task.row][column]
            yield cell.origin or cell


def _duties(
    title: str,
    span: Span,
    units: tuple[ResponsibleUnit, ...],
    place: Span | None,
    due: Deadline | None,
) -> Duties:
    return Duties(title, span, frozenset(leads(units)), frozenset(helpers(units)), place, due)
