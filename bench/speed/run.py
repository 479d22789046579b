"""Time planlint as its users do, whole processes, beside other linters and a bare parse.

    python -m bench.speed.run [--quick] [--write docs/performance.md] [--also FILE.docx]

Every round runs the commands of a case in turns; the medians of seven rounds (three of a folder)
become the page. `--quick` is three rounds, up to 30,000 characters. Compare ratios of one machine
and one run, not seconds of two. Needs python-docx, and Node.js and npm for the other linters.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from datetime import date
from functools import partial
from pathlib import Path

from bench.speed import machine, peers
from bench.speed.cases import Case, Size, cases
from bench.speed.page import Results, page
from bench.speed.timing import Timing, environment, in_turns, timed

WHOLE = Size((3_000, 30_000, 300_000), folder=200, archive=20_000, rounds=7)
QUICK = Size((3_000, 30_000), folder=20, archive=400, rounds=3)


def measure(case: Case) -> dict[str, Timing]:
    """Write the drafts of a case and time its commands; raises RuntimeError when one fails."""
    with tempfile.TemporaryDirectory() as scratch:
        folder, kept = Path(scratch, "drafts"), Path(scratch, "cache")
        folder.mkdir()
        commands = case.make(folder, case.rounds)
        run = partial(timed, folder=folder, variables=environment(kept))
        return in_turns(commands, case.rounds, run, partial(_tell, case.key))


def _tell(key: str, line: str) -> None:
    print(f"{time.strftime('%H:%M:%S')} {key}: {line}", file=sys.stderr, flush=True)


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--quick", action="store_true", help="three rounds, shorter drafts")
    parser.add_argument("--write", type=Path, metavar="FILE", help="write the page there")
    parser.add_argument("--also", type=Path, action="append", default=[], metavar="FILE")
    parser.add_argument("--only", action="append", default=[], metavar="CASE", help="these cases")
    given = parser.parse_args()
    if not peers.install():
        print("no Node.js or no npm: the other linters are left out", file=sys.stderr)
    size = QUICK if given.quick else WHOLE
    chosen = [c for c in cases(size, given.also) if not given.only or c.key in given.only]
    load = machine.load()
    results = Results(
        cases={case.key: measure(case) for case in chosen},
        rounds={case.key: case.rounds for case in chosen},
        folder=size.folder,
        archive=size.archive,
        versions=peers.versions() if peers.installed() else {},
        load=load,
    )
    text = page(results, machine.Machine.this(), date.today())
    if given.write:
        given.write.write_text(text, "utf-8")
    print(text)
    return 0


if __name__ == "__main__":
    sys.exit(main())
