"""Streams that are closed, full or no UTF-8; devices, pipes and links; escape sequences."""

import json
import os
import re
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from tests.helpers import ROOT, Run

SOURCE = "# 某市规划\n\n## 一、任务\n\n建设水库（见专栏2）。\n"
ESCAPING = "# 某市规划\n\n## 一、任\x1b]0;甲\x07务\n\n建设\x1b[31m水库\u202e（见专栏2）。\n"
needs_full = pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full")


def spoken(tail: str) -> "subprocess.CompletedProcess[bytes]":
    """The command line through a shell, with what it does to the streams."""
    command = f'"{sys.executable}" "{ROOT / "cli.py"}" {tail}'
    return subprocess.run(command, shell=True, capture_output=True, check=False)


@needs_full
def test_standard_output_that_is_full_is_one_line() -> None:
    done = spoken("--version > /dev/full")
    assert done.returncode == 2
    assert done.stderr.decode() == "planlint: 不能写到标准输出：磁盘已满\n"


def test_standard_output_that_is_closed_is_one_line(faulty: Path) -> None:
    done = spoken(f'check "{faulty}" --no-config >&-')
    assert done.returncode == 2
    assert done.stderr.decode() == "planlint: 标准输出已关闭，可用 -o 写入文件\n"


@pytest.mark.parametrize("form", ["json", "sarif", "github", "junit", "html"])
def test_what_programs_read_is_utf_8(planlint: Run, tmp_path: Path, form: str) -> None:
    (tmp_path / "a.md").write_text(SOURCE, "utf-8")
    planlint("check", "a.md", "--format", form, "-o", "b.txt")
    done = planlint("check", "a.md", "--format", form, PYTHONIOENCODING="gbk")
    assert done.stdout.rstrip("\n") == (tmp_path / "b.txt").read_text("utf-8").rstrip("\n")
    assert "专栏2" in done.stdout


@pytest.mark.parametrize("form", ["rich", "plain", "github"])
@pytest.mark.parametrize("colours", ["", "1"])
def test_escape_sequences_reach_no_terminal(
    planlint: Run, tmp_path: Path, form: str, colours: str
) -> None:
    name = "草\x1b]2;乙\x07.md"
    (tmp_path / name).write_text(ESCAPING, "utf-8")
    environment = {"FORCE_COLOR": colours} if colours else {}
    done = planlint("check", name, "missing\x1b[2J.md", "--format", form, **environment)
    assert "BOX001" in done.stdout
    for sequence in ("\x1b]", "\x07", "\u202e", "\x1b[2J", "\x1b[31m水"):
        assert sequence not in done.stdout + done.stderr
    assert "草␛]2;乙" in done.stdout


@pytest.mark.parametrize(
    "arguments",
    [
        ("{}",),
        ("check", "--{}"),
        ("check", "--format", "{}", "a.md"),
        ("check", "--select", "{}", "a.md"),
        ("check", "-o", "{}/a.html", "a.md"),
        ("check", "{}.docx"),
        ("explain", "IND001", "{}"),
        ("explain", "{}"),
        ("baseline", "{}"),
        ("diff", "{}"),
    ],
)
@pytest.mark.parametrize(
    "word", ["甲\x1b]0;乙\x07\x1b[31m\x9b2J\u202e丙", "长" * 5000], ids=["escape", "long"]
)
def test_a_command_line_is_quoted_harmlessly(
    planlint: Run, tmp_path: Path, arguments: tuple[str, ...], word: str
) -> None:
    (tmp_path / "a.md").write_text(SOURCE, "utf-8")
    done = planlint(*(argument.format(word) for argument in arguments))
    told = done.stdout + done.stderr
    assert done.returncode == 2
    assert told.strip()
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e]", told)
    assert "内部错误" not in told
    assert "Traceback" not in told


def test_a_long_argument_is_not_told_in_full(planlint: Run) -> None:
    assert len(planlint("check", f"--{'x' * 5000}").stderr) < 2_000


