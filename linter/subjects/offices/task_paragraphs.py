"""Tasks without a number: plain paragraphs under a heading, each with its own units behind it."""

from collections.abc import Iterator
from typing import NamedTuple

from linter.document.nodes import Paragraph, Zone
from linter.plan.plan import Plan, fact
from linter.subjects.offices.assignments import assignments
from linter.text.patterns import lazily

_SHORT = 20  # characters; no task is shorter
_ENOUGH = 6
_NEARLY_ALL = 0.9
_OPENS = lazily(r"[:;,]\s*$")


class TaskParagraph(NamedTuple):
    """A plain paragraph and whether units stand at its end."""

    paragraph: Paragraph
    assigned: bool


@fact
def task_paragraphs(plan: Plan) -> tuple[TaskParagraph, ...]:
    """The plain paragraphs that are tasks, () unless nearly every one ends in its own units.

    That several stand under one heading shows that the units are not those of the heading.
    """
    sections = [s for s in _sections(plan) if any(task.assigned for task in s)]
    tasks = [task for section in sections for task in section]
    having = sum(task.assigned for task in tasks)
    several = sum(sum(task.assigned for task in section) > 1 for section in sections)
    if several < 2 or having < _ENOUGH or having < _NEARLY_ALL * len(tasks):
        return ()
    return tuple(tasks)


def _sections(plan: Plan) -> Iterator[list[TaskParagraph]]:
    ends = {
        id(a.paragraph)
        for a in plan.get(assignments)
        if not a.empty and a.lists[0].span.start >= _SHORT
    }
    section: list[TaskParagraph] = []
    for block in plan.document.blocks:
        if not isinstance(block, Paragraph) or block.locator.zone is not Zone.BODY:
            continue
        if block.level is not None:
            yield section
            section = []
        elif len(block.text.strip()) >= _SHORT and not _OPENS.search(block.folded):
            section.append(TaskParagraph(block, id(block) in ends))
    yield section
