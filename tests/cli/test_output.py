"""Report formats and --output, end to end."""

import json
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree
from zipfile import ZipFile

import pytest

from tests.helpers import ROOT, Run

FORMATS = ["rich", "plain", "json", "sarif", "github", "junit", "html"]


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_writes_its_report_to_a_file(
    planlint: Run, tmp_path: Path, faulty: Path, form: str
) -> None:
    (tmp_path / "report").write_text("旧", "utf-8")
    done = planlint("check", faulty, "--format", form, "--output", "report")
    text = (tmp_path / "report").read_text("utf-8")
    assert (done.returncode, done.stdout) == (1, "")
    assert "BOX001" in text
    assert sorted(path.name for path in tmp_path.iterdir()) == ["faulty.md", "report"]
    if form in ("json", "sarif"):
        assert json.loads(text)
    if form == "junit":
        assert ElementTree.fromstring(text.encode()).get("failures") == "1"


def test_a_draft_is_never_overwritten(planlint: Run, tmp_path: Path, faulty: Path) -> None:
    before = faulty.read_bytes()
    (tmp_path / "link.md").symlink_to(faulty)
    for output in (faulty, "faulty.md", "./link.md"):
        done = planlint("check", faulty, "--output", output)
        assert done.returncode == 2
        assert "不能覆盖" in done.stderr
    assert planlint("check", tmp_path, "-o", faulty).returncode == 2
    assert faulty.read_bytes() == before


def test_a_place_that_cannot_be_written_is_one_line(planlint: Run, faulty: Path) -> None:
    done = planlint("check", faulty, "--output", "no/such/folder/report")
    assert done.returncode == 2
    assert done.stderr.startswith("planlint: 不能写入")


def test_several_reports_at_once_each_as_its_suffix_says(
    planlint: Run, tmp_path: Path, faulty: Path
) -> None:
    names = ["报告.html", "report.sarif", "report.json", "junit.xml", "list.txt"]
    done = planlint("check", faulty, *(part for name in names for part in ("-o", name)))
    assert (done.returncode, done.stdout) == (1, "")
    texts = {name: (tmp_path / name).read_text("utf-8") for name in names}
    assert all("BOX001" in text for text in texts.values())
    assert texts["报告.html"].startswith("<!DOCTYPE html>")
    assert json.loads(texts["report.sarif"])["version"] == "2.1.0"
    assert json.loads(texts["report.json"])["version"] == 1
    assert ElementTree.fromstring(texts["junit.xml"]).get("failures") == "1"
    assert texts["list.txt"].splitlines()[0].startswith(f"{faulty}:3:")
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted([faulty.name, *names])


def test_one_suffix_decides_where_no_format_is_given(
    planlint: Run, tmp_path: Path, faulty: Path
) -> None:
    planlint("check", faulty, "-o", "a.json")
    assert json.loads((tmp_path / "a.json").read_text("utf-8"))
    planlint("check", faulty, "-o", "a.json", "--format", "plain")
    assert (tmp_path / "a.json").read_text("utf-8").startswith(f"{faulty}:3:")


@pytest.mark.parametrize(
    ("outputs", "reason"),
    [
        (["a.json", "a.xyz"], "扩展名看不出报告格式"),
        (["a.json", "./a.json"], "两次写了同一个文件"),
        (["a.json", "faulty.md"], "扩展名看不出报告格式"),
        (["a.json", "no/such/b.html"], "不能写入"),
        (["批注.docx"], "批注只能写入 Word 文档"),
    ],
)
def test_an_output_that_cannot_be_is_one_line_and_nothing_is_written(
    planlint: Run, tmp_path: Path, faulty: Path, outputs: list[str], reason: str
) -> None:
    done = planlint("check", faulty, *(part for name in outputs for part in ("-o", name)))
    assert done.returncode == 2
    assert reason in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert [path.name for path in tmp_path.iterdir()] == [faulty.name]


def test_the_draft_with_comments_is_one_of_several_reports(planlint: Run, tmp_path: Path) -> None:
    sample = ROOT / "samples" / "planted" / "county-work-plan.docx"
    done = planlint("check", sample, "-o", "报告.json", "-o", "批注.docx")
    assert done.returncode == 1
    assert done.stdout == ""
    assert "已写入 批注.docx" in done.stderr
    found = json.loads((tmp_path / "报告.json").read_text("utf-8"))["files"][0]["diagnostics"]
    with ZipFile(tmp_path / "批注.docx") as package:
        comments = package.read("word/comments.xml").decode()
    assert comments.count('w:author="planlint"') > len(found)
    many = planlint("check", sample, sample.parent / "province-plan.docx", "-o", "批注2.docx")
    assert (many.returncode, many.stdout) == (2, "")
    assert "一份 Word 草稿" in many.stderr
    assert not (tmp_path / "批注2.docx").exists()


def test_a_plain_report_tells_of_each_file_before_the_next_is_read(tmp_path: Path) -> None:
    """The second draft is standard input, written only when the first has been reported."""
    (tmp_path / "a.md").write_text(
        "# 方案\n\n（见专栏9）\n\n> **专栏1 工程**\n>\n> 建设。\n", "utf-8"
    )
    command = [sys.executable, str(ROOT / "cli.py"), "check", "a.md", "-", "--format", "plain"]
    pipe = subprocess.PIPE
    process = subprocess.Popen(command, cwd=tmp_path, stdin=pipe, stdout=pipe, encoding="utf-8")
    assert process.stdout is not None
    first = process.stdout.readline()
    rest = process.communicate("# 方案\n\n合埋安排。\n", timeout=60)[0]
    assert "BOX001" in first
    assert "TRM001" in rest


def test_many_findings_have_a_digest_worst_first(planlint: Run) -> None:
    sample = ROOT / "samples" / "planted" / "province-plan.md"
    shown = planlint("check", sample, COLUMNS="200").stdout.splitlines()
    assert shown[1].startswith("  最要紧的 10 个（共 ")
    digest = shown[2 : shown.index("")]
    assert sum(line.startswith("    错误 ") for line in digest) == 10
    quiet = planlint("check", sample, "--quiet").stdout
    assert "最要紧" not in quiet
