"""Tasks of the text and their rows in the division of tasks (分工方案): changed in one only."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from linter.across.marks import helpers, leads
from linter.document.nodes import Paragraph, Span, TextNode
from linter.plan.plan import Plan
from linter.subjects.offices.assignments import assignments
from linter.subjects.offices.divisions import Division, DivisionRow, divisions
from linter.subjects.offices.row_tasks import deadline_cell, stem
from linter.subjects.offices.task_paragraphs import task_paragraphs
from linter.subjects.offices.tasks import task_groups
from linter.subjects.offices.unit_lists import ResponsibleUnit, UnitList
from linter.subjects.offices.unit_words import Duty
from linter.subjects.times.deadlines import Deadline, cell_deadline, deadlines
from linter.text.folding import key

if TYPE_CHECKING:
    from linter.across.versions import Versions

_LONGEST = 200  # characters of a task that is a whole paragraph
_SHORTEST = 4


class Duties(NamedTuple):
    """What a task or a row says: units in charge, those that help, when it is due; with places.

    `roles` tells that somebody is said to lead or to help; `dues` are all dates that it sets, `due`
    the one where there is one; `nodes` are all texts of it.
    """

    title: str
    span: Span
    leads: frozenset[str]
    helpers: frozenset[str]
    units: Span | None
    due: Deadline | None
    roles: bool
    dues: tuple[Deadline, ...]
    nodes: tuple[TextNode, ...]


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
    told = ""
    for what in ("leads", "helpers"):
        before = [getattr(side, what) for side in was]
        after = [getattr(side, what) for side in now]
        same = not before[0] or before[0] != before[1] or after[0] == after[1]
        if same or told:  # who leads has parted: who helps follows from it
            continue
        for left, changed in ((0, 1), (1, 0)):
            spans = now[left].units or now[left].span, now[changed].units or now[changed].span
            if after[left] == before[left] and after[changed]:
                told = what
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
        found = [row for row in rows if name in key(row.title) or stem(row.title) == stem(name)]
        if len(name) >= _SHORTEST and len(found) == 1:
            yield task, found[0]


def duties_of_tasks(plan: Plan) -> Iterator[Duties]:
    """The tasks of the text with what they say: numbered ones, then plain paragraphs."""
    below = _Below(plan)
    covered: set[int] = set()
    for group in plan.get(task_groups):
        for task in group.tasks:
            nodes = below.of(task.paragraph)
            covered |= set(map(id, nodes))
            span = Span.whole(task.paragraph, len(task.paragraph.title))
            yield _of_text(task.paragraph.title, span, task.lists, nodes)
    lists = {id(a.paragraph): a.lists for a in plan.get(assignments)}
    for one in plan.get(task_paragraphs):
        node = one.paragraph
        if id(node) not in covered:
            units = tuple(u for u in lists.get(id(node), ()) if u.units)
            span = Span.whole(node, len(node.title))
            yield _of_text(node.title[:_LONGEST], span, units, (node,))


class _Below:
    """The paragraphs that stand below a heading, its own first, those in boxes included."""

    def __init__(self, plan: Plan) -> None:
        self._paragraphs = list(plan.document.paragraphs())
        self._places = {id(p): i for i, p in enumerate(self._paragraphs)}

    def of(self, heading: Paragraph) -> tuple[Paragraph, ...]:
        start = self._places[id(heading)]
        found = [heading]
        for paragraph in self._paragraphs[start + 1 :]:
            higher = paragraph.level is not None and paragraph.level <= (heading.level or 0)
            if higher or paragraph.locator.zone is not heading.locator.zone:
                break
            found.append(paragraph)
        return tuple(found)


def _of_text(
    title: str, span: Span, lists: Sequence[UnitList], nodes: tuple[Paragraph, ...]
) -> Duties:
    units = tuple(u for one in lists for u in one.units)
    dues = tuple(due for node in nodes for due in deadlines(node))
    firm = [due for due in dues if due.before and due.span.node.locator.box is None]
    due = firm[0] if len(firm) == 1 else None
    return _duties(title, span, units, lists[0].span if lists else None, due, dues, nodes)


def duties_of_row(division: Division, row: DivisionRow) -> Duties:
    """What a row of a division of tasks says."""
    units = tuple(u for one in row.lists for u in one.units)
    cell = row.tasks[0]
    place = Span(row.cells[0], 0, len(row.cells[0].text)) if row.cells else None
    when = deadline_cell(division, row)
    due = cell_deadline(when) if when is not None else None
    dues = () if due is None else (due,)
    span = Span(cell, 0, len(cell.text))
    nodes = tuple(c.origin or c for c in division.table.rows[cell.row])
    return _duties(row.text, span, units, place, due, dues, nodes)


def _duties(
    title: str,
    span: Span,
    units: tuple[ResponsibleUnit, ...],
    place: Span | None,
    due: Deadline | None,
    dues: tuple[Deadline, ...],
    nodes: tuple[TextNode, ...],
) -> Duties:
    roles = any(unit.role in (Duty.LEAD, Duty.COOPERATING) for unit in units)
    sides = frozenset(leads(units)), frozenset(helpers(units))
    return Duties(title, span, *sides, place, due, roles, dues, nodes)
