"""Two processes that write one baseline: nothing is lost."""

import os
from pathlib import Path

import pytest

from linter.diagnosis.baseline.model import Baseline, BaselineEntry, read, write
from linter.text.files import locked

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork")


def test_nothing_is_lost(tmp_path: Path) -> None:
    path = tmp_path / "baseline.json"
    write(path, Baseline({}))
    children = [_child(path, f"{writer}") for writer in range(4)]
    for child in children:
        assert os.waitpid(child, 0)[1] == 0
    assert len(read(path).files) == 4 * 10


def _child(path: Path, writer: str) -> int:
    child = os.fork()
    if child == 0:
        try:
            for i in range(10):
                with locked(path):
                    held = read(path).files
                    write(path, Baseline({**held, f"{writer}-{i}.md": (_entry(),)}))
        except BaseException:
            os._exit(1)
        os._exit(0)
    return child


def _entry() -> BaselineEntry:
    return BaselineEntry("PUN001", "0" * 16, "一、任务", "甲")
