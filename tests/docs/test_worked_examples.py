"""The worked examples of the guides: files are written, commands run, what they print compared.

In a guide, ```markdown NAME writes a file and ```console runs its `$ planlint …` lines one after
the other. UPDATE_SNAPSHOTS=1 pytest tests/docs/test_worked_examples.py writes the output anew.
"""

import os
import re
import shlex
from pathlib import Path

import pytest

from tests.helpers import ROOT, Run

NAMES = ["suppression", "suppression.en", "baseline", "baseline.en", "reports", "reports.zh"]
GUIDES = [ROOT / "docs" / f"{name}.md" for name in NAMES]
BLOCK = re.compile(r"^````?(markdown|console)(?: (\S+))?\n(.*?)^````?$", re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize("guide", GUIDES, ids=lambda path: path.stem)
def test_the_worked_example_is_true(guide: Path, planlint: Run, tmp_path: Path) -> None:
    text = guide.read_text("utf-8")
    fresh = BLOCK.sub(lambda block: _done(block, planlint, tmp_path), text)
    if os.environ.get("UPDATE_SNAPSHOTS"):
        guide.write_text(fresh, "utf-8")
    assert text.count("\n$ planlint ") >= 2
    assert fresh == guide.read_text("utf-8")


def _done(block: re.Match[str], planlint: Run, folder: Path) -> str:
    """Write the file or run the commands of a block; return it with what they print."""
    kind, name, body = block.groups()
    if kind == "markdown" and name:
        (folder / name).write_text(body, "utf-8")
    if kind == "markdown":
        return block.group()
    return "```console\n" + "".join(_printed(planlint, c, folder) for c in _commands(body)) + "```"


def _commands(body: str) -> list[str]:
    return [line.removeprefix("$ ") for line in body.splitlines() if line.startswith("$ ")]


def _printed(planlint: Run, command: str, folder: Path) -> str:
    program, *arguments = shlex.split(command)
    if program == "cat":
        return f"$ {command}\n" + (folder / arguments[0]).read_text("utf-8")
    assert program == "planlint"
    done = planlint(*arguments, COLUMNS="80")
    return f"$ {command}\n{done.stdout}{done.stderr}"
