"""A baseline's file is sorted, one line an entry, and read back as it was."""

from pathlib import Path

import pytest

from linter.diagnosis.baseline.model import (
    Baseline,
    BaselineEntry,
    BaselineError,
    dumps,
    path_key,
    read,
    write,
)

ONE = BaselineEntry("BOX001", "aa", "一、任务", "专栏2")
TWO = BaselineEntry("IND001", "bb", "二、目标 › （一）指标", "68万标箱")


def test_what_is_written_is_read(tmp_path: Path) -> None:
    path = tmp_path / "b.json"
    for baseline in (Baseline({}), Baseline({"甲.md": (ONE, TWO), "乙.docx": (ONE,)})):
        write(path, baseline)
        assert read(path).files == baseline.files


def test_the_order_of_the_run_does_not_show() -> None:
    one = dumps(Baseline({"b": (TWO, ONE), "a": (ONE,)}))
    assert one == dumps(Baseline({"a": (ONE,), "b": (ONE, TWO)}))
    assert sum("fingerprint" in line for line in one.splitlines()) == 3


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        '{"version": 9, "files": {}}',
        '{"version": 1}',
        '{"version": 1, "files": {"a": [1]}}',
    ],
)
def test_what_is_no_baseline_is_said(tmp_path: Path, text: str) -> None:
    path = tmp_path / "b.json"
    with pytest.raises(BaselineError, match=r"b\.json"):
        read(path)
    path.write_text(text, "utf-8")
    with pytest.raises(BaselineError, match=r"b\.json"):
        read(path)


def test_drafts_are_named_from_the_baseline_on(tmp_path: Path) -> None:
    assert path_key(str(tmp_path / "a" / "甲.md"), tmp_path / "b.json") == "a/甲.md"
    assert path_key(str(tmp_path / "甲.md"), tmp_path / "ci" / "b.json") == "../甲.md"
