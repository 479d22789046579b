"""TSK: the division of tasks (分工方案) against its own numbers and against the plan."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from linter.document.nodes import Box, Cell, Paragraph, Span, Zone
from linter.plan.finding import Finding, Related, check
from linter.plan.plan import Plan
from linter.subjects.offices.divisions import DivisionRow, divisions, number_faults
from linter.subjects.offices.likeness import Texts
from linter.subjects.offices.row_wording import reworded
from linter.subjects.offices.tasks import task_headings
from linter.text.folding import key
from linter.text.patterns import lazily, once

_KIND = r"(?:工程|专项行动|专项|行动|计划)"
_NAMED = lazily(
    rf"(?>(?:实施|开展|推进|推动|启动|抓好)+)(?P<names>[^,;:。]{{2,60}}?)(?:等(?:重大|重点|\d+个)?)?{_KIND}"
    r"(?!计划|方案|[\u4e00-\u9fff]{0,3}试点)"
)
_TAIL = lazily(rf"(?:{_KIND}|建设|整治|示范)+$")
_HEAD = lazily(r"^(?:一批|重大|重点|全省|全市|省级|实施|推进|大力|好)+")
_MARKS = lazily(r"[“”\"《》‘’\s]")


class Project(NamedTuple):
    """A project as a row names it."""

    name: str
    span: Span
    row: DivisionRow


def projects(rows: Sequence[DivisionRow]) -> Iterator[Project]:
    """Yield the projects that rows say are to be carried out, one item of a list each."""
    for row in rows:
        for cell in row.tasks:
            for match in _NAMED.finditer(cell.folded):
                yield from _items(row, cell, match.start("names"), match.end())


def _items(row: DivisionRow, cell: Cell, start: int, end: int) -> Iterator[Project]:
    at = start
    for piece in once(r"(、)").split(cell.folded[start:end]):
        name = _HEAD.sub("", _MARKS.sub("", piece))
        if len(_TAIL.sub("", name)) >= 3 and piece != "、":
            lead = len(piece) - len(piece.lstrip())
            yield Project(name, Span(cell, at + lead, at + len(piece.rstrip())), row)
        at += len(piece)


def is_named_in(project: Project, text: str) -> bool:
    """Tell whether a text (a key) has the project's words, whatever it calls its kind."""
    stem = key(_TAIL.sub("", once(r"等.*$").sub("", project.name)))
    return stem in text or any(len(part) >= 4 and part in text for part in _halves(stem))


def _halves(stem: str) -> tuple[str, ...]:
    """The name without a province in front (四川省电子政务云平台), or cut to its last words."""
    return (once(r"^[\u4e00-\u9fff]{2,3}[省市县]").sub("", stem),)


@check
def numbering(plan: Plan) -> Iterator[Finding]:
    """TSK010: the numbers of the rows, and a row that begins in the middle of a sentence."""
    for division in plan.get(divisions):
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
    stop = once(r"[,;。]").search(cell.folded)
    tail = max(0, len(end.text.rstrip()) - 12)
    related = (Related("before", Span(end, tail, len(end.text.rstrip()))),)
    span = Span(cell, 0, min(stop.start() if stop else len(cell.text), 30))
    values = {"before": str(above.value), "number": str(row.value)}
    return Finding(span, values, related, variant="split")


@check
def row_unmatched(plan: Plan, *, near: float = 0.5) -> Iterator[Finding]:
    """TSK008: a row names a project that the plan does not have, or words a task otherwise."""
    if not plan.get(divisions):
        return
    for found in plan.get(reworded):
        values = {"project": found.span.quote.strip(), "title": found.place.quote}
        yield Finding(found.span, values, (Related("task", found.place),), variant="reworded")
    titles = [key(t) for t in _titles(plan)]
    if len(titles) < 5:
        return
    called = Texts(titles)
    body = "\n".join(key(p.text) for p in plan.document.paragraphs())
    for division in plan.get(divisions):
        for project in projects(division.rows):
            if is_named_in(project, body):
                continue
            if not called.have(project.name, near):
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
    rows = [key(row.text) for d in plan.get(divisions) for row in d.rows]
    if len(rows) < 3:
        return
    worded = Texts(rows)
    for root in plan.get(task_headings):
        if root.paragraph.locator.zone is not Zone.BODY or not once(r"任务|举措|重点").search(
            root.paragraph.title
        ):
            continue
        for heading in root.walk():
            title = heading.paragraph.title
            if heading.children or heading is root or len(title) > 40:
                continue
            if not worded.have(title, near):
                yield Finding(
                    Span(heading.paragraph, 0, len(title), with_label=True), {"task": title}
                )
