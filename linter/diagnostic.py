"""What planlint reports: one type for every report format."""

from dataclasses import dataclass
from enum import StrEnum

from linter.checks.finding import Fix
from linter.document import Span


class Severity(StrEnum):
    """Error: an office would be embarrassed to publish it. Warning: likely. Info: taste."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        return {"error": 3, "warning": 2, "info": 1}[self.value]


@dataclass(frozen=True, slots=True)
class RelatedPlace:
    """The other side of a contradiction, with the words that introduce it."""

    message: str
    span: Span


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding, worded. `fingerprint` survives edits elsewhere in the draft."""

    rule: str
    name: str
    severity: Severity
    message: str
    span: Span
    related: tuple[RelatedPlace, ...] = ()
    fix: Fix | None = None
    fingerprint: str = ""


@dataclass(frozen=True, slots=True)
class FileError:
    """Why a file could not be checked. `kind` is a stable word, `message` is for people."""

    kind: str
    message: str


@dataclass(frozen=True, slots=True)
class FileReport:
    """All that is reported of one file; `format` is None where it was never recognised.

    `suppressed` counts the findings that comments of the draft silence.
    """

    path: str
    format: str | None
    diagnostics: tuple[Diagnostic, ...] = ()
    error: FileError | None = None
    suppressed: int = 0
