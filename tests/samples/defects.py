"""The defects planted in the sample drafts, for any test that wants to look for them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import yaml

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
NAMES = ("province-plan", "city-action-plan", "county-work-plan")


@dataclass(frozen=True, slots=True)
class Defect:
    """One planted defect: `find` in the clean draft became `replace` and breaks `rule`."""

    id: str
    rule: str
    find: str
    replace: str
    quote: str  # what a report should quote, or a fragment of it
    other: str = ""  # words on the other side of a contradiction
    note: str = ""


def load(name: str) -> list[Defect]:
    """The defects of one draft, in the order of their list."""
    path = SAMPLES / "source" / f"{name}.defects.yaml"
    return [Defect(**entry) for entry in yaml.safe_load(path.read_text(encoding="utf-8"))]


def clean_text(name: str) -> str:
    """The clean draft, as Markdown."""
    return (SAMPLES / "source" / f"{name}.md").read_text(encoding="utf-8")


def planted_text(name: str) -> str:
    """The draft with all its defects, as Markdown."""
    return (SAMPLES / "planted" / f"{name}.md").read_text(encoding="utf-8")
