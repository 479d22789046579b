"""What a suppression is: rules, and the places of the draft at which they keep silent."""

from enum import StrEnum
from typing import NamedTuple

from linter.diagnosis.diagnostic import Silence
from linter.document.nodes import Span


class Problem(StrEnum):
    """Why a suppression silences nothing, whatever the draft says."""

    EMPTY = "empty"  # it names no rule
    UNPAIRED = "unpaired"  # planlint-enable without a planlint-disable
    DIRECTIVE = "directive"  # planlint-disabel


class Suppression(NamedTuple):
    """Rules that keep silent at some places, as somebody said in `words`.

    `rules` are words for rules (linter.catalogue.selection); empty means every rule.
    `reason` is what was given as the reason, `origin` says where it was said (a comment's author,
    a file), for people. `said` is where the draft says it, None for one that a file beside the
    draft gives. `everywhere` stands for the whole draft, whatever `spans` are.
    """

    rules: frozenset[str]
    spans: tuple[Span, ...]
    reason: str
    origin: str
    words: str
    said: Span | None = None
    everywhere: bool = False
    problem: Problem | None = None

    def reaches(self, span: Span) -> bool:
        """Tell whether a span stands at one of the places."""
        if self.problem is not None:
            return False
        return self.everywhere or any(_meet(span, place) for place in self.spans)

    @property
    def silence(self) -> Silence:
        """What a report says of it."""
        return Silence(self.words, self.reason, self.origin, self.said is not None)


def _meet(one: Span, other: Span) -> bool:
    """Tell whether two spans share a character, or one of them is a place in or at the other."""
    if one.node is not other.node:
        return False
    (a, b), (c, d) = _bounds(one), _bounds(other)
    return (a < d and c < b) if a < b and c < d else (a <= d and c <= b)


def _bounds(span: Span) -> tuple[int, int]:
    """Start and end in the node's text; its label counts as one character in front of it."""
    return (-1 if span.label else span.start), span.end
