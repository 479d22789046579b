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
_MANY = 6
_NEARLY_ALL = 0.9


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
    def own(self) -> bool:
        """Units stand in the line of the heading itself: （一）建设枢纽（牵头单位：…）."""
        return any(not a.empty and a.paragraph is self.paragraph for a in self.assignments)

    @property
    def assigned(self) -> bool:
        """Units stand below the heading, or in the line of the one above for all below it."""
        if self.lists or self.parent is None or not self.parent.own:
            return bool(self.lists)
        siblings = self.parent.children
        return sum(bool(h.lists) for h in siblings) < _MOST * len(siblings)


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
    if heads := _heads([root for root in roots if root.children]):
        yield heads
        return
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
        yield from _small(roots, inner)
        return
    if whole := _group(roots, 0):
        yield whole


def _small(roots: Sequence[Heading], groups: Sequence[TaskGroup]) -> Iterator[TaskGroup]:
    """The chapters of two or three tasks in a draft whose tasks have units in all the others."""
    levels = {group.level for group in groups}
    tasks = [task for group in groups for task in group.tasks]
    having = sum(task.assigned for task in tasks)
    if len(levels) != 1 or len(groups) < 2 or having < max(_MANY, _NEARLY_ALL * len(tasks)):
        return
    told = set(map(id, tasks))
    for root in roots:
        small = [h for h in root.walk() if h.level in levels]
        if len(small) > 1 and not any(id(h) in told for h in small):
            group = _short(groups[0].level, small)
            yield from (group,) if group else ()


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
    if heads := _heads(headings):
        return heads
    for level in sorted({h.level for h in headings}, reverse=True):
        tasks = [h for h in headings if h.level == level]
        having = sum(h.assigned for h in tasks)
        if having >= _ENOUGH and having >= _MOST * len(tasks):
            leaves = [h for h in headings if h.level < level and not _has_level(h, level)]
            return TaskGroup(level, tuple(h for h in headings if h in tasks or h in leaves))
    return None


def _heads(headings: Sequence[Heading]) -> TaskGroup | None:
    """The headings that have units in their own lines for all the items below them."""
    for level in sorted({h.level for h in headings}):
        tasks = [h for h in headings if h.level == level]
        own = [h for h in tasks if h.own and h.children]
        below = [child for h in own for child in h.children]
        most = len(own) >= _ENOUGH and len(own) >= _MOST * len(tasks)
        if most and 2 * sum(bool(child.lists) for child in below) < len(below):
            return TaskGroup(level, tuple(tasks))
    return None


def _has_level(heading: Heading, level: int) -> bool:
    return any(h.level >= level for h in heading.walk() if h is not heading)
