"""The table of a comparison: what an office keeps of it beside the findings."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, NamedTuple

from linter.document.nodes import Span


class Weight(StrEnum):
    """How a row of the table is shown: what needs a look, what is as it should be."""

    ERROR = "error"
    WARNING = "warning"
    CHANGED = "changed"
    PLAIN = "plain"


class Side(NamedTuple):
    """Where one side of a row stands: its key in JSON, its name for people, the column of the table
    that tells of it (counted without the number)."""

    key: str
    name: str
    span: Span
    column: int


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A row: `cells` as the table has them, without the number; `data` as JSON has it.

    `head` and `line` say the same at a terminal; `sides` are the places of it.
    """

    cells: tuple[str, ...]
    weight: Weight
    head: str
    line: str
    sides: tuple[Side, ...]
    data: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table with its title, the names of its columns, and how wide each is in characters.

    `command` made it; `draft` and `against` are the files; `notes` say what was not compared.
    """

    command: str
    title: str
    draft: str
    against: tuple[str, ...]
    columns: tuple[str, ...]
    widths: tuple[int, ...]
    rows: tuple[SheetRow, ...]
    summary: str
    notes: tuple[str, ...] = ()
