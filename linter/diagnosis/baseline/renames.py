"""Drafts of a baseline that are no longer there, and the ones that they have become."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from linter.diagnosis.baseline.compare import matched
from linter.diagnosis.baseline.model import Baseline, path_key
from linter.diagnosis.diagnostic import FileReport

_SHARE = 0.5  # of the entries of a draft that another one must have to be its next version


def missing(baseline: Baseline, folder: Path) -> list[str]:
    """Return the drafts of a baseline in a folder that are not there and have entries."""
    return [name for name, held in baseline.files.items() if held and not (folder / name).exists()]


def is_held(baseline: Baseline, path: Path, report: FileReport) -> bool:
    """Tell whether a baseline, which stands at a path, knows the draft of a report."""
    return path_key(report.path, path) in baseline.files


def followed(
    baseline: Baseline, path: Path, reports: Iterable[FileReport]
) -> tuple[Baseline, Mapping[str, str]]:
    """Return the baseline with renamed drafts under their new names, and those names by the old.

    A draft that the baseline does not know is one that is no longer there if it has the larger
    part of its findings, and more of them than any other draft.
    """
    found = {
        path_key(report.path, path): report.diagnostics
        for report in reports
        if report.error is None and not is_held(baseline, path, report)
    }
    files, moved = dict(baseline.files), {}
    for old in missing(baseline, path.resolve().parent):
        shared = {name: len(matched(files[old], has).known) for name, has in found.items()}
        new = max(shared, key=lambda name: shared[name], default=None)
        if new is not None and shared[new] >= max(1, _SHARE * len(files[old])):
            files[new], moved[old] = files.pop(old), new
            del found[new]
    return Baseline(files), moved
