"""Where the time of a run goes: milliseconds per fact and rule, what each calls not counted."""

import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cached_property
from typing import Any, TextIO

from linter.facts.plan import Plan


class Profile:
    """Adds up the time of named pieces of work, which may lie within each other."""

    def __init__(self) -> None:
        self.seconds: dict[tuple[str, str], float] = defaultdict(float)
        self._within: list[float] = []

    @contextmanager
    def measure(self, kind: str, name: str) -> Iterator[None]:
        """Count the time of a block as that of the piece, without the pieces inside it."""
        start = time.perf_counter()
        self._within.append(0.0)
        try:
            yield
        finally:
            whole = time.perf_counter() - start
            self.seconds[kind, name] += whole - self._within.pop()
            if self._within:
                self._within[-1] += whole

    def watch(self, plan: Plan) -> None:
        """Measure every fact of a plan when it is computed."""
        plan.__class__ = self._watched(type(plan), "")

    def _watched(self, cls: type, prefix: str) -> type:
        """The class with its facts measured; a fact that is a room has its own facts measured."""
        facts = {
            name: cached_property(self._measured(value.func, prefix + name))
            for owner in reversed(cls.__mro__)
            for name, value in vars(owner).items()
            if isinstance(value, cached_property)
        }
        return type(cls.__name__, (cls,), facts)

    def _measured(self, compute: Callable[[Any], Any], name: str) -> Callable[[Any], Any]:
        def measured(owner: Any) -> Any:
            with self.measure("事实", name):
                value = compute(owner)
            if type(value).__module__ == f"linter.facts.{name}.facts":
                value.__class__ = self._watched(type(value), f"{name}.")
            return value

        return measured

    def write(self, out: TextIO) -> None:
        """List the pieces, the longest first, in milliseconds."""
        total = sum(self.seconds.values())
        out.write(f"用时（毫秒，共 {total * 1000:.1f}）\n")
        for (kind, name), seconds in sorted(self.seconds.items(), key=lambda item: -item[1]):
            out.write(f"{seconds * 1000:9.2f}  {kind}  {name}\n")
