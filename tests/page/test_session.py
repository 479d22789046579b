"""A session from its beginning to its end: what it may reach, what it leaves, how it ends."""

import ast
import signal
import stat
import sys
import urllib.request
from pathlib import Path

import pytest

from tests.helpers import ROOT, Run
from tests.page.served import LONGEST, Served, until

DRAFT = "一、任务\n\n推进节水（见专栏2）。\n\n> **专栏1 节水**\n>\n> 改造。\n".encode()


def test_no_socket_is_opened_but_on_this_machine(served: Served) -> None:
    (folder,) = served.folder.iterdir()
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    ids = [served.upload(f"{name}.md", DRAFT).told["id"] for name in "ab"]
    for one in ids:
        assert served.finished(one)["state"] == "done"
    made = served.post("comparisons", {"kind": "diff", "of": ids})
    assert served.finished(made.told["id"])["state"] == "done"
    lines = [line.split(" ", 2) for line in served.audit.read_text().splitlines()]
    assert {event for _, event, _ in lines} <= {"socket.bind"}
    told = [ast.literal_eval(words) for _, event, words in lines if event == "socket.bind"]
    assert told
    assert all(address[0][0] == "127.0.0.1" for address in told)


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
def test_nothing_is_left_when_it_is_killed(tmp_path: Path) -> None:
    running = Served(tmp_path)
    assert running.upload("a.docx", b"PK").status == 201
    running.finished("1")  # by the worker, who now cleans up
    running.process.kill()
    running.process.communicate()
    until(lambda: not list(running.folder.iterdir()))


def test_it_ends_when_no_page_is_open_for_a_while(tmp_path: Path) -> None:
    running = Served(tmp_path, "--idle", "0.01")
    out, errors = running.process.communicate(timeout=LONGEST)
    assert (running.process.returncode, errors) == (0, "")
    assert out.endswith("都已删除\n")
    assert list(running.folder.iterdir()) == []


def _ended(running: Served, number: int) -> None:
    """End a page by a signal: it says so, and leaves nothing."""
    (folder,) = running.folder.iterdir()
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert running.upload("last.docx", b"PK").status == 201
    code, out, errors = running.end(number)
    assert (code, errors) == (0, "")
    assert out.endswith("已结束，上传的文稿和生成的文件都已删除\n")
    assert list(running.folder.iterdir()) == []


def test_the_browser_is_given_an_address_that_holds_once(tmp_path: Path) -> None:
    seen = tmp_path / "address"
    browser = tmp_path / "browser"
    browser.write_text(f'#!/bin/sh\nprintf %s "$1" > {seen}.tmp; mv {seen}.tmp {seen}\n')
    browser.chmod(0o700)
    with Served(tmp_path, browser=f"{browser} %s") as running:
        address = until(lambda: seen.exists() and seen.read_text())
        assert running.root not in address
        with urllib.request.urlopen(address) as page:
            assert page.url == running.address
            assert b"page.js" in page.read()
        with pytest.raises(urllib.error.HTTPError, match="404"):
            urllib.request.urlopen(address)
        _ended(running, signal.SIGINT)


def test_a_configuration_holds_and_a_wrong_one_is_told(tmp_path: Path, planlint: Run) -> None:
    config = tmp_path / "ours.yaml"
    config.write_text("ignore: [BOX001]\nlimits: {file-bytes: 1000}\n")
    with Served(tmp_path, "--config", str(config)) as running:
        assert running.upload("a.md", DRAFT).status == 201
        assert running.finished("1")["found"] == {"error": 0, "warning": 0, "info": 0}
        assert running.upload("b.md", b"x" * 1001).status == 413
        _ended(running, signal.SIGTERM)
    config.write_text("ignore: [NIX001]\n")
    done = planlint("page", "--no-open", "--config", config)
    assert done.returncode == 2
    assert "没有规则“NIX001”" in done.stderr


def test_a_port_that_is_taken_is_one_line(served: Served, planlint: Run) -> None:
    done = planlint("page", "--no-open", "--port", str(served.port))
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert f"端口 {served.port}" in done.stderr


def test_nobody_else_can_be_the_worker(tmp_path: Path, planlint: Run) -> None:
    (tmp_path / "mine").mkdir()
    done = planlint("page", "--worker", PLANLINT_PAGE_FOLDER=str(tmp_path / "mine"))
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert (tmp_path / "mine").is_dir()


def test_the_command_says_how_it_ends(planlint: Run) -> None:
    told = planlint("page", "--help", COLUMNS="200").stdout
    assert "127.0.0.1" in told
    assert "--idle" in told
    assert "Ctrl-C" in told


def test_everything_the_page_loads_ships(served: Served) -> None:
    parts = {file.name for file in (ROOT / "linter" / "page" / "web").iterdir()}
    for name in parts - {"index.html"}:
        part = served.ask("GET", name)
        assert part.status == 200
        assert part.headers["X-Content-Type-Options"] == "nosniff"
        assert part.headers["Cache-Control"] == "no-store"
        assert "default-src 'none'" in part.headers["Content-Security-Policy"]
        assert "unsafe" not in part.headers["Content-Security-Policy"]
