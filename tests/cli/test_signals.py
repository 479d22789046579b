"""SIGINT and SIGTERM end a run at once, tell what was finished, and leave nothing."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.helpers import ROOT
from tests.zygote import ROOT as HERE

pytestmark = pytest.mark.skipif(os.name != "posix", reason="signals of POSIX")
_PROGRAM = "#!/bin/sh\nsleep 60 &\necho $$ $! > {pids}\nwait\n"


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_a_signal_during_a_conversion(tmp_path: Path, number: signal.Signals, code: int) -> None:
    temporary, drafts, pids = tmp_path / "tmp", tmp_path / "drafts", tmp_path / "pids"
    temporary.mkdir()
    drafts.mkdir()
    (drafts / "1.md").write_text("# 某市规划\n\n## 一、任务\n\n建设水库（见专栏2）。\n", "utf-8")
    (drafts / "2.rtf").write_text("{\\rtf1 x}")
    (drafts / "3.md").write_text("# 某市规划\n", "utf-8")
    office = tmp_path / "soffice"
    office.write_text(_PROGRAM.format(pids=pids))
    office.chmod(0o755)
    process = subprocess.Popen(
        [sys.executable, str(ROOT / "cli.py"), "check", "--format", "json", str(drafts)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={
            **os.environ,
            "PYTHONPATH": str(HERE),
            "TMPDIR": str(temporary),
            "PLANLINT_SOFFICE": str(office),
        },
    )
    until = time.monotonic() + 30
    while not (pids.exists() and pids.read_text().strip()) and time.monotonic() < until:
        time.sleep(0.02)
    process.send_signal(number)
    sent = time.monotonic()
    out, err = process.communicate(timeout=20)
    assert time.monotonic() - sent < 2
    assert process.returncode == code
    files = json.loads(out)["files"]
    assert [file["error"] and file["error"]["kind"] for file in files] == [
        *(None, "interrupted", "interrupted"),
    ]
    assert err.decode() == "planlint: 运行中断：查了 1 个文件，还有 2 个没有检查\n"
    assert not list(temporary.iterdir())
    assert _gone([int(pid) for pid in pids.read_text().split()])


def _gone(pids: list[int]) -> bool:
    """Whether no process is left, a moment after they were killed."""
    until = time.monotonic() + 2
    while any(map(_runs, pids)) and time.monotonic() < until:
        time.sleep(0.02)
    return not any(map(_runs, pids))


def _runs(pid: int) -> bool:
    """Whether a process is there and no zombie."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False
