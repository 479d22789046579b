"""The machine of the figures, as far as it matters to them. Hosts and users are not named."""

from __future__ import annotations

import os
import platform
import subprocess
from pathlib import Path
from typing import NamedTuple

from bench.speed import peers


class Machine(NamedTuple):
    cores: int
    memory: int  # GiB; 0 where the system does not say
    system: str
    python: str
    node: str  # empty where it is not installed

    @classmethod
    def this(cls) -> Machine:
        cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
        system = f"{platform.system()} {platform.machine()}"
        python = f"{platform.python_implementation()} {platform.python_version()}"
        return cls(cores or 1, _memory(), system, python, _node())


def load() -> float:
    """How many processes wanted a core, on average of the last minute; 0 where nobody counts."""
    return os.getloadavg()[0] if hasattr(os, "getloadavg") else 0.0


def _memory() -> int:
    try:
        pages = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    except (AttributeError, ValueError, OSError):
        return 0
    return round(min(pages, _allowed()) / (1 << 30))


def _allowed() -> int:
    """What a container may use; more than there is where nothing is set."""
    try:
        return int(Path("/sys/fs/cgroup/memory.max").read_text())
    except (OSError, ValueError):
        return 1 << 62


def _node() -> str:
    if not (program := peers.node()):
        return ""
    done = subprocess.run([program, "--version"], capture_output=True, text=True, check=True)
    return f"Node.js {done.stdout.strip().removeprefix('v')}"
