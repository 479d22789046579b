"""How the command line explains itself: Chinese unless English is asked for, and nothing cut."""

import os
import pty
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from typer.main import get_command

from linter.commands.line import app
from linter.commands.usage.english import has_english, in_english
from linter.commands.usage.language import spoken
from linter.text.columns import width
from tests.helpers import ROOT, Run

ENGLISH = re.compile(
    r"\b(?:usage|options?|error|missing|argument|invalid|required|show|try)\b", re.I
)
CHINESE = re.compile(r"[一-鿿]")
FAULTS = [
    (("check", "--formt", "x"), "没有选项 --formt，是不是 --format？", "no option --formt"),
    (("check", "a", "--format", "jso"), "应为 rich、plain、json", "cannot be “jso”; one of rich"),
    (("check", "a", "--format"), "选项 --format 后面要写值", "option --format needs a value"),
    (("check", "a", "--quiet=1"), "选项 --quiet 不带值", "option --quiet takes no value"),
    (("explain",), "缺少“规则”", "missing: RULE"),
    (("align", "a"), "缺少“--upper”", "missing: --upper"),
    (("explain", "a", "b (c)"), "多余的参数：b (c)", "unexpected: b (c)"),
    (("chek",), "没有命令“chek”，是不是 check？", "has no command 'chek'; did you mean check?"),
    (("草稿.docx",), "检查草稿请写 planlint check 草稿.docx", "planlint check 草稿.docx?"),
    (
        ("baseline", "wrte"),
        "planlint baseline 没有命令“wrte”，是不是 write？",
        "did you mean write?",
    ),
    (("--lang", "zh"), "缺少命令", ""),
]


@pytest.mark.parametrize(("command", "chinese", "english"), FAULTS)
def test_faults_e_usage_errors_are_told_in_both_languages(
    planlint: Run, command: tuple[str, ...], chinese: str, english: str
) -> None:
    done = planlint(*command)
    first, *usage = done.stderr.splitlines()
    assert (done.returncode, done.stdout) == (2, "")
    assert first.startswith("planlint: ")
    assert chinese in first
    assert not ENGLISH.search(re.sub(r"--\w+", "", done.stderr))
    assert all(line.startswith("planlint: 用法：planlint") for line in usage)
    if english:
        done = planlint(*command, PLANLINT_LANG="en")
        assert english in done.stderr.splitlines()[0]
        assert not CHINESE.search(done.stderr.replace("草稿.docx", ""))


@pytest.mark.parametrize("arguments", [("{}",), ("check", "--{}"), ("explain", "IND001", "{}")])
def test_an_argument_is_quoted_harmlessly_and_not_in_full(
    planlint: Run, arguments: tuple[str, ...]
) -> None:
    for word in ("甲\x1b]0;乙\x07\n\u202e丙", "长" * 5000):
        done = planlint(*(argument.format(word) for argument in arguments))
        assert done.returncode == 2
        assert len(done.stderr) < 700
        assert len(done.stderr.splitlines()) == 2
        assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e]", done.stderr)


def _commands(
    command: Any = None, path: tuple[str, ...] = ()
) -> Iterator[tuple[tuple[str, ...], Any]]:
    command = command or get_command(app)
    yield path, command
    for name, below in getattr(command, "commands", {}).items():
        yield from _commands(below, (*path, name))


def test_faults_e_help_is_chinese_and_whole_where_nothing_is_a_terminal(planlint: Run) -> None:
    for path, command in _commands():
        shown = planlint(*path, "--help").stdout
        assert not ENGLISH.search(re.sub(r"--[\w-]+|error|show", "", shown)), path
        lines = shown.splitlines()
        for param in command.params:
            names = [line for line in lines if param.opts[-1] in line]
            text = (param.help or "").removesuffix("。")
            assert any(text in line for line in names or lines), (path, param.name)


def test_every_text_has_its_english() -> None:
    for path, command in _commands():
        texts = [command.help, command.epilog]
        texts += [getattr(param, "help", None) for param in command.params if param.name != "help"]
        missing = [text for text in texts if text and not has_english(text)]
        assert not missing, (path, missing)
        for text in filter(None, texts):
            shown = re.sub(r"NAME\.(?:批注|修订)\.docx|〔〕|、", "", in_english(text))
            assert not CHINESE.search(shown), text


def test_english_is_asked_for_and_never_guessed(
    planlint: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert planlint("check", "--help", LANG="en_US.UTF-8").stdout.startswith("用法：")
    for arguments in (("check", "--lang", "en", "--help"), ("--lang=en", "check", "--help")):
        assert planlint(*arguments).stdout.startswith("Usage: planlint check [OPTIONS] [DRAFT…]")
    assert planlint("--lang", "en", "rules").stdout.splitlines()[0].split()[1] in (
        "error",
        "warning",
    )
    monkeypatch.setenv("PLANLINT_LANG", "en")
    assert spoken(["check"]) == "en"
    assert spoken(["check", "--lang", "zh"]) == "zh"
    assert spoken(["--", "--lang", "zh"]) == "en"


@pytest.mark.parametrize("columns", [60, 200])
def test_faults_e_help_is_folded_and_not_cut_on_a_terminal(columns: int) -> None:
    shown = _on_terminal(["check", "--help"], columns)
    lines = [line.rstrip() for line in shown.splitlines()]
    assert max(map(width, lines)) <= min(columns, 100)
    whole = "".join(line.strip() for line in lines)
    command = next(c for path, c in _commands() if path == ("check",))
    for param in command.params:
        assert "".join((param.help or "").removesuffix("。").split()) in "".join(whole.split())


def test_a_report_is_folded_for_a_terminal_only(planlint: Run, tmp_path: Path) -> None:
    name = "很长的文件名" * 12 + ".md"
    draft = tmp_path / name
    draft.write_text(
        "一、任务\n\n推进节水（见专栏2）。\n\n> **专栏1 节水**\n>\n> 改造。\n", "utf-8"
    )
    piped = planlint("check", name).stdout
    assert name in piped.splitlines()
    shown = _on_terminal(["check", name], 50, tmp_path)
    words = re.sub(r"\x1b\[[\d;]*m", "", shown)
    assert max(width(line.rstrip("\r")) for line in words.split("\n")) <= 50
    assert name in "".join(words.split())


def _on_terminal(arguments: list[str], columns: int, folder: Path = ROOT) -> str:
    """What a command shows on a terminal of so many columns."""
    ours, theirs = pty.openpty()
    env = {**os.environ, "COLUMNS": str(columns), "TERM": "xterm", "PYTHONPATH": str(ROOT)}
    for name in ("PLANLINT_LANG", "NO_COLOR"):
        env.pop(name, None)
    command = [sys.executable, str(ROOT / "cli.py"), *arguments]
    with subprocess.Popen(command, stdout=theirs, stderr=theirs, env=env, cwd=folder) as process:
        os.close(theirs)
        data = b""
        while True:
            try:
                piece = os.read(ours, 65536)
            except OSError:  # the other side is closed
                break
            if not piece:
                break
            data += piece
        process.wait()
    os.close(ours)
    return data.decode().replace("\r\n", "\n")
