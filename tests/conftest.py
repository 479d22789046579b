"""Runs the command line as a user does: in a process of its own."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.helpers import ROOT, Run
from tests.zygote import Zygote

if TYPE_CHECKING:
    import subprocess

_LONGEST_ID = 80
os.environ["PLANLINT_NO_CACHE"] = "1"  # what planlint kept of earlier runs is no part of a test


def pytest_make_parametrize_id(val: object, argname: str) -> str | None:
    """Name a long value by its length.

    Some pytest versions make the whole value part of the test's id, which they put into the
    environment: no process can be started any more.
    """
    if isinstance(val, str | bytes) and len(val) > _LONGEST_ID:
        return f"{argname}-of-{len(val)}"
    return None


@pytest.fixture(scope="session")
def zygote() -> Iterator[Zygote]:
    """The process that forks for every command."""
    process = Zygote()
    yield process
    process.close()


@pytest.fixture
def planlint(tmp_path: Path, zygote: Zygote) -> Run:
    """planlint(*arguments, stdin=None, **environment) in an empty folder."""

    def run(
        *arguments: str | Path, stdin: str | None = None, **environment: str
    ) -> "subprocess.CompletedProcess[str]":
        env = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"}
        env |= {name: str(tmp_path / "home") for name in ("XDG_CONFIG_HOME", "APPDATA")}
        env |= environment
        return zygote.run(list(map(str, arguments)), tmp_path, env, stdin)

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
