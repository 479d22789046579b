"""Plays a page of docs/: writes the files that its blocks show, runs what its consoles run.

```yaml .planlint.yaml      a block with a path behind its language is that file
```yaml >>rules/marks.yaml  stands at the end of that file
```diff draft.md            changes that file: what stands behind - and blanks must be there, once
```layout draft.docx        describes a Word draft (tests.layout_drafts)
```console                  $ planlint …, and below it all that is printed; … stands for any lines
"""

import re
import shlex
from pathlib import Path

from tests.helpers import ROOT, Run
from tests.layout_drafts import word_draft

_BLOCK = re.compile(r"^```(\w+)(?: +(\S+))?\n(.*?)^```$", re.S | re.M)
_COMMAND = re.compile(r"^\$ planlint ([^\n]+)\n((?:(?!\$ ).*\n)*)", re.M)


def play(name: str, folder: Path, planlint: Run) -> int:
    """Hold every console of a page against what is printed; return how many commands ran."""
    commands = 0
    for language, path, text in _BLOCK.findall((ROOT / "docs" / name).read_text("utf-8")):
        if path.startswith(">>"):
            with (folder / path.removeprefix(">>")).open("a", encoding="utf-8") as stream:
                stream.write(text)
        elif path:
            _put(language, folder / path, text)
        elif language == "console":
            for command, printed in _COMMAND.findall(text):
                done = planlint(*shlex.split(command))
                told = done.stdout + done.stderr
                assert _pattern(printed).fullmatch(told), f"$ planlint {command}\n{told}"
                commands += 1
    return commands


def _put(language: str, file: Path, text: str) -> None:
    """Write or change a file as a block shows it."""
    file.parent.mkdir(parents=True, exist_ok=True)
    if language == "layout":
        file.write_bytes(word_draft(text))
    elif language == "diff":
        file.write_text(_changed(file.read_text("utf-8"), text.splitlines()), "utf-8")
    else:
        file.write_text(text, "utf-8")


def _changed(text: str, lines: list[str]) -> str:
    before, after = (
        "".join(line[1:] + "\n" for line in lines if line[:1] in kept) for kept in (" -", " +")
    )
    assert text.count(before) == 1, before
    return text.replace(before, after)


def _pattern(printed: str) -> re.Pattern[str]:
    lines = printed.splitlines(keepends=True)
    return re.compile("".join("(?:.*\n)*" if x == "…\n" else re.escape(x) for x in lines))
