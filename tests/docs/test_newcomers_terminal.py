"""Newcomers at the terminal, by the documents' own commands: a repository with hooks and a baseline
(docs/ci.md, docs/baseline.md), a reviewer (the READMEs)."""

import re
import shlex
import zipfile
from pathlib import Path

import yaml

from tests.cli.test_choosing import git
from tests.docs.drafter import TITLE, draft
from tests.docs.test_ci_pages import files
from tests.helpers import ROOT, Run

FAULTY = "一、任务\n\n合埋安排节水（见专栏2）。\n\n> **专栏1 节水**\n>\n> 改造。\n"
ENGLISH = {
    "OLD.docx": "征求意见稿.docx",
    "NEW.docx": "送审稿.docx",
    "LEDGER.xlsx": "台账.xlsx",
    "LOCAL.docx": "本级.docx",
    "UPPER.docx": "上级.docx",
    "DRAFT.docx": "草稿.docx",
    "FOLDER/": "文件库/",
    "OUT/": "结果/",
    "draft.docx": "草稿.docx",
    "draft.md": "草稿.md",
}
ELSEWHERE = ("archive", "page")  # tests/archive, as it starts a cluster; test_newcomers.py


def _hooks(planlint: Run, folder: Path) -> list[tuple[str, int, str]]:
    """What each hook of docs/ci.md says of what is staged, as pre-commit would run it: its id, its
    exit code (1 where it changed a file, too), its output."""
    git(folder, "add", "-A")
    defined = {h["id"]: h for h in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text())}
    (repository,) = files("ci.md")[".pre-commit-config.yaml"]["repos"]
    names = [path.relative_to(folder).as_posix() for path in sorted(folder.rglob("*.*"))]
    said = []
    for hook in repository["hooks"]:
        one = defined[hook["id"]] | hook
        held = [n for n in names if re.search(one["files"], n) and not re.search(one["exclude"], n)]
        before = [(folder / name).read_bytes() for name in held]
        done = planlint(*shlex.split(one["entry"])[1:], *one.get("args", []), *held)
        changed = before != [(folder / name).read_bytes() for name in held]
        said.append((hook["id"], done.returncode or int(changed), done.stdout))
    return said


def test_a_repository_follows_the_pages_on_hooks_and_the_baseline(
    planlint: Run, tmp_path: Path
) -> None:
    commands = dict(re.findall(r"^\| `planlint (baseline (\w+)) ?", _page("baseline.md"), re.M))
    assert list(commands.values()) == ["write", "show", "prune"]
    write, show, prune = (command.split() for command in commands)
    git(tmp_path, "init", "-q")
    drafts = tmp_path / "drafts"
    (drafts / "归档").mkdir(parents=True)
    (tmp_path / ".planlint.yaml").write_text(_block("ci.md", ".planlint.yaml"), "utf-8")
    olden = ("旧稿.md", "归档/去年.md")
    for name in olden:
        (drafts / name).write_text(FAULTY, "utf-8")

    assert planlint(*write, "drafts").returncode == 0
    new, word_file = drafts / "新稿.md", drafts / "新稿.docx"
    new.write_text(FAULTY.replace("专栏2", "专栏9"), "utf-8")
    word_file.write_bytes(draft("94", "94", slips=True))
    (_, corrected, _), (_, stopped, _) = _hooks(planlint, tmp_path)
    assert (corrected, stopped) == (1, 1)
    assert "合理安排" in new.read_text("utf-8")
    assert b"<w:ins " in zipfile.ZipFile(word_file).read("word/document.xml")
    kept = [(drafts / name).read_text("utf-8") for name in olden]
    assert kept == [FAULTY, FAULTY]  # one is in the baseline, one excluded
    assert list(tmp_path.rglob("*.bak*")) == []

    word_file.unlink()
    (_, corrected, _), (_, stopped, told) = _hooks(planlint, tmp_path)
    assert (corrected, stopped) == (0, 1)
    assert set(re.findall(r"专栏\d", told)) == {"专栏1", "专栏9"}
    new.write_text(new.read_text("utf-8").replace("专栏9", "专栏1"), "utf-8")
    (drafts / "定稿.md").write_text(FAULTY.replace("专栏2", "专栏1"), "utf-8")
    (drafts / "旧稿.md").unlink()
    assert "删去 1 条" in planlint(*prune).stdout
    listed = planlint(*show).stdout
    assert "定稿.md（1 条）" in listed
    assert "TRM001" in listed
    assert [code for _, code, _ in _hooks(planlint, tmp_path)] == [0, 0]


