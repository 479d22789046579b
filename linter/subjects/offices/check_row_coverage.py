"""TSK013: a row of the division without its task in the body, a task without its row.

Only where the table repeats the body's tasks: all tasks of a chapter but one, all rows but one.
"""

from collections.abc import Iterator, Sequence

from linter.document.nodes import Span
from linter.plan.finding import Finding, Related, check
from linter.plan.plan import Plan
from linter.subjects.offices.divisions import Division, DivisionRow, divisions
from linter.subjects.offices.likeness import likeness
from linter.subjects.offices.row_tasks import row_tasks, stem
from linter.subjects.offices.tasks import Heading, task_headings
from linter.text.folding import key

_ENOUGH = 2
_NEAR = 0.5
_LEAST, _SHOWN = 4, 20


@check
def uncovered(plan: Plan) -> Iterator[Finding]:
    """TSK013: the one task that the rows leave out, the one row that no task stands for."""
    pairs = plan.get(row_tasks)
    if not pairs:
        return
    body = "\n".join(key(p.text) for p in plan.document.paragraphs())
    placed = {id(pair.row): pair.heading for pair in pairs}
    for division in plan.get(divisions):
        matched = [placed[id(row)] for row in division.rows if id(row) in placed]
        missing = _missing(plan, matched, division)
        extra = [r for r in division.rows if id(r) not in placed and _is_new(r, body)]
        if len(matched) < _ENOUGH or len(extra) > 1:
            continue
        if extra and missing is not None and _is_near(extra[0], missing):
            yield _finding(extra[0], "renamed", missing)
        elif extra and len(matched) + 1 == len(division.rows):
            yield _finding(extra[0], "extra", None)
        elif missing is not None and not extra and len(matched) == len(division.rows):
            related = (Related("other", Span.whole(division.rows[0].tasks[-1], _SHOWN)),)
            span = Span(missing.paragraph, 0, len(missing.paragraph.title))
            yield Finding(span, {"task": missing.paragraph.title}, related, "missing")


def _missing(plan: Plan, matched: Sequence[Heading], division: Division) -> Heading | None:
    """The one task that no row has, of all chapters with tasks that rows have."""
    known = set(map(id, matched))
    parents = {id(h.parent): h.parent for h in matched}.values()
    groups = [p.children if p else plan.get(task_headings) for p in parents]
    left = [h for group in groups for h in group if id(h) not in known]
    rows = [key(row.text) for row in division.rows]
    if len(left) != 1 or any(stem(left[0].paragraph.title) in row for row in rows):
        return None
    return left[0]


def _is_new(row: DivisionRow, body: str) -> bool:
    """Whether the body has none of the row's words for its task."""
    titles = [title for cell in row.tasks if len(title := stem(cell.text)) >= _LEAST]
    return bool(titles) and not any(title in body for title in titles)


def _is_near(row: DivisionRow, heading: Heading) -> bool:
    title = heading.paragraph.title
    return max(likeness(title, key(row.text)), likeness(row.text, key(title))) >= _NEAR


def _finding(row: DivisionRow, variant: str, heading: Heading | None) -> Finding:
    cell = next(c for c in reversed(row.tasks) if c.text.strip())
    values = {"task": key(cell.text)[:_SHOWN]}
    related: tuple[Related, ...] = ()
    if heading is not None:
        values["title"] = heading.paragraph.title
        related = (Related("body", Span(heading.paragraph, 0, len(heading.paragraph.title))),)
    return Finding(Span.whole(cell, _SHOWN), values, related, variant)
