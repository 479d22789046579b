"""What is taken from an earlier run, and what makes a draft be read again."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from linter.catalogue.language import Lang
from linter.diagnosis.diagnostic import Keep
from linter.engine.cache import state
from linter.engine.many.work import How
from linter.readers.view import View
from linter.settings import cascade, discover
from tests.engine.cache.conftest import Checked

PACK = """\
- id: HOUSE-1
  name: house-word
  title: 用词
  check: generic.existence
  severity: warning
  message: “{word}”不用
  options: {words: [WORD]}
  why: 例
  bad: ‹WORD›
  good: 好
"""


@pytest.fixture(autouse=True)
def _forget() -> None:
    """Configurations are read once a process."""
    for one in (discover.files_above, cascade._read):
        one.cache_clear()


def test_an_unchanged_draft_is_parsed_once(
    faulty: Path, checked: Checked, parsed: list[str]
) -> None:
    (first,) = checked(faulty)
    (second,) = checked(faulty)
    assert parsed == [faulty.name]
    assert [(d.rule, d.message, d.fingerprint) for d in first.diagnostics] == [
        (d.rule, d.message, d.fingerprint) for d in second.diagnostics
    ]
    assert first.diagnostics


def test_a_draft_that_was_moved_is_known(
    faulty: Path, checked: Checked, parsed: list[str], tmp_path: Path
) -> None:
    checked(faulty)
    moved = tmp_path / "moved.md"
    faulty.rename(moved)
    (report,) = checked(moved)
    assert (report.path, parsed) == (str(moved), ["faulty.md"])


def _edit(path: Path) -> None:
    path.write_text(path.read_text("utf-8") + "\n再加一句。\n", "utf-8")


def _configure(words: str) -> Callable[[Path], None]:
    def write(path: Path) -> None:
        (path.parent / ".planlint.yaml").write_text(words, "utf-8")

    return write


@pytest.mark.parametrize(
    "change",
    [
        _edit,
        _configure("severity: {BOX001: info}\n"),
        _configure("options: {FMT001: {tolerance: 2}}\n"),
        _configure("plan: {period: 2021-2025}\n"),
        _configure("limits: {findings: 1}\n"),
        _configure("overrides:\n  - paths: ['*.md']\n    ignore: [PUN]\n"),
        _configure("suppress:\n  - {rule: BOX001, reason: 例, quote: 专栏2}\n"),
    ],
)
def test_a_change_of_draft_or_configuration(
    change: Callable[[Path], None], faulty: Path, checked: Checked, parsed: list[str]
) -> None:
    checked(faulty)
    change(faulty)
    discover.files_above.cache_clear()
    cascade._read.cache_clear()
    checked(faulty)
    assert len(parsed) == 2
    checked(faulty)
    assert len(parsed) == 2


@pytest.mark.parametrize(
    "how",
    [How(Lang.EN), How(view=View.ORIGINAL), How(keep=Keep(coverage=True))],
)
def test_what_the_command_line_says(
    how: How, faulty: Path, checked: Checked, parsed: list[str]
) -> None:
    checked(faulty)
    checked(faulty, how=how)
    assert len(parsed) == 2


def test_other_rules_find_other_things(faulty: Path, checked: Checked, parsed: list[str]) -> None:
    checked(faulty)
    assert checked(faulty, select=("PUN",))[0].diagnostics == ()
    assert len(parsed) == 2


def test_a_word_of_a_pack(
    faulty: Path, checked: Checked, parsed: list[str], tmp_path: Path
) -> None:
    from linter.catalogue.packs import shelves

    pack = tmp_path / "house.yaml"
    (tmp_path / ".planlint.yaml").write_text("packs: [house.yaml]\n", "utf-8")
    counts = []
    for word in ("灌区", "水库"):
        pack.write_text(PACK.replace("WORD", word), "utf-8")
        shelves.catalogue.cache_clear()
        (report,) = checked(faulty)
        counts.append(sum(d.rule == "HOUSE-1" for d in report.diagnostics))
    assert counts == [2, 0]
    assert len(parsed) == 2


@pytest.mark.parametrize("what", ["own_state", "plugins_state"])
def test_another_state_of_our_code_or_of_a_plugin(
    what: str, faulty: Path, checked: Checked, parsed: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    checked(faulty)
    monkeypatch.setattr(state, what, lambda *_: "another")
    checked(faulty)
    assert len(parsed) == 2


def test_the_state_of_a_plugin_is_that_of_its_files(tmp_path: Path) -> None:
    package = tmp_path / "office_rules"
    package.mkdir()
    (package / "checks.py").write_text("WORD = 1\n")
    before = state.plugins_state([str(package)])
    assert state.plugins_state([str(package)]) == before
    (package / "__pycache__").mkdir()
    (package / "__pycache__" / "checks.pyc").write_text("")
    os.utime(package, (1, 1))
    again = state.plugins_state([str(package)])
    (package / "checks.py").write_text("WORD = 22\n")
    assert state.plugins_state([str(package)]) != again


def test_a_draft_with_an_error_is_read_every_time(
    tmp_path: Path, checked: Checked, parsed: list[str]
) -> None:
    broken = tmp_path / "broken.docx"
    broken.write_bytes(b"PK\x03\x04 no archive")
    for _ in range(2):
        (report,) = checked(broken)
        assert report.error is not None
    assert len(parsed) == 2


def test_the_draft_itself_is_shown_from_a_new_reading(
    faulty: Path, checked: Checked, parsed: list[str]
) -> None:
    checked(faulty)
    (report,) = checked(faulty, how=How(keep=Keep(document=True, coverage=True)))
    assert report.document is not None
    assert len(parsed) == 2
