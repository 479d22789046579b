"""The commands that are timed, of the round that they are asked for."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Mapping
from functools import cache, partial
from importlib.util import find_spec

from bench.speed import peers
from bench.speed.issues import ROOT
from bench.speed.names import AGAIN, WORD
from bench.speed.timing import Command

PLANLINT = (sys.executable, str(ROOT / "cli.py"))
# What docx2python alone takes to read Word files; text it must print, as the linters do.
_PARSING = (
    "import docx2python, sys\nfor p in sys.argv[1:]: print(len(docx2python.docx2python(p).text))"
)


def check(path: str, form: str = "json", jobs: int = 0) -> list[str]:
    """planlint's command for a path; `jobs` is left out where there is no such option."""
    chosen = ["--jobs", str(jobs)] if jobs and has("--jobs") else []
    return [*PLANLINT, "check", "--format", form, *chosen, path]


def parse(*paths: str) -> list[str]:
    """The command of a bare parse."""
    return [sys.executable, "-c", _PARSING, *paths]


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


def archives() -> bool:
    """Whether there is `planlint archive`, with what it needs."""
    done = subprocess.run([*PLANLINT, "archive", "--help"], capture_output=True, check=False)
    return done.returncode == 0 and all(map(find_spec, ("dask", "distributed", "pyarrow")))


@cache
def has(option: str) -> bool:
    """Whether `planlint check` has an option."""
    done = subprocess.run([*PLANLINT, "check", "--help"], capture_output=True, check=True)
    return option.encode() in done.stdout


def same(command: list[str], turn: int) -> list[str]:
    return command


def _peer(peer: peers.Peer, where: str, turn: int) -> list[str]:
    return [*peers.command(peer), where.format(turn)]
