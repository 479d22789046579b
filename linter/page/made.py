"""What is made of the drafts on the desk: files in their folder, told to the page as they come."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

from linter.catalogue.severity import Severity
from linter.diagnosis.diagnostic import FileReport
from linter.reporters.summary import counts

REPORT = "report.html"

Tell = Callable[[dict[str, Any]], None]


class Upload(NamedTuple):
    """A file that was handed in: where it lies, and what its owner calls it."""

    path: Path
    name: str


class MadeFile(NamedTuple):
    """A file that was made: what it is, its name in the folder, how many things are in it, and how
    many must be done by hand."""

    what: str
    file: str
    times: int = 0
    left: int = 0


def outcome(report: FileReport, note: str) -> dict[str, Any]:
    """What came of it: how many of each severity, what is to be said, which rules crashed."""
    found = counts([report])
    told = {severity.value: found[severity] for severity in Severity}
    return {"found": told, "note": note, "failed": report.error.message if report.error else ""}
