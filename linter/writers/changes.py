"""Which words of a draft are to be changed into which, by the fixes of its findings."""

from itertools import takewhile
from typing import NamedTuple

from linter.diagnosis.diagnostic import Diagnostic, FileReport
from linter.document.nodes import Span, TextNode


class TextChange(NamedTuple):
    """Characters `start` to `end` of a node's text, a typed label's below 0, become `words`.

    `span` is the place of the finding that asks for it, `found`.
    """

    node: TextNode
    start: int
    end: int
    words: str
    span: Span
    found: Diagnostic

    @property
    def before(self) -> str:
        """The words that are there now."""
        quote, first = self.span.quote, _first(self.span)
        return quote[self.start - first : self.end - first]


def changes(report: FileReport, *, unsafe: bool) -> list[TextChange]:
    """Return the changes of a report's fixes in its order; of those that meet, the first.

    The other places of a finding that have the same words are changed with it.
    """
    taken: list[TextChange] = []
    for found in report.diagnostics:
        if found.fix is None or not (found.fix.safe or unsafe):
            continue
        others = (r.span for r in found.related if r.span.quote == found.span.quote)
        for span in (found.span, *others):
            change = _change(span, found.fix.replacement, found)
            if change is not None and not any(_meet(change, other) for other in taken):
                taken.append(change)
    return taken


def fixable(report: FileReport) -> tuple[int, int]:
    """How many findings have a safe fix, and how many an unsafe one."""
    fixes = [found.fix for found in report.diagnostics if found.fix is not None]
    safe = sum(fix.safe for fix in fixes)
    return safe, len(fixes) - safe


def _change(span: Span, words: str, found: Diagnostic) -> TextChange | None:
    """What really changes: the beginnings and ends that both have stay as they are."""
    quote, first = span.quote, _first(span)
    head = sum(1 for _ in takewhile(_alike, zip(quote, words, strict=False)))
    rest, new = quote[head:], words[head:]
    tail = sum(1 for _ in takewhile(_alike, zip(reversed(rest), reversed(new), strict=False)))
    start, end = first + head, first + len(quote) - tail
    new = new[: len(new) - tail]
    return TextChange(span.node, start, end, new, span, found) if new or start < end else None


def _alike(pair: tuple[str, str]) -> bool:
    return pair[0] == pair[1]


def _first(span: Span) -> int:
    return span.start - len(span.label)


def _meet(one: TextChange, other: TextChange) -> bool:
    """Tell whether two changes touch the same words, or the same place between words."""
    same = one.node is other.node
    return same and one.start <= other.end and other.start <= one.end
