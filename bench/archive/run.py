"""Time `planlint archive` as whole processes: one process that checks, two, and a run that is
killed half way and taken up again.

    python -m bench.archive.run [--count 20000] [--characters 1500] [--rounds 1]

Prints ratios, the load of the machine, and the peak memory of the process that leads; the tables
of all runs must be the same, byte for byte. Run it from the root of the checkout; needs
python-docx and planlint[archive].
"""

from __future__ import annotations

import argparse
import hashlib
import os
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from bench.archive.drafts import write

ROOT = Path(__file__).resolve().parents[2]
_MEBIBYTE = 1024 * 1024 if sys.platform == "darwin" else 1024


class Run(NamedTuple):
    """Seconds from start to end, those of the processor, the peak memory of the leading process."""

    seconds: float
    processor: float
    memory: float


def timed(folder: Path, out: Path, jobs: int) -> Run:
    """Run the command to its end. Raises RuntimeError when it fails."""
    start = time.perf_counter()
    process = _begun(folder, out, jobs)
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"exit {process.returncode}")
    return Run(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / _MEBIBYTE)


def _begun(folder: Path, out: Path, jobs: int) -> subprocess.Popen[bytes]:
    command = [sys.executable, "cli.py", "archive", str(folder), "-o", str(out)]
    return subprocess.Popen([*command, "--jobs", str(jobs), "--quiet"], cwd=ROOT)


def killed(folder: Path, out: Path, jobs: int, after: float) -> tuple[float, int]:
    """Kill a run after so many seconds; return the seconds and the partitions that are finished."""
    start = time.perf_counter()
    process = _begun(folder, out, jobs)
    time.sleep(after)
    process.send_signal(signal.SIGKILL)
    process.wait()
    return time.perf_counter() - start, len(list((out / "parts").glob("*.parquet")))


def tables(out: Path) -> str:
    """One digest of all tables."""
    found = sorted(out.glob("*.parquet"))
    return hashlib.sha256(b"".join(path.read_bytes() for path in found)).hexdigest()[:16]


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--count", type=int, default=20_000)
    parser.add_argument("--characters", type=int, default=1_500)
    parser.add_argument("--rounds", type=int, default=1, help="one and two processes in turns")
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory(prefix="planlint-bench-") as place:
        folder = Path(place, "archive")
        size = write(folder, asked.count, asked.characters, asked.seed)
        print(
            f"{asked.count} drafts of some {asked.characters} characters,"
            f" {size / (1 << 20):.0f} MiB; {os.cpu_count()} processors,"
            f" load {os.getloadavg()[0]:.1f}"
        )
        return _measure(folder, Path(place), asked.rounds)


def _measure(folder: Path, place: Path, rounds: int) -> int:
    timed(folder, place / "warm", 1) if rounds > 1 else None
    runs: dict[int, list[Run]] = {1: [], 2: []}
    seen = set()
    for turn in range(rounds):
        for jobs, found in runs.items():
            out = place / f"{jobs}-{turn}"
            found.append(timed(folder, out, jobs))
            seen.add(tables(out))
            last = found[-1]
            print(
                f"{jobs} process{'es' if jobs > 1 else '  '}: {last.seconds:7.1f} s,"
                f" processor {last.processor:7.1f} s, {last.memory:.0f} MiB,"
                f" load {os.getloadavg()[0]:.1f}",
                flush=True,
            )
    one, two = (statistics.median(run.seconds for run in found) for found in runs.values())
    print(f"two processes are {one / two:.2f} times as fast as one")
    again = timed(folder, place / "2-0", 2)
    print(f"nothing left to do: {again.seconds:.1f} s, {again.seconds / two:.3f} of a whole run")
    cut, finished = killed(folder, place / "cut", 2, two / 2)
    rest = timed(folder, place / "cut", 2)
    seen.add(tables(place / "cut"))
    print(
        f"killed after {cut:.1f} s with {finished} partitions finished, then {rest.seconds:.1f} s:"
        f" {(cut + rest.seconds) / two:.2f} of a whole run"
    )
    print("the tables are the same" if len(seen) == 1 else f"the tables DIFFER: {seen}")
    return len(seen) != 1


if __name__ == "__main__":
    sys.exit(main())
