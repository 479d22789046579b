"""TSK: the division of tasks (分工方案) against its own numbers and against the plan."""

import re
from collections.abc import Iterator
from itertools import pairwise

from linter.checks.finding import Finding, Plan, Related, check
from linter.chinese import key
from linter.document import Box, Paragraph, Span, Zone
from linter.facts.duties.divisions import DivisionRow, number_faults
from linter.facts.duties.projects import is_named_in, likeness, projects


@check
def numbering(plan: Plan) -> Iterator[Finding]:
    """TSK010: the numbers of the rows, and a row that begins in the middle of a sentence."""
    for division in plan.duties.divisions:
        for before, row in number_faults(division):
            assert row.number is not None
            assert before.number is not None
            related = (Related("before", Span.whole(before.number)),)
            values = {"before": str(before.value), "number": str(row.value)}
            yield Finding(Span.whole(row.number), values, related)
        for above, row in pairwise(division.rows):
            if row.value is not None and above.value is not None and _is_cut(above):
                yield _split(above, row)


def _is_cut(row: DivisionRow) -> bool:
    return row.text.rstrip().endswith("、") and bool(row.lists)


def _split(above: DivisionRow, row: DivisionRow) -> Finding:
    cell, end = row.tasks[-1], above.tasks[-1]
    stop = re.search(r"[,;。]", cell.folded)
    tail = max(0, len(end.text.rstrip()) - 12)
    related = (Related("before", Span(end, tail, len(end.text.rstrip()))),)
    span = Span(cell, 0, min(stop.start() if stop else len(cell.text), 30))
    values = {"before": str(above.value), "number": str(row.value)}
    return Finding(span, values, related, variant="split")


@check
def row_unmatched(plan: Plan, *, near: float = 0.5) -> Iterator[Finding]:
    """TSK008: a row names a project that the plan does not have, nor one with a name like it."""
    if not plan.duties.divisions:
        return
    titles = [key(t) for t in _titles(plan)]
    if len(titles) < 5:
        return
    body = "\n".join(key(p.text) for p in plan.document.paragraphs())
    for division in plan.duties.divisions:
        for project in projects(division.rows):
            if is_named_in(project, body):
                continue
            if not any(likeness(project.name, title) >= near for title in titles):
                yield Finding(project.span, {"project": project.name})


def _titles(plan: Plan) -> Iterator[str]:
    """What the plan calls its tasks: headings, boxes, the items of boxes."""
    for block in plan.document.blocks:
        if isinstance(block, Box):
            yield block.name
            yield from (p.title for p in block.body if isinstance(p, Paragraph) and p.label)
        elif isinstance(block, Paragraph) and block.level and block.locator.zone is Zone.BODY:
            yield block.title


@check
def task_uncovered(plan: Plan, *, near: float = 0.5) -> Iterator[Finding]:
    """TSK009: a task of the plan whose words no row of the division has."""
    rows = [key(row.text) for d in plan.duties.divisions for row in d.rows]
    if len(rows) < 3:
        return
    for root in plan.duties.headings:
        if root.paragraph.locator.zone is not Zone.BODY or not re.search(
            r"任务|举措|重点", root.paragraph.title
        ):
            continue
        for heading in root.walk():
            title = heading.paragraph.title
            if heading.children or heading is root or len(title) > 40:
                continue
            if max(likeness(title, row) for row in rows) < near:
                yield Finding(
                    Span(heading.paragraph, 0, len(title), with_label=True), {"task": title}
                )
