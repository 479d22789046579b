"""One run over many files: expands folders, finds configurations, gathers the reports."""

import gc
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from linter.catalogue.language import Lang
from linter.catalogue.rule import Rule
from linter.diagnosis.diagnostic import INTERRUPTED, FileError, FileReport
from linter.engine.cache import rules as kept_rules
from linter.engine.cache.keys import Spoken, keys_of
from linter.engine.cache.results import Results, own_results
from linter.engine.drafts import Drafts
from linter.engine.many.jobs import processes
from linter.engine.many.progress import Ticker, progress
from linter.engine.many.work import AUTO, STDIN, FileWork, How, as_told
from linter.engine.outcome import Outcome
from linter.readers.suffixes import CONVERTED, SUFFIXES
from linter.settings.effective import Settings
from linter.settings.session import Session
from linter.text.interrupts import Interrupted, acknowledge


class Prepared(NamedTuple):
    """A run before it begins: every configuration has been found sound.

    `ahead` are the reports, by the number of their file, that are there before their turn.
    """

    files: list[Path]
    settings: list[Settings]
    how: How
    work: FileWork
    ahead: dict[int, FileReport]
    left_out: Mapping[str, int] = {}  # files in folders that are no drafts, by reason

    @property
    def names(self) -> list[str]:
        """The paths that the reports will have."""
        return [self.how.stdin_name if path == STDIN else str(path) for path in self.files]

    @property
    def rules(self) -> tuple[Rule, ...]:
        """The rules that run on any of the files, by code."""
        return Outcome([], self.settings).rules

    @property
    def lang(self) -> Lang:
        """The language of the report as a whole."""
        return Outcome([], self.settings).lang

    def reports(self) -> Iterator[FileReport]:
        """Check the files; yield their reports in order, each as soon as it is there."""
        jobs, total = processes(self.work), len(self.files)
        shown = self.how.progress and total > 1
        with progress(total, shown=shown, threads=not jobs) as tick:
            if jobs:
                from linter.engine.many.pool import Pool

                yield from Pool(self.work, jobs).reports(self.ahead, tick)
            else:
                yield from self._here(tick)
        if self.work.keys is not None:
            self.work.keys.results.bound()

    def _here(self, tick: Ticker) -> Iterator[FileReport]:
        """Check the files in this process, each when its report is asked for."""
        for index, path in enumerate(self.files):
            if index:
                gc.collect()
            tick(path.name)
            yield self.work(index)

    def unchecked(self, done: int) -> list[FileReport]:
        """The reports of the files after those `done`, as far as a run came with them."""
        return [
            self.ahead.get(index) or _unchecked(Path(name))
            for index, name in enumerate(self.names)
            if index >= done
        ]


def prepare(paths: Sequence[Path], session: Session, how: How) -> Prepared:
    """Find the files and their configurations. Raises ConfigError if any of these is wrong."""
    found = Drafts(session)
    files = found.files(paths)
    named = [Path(how.stdin_name) if path == STDIN else path for path in files]
    session.prepare(named)
    settings = [as_told(session.settings(path), how) for path in named]
    results = own_results() if how.cache and not how.profile else Results(None)
    keys = keys_of(results, Spoken(how.lang, how.view, how.keep.coverage))
    if keys is not None:
        known = {keys.of_rules(one.layers, one.suppress): one for one in settings}
        for key, one in known.items():
            kept_rules.keep(keys, key, one)
    return Prepared(
        files, settings, how, FileWork(files, how, session, keys, settings), {}, found.left_out
    )


def run(paths: Sequence[Path], session: Session, how: How) -> Outcome:
    """Check the files; one that cannot be read has an error in its report.

    Raises ConfigError before anything is checked if any file's configuration is wrong.
    """
    made = prepare(paths, session, how)
    reports: list[FileReport] = []
    try:
        reports.extend(made.reports())
    except Interrupted as asked:
        acknowledge()
        left = made.unchecked(len(reports))
        return Outcome([*reports, *left], made.settings, asked.status)
    return Outcome(reports, made.settings)


def _unchecked(path: Path) -> FileReport:
    """The report of a file that a run did not come to."""
    form = SUFFIXES.get(path.suffix.lower()) or CONVERTED.get(path.suffix.lower())
    return FileReport(str(path), form, error=FileError(INTERRUPTED, "运行中断，没有检查"))


__all__ = ["AUTO", "How", "Outcome", "Prepared", "prepare", "progress", "run"]
