"""Several processes: the same report in the same order, and what one file can cost."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from tests.cli.plugin import installed
from tests.helpers import ROOT, Run

RULE = """\
- id: YZS001
  title: 例
  check: act
  message: 例
  bad: ‹例›
  good: 好
"""
# What the check of the plugin does at a word.
CHECKS = """\
import os
import time
from linter.plugins import check


@check
def act(plan):
    text = "".join(node.text for node in plan.nodes)
    if "退出" in text:
        os._exit(7)
    if "不动" in text:
        time.sleep(600)
    yield from ()
"""
DRAFT = "# 某市规划\n\n## 一、任务\n\n{}（见专栏2）。\n"


@pytest.fixture
def plugin(tmp_path: Path) -> dict[str, str]:
    """An installed plugin whose check ends its process, or hangs, where a draft says so."""
    return installed(tmp_path, CHECKS, RULE)


def _drafts(folder: Path, *words: str) -> Path:
    folder.mkdir()
    for i, word in enumerate(words):
        (folder / f"{i}.md").write_text(DRAFT.format(word), "utf-8")
    return folder


def _kinds(stdout: str) -> list[str | None]:
    """The kind of error of each file; of one without, the first rule."""
    files: list[dict[str, Any]] = json.loads(stdout)["files"]
    assert [Path(file["path"]).name for file in files] == [f"{i}.md" for i in range(len(files))]
    return [(f["error"] or {}).get("kind") or f["diagnostics"][0]["rule"] for f in files]


def test_the_report_does_not_depend_on_the_number_of_processes(
    planlint: Run, tmp_path: Path
) -> None:
    folder = _drafts(tmp_path / "drafts", *("长" * 999 + "。。", "短", "短，，", "修建水库"))
    said = {
        (done.returncode, done.stdout, done.stderr)
        for jobs in ("1", "2", "auto")
        for done in [planlint("check", folder, "--format", "json", "--jobs", jobs)]
    }
    assert len(said) == 1
    assert "BOX001" in said.pop()[1]


def test_a_process_that_ends_costs_its_file(
    planlint: Run, tmp_path: Path, plugin: dict[str, str]
) -> None:
    folder = _drafts(tmp_path / "drafts", "修路", "退出", "建桥", "退出", "植树")
    done = planlint("check", folder, "--format", "json", "--jobs", "2", **plugin)
    assert done.returncode == 2
    assert _kinds(done.stdout) == ["BOX001", "crashed", "BOX001", "crashed", "BOX001"]
    assert "（退出码 7）" in done.stdout
    assert "Traceback" not in done.stderr


def test_a_file_that_hangs_is_given_up(
    planlint: Run, tmp_path: Path, plugin: dict[str, str]
) -> None:
    folder = _drafts(tmp_path / "drafts", "修路", "不动", "建桥")
    limit = ("--time-limit", "4")
    done = planlint("check", folder, "--format", "json", "--jobs", "2", *limit, **plugin)
    assert done.returncode == 2
    assert _kinds(done.stdout) == ["BOX001", "time-limit", "BOX001"]
    assert "4 秒内没有查完" in done.stdout


def test_one_file_has_a_limit_if_that_is_said(
    planlint: Run, tmp_path: Path, plugin: dict[str, str]
) -> None:
    folder = _drafts(tmp_path / "drafts", "不动")
    done = planlint("check", folder, "--format", "json", "--time-limit", "1", **plugin)
    assert _kinds(done.stdout) == ["time-limit"]


@pytest.mark.parametrize(
    "words", [("--jobs", "0"), ("-j", "65"), ("-j", "two"), ("--time-limit", "-1")]
)
def test_what_cannot_be(words: tuple[str, str], planlint: Run, faulty: Path) -> None:
    done = planlint("check", faulty, *words)
    assert done.returncode == 2
    assert words[0] in done.stderr


@pytest.mark.skipif(os.name != "posix", reason="signals of POSIX")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_prints_what_is_done(
    number: signal.Signals, tmp_path: Path, plugin: dict[str, str]
) -> None:
    folder = _drafts(tmp_path / "drafts", "不动", "修路", "建桥", "不动", "植树")
    temporary = tmp_path / "tmp"
    temporary.mkdir()
    command = ["check", "--format", "json", "-j", "2", "--no-cache", str(folder)]
    process = subprocess.Popen(
        [sys.executable, str(ROOT / "cli.py"), *command],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, **plugin, "TMPDIR": str(temporary), "XDG_CONFIG_HOME": str(tmp_path)},
        start_new_session=True,
    )
    _until_idle(process.pid, children=2)
    os.killpg(process.pid, number)  # as a terminal does
    sent = time.monotonic()
    out, err = process.communicate(timeout=20)
    assert time.monotonic() - sent < 4
    assert process.returncode == 128 + number
    assert _kinds(out.decode()) == ["interrupted", "BOX001", "BOX001", "interrupted", "interrupted"]
    assert err.decode() == "planlint: 运行中断：查了 2 个文件，还有 3 个没有检查\n"
    assert not list(temporary.iterdir())
    assert not _children(process.pid)
    with pytest.raises(ProcessLookupError):
        os.killpg(process.pid, 0)


def _until_idle(pid: int, children: int) -> None:
    """Wait until a process has so many children and all of them sleep for a second (Linux)."""
    quiet, used, until = 0, -1, time.monotonic() + 60
    while quiet < 5 and time.monotonic() < until:
        time.sleep(0.2)
        found = _children(pid)
        now = sum(map(_ticks, found))
        quiet = quiet + 1 if len(found) == children and now == used else 0
        used = now


def _children(pid: int) -> list[int]:
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            rest = stat.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if int(rest[1]) == pid:
            found.append(int(stat.parent.name))
    return found


def _ticks(pid: int) -> int:
    """How much time a process has used."""
    try:
        rest = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0
    return int(rest[11]) + int(rest[12])
