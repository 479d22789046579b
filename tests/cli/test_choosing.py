"""Which drafts a check looks at: none, lists of names, what git says has changed."""

import json
import os
import subprocess
from pathlib import Path

import pytest

from tests.helpers import ROOT, Run

CLEAN = "一、总体要求\n\n推进各项工作。\n"


def names(done: "subprocess.CompletedProcess[str]") -> list[str]:
    """The drafts of a JSON report."""
    return sorted(Path(file["path"]).name for file in json.loads(done.stdout)["files"])


def put(folder: Path, *files: str) -> None:
    for file in files:
        (folder / file).parent.mkdir(parents=True, exist_ok=True)
        (folder / file).write_text(CLEAN, "utf-8")


def test_faults_e_a_check_of_nothing_says_what_could_be_checked(
    planlint: Run, tmp_path: Path
) -> None:
    empty = planlint("check")
    assert (empty.returncode, empty.stdout) == (2, "")
    assert "这个文件夹里没有草稿" in empty.stderr
    put(tmp_path, "甲.md", "旧稿 一.md", "分报告/乙.md", *(f"z{n}.md" for n in range(9)))
    done = planlint("check")
    lines = done.stderr.splitlines()
    assert done.returncode == 2
    assert lines[0] == "planlint: 没有写明检查什么。这个文件夹里有 12 份草稿："
    assert "planlint:   planlint check 'z" not in done.stderr
    assert "planlint:   planlint check '旧稿 一.md'" in lines or len(lines) == 8
    assert lines[-2] == "planlint:   planlint check .    （全部）"
    assert "--files-from -" in lines[-1]  # the answer to $(git diff --name-only) without changes


@pytest.mark.parametrize(
    "listed",
    [
        "甲.md\n分报告/乙.md\nREADME\n说明.xlsx\n\n",
        "甲.md\r\n分报告/乙.md\r\n",
        "\ufeff甲.md\n分报告/乙.md",
        "甲.md\0分报告/乙.md\0",
        # As git quotes them.
        '"\\347\\224\\262.md"\n"\\345\\210\\206\\346\\212\\245\\345\\221\\212/乙.md"\n',
    ],
)
def test_faults_e_names_come_from_a_list_in_lines_or_parted_by_nul(
    planlint: Run, tmp_path: Path, listed: str
) -> None:
    put(tmp_path, "甲.md", "分报告/乙.md", "丙.md")
    done = planlint("check", "--files-from", "-", "--format", "json", stdin=listed)
    assert (done.returncode, names(done)) == (0, ["乙.md", "甲.md"])
    (tmp_path / "名单").write_bytes(listed.encode())
    done = planlint("check", "--files-from", "名单", "--format", "json")
    assert names(done) == ["乙.md", "甲.md"]


def test_a_list_of_powershell_and_names_of_any_encoding(planlint: Run, tmp_path: Path) -> None:
    put(tmp_path, "甲.md")
    (tmp_path / "名单").write_bytes("甲.md\r\n".encode("utf-16"))
    assert names(planlint("check", "--files-from", "名单", "--format", "json")) == ["甲.md"]
    odd = "乙.md".encode("gbk")
    with open(os.path.join(os.fsencode(tmp_path), odd), "wb") as file:
        file.write(CLEAN.encode())
    (tmp_path / "名单").write_bytes(odd + b"\0")
    done = planlint("check", "--files-from", "名单", "--format", "json")
    assert (done.returncode, len(names(done))) == (0, 1)


def test_faults_e_an_empty_list_is_no_fault_and_a_missing_one_is(
    planlint: Run, tmp_path: Path
) -> None:
    done = planlint("check", "--files-from", "-", stdin="")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("共检查 0 个文件")
    done = planlint("check", "--files-from", "-", "--quiet", stdin="\n")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    report = json.loads(planlint("check", "--files-from", "-", "--format", "json", stdin="").stdout)
    assert report["files"] == []
    done = planlint("check", "--files-from", "没有")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "planlint: --files-from 没有：不能读取：文件或所在的文件夹不存在\n"
    gone = planlint("check", "--files-from", "-", "--format", "plain", stdin="没有.md\n")
    assert (gone.returncode, "文件不存在" in gone.stdout) == (2, True)


def git(folder: Path, *words: str) -> None:
    person = ("-c", "user.name=x", "-c", "user.email=x@example.org")
    env = {k: v for k, v in os.environ.items() if not k.startswith("GIT_")}
    command = ["git", *person, *words]
    subprocess.run(command, cwd=folder, env=env, check=True, capture_output=True)


def test_faults_e_only_what_changed_since_a_revision(planlint: Run, tmp_path: Path) -> None:
    put(tmp_path, "改过.md", "没改.md", "删去.md", "旧名.md", ".gitignore")
    (tmp_path / ".gitignore").write_text("输出/\nhome/\n", "utf-8")
    git(tmp_path, "init", "-q", "-b", "main")
    git(tmp_path, "add", "-A")
    git(tmp_path, "commit", "-qm", "x")

    def since(*arguments: str) -> list[str]:
        done = planlint("check", "--changed-since", "main", "--format", "json", *arguments)
        assert (done.returncode, done.stderr) == (0, "")
        return names(done)

    assert since() == []
    git(tmp_path, "checkout", "-qb", "修改")
    put(tmp_path, "新稿/新.md", "输出/报告.md", "说明.log")
    (tmp_path / "改过.md").write_text(CLEAN + "\n落实责任。\n", "utf-8")
    (tmp_path / "删去.md").unlink()
    git(tmp_path, "mv", "旧名.md", "新名.md")
    assert since() == ["改过.md", "新.md", "新名.md"]
    assert since("新稿") == ["新.md"]
    git(tmp_path, "commit", "-qam", "y")
    git(tmp_path, "checkout", "-q", "main")
    (tmp_path / "没改.md").write_text(CLEAN + "\n落实责任。\n", "utf-8")
    git(tmp_path, "commit", "-qam", "z")
    git(tmp_path, "checkout", "-q", "修改")
    assert since() == ["改过.md", "新.md", "新名.md"]  # what main did meanwhile is not ours


def test_faults_e_what_git_says_is_one_line(planlint: Run, tmp_path: Path) -> None:
    outside = planlint("check", "--changed-since", "main", GIT_CEILING_DIRECTORIES=str(ROOT.parent))
    git(tmp_path, "init", "-q")
    for done, words in (
        (outside, "这个文件夹不在 git 仓库中"),
        (planlint("check", "--changed-since", "v9"), "没有这个版本"),
        (planlint("check", "--changed-since=--output=x"), "没有这个版本"),
        (planlint("check", "--changed-since", "main", PATH=""), "没有安装 git"),
        (planlint("check", "--changed-since", "a", "--files-from", "b"), "只能用一个"),
    ):
        assert (done.returncode, done.stdout) == (2, "")
        assert words in done.stderr
        assert done.stderr.count("\n") == 1
    assert not (tmp_path / "x").exists()
