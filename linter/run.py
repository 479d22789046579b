"""One run over many files: expands folders, shows progress, gathers the reports."""

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol

from linter.diagnostic import FileReport
from linter.engine import check_bytes, check_path
from linter.readers.options import DEFAULT, ReadOptions
from linter.rules import Rule
from linter.selection import expand_paths
from linter.wording import Lang

STDIN = Path("-")


class Ticker(Protocol):
    """Told the name of each file before it is checked."""

    def __call__(self, name: str) -> None: ...


def run(
    paths: Sequence[Path],
    rules: Sequence[Rule],
    lang: Lang,
    *,
    stdin_name: str = "stdin.md",
    progress: bool = True,
    options: ReadOptions = DEFAULT,
) -> list[FileReport]:
    """Return a report for every file, in order. A file that cannot be read has an error in its."""
    files = expand_paths(paths)
    reports: list[FileReport] = []
    with _progress(len(files), shown=progress and len(files) > 1) as tick:
        for path in files:
            tick(path.name)
            if path == STDIN:
                reports.append(
                    check_bytes(stdin_name, sys.stdin.buffer.read(), rules, lang, options)
                )
            else:
                reports.append(check_path(path, rules, lang, options))
    return reports


@contextmanager
def _progress(total: int, *, shown: bool) -> Iterator[Ticker]:
    """A progress bar on stderr where that is a terminal, else nothing."""
    if not (shown and sys.stderr.isatty()):
        yield lambda name: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=total)

        def tick(name: str) -> None:
            bar.update(task, description=name)
            bar.advance(task)

        yield tick
