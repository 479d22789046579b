"""Whole processes, timed in turns: A B C A B C …, so that what disturbs the machine meets all."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

# ru_maxrss is in kilobytes on Linux and in bytes on macOS.
_MEBIBYTE = 1024 * 1024 if sys.platform == "darwin" else 1024
# With these a Python process works as nobody's does: no byte code kept, no output gathered.
_UNSET = ("PYTHONDONTWRITEBYTECODE", "PYTHONUNBUFFERED", "PLANLINT_NO_CACHE")

# The command of a round; rounds are counted from 1, and round 0 warms up.
Command = Callable[[int], Sequence[str]]


class Run(NamedTuple):
    """One process: seconds to its end and to its first output, those that its threads and children
    took of all cores, and its peak memory in MiB.

    Of a process with children the memory is that of the largest of them.
    """

    seconds: float
    first: float
    processor: float
    memory: float


class Timing(NamedTuple):
    """What the runs of one command come to."""

    median: float
    least: float
    most: float
    first: float  # the median time to the first output
    processor: float  # the median
    memory: float  # of the largest run

    @classmethod
    def of(cls, runs: Sequence[Run]) -> Timing:
        seconds = [run.seconds for run in runs]
        return cls(
            statistics.median(seconds),
            min(seconds),
            max(seconds),
            statistics.median(run.first for run in runs),
            statistics.median(run.processor for run in runs),
            max(run.memory for run in runs),
        )


def environment(cache: Path) -> dict[str, str]:
    """The variables of every process that is timed, with a cache folder of its own."""
    kept = {name: value for name, value in os.environ.items() if name not in _UNSET}
    return {**kept, "XDG_CACHE_HOME": str(cache), "PYTHONIOENCODING": "utf-8"}


def timed(command: Sequence[str], folder: Path, variables: Mapping[str, str]) -> Run:
    """Run a command in a folder to its end.

    Raises RuntimeError when it fails (exit 2 or more) or says nothing: then it checked nothing.
    """
    with tempfile.TemporaryFile() as errors:
        start = time.perf_counter()
        process = subprocess.Popen(
            command, cwd=folder, env=variables, stdout=subprocess.PIPE, stderr=errors
        )
        assert process.stdout is not None
        length = len(os.read(process.stdout.fileno(), 1 << 16))
        first = time.perf_counter() - start
        while more := os.read(process.stdout.fileno(), 1 << 16):
            length += len(more)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
        process.stdout.close()
        process.returncode = os.waitstatus_to_exitcode(status)
        errors.seek(0)
        said = errors.read().decode("utf-8", "replace").strip()
    if process.returncode not in (0, 1) or not (length or said):
        raise RuntimeError(f"{' '.join(command)}: exit {process.returncode}: {said[-400:]}")
    return Run(seconds, first, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / _MEBIBYTE)


def in_turns(
    commands: Mapping[str, Command],
    rounds: int,
    run: Callable[[Sequence[str]], Run],
    tell: Callable[[str], None] = lambda line: None,
) -> dict[str, Timing]:
    """Run each command once to warm up, then all of them in turn, round after round."""
    for command in commands.values():
        run(command(0))
    runs: dict[str, list[Run]] = {name: [] for name in commands}
    for turn in range(1, rounds + 1):
        for name, command in commands.items():
            runs[name].append(run(command(turn)))
        tell(f"{turn}/{rounds} " + " ".join(f"{n} {r[-1].seconds:.2f}" for n, r in runs.items()))
    return {name: Timing.of(done) for name, done in runs.items()}
