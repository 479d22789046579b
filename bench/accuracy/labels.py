"""Labels: the places of a draft that must be reported, and the traps that must not.

One JSON object a line. A label has `line` and `quote` (words of that line of the draft's source),
`code`, `severity`, `certain` (any expert would agree) and `why`; at need `alt_codes` (another
rule may report it as well), `other` and `also` (the other sides of a contradiction), `expected`
(the right words), and `scope: document` for what pervades a draft. A trap has `line`, `quote`,
`codes` (rules that must be silent there; `IND` stands for the family) and `why`.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from linter.catalogue.load import builtin_rules
from linter.catalogue.severity import Severity

HERE = Path(__file__).resolve().parent
_FAMILIES = "|".join(sorted({rule.family for rule in builtin_rules()}))
_CODES = re.compile(rf"({_FAMILIES})(\d{{3}})?((?:/\d{{3}})*)")


@dataclass(frozen=True, slots=True)
class Place:
    """Words of one line (1-based) of a draft's source; the whole line if `quote` is empty."""

    line: int
    quote: str


@dataclass(frozen=True, slots=True)
class Label:
    """A defect. `others` are the other sides of it, where a report may stand just as well."""

    place: Place
    code: str
    severity: Severity
    certain: bool
    why: str
    alt_codes: tuple[str, ...] = ()
    others: tuple[Place, ...] = ()
    expected: str = ""
    whole_document: bool = False

    @property
    def codes(self) -> tuple[str, ...]:
        return (self.code, *self.alt_codes)

    @property
    def places(self) -> tuple[Place, ...]:
        return (self.place, *self.others)


@dataclass(frozen=True, slots=True)
class Trap:
    """Legitimate wording that a naive rule reports. `codes` are rules or families of rules."""

    place: Place
    codes: tuple[str, ...]
    why: str


@dataclass(frozen=True, slots=True)
class Case:
    """A draft with what is to be found in it. `name` is for people.

    `rules` are the only ones that it is checked with, all where it names none.
    """

    name: str
    path: Path
    labels: tuple[Label, ...] = ()
    traps: tuple[Trap, ...] = ()
    rules: frozenset[str] = frozenset()


def drafts() -> list[Case]:
    """The drafts of bench/accuracy with their labels and traps."""
    return [
        Case(
            path.stem,
            path,
            tuple(map(read_label, _rows(HERE / "labels" / f"{path.stem}.jsonl"))),
            tuple(map(read_trap, _rows(HERE / "traps" / f"{path.stem}.jsonl"))),
        )
        for path in sorted((HERE / "drafts").glob("*.md"))
    ]


def published(gold: Path) -> list[Case]:
    """Real plans labelled by hand: `gold`/NAME.jsonl and traps.jsonl, ../corpus/NAME.txt.

    Empty where the folder is not there.
    """
    traps = _rows(gold / "traps.jsonl") if (gold / "traps.jsonl").exists() else []
    return [
        Case(
            path.stem,
            source,
            tuple(map(read_label, _rows(path))),
            tuple(_loose_trap(row) for row in traps if row["doc"] == path.stem),
        )
        for path in sorted(gold.glob("*.jsonl"))
        if (source := gold.parent / "corpus" / f"{path.stem}.txt").exists()
    ]


def _rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]


def read_label(row: dict[str, Any]) -> Label:
    """Return the label of one line of a labels file. Raises KeyError for a missing field."""
    return Label(
        _place(row),
        row["code"],
        Severity(row["severity"]),
        bool(row["certain"]),
        row["why"],
        tuple(row.get("alt_codes") or ()),
        tuple(_others(row)),
        row.get("expected") or "",
        row.get("scope") == "document",
    )


def read_trap(row: dict[str, Any]) -> Trap:
    """Return the trap of one line of a traps file. Raises KeyError for a missing field."""
    return Trap(_place(row), tuple(row["codes"]), row["why"])


def _place(row: dict[str, Any]) -> Place:
    return Place(row["line"], row.get("quote", ""))


def _others(row: dict[str, Any]) -> Iterator[Place]:
    """The other sides: objects with a line of their own, or bare words of the label's line."""
    for other in filter(None, [row.get("other"), *(row.get("also") or ())]):
        yield Place(row["line"], other) if isinstance(other, str) else _place(other)


def _loose_trap(row: dict[str, Any]) -> Trap:
    """A trap whose rules stand in its prose: “STR001/002 不报”."""
    codes: list[str] = []
    for match in _CODES.finditer(row["do_not_report"]):
        family, number, more = match.groups()
        numbers = [number or "", *more.split("/")[1:]]
        codes += [family + n for n in numbers]
    return Trap(_place(row), tuple(codes), row["do_not_report"])
