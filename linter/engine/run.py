"""One run over many files: expands folders, finds configurations, gathers the reports."""

import gc
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple, Protocol

from linter.catalogue.language import Lang
from linter.catalogue.rule import Rule
from linter.diagnosis.diagnostic import INTERRUPTED, FileError, FileReport, Keep
from linter.diagnosis.suppression.configured import Configured, describe
from linter.engine.check import NOTHING, check_bytes, check_path
from linter.engine.drafts import Drafts, drafts_below
from linter.engine.profile import Profile
from linter.readers.load import CONVERTED, SUFFIXES, too_big
from linter.readers.options import View
from linter.settings.effective import Settings
from linter.settings.layers import ConfiguredSuppression
from linter.settings.session import Session
from linter.text.files import reason
from linter.text.harmless import harmless
from linter.text.interrupts import Interrupted, acknowledge

STDIN = Path("-")


class How(NamedTuple):
    """What the command line decides for every file of a run, whatever configurations say."""

    lang: Lang | None = None
    view: View | None = None
    stdin_name: str = "stdin.md"
    progress: bool = True
    profile: Profile | None = None
    keep: Keep = NOTHING


class Outcome(NamedTuple):
    """The reports of a run, in order, each with the settings that held for its file."""

    reports: list[FileReport]
    settings: list[Settings]
    interrupted: int | None = None  # the exit code, where a signal ended the run

    @property
    def rules(self) -> tuple[Rule, ...]:
        """The rules that ran on any of the files, by code; none that compares drafts."""
        ran = {r.id: r for one in self.settings for r in one.rules if not r.compares}
        return tuple(ran[code] for code in sorted(ran))

    @property
    def lang(self) -> Lang:
        """The language of the report as a whole: that of its first file."""
        return self.settings[0].lang if self.settings else Lang.ZH

    def idle_suppressions(self) -> list[str]:
        """The configured suppressions that silence nothing, with where they stand."""
        entries = {id(s): s for one in self.settings for s in one.suppress}.values()
        idle: list[str] = []
        for entry in entries:
            pairs = zip(self.reports, self.settings, strict=True)
            reached = [report for report, one in pairs if entry in one.suppress]
            if Configured([entry]).unused(reached, self.rules) and _all_seen(entry, reached):
                idle.append(f"{entry.origin}: 不再屏蔽任何问题：{describe(entry)}")
        return idle


def _all_seen(entry: ConfiguredSuppression, reports: Sequence[FileReport]) -> bool:
    """Tell whether a run has seen every draft that an entry is for, all beside its configuration:
    what silences nothing in these may be needed elsewhere."""
    seen = {Path(report.path).resolve() for report in reports}
    folder = entry.folder.resolve()
    unread = any(report.error is not None for report in reports)
    if unread or not all(path.is_relative_to(folder) for path in seen):
        return False
    below = (path for path in drafts_below(folder) if entry.reaches(path))
    return all(path.resolve() in seen for path in below)


def progress(total: int, *, shown: bool) -> AbstractContextManager["Ticker"]:
    """A progress bar for other work on files, as a run has it."""
    return _progress(total, shown=shown)


class Ticker(Protocol):
    """Told the name of each file before it is checked."""

    def __call__(self, name: str) -> None: ...


class Prepared(NamedTuple):
    """A run before it begins: every configuration has been found sound."""

    files: list[Path]
    settings: list[Settings]
    how: How
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
        """Check the files, each when its report is asked for."""
        first = True
        with _progress(len(self.files), shown=self.how.progress and len(self.files) > 1) as tick:
            for path, one in zip(self.files, self.settings, strict=True):
                if not first:
                    gc.collect()
                first = False
                tick(path.name)
                yield _check(path, one, self.how)

    def unchecked(self, done: int) -> list[FileReport]:
        """The reports of the files that a run did not come to, `done` being checked."""
        return [_unchecked(Path(name)) for name in self.names[done:]]


def prepare(paths: Sequence[Path], session: Session, how: How) -> Prepared:
    """Find the files and their configurations. Raises ConfigError if any of these is wrong."""
    found = Drafts(session)
    files = found.files(paths)
    named = [Path(how.stdin_name) if path == STDIN else path for path in files]
    session.prepare(named)
    told = [_as_told(session.settings(path), how) for path in named]
    return Prepared(files, told, how, found.left_out)


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


def _as_told(settings: Settings, how: How) -> Settings:
    """The settings of a file with what the command line says."""
    reading = replace(settings.reading, view=how.view) if how.view else settings.reading
    return replace(settings, reading=reading, lang=how.lang or settings.lang)


def _check(path: Path, one: Settings, how: How) -> FileReport:
    if path == STDIN:
        return _check_stdin(how, one)
    return check_path(path, one, how.profile, how.keep)


def _check_stdin(how: How, one: Settings) -> FileReport:
    """Check what standard input gives, as much as a file may hold."""
    limit, name = one.reading.limits.file_bytes, how.stdin_name
    try:
        data = sys.stdin.buffer.read(limit + 1) if sys.stdin else b""
    except OSError as error:
        message = f"标准输入不能读取：{reason(error)}"
        return FileReport(name, None, error=FileError("unreadable", message))
    if len(data) > limit:
        told = too_big(None, limit)
        return FileReport(name, None, error=FileError(told.kind, told.message))
    return check_bytes(name, data, one, how.profile, how.keep)


@contextmanager
def _progress(total: int, *, shown: bool) -> Iterator[Ticker]:
    """A progress bar on stderr where that is a terminal, else nothing."""
    if not (shown and sys.stderr.isatty()):
        yield lambda name: None
        return
    from rich.console import Console
    from rich.markup import escape
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=total)

        def tick(name: str) -> None:
            bar.update(task, description=escape(harmless(name)))
            bar.advance(task)

        yield tick
