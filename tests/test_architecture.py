"""Imports run one way (the contracts in pyproject.toml), and no module grows into a hall."""

import ast
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.helpers import ROOT

MODULES = sorted((ROOT / "linter").rglob("*.py"))
SUBJECTS = sorted((ROOT / "linter" / "subjects").rglob("*.py"))
LOOSE = {"__init__.py", "app.py", "py.typed"}


def _name(path: Path) -> str:
    return str(path.relative_to(ROOT))


def _calls(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Call):
            if isinstance(node.func, ast.Name):
                yield node.func.id
            elif isinstance(node.func, ast.Attribute):
                yield f".{node.func.attr}"


def test_imports_run_one_way() -> None:
    command = "from importlinter.cli import lint_imports_command; lint_imports_command()"
    done = subprocess.run(
        [sys.executable, "-c", command], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout
    assert "3 kept, 0 broken" in done.stdout


@pytest.mark.parametrize("path", MODULES, ids=_name)
def test_modules_stay_small(path: Path) -> None:
    assert path.read_text("utf-8").count("\n") <= 400


def test_no_module_stands_loose_at_the_top() -> None:
    assert {path.name for path in (ROOT / "linter").iterdir() if path.is_file()} <= LOOSE


@pytest.mark.parametrize("path", SUBJECTS, ids=_name)
def test_subjects_neither_print_nor_open_files(path: Path) -> None:
    assert not {"print", "open", "input", ".read_text", ".read_bytes", ".write"} & {*_calls(path)}


@pytest.mark.parametrize("path", SUBJECTS, ids=_name)
def test_a_subject_sees_no_configuration(path: Path) -> None:
    assert "linter.settings" not in path.read_text("utf-8")


def test_every_rule_stands_in_a_check_file() -> None:
    for path in SUBJECTS:
        checks = "\n@check\n" in path.read_text("utf-8")
        allowed = path.name.startswith("check_") or path.name == "kinds.py"
        assert not checks or allowed, _name(path)


def test_a_public_class_name_means_one_thing() -> None:
    names = Counter(
        node.name
        for path in MODULES
        for node in ast.parse(path.read_text("utf-8")).body
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_")
    )
    assert [name for name, count in names.items() if count > 1] == []
