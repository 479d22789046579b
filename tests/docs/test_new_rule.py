"""docs/new-rule.md, followed to the letter in a copy of the tree."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.docs.pages import play
from tests.helpers import ROOT

COPIED = ("linter", "rules", "bench", "docs", "tests", "samples")
FILES = {
    "linter/subjects/structure/check_heading_marks.py",
    "rules/structure.yaml",
    "bench/accuracy/drafts/health.md",
    "bench/accuracy/labels/health.jsonl",
}
# Written by docs/build.py.
PAGES = {
    "docs/rules/STR.md",
    "docs/rules/README.md",
    "docs/schema/configuration.schema.json",
}


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A copy of the checkout."""
    for name in COPIED:
        left_out = shutil.ignore_patterns("__pycache__", "*.docx")
        shutil.copytree(ROOT / name, tmp_path / name, ignore=left_out)
    for name in ("cli.py", "pyproject.toml", "README.md", "README.zh-CN.md"):
        shutil.copy(ROOT / name, tmp_path / name)
    return tmp_path


def test_the_page_is_followed(tree: Path) -> None:
    before = _texts(tree)

    def planlint(*arguments: object, **_: str) -> "subprocess.CompletedProcess[str]":
        return _python(tree, "cli.py", *map(str, arguments))

    assert play("new-rule.md", tree, planlint) == 2
    after = _texts(tree)
    assert {name for name in after if after[name] != before.get(name)} == FILES
    assert _python(tree, "docs/build.py").returncode == 0
    built = _texts(tree)
    assert {name for name in built if built[name] != after.get(name)} == PAGES
    tests = ("tests/catalogue/test_examples.py", "tests/bench/test_labels.py")
    done = _python(tree, "-m", "pytest", "-q", "-p", "no:cacheprovider", *tests, "-k", _TESTS)
    assert done.returncode == 0, done.stdout


_TESTS = "STR900 or fields or quotes or covers"


def _texts(tree: Path) -> dict[str, str]:
    return {
        path.relative_to(tree).as_posix(): path.read_text("utf-8")
        for path in tree.rglob("*")
        if path.suffix in {".py", ".yaml", ".md", ".json", ".jsonl", ".txt", ".toml"}
    }


def _python(tree: Path, *arguments: str) -> "subprocess.CompletedProcess[str]":
    environment = {**os.environ, "PYTHONPATH": str(tree), "PYTHONIOENCODING": "utf-8"}
    return subprocess.run(
        [sys.executable, "-B", *arguments],
        cwd=tree,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
