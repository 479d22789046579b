"""Time planlint as its users do, whole processes: the help, and drafts of 30,000 and 300,000
characters.

    python -m bench.speed.run [--runs 5]

Prints the median wall time of each, its spread, the ratio to a bare interpreter, and the peak
memory of the process. Compare ratios of one machine and one run, not seconds of two. Run it from
the root of the checkout; needs python-docx.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[2]
LENGTHS = (30_000, 300_000)
# ru_maxrss is in kilobytes on Linux and in bytes on macOS.
_MEBIBYTE = 1024 * 1024 if sys.platform == "darwin" else 1024


class Run(NamedTuple):
    """One process: seconds from start to end, and its peak resident memory in MiB."""

    seconds: float
    memory: float


def timed(command: list[str]) -> Run:
    """Run a command to its end. Raises RuntimeError when it fails (exit 2 or more)."""
    start = time.perf_counter()
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1):
        raise RuntimeError(f"{' '.join(command)}: exit {process.returncode}")
    return Run(seconds, usage.ru_maxrss / _MEBIBYTE)


def commands(folder: Path) -> dict[str, list[str]]:
    """What is timed, by name; writes the drafts into the folder."""
    planlint = [sys.executable, "cli.py"]
    timed_commands = {
        "bare interpreter": [sys.executable, "-c", "pass"],
        "planlint --help": [*planlint, "--help"],
    }
    for length in LENGTHS:
        path = folder / f"draft-{length}.docx"
        # In a process of its own: what this one has used at most counts as its children's, too.
        write = [sys.executable, "-m", "bench.speed.drafts", str(length), str(path)]
        subprocess.run(write, cwd=ROOT, check=True)
        check = [*planlint, "check", "--format", "json", str(path)]
        timed_commands[f"check, {length:,} characters"] = check
    return timed_commands


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--runs", type=int, default=5, help="processes per line (default 5)")
    runs = max(1, parser.parse_args().runs)
    medians: list[float] = []
    print("| command | median s | min s | max s | ratio | peak MiB |")
    print("| --- | ---: | ---: | ---: | ---: | ---: |")
    with tempfile.TemporaryDirectory() as folder:
        for name, command in commands(Path(folder)).items():
            timed(command)  # once for the disk cache and the byte code
            done = [timed(command) for _ in range(runs)]
            seconds = [run.seconds for run in done]
            medians.append(statistics.median(seconds))
            print(
                f"| {name} | {medians[-1]:.3f} | {min(seconds):.3f} | {max(seconds):.3f} "
                f"| {medians[-1] / medians[0]:.1f} | {max(run.memory for run in done):.0f} |"
            )
    growth = (medians[-1] - medians[1]) / max(1e-9, medians[-2] - medians[1])
    print(f"\nTen times the text costs {growth:.1f} times the time, start-up (--help) taken off.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
