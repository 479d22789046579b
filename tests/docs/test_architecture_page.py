"""The map of the house names rooms that are there, and every room."""

import re
from pathlib import Path

import pytest

from tests.helpers import ROOT

MAP = (ROOT / "docs" / "architecture.md").read_text("utf-8")
PAGES = [*sorted((ROOT / "docs").glob("*.md")), ROOT / "README.md", ROOT / "README.zh-CN.md"]
SHOWN = {"linter/subjects/structure/check_heading_marks.py"}  # written by new-rule.md


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.name)
def test_paths_that_a_page_names_are_there(page: Path) -> None:
    text = page.read_text("utf-8")
    named = set(re.findall(r"\b(?:linter|bench)/[a-z_/]*[a-z_](?:\.[a-z]+)?", text)) - SHOWN
    assert [name for name in sorted(named) if not (ROOT / name).exists()] == []


def test_the_map_is_one_screen_and_has_every_room() -> None:
    assert MAP.count("\n") <= 60
    rooms = {p.name for p in (ROOT / "linter").iterdir() if (p / "__init__.py").exists()}
    assert {room for room in rooms if f"linter/{room}/" not in MAP} == set()
    subjects = {p.name for p in (ROOT / "linter" / "subjects").iterdir() if p.is_dir()}
    assert {name for name in subjects - {"__pycache__"} if f"`{name}`" not in MAP} == set()
    readers = {p.name for p in (ROOT / "linter" / "readers").iterdir() if p.is_dir()}
    assert {name for name in readers - {"__pycache__"} if f"`{name}/`" not in MAP} == set()
