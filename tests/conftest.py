"""Runs the command line as a user does: a process of its own."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.helpers import ROOT, Run

_LONGEST_ID = 80


def pytest_make_parametrize_id(val: object, argname: str) -> str | None:
    """Name a long value by its length.

    Some pytest versions make the whole value part of the test's id, which they put into the
    environment: no process can be started any more.
    """
    if isinstance(val, str | bytes) and len(val) > _LONGEST_ID:
        return f"{argname}-of-{len(val)}"
    return None


@pytest.fixture
def planlint(tmp_path: Path) -> Run:
    """planlint(*arguments, stdin=None, **environment) in an empty folder."""

    def run(
        *arguments: str | Path, stdin: str | None = None, **environment: str
    ) -> "subprocess.CompletedProcess[str]":
        env = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"}
        env |= {name: str(tmp_path / "home") for name in ("XDG_CONFIG_HOME", "APPDATA")}
        env |= environment
        return subprocess.run(
            [sys.executable, str(ROOT / "cli.py"), *map(str, arguments)],
            input=stdin,
            capture_output=True,
            encoding="utf-8",
            cwd=tmp_path,
            env=env,
            timeout=60,
            check=False,
        )

    return run


@pytest.fixture
def faulty(tmp_path: Path) -> Path:
    """A draft with exactly one error: a box that does not exist."""
    path = tmp_path / "faulty.md"
    path.write_text(
        "一、主要任务\n\n推进灌区节水改造，建成高效节水农田（见专栏2）。\n\n"
        "> **专栏1 节水工程**\n>\n> 实施灌区续建配套改造。\n",
        "utf-8",
    )
    return path
