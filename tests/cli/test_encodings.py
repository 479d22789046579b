"""Text as offices have it: what a report says of its encoding, and how a fix writes it back."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.helpers import ROOT, Run

TEXT = (
    "一、总体要求\r\n\r\n到2025年，全市水利工程建设取得明显成效，城乡供水保障能力全面提高。\r\n\r\n"
    "二、主要任务\r\n\r\n推进河道洽理工程，加强水资源管理。"
)
ENCODINGS = ["gb18030", "utf-16", "utf-16-le", "utf-16-be", "utf-8-sig"]


@pytest.mark.parametrize("codec", ENCODINGS)
def test_faults_e_the_report_says_how_a_text_was_read(
    planlint: Run, tmp_path: Path, codec: str
) -> None:
    (tmp_path / "草稿.txt").write_bytes(TEXT.encode(codec))
    name = "GB18030（GBK）" if codec == "gb18030" else codec.upper().removesuffix("-SIG")
    (file,) = json.loads(planlint("check", "草稿.txt", "--format", "json").stdout)["files"]
    (found,) = file["diagnostics"]
    assert (found["quote"], found["location"]["line"]) == ("洽理", 7)
    assert name.replace("-LE", "LE").replace("-BE", "BE").split("（")[0] in file["note"]
    assert planlint("check", "草稿.txt").stdout.splitlines()[1].strip() == file["note"]


@pytest.mark.parametrize("codec", ENCODINGS)
def test_faults_e_a_fix_keeps_encoding_mark_and_line_ends(
    planlint: Run, tmp_path: Path, codec: str
) -> None:
    draft = tmp_path / "草稿.txt"
    draft.write_bytes(TEXT.encode(codec))
    assert "改了 1 处" in planlint("fix", draft).stdout
    assert draft.read_bytes() == TEXT.replace("洽", "治").encode(codec)
    assert (tmp_path / "草稿.bak.txt").read_bytes() == TEXT.encode(codec)


@pytest.mark.skipif(not shutil.which("patch"), reason="needs patch")
def test_faults_e_a_difference_is_a_patch_in_the_encoding_of_the_draft(tmp_path: Path) -> None:
    draft = tmp_path / "草稿.txt"
    draft.write_bytes(TEXT.encode("gb18030"))
    command = [sys.executable, str(ROOT / "cli.py"), "fix", draft.name, "--diff"]
    made = subprocess.run(command, cwd=tmp_path, capture_output=True, check=True).stdout
    assert b"\\ No newline at end of file" in made
    assert draft.read_bytes() == TEXT.encode("gb18030")
    subprocess.run(["patch", "--binary", draft.name], cwd=tmp_path, input=made, check=True)
    assert draft.read_bytes() == TEXT.replace("洽", "治").encode("gb18030")


def test_faults_e_what_is_not_certain_is_one_clear_error(planlint: Run, tmp_path: Path) -> None:
    (tmp_path / "草稿.txt").write_bytes("规划".encode("gbk"))
    done = planlint("check", "草稿.txt", "--format", "plain")
    assert done.returncode == 2
    assert done.stdout.startswith("草稿.txt: 错误 文件不是 UTF-8，也不能确定是 GB18030（GBK）")
