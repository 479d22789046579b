"""Plays a page of docs/: writes the files that its blocks show, runs what its consoles run.

```yaml .planlint.yaml      a block with a path behind its language is that file
```console                  $ planlint …, and below it all that is printed; … stands for any lines
"""

import re
import shlex
from pathlib import Path

from tests.helpers import ROOT, Run

_BLOCK = re.compile(r"^```(\w+)(?: +(\S+))?\n(.*?)^```$", re.S | re.M)
_COMMAND = re.compile(r"^\$ planlint ([^\n]+)\n((?:(?!\$ ).*\n)*)", re.M)


def play(name: str, folder: Path, planlint: Run) -> int:
    """Hold every console of a page against what is printed; return how many commands ran."""
    commands = 0
    for language, path, text in _BLOCK.findall((ROOT / "docs" / name).read_text("utf-8")):
        if path:
            target = folder / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text, "utf-8")
        elif language == "console":
            for command, printed in _COMMAND.findall(text):
                done = planlint(*shlex.split(command))
                assert _pattern(printed).fullmatch(done.stdout + done.stderr), (command, done)
                commands += 1
    return commands


def _pattern(printed: str) -> re.Pattern[str]:
    lines = printed.splitlines(keepends=True)
    return re.compile("".join("(?:.*\n)*" if x == "…\n" else re.escape(x) for x in lines))
