"""The sample drafts as labelled cases: samples/source/*.defects.yaml says what was planted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import yaml

from bench.accuracy.labels import Case, Label, Place
from linter.catalogue.severity import Severity

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
NAMES = ("province-plan", "city-action-plan", "county-work-plan")


@dataclass(frozen=True, slots=True)
class Defect:
    """One planted defect: `find` in the clean draft became `replace` and breaks `rule`.

    A residue of Word leaves the text as it is, and has no `replace`.
    """

    id: str
    rule: str
    find: str
    quote: str  # what a report should quote, or a fragment of it
    replace: str = ""
    other: str = ""  # words on the other side of a contradiction
    note: str = ""
    word: Mapping[str, str] | None = None  # what only Word has at `find`: its kind and words


def load(name: str) -> list[Defect]:
    """The defects of one draft, in the order of their list."""
    path = SAMPLES / "source" / f"{name}.defects.yaml"
    return [Defect(**entry) for entry in yaml.safe_load(path.read_text(encoding="utf-8"))]


def in_text(name: str) -> list[Defect]:
    """The defects of one draft that its Markdown has, too."""
    return [defect for defect in load(name) if defect.word is None]


def clean_text(name: str) -> str:
    """The clean draft, as Markdown."""
    return (SAMPLES / "source" / f"{name}.md").read_text(encoding="utf-8")


def planted_text(name: str) -> str:
    """The draft with all its defects, as Markdown."""
    return (SAMPLES / "planted" / f"{name}.md").read_text(encoding="utf-8")


def clean_cases() -> list[Case]:
    """The clean drafts, in which nothing is to be found."""
    return [Case(f"{name} (clean)", SAMPLES / "clean" / f"{name}.md") for name in NAMES]


def planted_cases(severities: Mapping[str, Severity]) -> list[Case]:
    """The planted drafts with their labels. `severities` says how grave each rule is."""
    return [
        Case(name, SAMPLES / "planted" / f"{name}.md", tuple(labels(name, severities)))
        for name in NAMES
    ]


def word_cases() -> list[Case]:
    """The planted drafts in Word, with what only Word has: one finding a rule for the draft."""
    cases = []
    for name in NAMES:
        defects = [defect for defect in load(name) if defect.word]
        found = [
            Label(Place(0, d.quote), d.rule, Severity.WARNING, True, d.id, whole_document=True)
            for d in defects
        ]
        rules = frozenset(defect.rule for defect in defects)
        path = SAMPLES / "planted" / f"{name}.docx"
        cases.append(Case(f"{name} (Word)", path, tuple(found), rules=rules))
    return cases


def labels(name: str, severities: Mapping[str, Severity]) -> list[Label]:
    """The labels of one planted draft, with the lines of its Markdown."""
    clean, lines = clean_text(name), planted_text(name).splitlines()
    defects = in_text(name)
    found = []
    for defect in defects:
        at = _planted_line(clean, defects, defect)
        place = Place(_nearest(lines, defect.quote, at), defect.quote)
        others = tuple(_other_places(lines, defect.other, place.line)) if defect.other else ()
        why = defect.note or f"“{defect.find}” → “{defect.replace}”".replace("\n\n", "¶")
        severity = severities.get(defect.rule, Severity.ERROR)
        found.append(Label(place, defect.rule, severity, True, why, others=others))
    return found


def _planted_line(clean: str, defects: list[Defect], defect: Defect) -> int:
    """The line (1-based) of the planted draft on which the replacement begins."""
    start = clean.index(defect.find)
    before = [d for d in defects if clean.index(d.find) < start]
    lost = sum(d.find.count("\n") - d.replace.count("\n") for d in before)
    return clean.count("\n", 0, start) - lost + 1


def _nearest(lines: list[str], words: str, at: int) -> int:
    numbers = [n for n, line in enumerate(lines, 1) if words in line]
    return min(numbers, key=lambda n: abs(n - at))


def _other_places(lines: list[str], words: str, at: int) -> list[Place]:
    """The other side: the table rows with a cell of just these words, else the nearest line."""
    rows = [
        number
        for number, line in enumerate(lines, 1)
        if line.startswith("|") and words in [cell.strip() for cell in line.split("|")]
    ]
    return [Place(number, words) for number in rows or _others_than(lines, words, at)]


def _others_than(lines: list[str], words: str, at: int) -> list[int]:
    numbers = [n for n, line in enumerate(lines, 1) if words in line and n != at]
    return sorted(numbers, key=lambda n: abs(n - at))[:1]
