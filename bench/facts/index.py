"""The hand-made indexes: what a draft says, one entry a fact, with the words that say it.

index/NAME.yaml belongs to bench/accuracy/drafts/NAME.md. `figures` are those of the body and the
boxes: line of the source, words that end in or hold the number, value, unit and subject as a
reader understands them (dates, ordinals, ratios and names are none; a range has its lower end),
and the indicator of the draft's table that it is a value of. `boxes`, `tasks` with the units that
answer for them, and `rows` of the division of tasks are whole.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

HERE = Path(__file__).resolve().parent
DRAFTS = HERE.parent / "accuracy" / "drafts"


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure of the body; `indicator` is empty where no row of a table is meant."""

    line: int
    words: str
    value: str
    unit: str
    subject: str
    indicator: str = ""


@dataclass(frozen=True, slots=True)
class Index:
    """What one draft says."""

    draft: str
    figures: tuple[Figure, ...]
    boxes: tuple[tuple[int, str], ...]
    tasks: tuple[tuple[str, tuple[str, ...]], ...]  # title, units
    rows: tuple[tuple[int, str, tuple[str, ...]], ...]  # number, task, units

    @property
    def path(self) -> Path:
        return DRAFTS / f"{self.draft}.md"


def indexes() -> list[Index]:
    """The indexes, by the names of their drafts."""
    return [_index(yaml.safe_load(p.read_text("utf-8"))) for p in sorted(HERE.glob("index/*.yaml"))]


def _index(data: dict[str, Any]) -> Index:
    return Index(
        data["draft"],
        tuple(Figure(**entry) for entry in data["figures"]),
        tuple((b["number"], b["name"]) for b in data["boxes"]),
        tuple((t["title"], tuple(t["units"])) for t in data["tasks"]),
        tuple((r["number"], r["task"], tuple(r["units"])) for r in data["rows"]),
    )
