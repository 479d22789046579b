"""What a command loads and compiles: what it shows, and no more."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.helpers import ROOT

# Runs the command line it is given, then tells what of ours and of other packages was loaded, and
# where the patterns stand that were compiled.
_TELL = """
import json, os, sys
os._exit = sys.exit
from linter.app import main
try:
    main()
except SystemExit:
    pass
loaded = dict(sys.modules)
ours = {n.removeprefix("linter."): module for n, module in loaded.items() if "linter." in n}
subjects = {name.split(".")[1] for name in ours if name.startswith("subjects.")}
others = {name.split(".")[0] for name in loaded} & {*OTHERS}
compiled = set()
if "text.patterns" in ours:
    lazy = ours["text.patterns"]._Lazy
    for name, module in ours.items():
        for value in list(vars(module).values()):
            if type(value) is lazy and value.__dict__["_made"] is not None:
                compiled.add(name.split(".")[0])
rooms = {name.split(".")[0] for name in ours}
told = [sorted(some) for some in (rooms, subjects, others, compiled)]
print(json.dumps(told), file=sys.stderr)
"""
_HEAVY = {"yaml", "jieba", "docx2python", "lxml", "openpyxl", "markdown_it", "http"}
_OTHERS = {"typer", "rich", "platformdirs"} | _HEAVY
_START = {"app", "catalogue", "commands", "engine", "readers", "reporters", "text"}
_LISTS = _START | {"diagnosis", "document", "plan", "settings"}
_DRAFT = "# 某市规划\n\n## 一、任务\n\n建设水库（见专栏7）。\n"


class Loads(NamedTuple):
    """Our rooms, of these the subjects, other packages, the rooms whose patterns were compiled."""

    rooms: set[str]
    subjects: set[str]
    packages: set[str]
    compiled: set[str]


def loads(folder: Path, *command: str) -> Loads:
    """Run a command for a second time: what the first has kept is at hand."""
    code = _TELL.replace("OTHERS", repr(_OTHERS))
    env = {**os.environ, "PLANLINT_NO_CACHE": "", "XDG_CACHE_HOME": str(folder / "cache")}
    env["PYTHONPATH"] = str(ROOT)
    for _ in range(2):
        run = subprocess.run(
            [sys.executable, "-c", code, *command],
            check=True,
            cwd=folder,
            env=env,
            capture_output=True,
            text=True,
        )
    return Loads(*map(set, json.loads(run.stderr.splitlines()[-1])))


@pytest.mark.parametrize("command", ["--help", "--version", "check --help", "explain --help"])
def test_help_loads_the_command_line_alone(command: str, tmp_path: Path) -> None:
    assert loads(tmp_path, *command.split()) == (_START, set(), {"typer"}, set())


@pytest.mark.parametrize("command", ["rules", "explain IND001", "explain IND", "config show"])
def test_a_list_of_rules_loads_no_check_and_no_reader(command: str, tmp_path: Path) -> None:
    told = loads(tmp_path, *command.split())
    assert told.rooms <= _LISTS
    assert told.packages <= {"typer", "rich", "platformdirs"}
    assert told.compiled <= {"catalogue"}


def test_a_check_loads_the_rules_that_it_runs(tmp_path: Path) -> None:
    (tmp_path / "草稿.md").write_text(_DRAFT, "utf-8")
    told = loads(tmp_path, "check", "草稿.md", "--select", "BOX001", "--no-cache")
    assert "boxes" in told.subjects
    assert not told.subjects & {"words", "marks", "look", "generic", "residues"}
    assert told.packages == {"typer", "rich", "platformdirs"}
    assert "across" not in told.rooms
    assert "across" in loads(tmp_path, "align", "草稿.md", "--upper", "草稿.md").rooms
