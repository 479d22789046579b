"""Tasks (任务): the headings of the draft and the units that stand below them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from linter.document.model import Document
from linter.document.nodes import Paragraph, Zone
from linter.plan.plan import Plan, fact
from linter.subjects.offices.assignments import Assignment, assignments
from linter.subjects.offices.unit_lists import UnitList

_MOST = 0.75
_ENOUGH = 3


@dataclass(slots=True, eq=False)
class Heading:
    """A numbered heading or item with what stands below it."""

    paragraph: Paragraph
    parent: "Heading | None" = None
    children: "list[Heading]" = field(default_factory=list)
    assignments: list[Assignment] = field(default_factory=list)

    @property
    def level(self) -> int:
        return self.paragraph.level or 0

    def walk(self) -> "Iterator[Heading]":
        """Yield the heading and every heading below it."""
        yield self
        for child in self.children:
            yield from child.walk()

    @property
    def lists(self) -> tuple[UnitList, ...]:
        """The lists of units of this heading and of all below it."""
        return tuple(
            units for h in self.walk() for a in h.assignments for units in a.lists if units.units
        )

    @property
    def assigned(self) -> bool:
        """Units stand below the heading, or above it for all that it belongs to."""
        above = self.parent
        return bool(self.lists) or bool(
            above and any(not a.empty and a.paragraph is above.paragraph for a in above.assignments)
        )


class TaskGroup(NamedTuple):
    """The tasks of one part of the draft (a chapter): headings of the level that carries units."""

    level: int
    tasks: tuple[Heading, ...]


@fact
def task_headings(plan: Plan) -> tuple[Heading, ...]:
    """The outermost headings with what is below them and the units named there."""
    return _task_headings(plan.document, plan.get(assignments))


def _task_headings(document: Document, found: Sequence[Assignment]) -> tuple[Heading, ...]:
    """Return the outermost headings of body and attachments with all that is below them."""
    by_paragraph: dict[int, list[Assignment]] = {}
    for assignment in found:
        by_paragraph.setdefault(id(assignment.paragraph), []).append(assignment)
    roots: list[Heading] = []
    stack: list[Heading] = []
    zone = None
    for block in document.blocks:
        if not isinstance(block, Paragraph):
            continue
        if block.locator.zone is not zone:
            zone, stack = block.locator.zone, []
        if zone not in (Zone.BODY, Zone.ATTACHMENT):
            continue
        if block.level is not None:
            while stack and stack[-1].level >= block.level:
                stack.pop()
            heading = Heading(block, stack[-1] if stack else None)
            (stack[-1].children if stack else roots).append(heading)
            stack.append(heading)
        if stack:
            stack[-1].assignments += by_paragraph.get(id(block), ())
    return tuple(roots)


@fact
def task_groups(plan: Plan) -> tuple[TaskGroup, ...]:
    """The groups of tasks whose units stand in paragraphs."""
    return tuple(_task_groups(plan.get(task_headings)))


def _task_groups(roots: Sequence[Heading]) -> Iterator[TaskGroup]:
    """Yield the groups of tasks that carry units, a chapter at a time.

    The level of the tasks is the deepest at which nearly all headings have units below them: a
    task's units may stand behind the last of its sub-items. A chapter in which they are the
    exception assigns nothing. Where the chapters themselves are the tasks, all are one group.
    """
    inner: list[TaskGroup] = []
    opening: list[Heading] = []
    for root in roots:
        group = _group([root], root.level + 1) or (_continued(root, inner[-1]) if inner else None)
        inner += [group] if group else []
        opening += [] if group or inner else [root]
    if inner:
        for root in reversed(opening):  # chapters of one or two tasks in front of the first
            if group := _joined(root, inner[0]):
                inner.insert(0, group)
        yield from inner
        return
    if whole := _group(roots, 0):
        yield whole


def _continued(root: Heading, before: TaskGroup) -> TaskGroup | None:
    """The tasks of a chapter too short to tell, if their numbers run on from those before it."""
    tasks = [h for h in root.walk() if h.level == before.level]
    return _short(before.level, tasks) if tasks and _runs_on(before.tasks[-1], tasks[0]) else None


def _joined(root: Heading, after: TaskGroup) -> TaskGroup | None:
    """The same for a chapter whose numbers those of the next one go on from."""
    tasks = [h for h in root.walk() if h.level == after.level]
    return _short(after.level, tasks) if tasks and _runs_on(tasks[-1], after.tasks[0]) else None


def _runs_on(last: Heading, first: Heading) -> bool:
    one, two = last.paragraph.label, first.paragraph.label
    if one is None or two is None:
        return False
    return (two.kind, two.number) == (one.kind, one.number + 1)


def _short(level: int, tasks: Sequence[Heading]) -> TaskGroup | None:
    having = sum(h.assigned for h in tasks)
    return TaskGroup(level, tuple(tasks)) if having and 2 * having >= len(tasks) else None


def _group(roots: Sequence[Heading], least: int) -> TaskGroup | None:
    headings = [h for root in roots for h in root.walk() if h.level >= least]
    for level in sorted({h.level for h in headings}, reverse=True):
        tasks = [h for h in headings if h.level == level]
        having = sum(h.assigned for h in tasks)
        if having >= _ENOUGH and having >= _MOST * len(tasks):
            leaves = [h for h in headings if h.level < level and not _has_level(h, level)]
            return TaskGroup(level, tuple(h for h in headings if h in tasks or h in leaves))
    return None


def _has_level(heading: Heading, level: int) -> bool:
    return any(h.level >= level for h in heading.walk() if h is not heading)
