"""Stop folder runs at random moments, during a conversion as well, and look at what is left.

    python -m bench.hostile.signals [--interrupts 30] [--terminations 10] [--seed 1]

Prints for each run the signal, when it came, how long the end took, the exit code and what was
left: temporary files and folders, processes. Exit 1 if a run took more than two seconds to end,
ended with another code, or left anything. Needs LibreOffice for the conversion.
"""

import argparse
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from bench.speed.drafts import word_draft

ROOT = Path(__file__).resolve().parents[2]
_LONGEST = 2.0
_GRACE = 0.2  # seconds in which a killed process leaves the table of processes
_OLD = "{\\rtf1\\ansi\\uc0 \\u26576 ?\\u30465 ?\\u35268 ?\\u21010 ?\\par}"


class Stopped(NamedTuple):
    """One run: when it was stopped, how long that took, how it ended, what it left."""

    at: float
    took: float
    code: int
    left: list[str]
    err: str

    @property
    def begun(self) -> bool:
        """Whether planlint had begun: what comes while Python itself starts, Python answers."""
        return self.code in (130, 143) or "linter" in self.err or bool(self.left)

    def fault(self, expected: int) -> str | None:
        """What is wrong with the end, None if nothing."""
        if self.left:
            return f"left {self.left}"
        if self.took > _LONGEST:
            return "too slow"
        if "Traceback" in self.err or "内部错误" in self.err:
            return "traceback"
        return None if self.code == expected else f"exit {self.code}"


def folder_of_drafts(folder: Path) -> None:
    """Write Word drafts and an older one between them, which LibreOffice has to convert."""
    draft = word_draft(6_000)
    for name in ("1", "2", "4", "5"):
        (folder / f"{name}.docx").write_bytes(draft)
    (folder / "3.rtf").write_text(_OLD, "ascii")


def stop(folder: Path, number: int, after: float, temporary: Path) -> Stopped | None:
    """Check a folder and send a signal after so many seconds; None where it had ended before."""
    command = [sys.executable, str(ROOT / "cli.py"), "check", "--format", "json", str(folder)]
    process = subprocess.Popen(
        command,
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "TMPDIR": str(temporary), "PLANLINT_NO_CACHE": "1"},
    )
    with suppress(subprocess.TimeoutExpired):
        process.wait(after)
    if process.poll() is not None:
        process.communicate()
        return None
    start = time.perf_counter()
    process.send_signal(number)
    _, err = process.communicate()
    took = time.perf_counter() - start
    time.sleep(_GRACE)
    left = [path.name for path in temporary.iterdir()] + _processes(temporary)
    return Stopped(after, took, process.returncode, left, err.decode())


def _processes(temporary: Path) -> list[str]:
    """The processes that were told of a folder and still run (Linux)."""
    found = []
    for line in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            words = line.read_bytes().replace(b"\0", b" ").decode(errors="replace")
        except OSError:
            continue
        if f"{temporary}/" in words:
            found.append(words[:60])
    return found


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--interrupts", type=int, default=30)
    parser.add_argument("--terminations", type=int, default=10)
    parser.add_argument("--seed", type=int, default=1)
    told = parser.parse_args()
    chance = random.Random(told.seed)
    due = [signal.SIGINT] * told.interrupts + [signal.SIGTERM] * told.terminations
    faults = 0
    with tempfile.TemporaryDirectory() as name:
        drafts, temporary = Path(name, "drafts"), Path(name, "tmp")
        drafts.mkdir()
        folder_of_drafts(drafts)
        longest = _whole(drafts, temporary)
        print(f"a whole run takes {longest:.1f} s")
        while due:
            shutil.rmtree(temporary, ignore_errors=True)
            temporary.mkdir()
            ended = stop(drafts, due[-1], chance.uniform(0.05, longest), temporary)
            if ended is None or not ended.begun:
                continue
            number = due.pop()
            fault = ended.fault(128 + number)
            faults += fault is not None
            print(
                f"{number.name:8} after {ended.at:5.2f} s: {ended.took:4.2f} s, "
                f"exit {ended.code}  {fault or 'clean'}",
                flush=True,
            )
    print(f"{faults} faults")
    return 1 if faults else 0


def _whole(drafts: Path, temporary: Path) -> float:
    """How long an undisturbed run takes."""
    temporary.mkdir()
    start = time.perf_counter()
    command = [sys.executable, str(ROOT / "cli.py"), "check", "-q", str(drafts)]
    subprocess.run(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return time.perf_counter() - start


if __name__ == "__main__":
    sys.exit(main())
