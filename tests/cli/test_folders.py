"""Living in a folder: what is left out of it, what planlint wrote itself, what cannot be read."""

import shutil
from pathlib import Path

import pytest

from tests.cli.configured import configure
from tests.cli.test_choosing import names, put
from tests.helpers import Run
from tests.readers.docx.fixtures import p, word

FAULTY = p("一、任务") + p("推进节水（见专栏2）。") + p("专栏1　工程") + p("1.改造。")


def found(planlint: Run, *arguments: str | Path) -> list[str]:
    done = planlint("check", *arguments, "--format", "json", "--fail-on", "never")
    assert (done.returncode, done.stderr) == (0, "")
    return names(done)


def test_faults_e_exclude_leaves_files_of_folders_out(planlint: Run, tmp_path: Path) -> None:
    put(tmp_path, "甲.md", "归档/旧.md", "归档/留.md", "甲.旧稿.md", "下/归档/乙.md", "下/丙.md")
    configure(tmp_path, "exclude: [/归档/*, '*.旧稿.md', '!/归档/留.md']\n")
    assert found(planlint, ".") == ["丙.md", "乙.md", "甲.md", "留.md"]
    configure(tmp_path / "下", "exclude: 归档/\n")
    assert found(planlint, "下") == ["丙.md"]
    assert found(planlint, ".", "--exclude", "下/", "--exclude", "甲.*") == ["留.md"]
    assert found(planlint, ".", "--no-config", "--exclude", "归档") == [
        "丙.md",
        "甲.md",
        "甲.旧稿.md",
    ]


def test_faults_e_a_file_that_is_named_is_checked_unless_forced(
    planlint: Run, tmp_path: Path
) -> None:
    put(tmp_path, "归档/旧.md", "甲.md")
    configure(tmp_path, "exclude: [归档/]\n")
    assert found(planlint, "归档/旧.md", "甲.md") == ["旧.md", "甲.md"]
    assert found(planlint, "归档/旧.md", "甲.md", "--force-exclude") == ["甲.md"]
    assert found(planlint, "归档/旧.md", "--force-exclude") == []
    assert found(planlint, "归档/旧.md", "--force-exclude", "--no-config") == ["旧.md"]


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("exclude: ['#x']\n", "“#x”以 # 开头，不是路径模式"),
        ("exclude: [3]\n", "“3”应为文字"),
        ("overrides:\n- paths: [a]\n  exclude: [b]\n", "overrides 中不能写“exclude”"),
        ("baseline: [a, b]\n", "baseline："),
    ],
)
def test_a_wrong_word_is_told_with_its_line(
    planlint: Run, tmp_path: Path, said: str, words: str
) -> None:
    put(tmp_path, "甲.md")
    configure(tmp_path, said)
    done = planlint("check", "甲.md")
    assert (done.returncode, words in done.stderr) == (2, True)
    assert done.stderr.startswith("planlint: .planlint.yaml:")
    assert planlint("check", ".", "--exclude", "#").stderr.startswith("planlint: --exclude：")


def test_faults_e_gitignore_is_heeded_in_folders(planlint: Run, tmp_path: Path) -> None:
    put(
        tmp_path, "稿/甲.md", "稿/输出/乙.md", "稿/临时.md", "稿/下/临时.md", "稿/下/留.md", "外.md"
    )
    (tmp_path / ".gitignore").write_text("临时.md\n/外.md\n", "utf-8")
    (tmp_path / "稿" / ".gitignore").write_text("# 说明\n输出/\n", "utf-8")
    (tmp_path / "稿" / "下" / ".gitignore").write_text("!临时.md\n留.md\n", "utf-8")
    every = ["甲.md", "临时.md", "乙.md", "临时.md", "留.md"]
    assert sorted(found(planlint, "稿", "--no-ignore")) == sorted(every)
    assert sorted(found(planlint, ".")) == ["临时.md", "甲.md"]
    # Above the folder that is walked only within a repository, as with git.
    assert sorted(found(planlint, "稿")) == ["临时.md", "临时.md", "甲.md"]
    (tmp_path / ".git").mkdir()
    assert sorted(found(planlint, "稿")) == ["临时.md", "甲.md"]
    assert found(planlint, "外.md") == ["外.md"]
    none = planlint("check", "稿/输出")
    assert none.returncode == 2
    assert "另有 1 个被 .gitignore 排除）；--no-ignore" in none.stderr


def test_faults_e_what_planlint_wrote_is_no_draft_whatever_its_name(
    planlint: Run, tmp_path: Path, faulty: Path
) -> None:
    draft = tmp_path / "草稿.docx"
    draft.write_bytes(word(FAULTY))
    for name in ("报告.html", "报告.txt", "报告.json", "报告.sarif", "送审.docx"):
        planlint("check", draft, "-o", name)
    planlint("annotate", draft)
    planlint("diff", faulty, draft, "--format", "docx", "-o", "对照表.docx")
    planlint("diff", faulty, draft, "--format", "html", "-o", "对照表.html")
    planlint("facts", draft, "-o", "台账.xlsx")
    drafts = ["faulty.md", "草稿.docx"]
    assert found(planlint, ".") == drafts
    for old in (
        "报告.html",
        "报告.txt",
        "送审.docx",
        "草稿.批注.docx",
        "对照表.docx",
        "对照表.html",
    ):
        (tmp_path / old).rename(tmp_path / f"某市规划{old[:2]}{old[-3:]}{Path(old).suffix}")
    assert found(planlint, ".") == drafts
    done = planlint("check", "某市规划报告tml.html", "--format", "plain")
    assert (done.returncode, "这是 planlint 写的报告，不是草稿" in done.stdout) == (2, True)


def test_a_copy_that_is_worked_on_is_a_draft_again(planlint: Run, tmp_path: Path) -> None:
    draft = tmp_path / "草稿.docx"
    draft.write_bytes(word(FAULTY))
    planlint("annotate", draft, "-o", "送审.docx")
    copy = tmp_path / "送审.docx"
    assert found(planlint, ".") == ["草稿.docx"]
    draft.rename(tmp_path / "旧")  # the copy is what there is now
    assert found(planlint, ".") == ["送审.docx"]
    (tmp_path / "旧").rename(draft)
    planlint("annotate", copy, "--in-place")  # as Word does, it drops the mark
    shutil.rmtree(tmp_path / "home", ignore_errors=True)
    assert found(planlint, ".") == ["草稿.docx", "送审.docx"]
