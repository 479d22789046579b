"""Where the time of a run goes: milliseconds per fact and rule, what each calls not counted."""

import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TextIO


class Profile:
    """Adds up the time of named pieces of work, which may lie within each other."""

    def __init__(self, clock: Callable[[], float] = time.perf_counter) -> None:
        self._clock = clock
        self.seconds: dict[tuple[str, str], float] = defaultdict(float)
        self._within: list[float] = []

    @contextmanager
    def measure(self, kind: str, name: str) -> Iterator[None]:
        """Count the time of a block as that of the piece, without the pieces inside it."""
        start = self._clock()
        self._within.append(0.0)
        try:
            yield
        finally:
            whole = self._clock() - start
            self.seconds[kind, name] += whole - self._within.pop()
            if self._within:
                self._within[-1] += whole

    def write(self, out: TextIO) -> None:
        """List the pieces, the longest first, in milliseconds."""
        total = sum(self.seconds.values())
        out.write(f"用时（毫秒，共 {total * 1000:.1f}）\n")
        for (kind, name), seconds in sorted(self.seconds.items(), key=lambda item: -item[1]):
            out.write(f"{seconds * 1000:9.2f}  {kind}  {name}\n")
