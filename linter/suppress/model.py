"""What a suppression is: rules, and the places of the draft at which they keep silent."""

from dataclasses import dataclass

from linter.diagnostic import Diagnostic
from linter.document import Span


@dataclass(frozen=True, slots=True)
class Suppression:
    """Rules that keep silent at some places, as somebody said in `words`.

    `rules` are codes (IND001), prefixes (IND) or names, in any case; empty means every rule.
    `reason` is what was given as the reason, `origin` says where it was said (a comment's author,
    a file), for people.
    """

    rules: frozenset[str]
    spans: tuple[Span, ...]
    reason: str
    origin: str
    words: str

    def covers(self, diagnostic: Diagnostic) -> bool:
        """Tell whether a finding is of one of the rules and stands at one of the places."""
        return self.names(diagnostic) and any(_meet(diagnostic.span, s) for s in self.spans)

    def names(self, diagnostic: Diagnostic) -> bool:
        """Tell whether a finding is of one of the rules."""
        code, name = diagnostic.rule.upper(), diagnostic.name.lower()
        return not self.rules or any(
            code.startswith(word.upper()) or word.lower() == name for word in self.rules
        )


def _meet(one: Span, other: Span) -> bool:
    """Tell whether two spans share a character, or one of them is a place in or at the other."""
    if one.node is not other.node:
        return False
    (a, b), (c, d) = _bounds(one), _bounds(other)
    return (a < d and c < b) if a < b and c < d else (a <= d and c <= b)


def _bounds(span: Span) -> tuple[int, int]:
    """Start and end in the node's text; its label counts as one character in front of it."""
    return (-1 if span.label else span.start), span.end
