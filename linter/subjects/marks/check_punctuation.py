"""PUN009: what stands between two titles, or two quotations."""

from collections.abc import Iterator
from typing import NamedTuple

from linter.document.model import Document
from linter.document.nodes import Span, TextNode, Zone
from linter.plan.finding import Finding, Related, check
from linter.plan.plan import Plan, fact
from linter.subjects.marks.check_doubled import with_neighbours
from linter.text.patterns import lazily

_NEIGHBOURS = lazily(r"([”》])(、?)(?=[“《])")


class Habit(NamedTuple):
    """Two ways of writing one thing, with every place of each, in reading order."""

    first: tuple[Span, ...]
    second: tuple[Span, ...]

    @property
    def minority(self) -> tuple[Span, ...]:
        return min(self.first, self.second, key=len)

    @property
    def mixed(self) -> bool:
        return bool(self.first and self.second)


@fact
def neighbour_marks(plan: Plan) -> tuple[Habit, Habit]:
    """What stands between two titles in 《》, and between two quotations."""
    return _neighbours(plan.document, "》"), _neighbours(plan.document, "”")


def _neighbours(document: Document, closing: str) -> Habit:
    """Return 》《 (first) and 》、《 (second), or the same for ” with `closing` = ”."""
    bare: list[Span] = []
    separated: list[Span] = []
    for node in _text(document):
        for match in _NEIGHBOURS.finditer(node.text):
            if match.group(1) == closing:
                place = Span(node, match.start(), match.end() + 1)
                (separated if match.group(2) else bare).append(place)
    return Habit(tuple(bare), tuple(separated))


def _text(document: Document) -> Iterator[TextNode]:
    return (node for node in document.nodes() if node.locator.zone is not Zone.TOC)


@check
def separator_style(plan: Plan) -> Iterator[Finding]:
    """PUN009: 》《 beside 》、《, or ”“ beside ”、“, in one draft."""
    for habit in plan.get(neighbour_marks):
        if habit.mixed:
            other = max(habit.second, habit.first, key=len)
            few = habit.minority if habit.minority is not other else habit.second
            values = {"words": few[0].quote, "few": str(len(few)), "many": str(len(other))}
            values["other"] = other[0].quote
            yield Finding(with_neighbours(few[0]), values, (Related("peer", other[0]),))
