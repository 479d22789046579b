"""What is timed: a case is a set of commands for the same work, which run in turns.

Every round checks drafts that no round before it has seen, so that nothing kept of an earlier one
helps; “again” is the same draft a second time.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Mapping
from functools import cache, partial
from pathlib import Path
from typing import NamedTuple

from bench.speed import peers
from bench.speed.issues import ROOT, made, text_issue, word_issue
from bench.speed.names import AGAIN, BARE, HELP, PARSE, SENTENCE, TEXT, TWO, WORD
from bench.speed.timing import Command

PLANLINT = (sys.executable, str(ROOT / "cli.py"))
# What docx2python alone takes to read Word files; text it must print, as the linters do.
PARSING = (
    "import docx2python, sys\nfor p in sys.argv[1:]: print(len(docx2python.docx2python(p).text))"
)
_DISTINCT = 8  # drafts of a folder; the others are issues of them
_SMALL = 3_000  # characters of each


class Case(NamedTuple):
    """`make` writes the drafts of all rounds into a folder and returns the commands by name."""

    key: str
    rounds: int
    make: Callable[[Path, int], Mapping[str, Command]]


def cases(lengths: list[int], many: int, rounds: int, also: list[Path]) -> list[Case]:
    """What is timed, a case after the other. `also` are further Word files."""
    return [
        Case("start", rounds, starts),
        *(Case(str(length), rounds, partial(one_draft, length)) for length in lengths),
        *(Case(path.name, rounds, partial(any_draft, path)) for path in also),
        Case("folder", min(rounds, 3), partial(folder_of, many)),
    ]


def starts(folder: Path, rounds: int) -> Mapping[str, Command]:
    """What a start costs."""
    (folder / "line.md").write_text("一、总则\n\n本方案自印发之日起施行。\n", "utf-8")
    commands = {
        BARE: [sys.executable, "-c", "print()"],
        HELP: [*PLANLINT, "--help"],
        "planlint --version": [*PLANLINT, "--version"],
        "planlint rules": [*PLANLINT, "rules"],
        "planlint explain IND001": [*PLANLINT, "explain", "IND001"],
        SENTENCE: check("line.md"),
    }
    if node := peers.node():
        commands["node"] = [node, "-e", "console.log()"]
    return {name: partial(_same, command) for name, command in commands.items()}


def one_draft(length: int, folder: Path, rounds: int) -> Mapping[str, Command]:
    """A draft of a length, as Word and as Markdown."""
    draft = made(folder, length)
    for turn in range(rounds + 1):
        (folder / f"{turn}.docx").write_bytes(word_issue(draft.word, turn))
        (folder / f"{turn}.md").write_text(text_issue(draft.text, turn), "utf-8")
    return {
        **word_commands(lambda turn: check(f"{turn}.docx")),
        TEXT: lambda turn: check(f"{turn}.md"),
        **peer_commands("{}.md", "{}.md"),
        PARSE: lambda turn: [sys.executable, "-c", PARSING, f"{turn}.docx"],
    }


def any_draft(path: Path, folder: Path, rounds: int) -> Mapping[str, Command]:
    """A Word file of any content."""
    word = path.read_bytes()
    for turn in range(rounds + 1):
        (folder / f"{turn}.docx").write_bytes(word_issue(word, turn))
    return {
        **word_commands(lambda turn: check(f"{turn}.docx")),
        PARSE: lambda turn: [sys.executable, "-c", PARSING, f"{turn}.docx"],
    }


def folder_of(many: int, folder: Path, rounds: int) -> Mapping[str, Command]:
    """A folder of drafts of 3,000 characters; planlint's first line of it is its first finding."""
    drafts = [made(folder, _SMALL, seed) for seed in range(1, _DISTINCT + 1)]
    for turn in range(rounds + 1):
        for name in ("word", "two", "text"):
            (folder / f"{name}{turn}").mkdir()
        for i in range(many):
            draft, number = drafts[i % _DISTINCT], turn * many * 2 + i
            (folder / f"word{turn}/{i}.docx").write_bytes(word_issue(draft.word, number))
            (folder / f"two{turn}/{i}.docx").write_bytes(word_issue(draft.word, number + many))
            (folder / f"text{turn}/{i}.md").write_text(text_issue(draft.text, number), "utf-8")
    commands = dict(word_commands(lambda turn: check(f"word{turn}", "plain", jobs=1)))
    if has("--jobs"):
        commands[TWO] = lambda turn: check(f"two{turn}", "plain", jobs=2)
    return {
        **commands,
        **peer_commands("text{}/*.md", "text{}"),
        PARSE: lambda turn: [
            *(sys.executable, "-c", PARSING),
            *(f"word{turn}/{i}.docx" for i in range(many)),
        ],
    }


def check(path: str, form: str = "json", jobs: int = 0) -> list[str]:
    """planlint's command for a path; `jobs` is left out where there is no such option."""
    chosen = ["--jobs", str(jobs)] if jobs and has("--jobs") else []
    return [*PLANLINT, "check", "--format", form, *chosen, path]


def word_commands(command: Command) -> Mapping[str, Command]:
    """planlint on Word drafts, and once more on the same ones where results are kept."""
    return {WORD: command, **({AGAIN: command} if has("--no-cache") else {})}


def peer_commands(pattern: str, folder: str) -> Mapping[str, Command]:
    """The other linters on the Markdown files of a round; AutoCorrect takes no patterns."""
    if not peers.installed():
        return {}
    return {
        peer.name: partial(_peer, peer, folder if peer.name == "AutoCorrect" else pattern)
        for peer in peers.PEERS
    }


@cache
def has(option: str) -> bool:
    """Whether `planlint check` has an option."""
    done = subprocess.run([*PLANLINT, "check", "--help"], capture_output=True, check=True)
    return option.encode() in done.stdout


def _same(command: list[str], turn: int) -> list[str]:
    return command


def _peer(peer: peers.Peer, where: str, turn: int) -> list[str]:
    return [*peers.command(peer), where.format(turn)]
