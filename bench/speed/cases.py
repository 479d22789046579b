"""What is timed: a case is a set of commands for the same work, which run in turns.

Every round checks drafts that no round before it has seen, so that nothing kept of an earlier one
helps; “again” is the same draft a second time.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import NamedTuple

from bench.speed import peers
from bench.speed.commands import (
    PLANLINT,
    archives,
    check,
    parse,
    peer_commands,
    same,
    word_commands,
)
from bench.speed.folders import archive_of, folder_of
from bench.speed.issues import made, text_issue, word_issue
from bench.speed.names import BARE, HELP, PARSE, SENTENCES, TEXT
from bench.speed.timing import Command


class Case(NamedTuple):
    """`make` writes the drafts of all rounds into a folder and returns the commands by name."""

    key: str
    rounds: int
    make: Callable[[Path, int], Mapping[str, Command]]


class Size(NamedTuple):
    """How much is timed: lengths of drafts in characters, the drafts of a folder and an archive."""

    lengths: tuple[int, ...]
    folder: int
    archive: int
    rounds: int


def cases(size: Size, also: list[Path]) -> list[Case]:
    """What is timed, a case after the other. `also` are further Word files."""
    rounds = size.rounds
    archive = [Case("archive", 1, partial(archive_of, size.archive))] if archives() else []
    return [
        Case("start", rounds, starts),
        *(Case(str(length), rounds, partial(one_draft, length)) for length in size.lengths),
        *(Case(path.name, rounds, partial(any_draft, path)) for path in also),
        Case("folder", min(rounds, 3), partial(folder_of, size.folder)),
        *archive,
    ]


def starts(folder: Path, rounds: int) -> Mapping[str, Command]:
    """What a start costs."""
    for turn in range(rounds + 1):
        text = text_issue("一、总则\n\n本方案自印发之日起施行。", turn)
        (folder / f"{turn}.md").write_text(text, "utf-8")
    commands = {
        BARE: [PLANLINT[0], "-c", "print()"],
        HELP: [*PLANLINT, "--help"],
        "planlint --version": [*PLANLINT, "--version"],
        "planlint rules": [*PLANLINT, "rules"],
        "planlint explain IND001": [*PLANLINT, "explain", "IND001"],
    }
    if node := peers.node():
        commands["node"] = [node, "-e", "console.log()"]
    start: dict[str, Command] = {name: partial(same, given) for name, given in commands.items()}
    return {**start, SENTENCES: lambda turn: check(f"{turn}.md")}


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
        PARSE: lambda turn: parse(f"{turn}.docx"),
    }


def any_draft(path: Path, folder: Path, rounds: int) -> Mapping[str, Command]:
    """A Word file of any content."""
    word = path.read_bytes()
    for turn in range(rounds + 1):
        (folder / f"{turn}.docx").write_bytes(word_issue(word, turn))
    return {
        **word_commands(lambda turn: check(f"{turn}.docx")),
        PARSE: lambda turn: parse(f"{turn}.docx"),
    }