def test_escape_sequences_of_a_configuration_and_of_facts(planlint: Run, tmp_path: Path) -> None:
    (tmp_path / ".planlint.yaml").write_text('"\\e[31mlang": zh\n', "utf-8")
    (tmp_path / "a.md").write_text(ESCAPING, "utf-8")
    done = planlint("check", "a.md")
    assert "没有配置项“␛[31mlang”" in done.stderr
    done = planlint("facts", "a.md", "--no-config")
    assert "\x1b" not in done.stdout + done.stderr
    assert "任␛]0;甲" in done.stdout


def test_a_report_goes_into_a_device_a_pipe_and_through_a_link(
    planlint: Run, tmp_path: Path
) -> None:
    (tmp_path / "a.md").write_text(SOURCE, "utf-8")
    assert planlint("check", "a.md", "-o", "/dev/null").returncode == 1
    assert Path("/dev/null").is_char_device()
    (tmp_path / "link").symlink_to("target")
    planlint("check", "a.md", "--format", "plain", "-o", "link")
    assert (tmp_path / "link").is_symlink()
    assert "BOX001" in (tmp_path / "target").read_text("utf-8")
    os.mkfifo(tmp_path / "pipe")
    read: list[str] = []
    reader = threading.Thread(target=lambda: read.append((tmp_path / "pipe").read_text("utf-8")))
    reader.start()
    planlint("check", "a.md", "--format", "plain", "-o", "pipe")
    reader.join(10)
    assert "BOX001" in read[0]
    assert (tmp_path / "pipe").is_fifo()
    assert "这是文件夹" in planlint("check", "a.md", "-o", ".").stderr


def test_a_pipe_or_a_device_is_no_draft(planlint: Run, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.md")
    (tmp_path / "b.md").symlink_to("/dev/zero")
    done = planlint("check", "a.md", "b.md", "--format", "json")
    messages = [file["error"]["message"] for file in json.loads(done.stdout)["files"]]
    assert all(message.startswith("不是普通文件（是管道或设备）") for message in messages)


def test_a_file_is_refused_by_its_size_before_it_is_read(planlint: Run, tmp_path: Path) -> None:
    with (tmp_path / "a.md").open("wb") as file:
        file.truncate(1 << 40)  # sparse
    done = planlint("check", "a.md", "--format", "plain")
    assert "文件过大：超过 128 MB" in done.stdout


def test_standard_input_has_the_bound_of_a_file(planlint: Run, tmp_path: Path) -> None:
    (tmp_path / ".planlint.yaml").write_text("limits: {file-bytes: 1MB}\n", "utf-8")
    done = planlint("check", "-", "--format", "plain", stdin="a" * (1 << 20) + "b")
    assert (done.returncode, done.stdout.splitlines()[0]) == (
        2,
        "stdin.md: 错误 文件过大：超过 1 MB",
    )


def test_names_that_are_no_utf_8(planlint: Run, tmp_path: Path) -> None:
    name = os.fsdecode("草稿\xff.md".encode("latin-1", "replace")[-4:])
    (tmp_path / name).write_text(SOURCE, "utf-8")
    log = json.loads(planlint("check", ".", "--format", "sarif").stdout)
    (result,) = log["runs"][0]["results"]
    uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert uri.endswith("%FF.md")
    assert planlint("baseline", "write", ".").returncode == 0
    done = planlint("check", ".", "--baseline", ".planlint-baseline.json")
    assert "基线已有 1 个" in done.stdout


def test_a_folder_that_cannot_be_read_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from linter.engine.drafts import expand_paths
    from linter.readers.load import ReadError, load

    (tmp_path / "a.md").write_text(SOURCE, "utf-8")
    closed = tmp_path / "closed"
    closed.mkdir()
    scan, access = os.scandir, os.access

    def scandir(path: str) -> object:
        if Path(path) == closed:
            raise PermissionError(13, "Permission denied", str(path))
        return scan(path)

    monkeypatch.setattr(os, "scandir", scandir)
    monkeypatch.setattr(os, "access", lambda path, mode: path != closed and access(path, mode))
    assert expand_paths([tmp_path]) == [tmp_path / "a.md", closed]
    with pytest.raises(ReadError, match="文件夹没有读取权限"):
        load(closed)
