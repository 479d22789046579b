"""Check every hostile draft at three sizes and report what grows faster than the draft.

    python -m bench.hostile.run [--sizes 25000 50000 100000] [--only WORDS] [--suffix .md]
                                [--part 1/2] [--pieces] [--faults]

`--part 1/2` is every second input, from the first on: two of them share the work of two cores. Each
draft is checked in a process of its own, with every rule that a configuration can turn on. Prints
seconds, MiB and findings at the largest size, the exponent between the two largest (2: twice the
text takes four times as long), and with --pieces the facts and rules that take longest. Exit 1 if
an exponent is above 1.2 (where the check takes more than a twentieth of a second), or one takes
more than 5 s or 200 MiB. What misses a target is measured again, the two largest sizes in turns:
its exponent is the median of the turns, its seconds are the least.
"""

import argparse
import gc
import json
import math
import os
import resource
import signal
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from statistics import median
from typing import NamedTuple

from bench.hostile.inputs import all_inputs
from linter.catalogue.load import builtin_rules
from linter.engine.check import check_bytes
from linter.engine.profile import Profile
from linter.settings.effective import Settings

EXPONENT, SECONDS, MEBIBYTES = 1.2, 5.0, 200.0
_NOTICED = 0.05  # seconds; below, an exponent is noise
_PATIENCE = 60  # seconds
_AGAIN = 6
_DOUBTED = ("superlinear", "slow")
_ALL = slice(None)


class Cost(NamedTuple):
    """What one check took; `pieces` are its longest facts and rules, in seconds."""

    seconds: float
    mebibytes: float
    findings: int
    error: str | None
    pieces: dict[str, float]


@dataclass
class Line:
    """One input at all sizes; a cost is None where it did not end in time.

    `turns` are all measurements of the largest two sizes, `costs` the least of each size.
    """

    name: str
    costs: list[Cost | None]
    turns: list[list[Cost | None]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.turns.append(self.costs[-2:])

    def take(self, turn: list[Cost | None]) -> None:
        """Take up one more measurement of the largest two sizes."""
        self.turns.append(turn)
        self.costs[-2:] = map(_least, self.costs[-2:], turn)

    @property
    def exponent(self) -> float:
        """The median of all turns; 0 where there is nothing to see."""
        return median(_exponent(*turn) for turn in self.turns)

    @property
    def fault(self) -> str | None:
        last = self.costs[-1]
        if last is None:
            return "does not end"
        if last.error and "内部错误" in last.error:
            return last.error
        if self.exponent > EXPONENT:
            return "superlinear"
        if last.seconds > SECONDS:
            return "slow"
        return "large" if last.mebibytes > MEBIBYTES else None


def cost(name: str, text: str, settings: Settings) -> Cost | None:
    """Check a draft in a child. None where it does not end in time."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        signal.alarm(_PATIENCE)
        with os.fdopen(writing, "w") as out:
            json.dump(_measured(name, text, settings), out)
            out.flush()
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading) as source:
        told = source.read()
    os.waitpid(child, 0)
    return Cost(*json.loads(told)) if told else None


def _measured(name: str, text: str, settings: Settings) -> Cost:
    data = text.encode()
    profile = Profile(time.process_time)
    gc.disable()
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    start = time.process_time()
    report = check_bytes(name, data, settings, profile)
    seconds = time.process_time() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    pieces = {" ".join(piece): spent for piece, spent in profile.seconds.items()}
    error = report.error.message if report.error else None
    return Cost(seconds, (peak - before) / 1024, len(report.diagnostics), error, pieces)


def _warm_up(settings: Settings) -> None:
    """Compile the patterns and read the word lists, so that no child does."""
    draft = "\n\n".join(make(200) for _, make in all_inputs())
    for suffix in (".md", ".txt", ".html"):
        check_bytes(f"a{suffix}", draft.encode(), settings)


def lines(
    sizes: list[int], only: str, suffix: str, settings: Settings, part: slice = _ALL
) -> Iterator[Line]:
    """Check every input whose name has the words."""
    for name, make in list(all_inputs())[part]:
        if any(words in name for words in only.split(",")):
            line = Line(name, [cost(f"a{suffix}", make(size), settings) for size in sizes])
            for _ in range(_AGAIN):
                if line.fault in _DOUBTED:  # or another process was in the way
                    line.take([cost(f"a{suffix}", make(size), settings) for size in sizes[-2:]])
            yield line


def _exponent(small: Cost | None, large: Cost | None) -> float:
    """Of two sizes, the second twice the first; 0 where there is nothing to see."""
    if large is None:
        return math.inf
    if small is None or large.seconds < _NOTICED:
        return 0.0
    return math.log2(large.seconds / max(small.seconds, 1e-4))


def _least(one: Cost | None, other: Cost | None) -> Cost | None:
    """The one that took less: what is measured is the work, not the machine."""
    found = [cost for cost in (one, other) if cost is not None]
    return min(found, key=lambda cost: cost.seconds, default=None)


def superlinear(line: Line, shown: int = 4) -> str:
    """The facts and rules that grew fastest, with their seconds and exponents."""
    small, large = line.costs[-2:]
    if large is None:
        return ""
    grown = sorted(large.pieces.items(), key=lambda piece: -piece[1])[:shown]
    before: Callable[[str], float] = lambda name: small.pieces.get(name, 0) if small else 0  # noqa: E731
    return ", ".join(
        f"{name} {spent:.2f}s^{math.log2(spent / max(before(name), 1e-4)):.1f}"
        for name, spent in grown
        if spent > _NOTICED / 2
    )


def _part(told: str) -> slice:
    """The inputs of `2/3`: the second, the fifth …"""
    which, of = map(int, told.split("/"))
    return slice(which - 1, None, of)


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--sizes", type=int, nargs="+", default=[25_000, 50_000, 100_000])
    parser.add_argument(
        "--only", default="", help="inputs with these words, several apart by a comma"
    )
    parser.add_argument("--part", type=_part, default=_ALL, metavar="N/M", help="every M-th input")
    parser.add_argument("--suffix", default=".md")
    parser.add_argument("--pieces", action="store_true")
    parser.add_argument("--faults", action="store_true", help="only what misses the target")
    told = parser.parse_args()
    settings = Settings(tuple(builtin_rules()))
    _warm_up(settings)
    faults = 0
    print(f"{'seconds at the sizes':>24} {'exp':>5} {'MiB':>6} {'findings':>8}  input")
    for line in lines(told.sizes, told.only, told.suffix, settings, told.part):
        faults += line.fault is not None
        if line.fault or not told.faults:
            times = " ".join(f"{c.seconds:7.3f}" if c else "    ∞  " for c in line.costs)
            last = line.costs[-1] or Cost(0, 0, 0, None, {})
            print(
                f"{times:>24} {line.exponent:5.2f} {last.mebibytes:6.0f} {last.findings:8}  "
                f"{line.name}{f'  [{line.fault}]' if line.fault else ''}"
                f"{f'  ({last.error})' if last.error else ''}"
                f"{'  ' + superlinear(line) if told.pieces else ''}",
                flush=True,
            )
    print(f"{faults} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
