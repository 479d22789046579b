"""How fast the time of a pattern grows with the text: how many repetitions without an end share
what they run over.

\\s*\\s*\\s*x has three, and the place at which the search begins is a fourth; a run of a thousand
blanks keeps it busy for hours.
"""

from collections.abc import Sequence
from typing import Any

from linter.catalogue.choices import REPEATS, Chars, Choices, bodies

_UNBOUNDED = 100
_NONE: Chars = frozenset()


def degree(tree: Any) -> int:
    """Return the power of a text's length that a parsed pattern may take, as far as repetitions
    side by side make it; the search for a beginning counts where nothing firm stands first."""
    walk = _Walk(Choices(tree))
    walk.sequence(list(tree))
    return walk.most


class _Walk:
    """Goes through a pattern and counts the repetitions that may share a run of characters."""

    def __init__(self, choices: Choices) -> None:
        self._choices = choices
        self.run = 1  # the search
        self.shared: Chars | None = None  # what the last repetition runs over; None: anything
        self.most = 0

    def sequence(self, items: Sequence[Any]) -> None:
        for op, argument in items:
            name = str(op)
            if name in REPEATS and int(argument[1]) > _UNBOUNDED:
                self._repeat(self._choices.all_of(argument[2]))
            elif name == "GROUPREF":
                self._repeat(None)
            elif name == "BRANCH":
                self._branches(argument[1])
            elif name in ("SUBPATTERN", "ATOMIC_GROUP"):
                for body in bodies(name, argument):
                    self.sequence(list(body))
            elif not self._choices.may_be_empty([(op, argument)]):
                self._firm(self._choices.all_of([(op, argument)]))

    def _repeat(self, chars: Chars | None) -> None:
        """Another repetition: it shares with the one before, or begins anew."""
        if self.shared is None or chars is None or self.shared & chars:
            self.run += 1
        else:
            self.run = 1
        self.shared = chars
        self.most = max(self.most, self.run)

    def _firm(self, chars: Chars) -> None:
        """What must stand there: a repetition that cannot run over it ends in front of it."""
        if self.shared is None or not self.shared & chars:
            self.run, self.shared = 0, None

    def _branches(self, branches: Sequence[Any]) -> None:
        before = self.run, self.shared
        ends = []
        for branch in branches:
            self.run, self.shared = before
            self.sequence(list(branch))
            ends.append((self.run, self.shared))
        self.run, self.shared = max(ends, key=lambda end: end[0])
