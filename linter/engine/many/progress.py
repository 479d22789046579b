"""How far a run over many files has come, and how long it will take, on a terminal."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol

from linter.text.harmless import harmless


class Ticker(Protocol):
    """Told the name of each file that is looked at, or was."""

    def __call__(self, name: str) -> None: ...


@contextmanager
def progress(total: int, *, shown: bool, threads: bool = True) -> Iterator[Ticker]:
    """A progress bar on stderr where that is a terminal, else nothing. A process that is to be
    forked has no threads: its bar moves with the files only."""
    if not (shown and sys.stderr.isatty()):
        yield lambda name: None
        return
    from rich.console import Console
    from rich.markup import escape
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TextColumn,
        TimeRemainingColumn,
    )

    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("剩余"),
        TimeRemainingColumn(elapsed_when_finished=True),
    )
    console = Console(stderr=True)
    with Progress(*columns, console=console, transient=True, auto_refresh=threads) as bar:
        task = bar.add_task("", total=total)

        def tick(name: str) -> None:
            bar.update(task, description=escape(harmless(name)), refresh=not threads)
            bar.advance(task)

        yield tick
