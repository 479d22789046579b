"""Tasks that a row of the division words otherwise than the plan does: 推进医疗卫生大数据应用.

Only in a draft whose rows mostly repeat the plan's words, as there a word that differs is seldom
meant; and only where no row has the plan's own words.
"""

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from linter.document.nodes import Cell, Paragraph, Span, Zone
from linter.plan.plan import Plan, fact
from linter.subjects.offices.divisions import divisions
from linter.text.folding import key
from linter.text.nearness import is_alike
from linter.text.patterns import lazily, once

_CLAUSE = lazily(r"[^。;,:；，：\n]+")
_MANNER = lazily(r"^(?:加快|深入|积极|大力|着力|全面|进一步|继续|组织|切实|扎实|不断|努力|统筹)+")
_SHORT, _LONG = 6, 24
_OFF = 4  # characters by which the longer may exceed the shorter
_MOST = 0.5
_ENOUGH = 10


class Reworded(NamedTuple):
    """A clause of a row, and the words of the plan that it is close to."""

    clause: str
    span: Span
    words: str
    place: Span


@fact
def reworded(plan: Plan) -> tuple[Reworded, ...]:
    """The clauses of rows that are near the words of a task of the plan, and not them."""
    cells = [cell for d in plan.get(divisions) for row in d.rows for cell in row.tasks]
    clauses = [clause for cell in cells for clause in _clauses(cell)]
    if len(clauses) < _ENOUGH:
        return ()
    body = "\n".join(key(p.text) for p in plan.document.paragraphs())
    odd = [(words, span) for words, span in clauses if words not in body]
    if len(odd) > (1 - _MOST) * len(clauses):
        return ()
    rows = "\n".join(key(cell.text) for cell in cells)
    tasks = _tasks(plan)
    found = []
    for words, span in odd:
        near = (t for t in tasks[words[:2]] if t[0] not in rows and _near(words, t[0]))
        if match := next(near, None):
            found.append(Reworded(words, span, *match))
    return tuple(found)


def _clauses(cell: Cell) -> Iterator[tuple[str, Span]]:
    for match in _CLAUSE.finditer(cell.text):
        words = _MANNER.sub("", key(match.group()))
        if _SHORT <= len(words) <= _LONG:
            lead = len(match.group()) - len(match.group().lstrip())
            end = match.end() - (len(match.group()) - len(match.group().rstrip()))
            yield words, Span(cell, match.start() + lead, end)


def _tasks(plan: Plan) -> dict[str, list[tuple[str, Span]]]:
    """What the paragraphs of the body begin with, by its first two characters."""
    tasks: dict[str, list[tuple[str, Span]]] = defaultdict(list)
    for block in plan.document.blocks:
        if not isinstance(block, Paragraph) or block.locator.zone is not Zone.BODY:
            continue
        first = once(r"[。，,；;：:]").split(block.text, maxsplit=1)[0]
        words = _MANNER.sub("", key(first))
        if _SHORT <= len(words) <= _LONG:
            tasks[words[:2]].append((words, Span(block, 0, len(first))))
    return tasks


def _near(words: str, task: str) -> bool:
    return abs(len(words) - len(task)) <= _OFF and is_alike(words, task)
