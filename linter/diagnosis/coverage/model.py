"""What was looked at in one draft, as its facts tell."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from linter.document.nodes import Span


class LeftAlone(NamedTuple):
    """So many of what was seen were held against nothing, and why (a key of words.REASONS).

    `examples` are the words of the first of them.
    """

    reason: str
    times: int
    examples: tuple[str, ...] = ()


class Looked(NamedTuple):
    """What a rule looks at: `what` is a key of words.MATERIALS, `seen` how many there are.

    `compared` counts the pairs that were held against each other; None where the rule judges each
    by itself.
    """

    what: str
    seen: int
    compared: int | None = None
    left: tuple[LeftAlone, ...] = ()


class RuleCoverage(NamedTuple):
    """A rule that ran, and what it looked at."""

    rule: str
    title: str
    name: str
    looked: tuple[Looked, ...]


class CellState(StrEnum):
    """How a value of an indicator table stands to what the text says."""

    AGREES = "agrees"
    DIFFERS = "differs"
    ABSENT = "absent"


class CellMark(NamedTuple):
    """A value of an indicator table and the places of the text that were held against it."""

    span: Span
    state: CellState
    places: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class DraftCoverage:
    """What was looked at in a draft: by rule, by material, and cell by cell of its indicators."""

    rules: tuple[RuleCoverage, ...]
    materials: tuple[Looked, ...]
    cells: tuple[CellMark, ...] = ()

    @property
    def compared(self) -> int:
        """How many pairs were held against each other in all."""
        return sum(one.compared or 0 for one in self.materials)
