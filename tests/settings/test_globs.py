"""Globs over paths."""

from pathlib import Path

import pytest

from linter.settings.globs import GlobError, matches


@pytest.mark.parametrize(
    ("glob", "path", "expected"),
    [
        ("*.md", "a.md", True),
        ("*.md", "x/y/a.md", True),
        ("*.md", "a.mdx", False),
        ("x/*.md", "x/a.md", True),
        ("x/*.md", "x/y/a.md", False),
        ("x/**/*.md", "x/a.md", True),
        ("x/**/*.md", "x/y/z/a.md", True),
        ("x/**", "x/y/a.md", True),
        ("x/", "x/y/a.md", True),
        ("x/", "y/x/a.md", True),
        ("./x/", "x/a.md", True),
        ("征求意见稿/", "征求意见稿/甲（第2版）.docx", True),
        ("第?稿.docx", "第2稿.docx", True),
        ("第[!0-9]稿.docx", "第2稿.docx", False),
        ("a.b", "axb", False),
        ("x/*", "x/a.md", True),
        ("x/*", "x/y/a.md", False),
        ("*", "x/y/a.md", True),
        ("**", "x/y/a.md", True),
        ("*.docx", "x.docx/a.md", False),
        ("甲*.md", "甲方/甲1.md", True),
        ("甲*.md", "甲.md/乙.md", False),
        ("/a.md", "x/a.md", False),
        ("x\\*.md", "x/a.md", True),
    ],
)
def test_what_matches(tmp_path: Path, glob: str, path: str, expected: bool) -> None:
    assert matches(tmp_path / path, glob, tmp_path) is expected


@pytest.mark.parametrize("glob", ["[z-a]", "!a.md", "#a"])
def test_a_glob_that_cannot_match_is_refused(tmp_path: Path, glob: str) -> None:
    with pytest.raises(GlobError, match="路径模式"):
        matches(tmp_path / "a.md", glob, tmp_path)


def test_a_file_outside_is_matched_by_its_whole_path(tmp_path: Path) -> None:
    assert matches(tmp_path / "a.md", "*.md", tmp_path / "b")
    assert not matches(tmp_path / "a.md", "c/*.md", tmp_path / "b")
