"""A draft that hangs or crashes its process costs that draft alone."""

import os
import stat
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from linter.page import worker as worker_module
from linter.page.worker import PageWorker, WorkerLostError
from tests.helpers import ROOT
from tests.page.served import LONGEST, until

DRAFT = "一、任务\n\n推进节水（见专栏2）。\n\n> **专栏1 节水**\n>\n> 改造。\n"
# In the place of LibreOffice: what the draft says is what it does.
_PROGRAM = """#!/bin/sh
for last; do :; done
case "$(cat "$last")" in
*hang*) sleep 600 & echo $! > "$HOLD"; wait;;
*crash*) kill -9 $PPID;;
esac
"""


@pytest.fixture
def worker(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[PageWorker]:
    program = tmp_path / "soffice"
    program.write_text(_PROGRAM)
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PLANLINT_SOFFICE", str(program))
    monkeypatch.setenv("HOLD", str(tmp_path / "hold"))
    # As a packed program starts it; that Python starts it is what the other tests show.
    command = [sys.executable, str(ROOT / "cli.py"), "page", "--worker"]
    monkeypatch.setattr(worker_module, "_command", lambda: command)
    (tmp_path / "session").mkdir()
    running = PageWorker(tmp_path / "session")
    yield running
    running.close()


def _do(
    worker: PageWorker, folder: Path, name: str, words: str, limit: float
) -> list[dict[str, Any]]:
    """Have a draft checked; returns what was told of it."""
    place = folder / "session" / "1"
    place.mkdir(exist_ok=True)
    (place / "source").write_text(words)
    told: list[dict[str, Any]] = []
    job = {"kind": "check", "sources": [(str(place / "source"), name)], "folder": str(place)}
    worker.run(job | {"choice": [False, False], "config": None}, told.append, limit)
    return told


def test_one_after_the_other_fails_and_the_next_is_checked(
    worker: PageWorker, tmp_path: Path
) -> None:
    with pytest.raises(WorkerLostError, match="意外退出"):
        _do(worker, tmp_path, "a.doc", "crash", LONGEST)
    told = _do(worker, tmp_path, "b.docx", "PK", LONGEST)  # another one, which is ready then
    assert told[-1]["failed"] == "文件已损坏或不完整，无法打开"
    with pytest.raises(WorkerLostError, match="超过 1 秒"):
        _do(worker, tmp_path, "a.doc", "hang", 1)
    held = int((tmp_path / "hold").read_text())
    until(lambda: not Path(f"/proc/{held}").exists() or _is_dead(held))
    told = _do(worker, tmp_path, "a.md", DRAFT, LONGEST)
    found = next(one["found"] for one in told if "found" in one)
    assert found["error"] == 1
    assert (tmp_path / "session" / "1" / "report.html").exists()
    assert list((tmp_path / "session" / "scratch").iterdir()) == []


def _is_dead(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return True
    return Path(f"/proc/{process}/stat").read_text().split()[2] == "Z"


def test_a_packed_program_is_its_own_worker(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", "planlint.exe")
    assert worker_module._command() == ["planlint.exe", "page", "--worker"]
