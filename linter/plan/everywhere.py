"""The whole draft as one text: rules with a rare trigger search it once, not node by node."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate
from typing import NamedTuple

from linter.document.nodes import Cell, Paragraph, Span, TextNode, Zone
from linter.plan.masks import FILL
from linter.plan.plan import Plan, fact
from linter.text.patterns import once
from linter.text.sentences import sentence

_REACH = 1_000


class Place(NamedTuple):
    """What a pattern found: a node, its folded text, the offsets in it and the match."""

    node: TextNode
    start: int
    end: int
    match: re.Match[str]

    @property
    def text(self) -> str:
        return self.node.folded

    @property
    def span(self) -> Span:
        return Span(self.node, self.start, self.end)

    @property
    def words(self) -> str:
        return self.node.text[self.start : self.end]

    @property
    def before(self) -> str:
        """What stands in front of it in its sentence."""
        return self.text[sentence(self.text, self.start)[0] : self.start]

    @property
    def after(self) -> str:
        """What stands behind it in its node, as far as it can matter."""
        return self.text[self.end : self.end + _REACH]

    @property
    def quoted(self) -> bool:
        """Whether it stands in “ ”: words that are named, not used."""
        first = max(0, self.start - _REACH)
        opened = self.text.rfind("“", first, self.start)
        return opened > self.text.rfind("”", first, self.start)

    @property
    def running(self) -> bool:
        """Whether it stands in the text of the draft: in a paragraph, not in a table or a form."""
        zone = self.node.locator.zone
        return isinstance(self.node, Paragraph) and zone in (Zone.BODY, Zone.COVER)

    @property
    def said(self) -> bool:
        """Whether it is the draft's own: in no attachment, which may be a form, nor named only."""
        return self.node.locator.zone in (Zone.BODY, Zone.COVER) and not self.quoted

    @property
    def tabled(self) -> bool:
        return isinstance(self.node, Cell)

    def of(self, group: str) -> Span:
        """The span of a group of the match."""
        shift = self.start - self.match.start()
        return Span(self.node, self.match.start(group) + shift, self.match.end(group) + shift)


class Everywhere:
    """The folded texts of all nodes outside the contents, a line each."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._nodes = [n for n in plan.nodes if n.text and n.locator.zone is not Zone.TOC]
        self.text = "\n".join(node.folded.replace("\n", " ") for node in self._nodes)
        lengths = (len(node.folded) + 1 for node in self._nodes[:-1])
        self._starts = list(accumulate(lengths, initial=0)) if self._nodes else []

    def find(
        self, pattern: re.Pattern[str], *triggers: str, hint: str = "", in_titles: bool = False
    ) -> Iterator[Place]:
        """Yield what a pattern finds within single nodes, if any of the triggers stands in the
        draft, and `hint`, a pattern that is quick to compile; what is masked (titles, addresses,
        numbers of documents) only where it is asked for.
        """
        if hint and not once(hint).search(self.text):
            return
        if triggers and not any(trigger in self.text for trigger in triggers):
            return
        for match in pattern.finditer(self.text):
            at = bisect_right(self._starts, match.start()) - 1
            node, shift = self._nodes[at], self._starts[at]
            start, end = match.start() - shift, match.end() - shift
            if end > len(node.text) or start == end:
                continue
            if in_titles or FILL not in self._plan.masked(node)[start:end]:
                yield Place(node, start, end, match)


@fact
def everywhere(plan: Plan) -> Everywhere:
    """The draft as one text."""
    return Everywhere(plan)
