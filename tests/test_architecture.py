"""Imports run one way, and no module grows into a hall."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
# What stands further down may import what stands above it, never the other way round.
ORDER = (
    ("chinese", "files", "nearest", "faults", "marked", "pattern_words", "patterns", "yaml_words"),
    ("document", "layout"),
    ("readers",),
    ("catalogue_files", "lexicon"),
    ("facts",),
    ("wording",),
    ("checks",),
    ("diagnostic",),
    ("fingerprints", "precedence", "text_only"),
    ("rules",),
    ("packs", "plugins", "selection"),
    ("allowed", "crash", "profile"),
    ("config",),
    ("suppress",),
    ("engine", "examples", "run", "baseline"),
    ("reporters",),
    ("commands",),
    ("app",),
)
# The same inside the readers; of two formats only these know each other.
READERS = (
    ("raw", "errors", "options"),
    ("source", "labels"),
    ("assembly",),
    ("recovery",),
    ("docx", "html", "markdown", "text", "pdf", "office"),
    ("load",),
)
GUESTS = {("markdown", "html"), ("office", "docx"), ("office", "html")}
RANK = {room: rank for rank, rooms in enumerate(ORDER) for room in rooms}
MODULES = sorted((ROOT / "linter").rglob("*.py"))


def _room(module: str) -> str | None:
    parts = module.split(".")
    return parts[1] if parts[0] == "linter" and len(parts) > 1 else None


def _imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(ROOT)))
def test_imports_run_one_way(path: Path) -> None:
    parts = path.relative_to(ROOT).with_suffix("").parts
    own = _room(".".join(parts))
    if own in (None, "__init__", "__main__"):
        return
    assert own in RANK, f"{own} has no place in ORDER"
    for module in _imports(path):
        room = _room(module)
        assert room is None or RANK[room] <= RANK[own], f"{path.name} imports {module}"


@pytest.mark.parametrize(
    "path",
    sorted((ROOT / "linter" / "readers").glob("*/**/*.py")),
    ids=lambda p: str(p.relative_to(ROOT)),
)
def test_readers_know_only_what_stands_below(path: Path) -> None:
    rank = {room: rank for rank, rooms in enumerate(READERS) for room in rooms}
    own = path.relative_to(ROOT).parts[2]
    for module in _imports(path):
        if module.startswith("linter.readers."):
            room = module.split(".")[2]
            below = rank[room] < rank[own]
            assert room == own or below or (own, room) in GUESTS, f"{path.name} imports {module}"


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(ROOT)))
def test_modules_stay_small(path: Path) -> None:
    assert path.read_text("utf-8").count("\n") <= 400


def test_rooms_of_facts_do_not_know_the_plan() -> None:
    for path in (ROOT / "linter" / "facts").glob("*/**/*.py"):
        assert "linter.facts.plan" not in set(_imports(path)), path


def test_checks_neither_print_nor_open_files() -> None:
    for path in (ROOT / "linter" / "checks").glob("*.py"):
        calls = [
            n.func for n in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(n, ast.Call)
        ]
        names = {call.id for call in calls if isinstance(call, ast.Name)}
        assert not names & {"print", "open", "input"}, path.name
