"""How far the work on an archive is: a bar on a terminal, else a line now and then."""

import sys
import time
from typing import Any

_EVERY = 30.0  # seconds


class ArchiveProgress:
    """Tells on stderr how many drafts are done and how long the others may take; a context."""

    def __init__(self, total: int, done: int, *, shown: bool) -> None:
        self._total, self._before, self._done = total, done, done
        self._shown = shown
        self._began = self._told = time.monotonic()
        self._bar: Any = None

    def __enter__(self) -> "ArchiveProgress":
        if self._shown and sys.stderr.isatty():
            from rich.console import Console
            from rich.progress import BarColumn, MofNCompleteColumn, Progress, TimeRemainingColumn

            columns = (BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
            self._bar = Progress(*columns, console=Console(stderr=True), transient=True)
            self._bar.start()
            self._task = self._bar.add_task("", total=self._total, completed=self._done)
        return self

    def __exit__(self, *_: object) -> None:
        if self._bar is not None:
            self._bar.stop()

    def advance(self, count: int) -> None:
        """Take note that so many more drafts are done."""
        self._done += count
        if self._bar is not None:
            self._bar.advance(self._task, count)
        elif self._shown and time.monotonic() - self._told >= _EVERY:
            self._told = time.monotonic()
            sys.stderr.write(f"planlint: {self._line()}\n")
            sys.stderr.flush()

    def _line(self) -> str:
        rate = (self._done - self._before) / (time.monotonic() - self._began)
        left = (self._total - self._done) / rate if rate else 0.0
        words = f"{left / 60:.0f} 分钟" if left >= 90 else f"{left:.0f} 秒"
        return f"已检查 {self._done}/{self._total} 个文件，约剩 {words}"
