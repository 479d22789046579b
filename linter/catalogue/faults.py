"""What is wrong with a file that the user wrote, and where; shown all together."""

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple


def shown(path: Path) -> str:
    """A path as people read it: from the current folder if it lies there."""
    try:
        return str(path.resolve().relative_to(Path.cwd()))
    except (OSError, ValueError):
        return str(path)


class Origin(NamedTuple):
    """Where something was said: a file and its line, or words (默认值, 命令行) without a line."""

    file: str
    line: int | None = None

    def __str__(self) -> str:
        return self.file if self.line is None else f"{self.file}:{self.line}"


class Fault(NamedTuple):
    """One thing that is wrong, worded for people."""

    origin: Origin
    message: str

    def __str__(self) -> str:
        return f"{self.origin}: {self.message}"


class ConfigError(Exception):
    """What the user configured cannot be used; the message has one line a fault.

    `faults` are each told once, file by file, in the order of their lines.
    """

    def __init__(self, faults: Iterable[Fault]) -> None:
        once = list(dict.fromkeys(faults))
        files = list(dict.fromkeys(fault.origin.file for fault in once))
        once.sort(key=lambda fault: (files.index(fault.origin.file), fault.origin.line or 0))
        self.faults = tuple(once)
        super().__init__("\n".join(map(str, self.faults)))
