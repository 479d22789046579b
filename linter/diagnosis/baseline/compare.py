"""Holds the findings of a run against a baseline: what is carried, what is new, what is gone."""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from linter.diagnosis.baseline.model import Baseline, BaselineEntry, path_key
from linter.diagnosis.diagnostic import Diagnostic, FileReport
from linter.diagnosis.unlisted import still_open
from linter.text.folding import key
from linter.text.patterns import lazily

_NUMBER = lazily(r"[\d一二三四五六七八九十百第编章节条、.．（）()]+")


@dataclass(frozen=True, slots=True)
class Match:
    """The findings of one draft: `known` ones, new ones, and the entries without a finding."""

    known: tuple[Diagnostic, ...]
    new: tuple[Diagnostic, ...]
    gone: tuple[BaselineEntry, ...]


def compare(
    baseline: Baseline, path: Path, reports: Sequence[FileReport], ran: Collection[str]
) -> list[FileReport]:
    """Return the reports of a run with what is new only; what the baseline holds is carried.

    `path` is where the baseline stands, `ran` the ids of the rules of the run: entries of others
    are not stale.
    """
    known = Known(baseline, path, [report.path for report in reports])
    return [known.compared(report, ran) for report in reports]


def record(
    baseline: Baseline,
    path: Path,
    reports: Iterable[FileReport],
    others: Callable[[str], bool] = lambda rule: False,
) -> Baseline:
    """Return the baseline with the findings of the drafts of a run in place of what it held.

    Entries of rules that another command runs stay: `others` tells them.
    """
    files = dict(baseline.files)
    for report in reports:
        if report.error is None:
            name = path_key(report.path, path)
            kept = tuple(entry for entry in files.get(name, ()) if others(entry.rule))
            files[name] = (*map(BaselineEntry.of, report.diagnostics), *kept)
    return Baseline(files)


def prune(
    baseline: Baseline, path: Path, reports: Sequence[FileReport], ran: Collection[str]
) -> Baseline:
    """Return the baseline without the entries that no longer occur, the others up to date.

    Entries of rules that did not run and of drafts that are not in the run stay; those of drafts
    that no longer exist go.
    """
    folder = path.resolve().parent
    files = {name: held for name, held in baseline.files.items() if (folder / name).exists()}
    for report, match in zip(reports, matches(baseline, path, reports), strict=True):
        if report.error is None:
            kept = tuple(entry for entry in match.gone if entry.rule not in ran)
            files[path_key(report.path, path)] = (*map(BaselineEntry.of, match.known), *kept)
    return Baseline(files)


def matches(baseline: Baseline, path: Path, reports: Sequence[FileReport]) -> list[Match]:
    """Return what of each report the baseline holds."""
    known = Known(baseline, path, (report.path for report in reports))
    return [known.match(report) for report in reports]


class Known:
    """A baseline beside the drafts of a run.

    A draft that the baseline does not know is held against the entries of drafts that are not in
    the run: it may be one of them under the name of its next version.
    """

    def __init__(self, baseline: Baseline, path: Path, names: Iterable[str]) -> None:
        self._files, self._path = baseline.files, path
        keys = {path_key(name, path) for name in names}
        self._absent = {
            entry.fingerprint
            for name, entries in baseline.files.items()
            if name not in keys
            for entry in entries
        }

    def compared(self, report: FileReport, ran: Collection[str]) -> FileReport:
        """The report with what is new only; `ran` are the rules of the run."""
        match = self.match(report)
        stale = 0 if report.error else sum(entry.rule in ran for entry in match.gone)
        return replace(
            report,
            diagnostics=match.new,
            carried=match.known,
            stale=stale,
            unlisted=still_open(report.unlisted, match.new),
        )

    def match(self, report: FileReport) -> Match:
        """What of a report the baseline holds."""
        entries = self._files.get(path_key(report.path, self._path))
        if entries is None:
            return _renamed(self._absent, report.diagnostics)
        return matched(entries, report.diagnostics)


def _renamed(fingerprints: set[str], found: Sequence[Diagnostic]) -> Match:
    known = tuple(d for d in found if d.fingerprint in fingerprints)
    return Match(known, tuple(d for d in found if d.fingerprint not in fingerprints), ())


def matched(entries: Sequence[BaselineEntry], found: Sequence[Diagnostic]) -> Match:
    """By fingerprint; what is left by rule, words and section, when the words beside changed."""
    held = {entry.fingerprint: entry for entry in entries}
    exact = {d.fingerprint for d in found} & held.keys()
    left: dict[tuple[str, str, str], list[BaselineEntry]] = {}
    for entry in entries:
        if entry.fingerprint not in exact:
            left.setdefault(_near(entry), []).append(entry)
    known: list[Diagnostic] = []
    new: list[Diagnostic] = []
    for d in found:
        if d.fingerprint in exact:
            known.append(d)
        elif near := left.get(_near(BaselineEntry.of(d))):
            near.pop(0)
            known.append(d)
        else:
            new.append(d)
    return Match(tuple(known), tuple(new), tuple(e for rest in left.values() for e in rest))


def _near(entry: BaselineEntry) -> tuple[str, str, str]:
    heading = entry.section.rpartition(" › ")[2]
    return entry.rule, key(entry.quote), key(_NUMBER.sub("", heading))
