"""What a run came to: the reports, which rules ran, what they say of the configuration, how the
process ends."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple, Protocol

from linter.catalogue.language import Lang
from linter.catalogue.rule import Rule
from linter.catalogue.severity import FailOn, Severity
from linter.diagnosis.diagnostic import FileReport
from linter.diagnosis.suppression.configured import Configured, describe
from linter.engine.drafts import drafts_below
from linter.settings.layers import ConfiguredSuppression

FINDINGS, FAILED = 1, 2


class Holding(Protocol):
    """What holds for a draft, as far as its report needs it."""

    @property
    def rules(self) -> tuple[Rule, ...]: ...
    @property
    def lang(self) -> Lang: ...
    @property
    def fail_on(self) -> FailOn: ...
    @property
    def suppress(self) -> tuple[ConfiguredSuppression, ...]: ...


class Outcome(NamedTuple):
    """The reports of a run, in order, each with the settings that held for its file."""

    reports: Sequence[FileReport]
    settings: Sequence[Holding]
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

    def exit_code(self, fail_on: FailOn | None = None) -> int:
        """2 where a file was not checked, 1 where something reaches the level from which on a run
        fails (`fail_on`, else what holds for the file), else 0."""
        if any(report.error is not None for report in self.reports):
            return FAILED
        for report, one in zip(self.reports, self.settings, strict=True):
            level, found = fail_on or one.fail_on, worst([report])
            if found and level is not FailOn.NEVER and found.rank >= Severity(level.value).rank:
                return FINDINGS
        return 0


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


def worst(reports: Iterable[FileReport]) -> Severity | None:
    """The highest severity found, None where nothing was found."""
    severities = {d.severity for report in reports for d in report.diagnostics}
    severities |= {more.severity for report in reports for more in report.unlisted}
    return max(severities, key=lambda s: s.rank, default=None)
