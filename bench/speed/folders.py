"""What is timed with many drafts at once: a folder, and an archive."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from pathlib import Path

from bench.speed.commands import PLANLINT, check, has, parse, peer_commands, word_commands
from bench.speed.issues import made, text_issue, word_issue
from bench.speed.names import ARCHIVE_ALL, ARCHIVE_ONE, ARCHIVE_TWO, PARSE, PART, TWO
from bench.speed.timing import Command

_DISTINCT = 8  # drafts of a folder; the others are issues of them
_SMALL = 3_000  # characters of each
_SMALLEST = 300  # of those of an archive
_WARMING = 8  # drafts of a folder that nobody times


def folder_of(many: int, folder: Path, rounds: int) -> Mapping[str, Command]:
    """A folder of drafts of 3,000 characters; planlint's first line of it is its first finding."""
    drafts = [made(folder, _SMALL, seed) for seed in range(1, _DISTINCT + 1)]
    for turn in range(rounds + 1):
        for name in ("word", "two", "text"):
            (folder / f"{name}{turn}").mkdir()
        for i in range(many if turn else _WARMING):
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
        PARSE: lambda turn: parse(
            *(f"word{turn}/{i}.docx" for i in range(many if turn else _WARMING))
        ),
    }


def archive_of(many: int, folder: Path, rounds: int) -> Mapping[str, Command]:
    """An archive of short drafts, and a part of it by one process and by two; the part is another
    folder each time, and there is one round."""
    texts = [made(folder, _SMALLEST, seed).text for seed in range(1, _DISTINCT + 1)]
    sizes = {
        **dict.fromkeys(("0one", "0two", "0all"), (_WARMING, 2)),
        "1one": (many // PART, 1),
        "1two": (many // PART, 2),
        "1all": (many, 2),
    }
    number = 0
    for name, (count, _) in sizes.items():
        (folder / name).mkdir()
        for i in range(count):
            number += 1
            text = text_issue(texts[i % _DISTINCT], number)
            (folder / name / f"{i}.md").write_text(text, "utf-8")

    def archive(what: str, turn: int) -> list[str]:
        name = f"{turn}{what}"
        return [*PLANLINT, "archive", name, "-o", f"out-{name}", "--jobs", str(sizes[name][1])]

    return {
        ARCHIVE_ONE: partial(archive, "one"),
        ARCHIVE_TWO: partial(archive, "two"),
        ARCHIVE_ALL: partial(archive, "all"),
    }
