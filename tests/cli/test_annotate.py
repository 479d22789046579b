"""planlint annotate: where it writes, what it refuses, what it says."""

from pathlib import Path

import pytest

from linter.writers.comments import people
from tests.helpers import Run
from tests.readers.docx.fixtures import comment, end, members, p, r, start, word, zipped
from tests.writers.helpers import anchored, said

DRAFT = p("临江市水利发展规划") + p("一、目标") + p("推进河道洽理工程，到2O25年建成。")
LOCK = '<w:documentProtection w:edit="readOnly" w:enforcement="1"/>'


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    path = tmp_path / "草稿.docx"
    path.write_bytes(word(DRAFT))
    return path


def test_the_draft_stays_and_a_copy_has_the_comments(planlint: Run, draft: Path) -> None:
    before = draft.read_bytes()
    done = planlint("annotate", draft)
    assert (done.returncode, done.stderr) == (0, "")
    assert "草稿.批注.docx：3 条批注" in done.stdout
    assert draft.read_bytes() == before
    assert sorted(file.name for file in draft.parent.iterdir()) == ["草稿.docx", "草稿.批注.docx"]
    out = draft.with_name("草稿.批注.docx").read_bytes()
    assert anchored(out) == ["临江市水利发展规划", "洽理", "2O25"]
    assert "共检查 1 个文件" in planlint("check", draft.parent, "--fail-on", "never").stdout


def test_select_ignore_baseline_and_language(planlint: Run, draft: Path) -> None:
    out = draft.with_name("out.docx")
    planlint("annotate", draft, "-o", out, "--select", "TRM001")
    assert len(said(out.read_bytes())) == 2
    planlint("annotate", draft, "-o", out, "--ignore", "TRM001", "--lang", "en")
    assert said(out.read_bytes())[1][0] == "error NUM002 lookalike-digit" or (
        said(out.read_bytes())[1][-1] == "Code: NUM002"
    )
    planlint("baseline", "write", draft)
    planlint("annotate", draft, "-o", out, "--baseline", ".planlint-baseline.json")
    lines = said(out.read_bytes())
    assert len(lines) == 1
    assert "基线已有 2 个" in lines[0]


def test_a_suppression_in_a_comment_holds_and_its_comment_stays(planlint: Run, draft: Path) -> None:
    body = DRAFT.replace(
        "推进河道洽理", f"推进</w:t></w:r>{start(3)}{r('河道洽理')}{end(3)}<w:r><w:t>"
    )
    remark = comment(3, "planlint：忽略 TRM001 原文如此")
    draft.write_bytes(word(body, comments=remark))
    planlint("annotate", draft)
    out = draft.with_name("草稿.批注.docx").read_bytes()
    assert [lines[-1] for lines in said(out)[2:]] == ["规则代码：NUM002"]
    assert "已忽略 1 个" in said(out)[1]


def test_in_place_keeps_a_backup_and_never_overwrites_one(planlint: Run, draft: Path) -> None:
    before = draft.read_bytes()
    assert planlint("annotate", draft, "--in-place").returncode == 0
    assert draft.with_name("草稿.bak.docx").read_bytes() == before
    once = draft.read_bytes()
    assert len(said(once)) == 3
    assert planlint("annotate", draft, "--in-place").returncode == 0
    assert draft.with_name("草稿.bak.docx").read_bytes() == before
    assert draft.with_name("草稿.bak2.docx").read_bytes() == once
    assert len(said(draft.read_bytes())) == 3
    assert "共检查 1 个文件" in planlint("check", draft.parent).stdout


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("草稿.docx", "-o", "草稿.docx"), "是草稿本身"),
        (("草稿.docx", "-o", "../{folder}/草稿.docx"), "是草稿本身"),
        (("草稿.docx", "-o", "x.docx", "--in-place"), "只能用一个"),
        (("草稿.docx", "-o", "没有/x.docx"), "不能写入"),
        (("没有.docx",), "不能读取"),
        (("坏.docx",), "坏.docx: 文件已损坏"),
        (("锁.docx",), "编辑保护"),
        (("签.docx",), "数字签名"),
        (("草稿.md",), "只能写入 Word 文档"),
        (("草稿.docx", "--select", "没有"), "没有"),
    ],
)
def test_refusals(planlint: Run, draft: Path, arguments: tuple[str, ...], told: str) -> None:
    folder = draft.parent
    (folder / "坏.docx").write_bytes(draft.read_bytes()[:300])
    (folder / "锁.docx").write_bytes(word(DRAFT, settings=LOCK))
    signed = members(DRAFT) | {"_xmlsignatures/sig1.xml": b"<a/>"}
    (folder / "签.docx").write_bytes(zipped(signed))
    (folder / "草稿.md").write_text("# 规划\n")
    before = {file: file.read_bytes() for file in folder.iterdir()}
    done = planlint("annotate", *(one.format(folder=folder.name) for one in arguments))
    assert done.returncode == 2
    assert told in done.stderr
    assert "Traceback" not in done.stderr
    assert {file: file.read_bytes() for file in folder.iterdir()} == before


def test_a_copy_that_people_have_commented_is_not_overwritten(planlint: Run, draft: Path) -> None:
    copy = draft.with_name("草稿.批注.docx")
    commented = DRAFT.replace("<w:r>", start(3) + "<w:r>", 1).replace(
        "</w:p>", end(3) + "</w:p>", 1
    )
    copy.write_bytes(word(commented, comments=comment(3, "请核")))
    assert people(copy.read_bytes()) == 1
    done = planlint("annotate", draft)
    assert done.returncode == 2
    assert "别人的批注" in done.stderr
    assert planlint("annotate", copy, "--in-place").returncode == 0
    assert people(copy.read_bytes()) == 1