def _page(name: str) -> str:
    return (ROOT / "docs" / name).read_text("utf-8")


def _block(page: str, name: str) -> str:
    """The file that a page shows."""
    (text,) = re.findall(rf"^```\w+ {re.escape(name)}\n(.*?)^```$", _page(page), re.M | re.S)
    return str(text)


def _shown(readme: str) -> list[tuple[str, ...]]:
    """The commands of a README with a word on each, as arguments of planlint."""
    text = (ROOT / readme).read_text("utf-8")
    lines = re.findall(r"^\$ planlint (.+?) +# ", text, re.M)
    return [tuple(ENGLISH.get(word, word) for word in shlex.split(line)) for line in lines]


def test_a_reviewer_follows_the_readme(planlint: Run, tmp_path: Path) -> None:
    shown = _shown("README.zh-CN.md")
    assert shown == _shown("README.md")
    _reviewed(tmp_path)
    said = {}
    for command in shown:
        if command[0] not in ELSEWHERE:
            stdin = FAULTY if "-" in command else None
            done = planlint(*command, stdin=stdin)
            said[command] = done.stdout
            assert done.returncode in (0, 1), done.stderr
            assert done.returncode == int(_finds(command)), (command, done.stdout)
    whole = said["check", "草稿.docx"]
    for words in (
        "错误 IND001 “到2026年底，农村自来…”段",
        "│ 到2026年底，农村自来水普及率达到94%。",
    ):
        assert words in whole
    assert "↳ 指标表（表1第3行“农村自来水普及率”第4列）" in whole
    codes = {command: set(re.findall(r"\b[A-Z]{3}\d{3}\b", told)) for command, told in said.items()}
    assert codes["check", "草稿.docx", "--select", "IND,BOX001"] == {"IND001", "BOX001"}
    assert "甲.md" not in said["check", "drafts/", "--changed-since", "main"]
    assert "乙.md" in said["check", "drafts/", "--changed-since", "main"]
    assert "草稿.md" in said["check", "-", "--stdin-name", "草稿.md"]
    assert "CHG001" in said["diff", "征求意见稿.docx", "送审稿.docx"]
    assert "ALN001" in said["align", "本级.docx", "--upper", "上级.docx"]
    for name in ("台账.xlsx", "报告.html", "报告.sarif", "草稿.批注.docx", "草稿.修订.docx"):
        assert (tmp_path / name).stat().st_size, name


def _finds(command: tuple[str, ...]) -> bool:
    """Whether a command ends with 1, as its drafts have errors."""
    return command[0] in ("check", "diff", "align")


def _reviewed(folder: Path) -> None:
    """The files that the commands are about."""
    for name, data in {
        "草稿": draft("92", "94", slips=True),
        "征求意见稿": draft("94", "94"),
        "送审稿": draft("92", "94"),
        "本级": draft("92", "92"),
        "上级": draft("96", "96", title=TITLE.replace("建设工作方案", "振兴规划")),
    }.items():
        (folder / f"{name}.docx").write_bytes(data)
    (folder / "drafts").mkdir()
    for name in ("草稿.md", "drafts/甲.md"):
        (folder / name).write_text(FAULTY, "utf-8")
    git(folder, "init", "-q", "-b", "main")
    git(folder, "add", "drafts")
    git(folder, "commit", "-qm", "x")
    (folder / "drafts" / "乙.md").write_text(FAULTY, "utf-8")
