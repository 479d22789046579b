"""planlint fix: tracked changes in Word, new words in text drafts, and what it shows of them."""

from pathlib import Path

import pytest

from tests.helpers import Run
from tests.readers.docx.fixtures import p, vml, word
from tests.writers.helpers import body, read

SOURCE = "# 临江市水利发展规划\n\n一、目标\n\n推进河道洽理工程，灌区不低于60%以上。\n"
BODY = p("临江市水利发展规划") + p("一、目标") + p("推进河道洽理工程，灌区不低于60%以上。")
FIXED = SOURCE.replace("洽", "治")


@pytest.fixture
def text(tmp_path: Path) -> Path:
    path = tmp_path / "草稿.md"
    path.write_text(SOURCE, encoding="utf-8")
    return path


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    path = tmp_path / "草稿.docx"
    path.write_bytes(word(BODY))
    return path


def test_a_text_is_changed_in_place_and_kept(planlint: Run, text: Path) -> None:
    done = planlint("fix", text)
    assert (done.returncode, done.stderr) == (0, "")
    assert "改了 1 处；原文件另存为" in done.stdout
    assert text.read_text(encoding="utf-8") == FIXED
    assert text.with_name("草稿.bak.md").read_text(encoding="utf-8") == SOURCE
    assert "没有可改之处" in planlint("fix", text).stdout
    assert len(list(text.parent.glob("*.md"))) == 2


def test_what_a_report_would_not_list_is_changed_too(planlint: Run, text: Path) -> None:
    text.with_name(".planlint.yaml").write_text("limits: {findings: 1}\n", "utf-8")
    text.write_text("# 水利规划\n\n合埋安排，河道洽理。\n", "utf-8")
    assert "还有 1 个错误只计数" in planlint("check", text).stdout
    assert "改了 2 处" in planlint("fix", text).stdout


def test_unsafe_changes_and_another_file(planlint: Run, text: Path) -> None:
    out = text.with_name("out.md")
    assert planlint("fix", text, "-o", out, "--unsafe").returncode == 0
    assert out.read_text(encoding="utf-8") == FIXED.replace("60%以上", "60%")
    assert text.read_text(encoding="utf-8") == SOURCE


def test_a_diff_writes_nothing(planlint: Run, text: Path, draft: Path) -> None:
    for path in (text, draft):
        done = planlint("fix", path, "--diff")
        lines = done.stdout.splitlines()
        assert [line for line in lines if line[0] in "+-" and line[:3] not in ("+++", "---")] == [
            "-推进河道洽理工程，灌区不低于60%以上。",
            "+推进河道治理工程，灌区不低于60%以上。",
        ]
    assert sorted(file.name for file in text.parent.iterdir()) == ["草稿.docx", "草稿.md"]
    assert text.read_text(encoding="utf-8") == SOURCE


def test_word_drafts_get_tracked_changes(planlint: Run, draft: Path) -> None:
    before = draft.read_bytes()
    done = planlint("fix", draft)
    assert "草稿.修订.docx：改了 1 处" in done.stdout
    assert draft.read_bytes() == before
    out = draft.with_name("草稿.修订.docx").read_bytes()
    assert [node.text for node in read(out).nodes()][-1].startswith("推进河道治理")
    assert [e.text for e in body(out).iter("{*}delText")] == ["洽"]
    assert planlint("fix", draft, "--in-place").returncode == 0
    assert draft.with_name("草稿.bak.docx").read_bytes() == before


def test_what_cannot_be_tracked_is_said(planlint: Run, tmp_path: Path) -> None:
    path = tmp_path / "框.docx"
    path.write_bytes(word(p("水利规划") + p(vml(p("推进河道洽理工程。")))))
    done = planlint("fix", path)
    assert "改了 0 处，1 处需手工改（已批注）" in done.stdout


def test_refusals(planlint: Run, text: Path, draft: Path) -> None:
    page = text.with_name("草稿.html")
    page.write_text("<p>规划</p>", encoding="utf-8")
    for arguments, told in (
        ((page,), "只能改 .docx、.md、.txt"),
        ((text, "-o", text), "是草稿本身"),
        ((draft, "-o", draft), "是草稿本身"),
        ((text, draft, "-o", "x.md"), "-o 只用于一份草稿"),
        ((text.with_name("没有.md"),), "不能读取"),
    ):
        done = planlint("fix", *arguments)
        assert (done.returncode, done.stdout) == (2, "")
        assert told in done.stderr
