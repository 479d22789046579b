"""The linters that planlint is timed beside, installed from their registry at pinned versions.

    python -m bench.speed.peers            installs them into bench/speed/.peers
    python -m bench.speed.peers --renew    renews peers/package-lock.json after a change of
                                           peers/package.json

They need Node.js and npm. None of them reads Word: they are given the text as Markdown.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any, NamedTuple

HERE = Path(__file__).parent
PINNED = HERE / "peers"
HOME = HERE / ".peers"
_FILES = ("package.json", "package-lock.json")
_NPM = ("--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error")


class Peer(NamedTuple):
    """A linter: its name, its package, and what it is told before and after the drafts."""

    name: str
    package: str
    options: tuple[str, ...] = ()


PEERS = (
    Peer("zhlint", "zhlint"),
    Peer("AutoCorrect", "autocorrect-node", ("--lint", "--format", "json")),
    Peer("lint-md", "@lint-md/cli"),
)


def node() -> str | None:
    """Where Node.js is."""
    return shutil.which("node")


def install() -> bool:
    """Install what is pinned, unless it is there. Tell whether the linters can be run."""
    npm = shutil.which("npm")
    if installed():
        return True
    if node() is None or npm is None:
        return False
    shutil.rmtree(HOME, ignore_errors=True)
    HOME.mkdir()
    for name in _FILES:
        shutil.copy(PINNED / name, HOME)
    # Not `npm ci`: it refuses the lock where a registry lacks a package for another system.
    subprocess.run([npm, "install", "--no-save", *_NPM], cwd=HOME, check=True)
    return True


def installed() -> bool:
    """Whether the linters can be run, at the pinned versions."""
    modules = (HOME / "node_modules").is_dir()
    return node() is not None and modules and all(_same(name) for name in _FILES)


def renew() -> None:
    """Write the lock file anew, without the addresses of the registry that was asked."""
    npm = shutil.which("npm") or "npm"
    lock = PINNED / "package-lock.json"
    lock.unlink(missing_ok=True)
    subprocess.run([npm, "install", "--package-lock-only", *_NPM], cwd=PINNED, check=True)
    text = json.dumps(without_addresses(json.loads(lock.read_text("utf-8"))), indent=2)
    lock.write_text(text + "\n", "utf-8")


def without_addresses(lock: dict[str, Any]) -> dict[str, Any]:
    """A lock file whose packages are known by version and hash only."""
    packages = {
        name: {key: value for key, value in entry.items() if key != "resolved"}
        for name, entry in lock["packages"].items()
    }
    return {**lock, "packages": packages}


def command(peer: Peer) -> list[str]:
    """The command that starts an installed linter; drafts follow."""
    home = HOME / "node_modules" / peer.package
    (script,) = json.loads((home / "package.json").read_text("utf-8"))["bin"].values()
    return [node() or "node", str(home / script), *peer.options]


def versions() -> dict[str, str]:
    """The pinned version of each linter, by its name."""
    pinned = json.loads((PINNED / "package.json").read_text("utf-8"))["dependencies"]
    return {peer.name: pinned[peer.package] for peer in PEERS}


def _same(name: str) -> bool:
    """Whether a pinned file is the one that was installed from."""
    try:
        return (HOME / name).read_bytes() == (PINNED / name).read_bytes()
    except OSError:
        return False


if __name__ == "__main__":
    if "--renew" in sys.argv:
        renew()
    elif not install():
        sys.exit("no Node.js or no npm at hand")
