"""What planlint reports: one type for every report format."""

from dataclasses import dataclass, replace
from typing import NamedTuple

from linter.catalogue.severity import Severity
from linter.diagnosis.coverage.model import DraftCoverage
from linter.document.model import Document
from linter.document.nodes import Span
from linter.plan.finding import Fix
from linter.plan.plan import Plan

INTERRUPTED = "interrupted"  # the kind of error of a file that a run did not come to


@dataclass(frozen=True, slots=True)
class RelatedPlace:
    """The other side of a contradiction, with the words that introduce it."""

    message: str
    span: Span


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding, worded. `fingerprint` survives edits elsewhere in the draft; `variant` is which
    of the rule's wordings it has."""

    rule: str
    name: str
    severity: Severity
    message: str
    span: Span
    related: tuple[RelatedPlace, ...] = ()
    fix: Fix | None = None
    fingerprint: str = ""
    variant: str | None = None


@dataclass(frozen=True, slots=True)
class FileError:
    """Why a file could not be checked. `kind` is a stable word, `message` is for people."""

    kind: str
    message: str


@dataclass(frozen=True, slots=True)
class Silence:
    """What silenced a finding: the words of a suppression, its reason, and who or what said it."""

    words: str
    reason: str
    origin: str
    in_source: bool


@dataclass(frozen=True, slots=True)
class Silenced:
    """A finding that is not reported, and the suppressions that cover it."""

    diagnostic: Diagnostic
    by: tuple[Silence, ...]


class Keep(NamedTuple):
    """What a report needs besides the findings; a draft is long, and is not kept for nothing."""

    document: bool = False
    coverage: bool = False
    plan: bool = False


@dataclass(frozen=True, slots=True)
class Unlisted:
    """How many more findings a rule has than are listed of it (`limits: findings`)."""

    rule: str
    name: str
    severity: Severity
    count: int


@dataclass(frozen=True, slots=True)
class FileReport:
    """All that is reported of one file; `format` is None where it was never recognised.

    `silenced` are the findings that a suppression covers. Of a check against a baseline,
    `carried` are those that it holds, and `stale` counts its entries that no longer occur.
    `note` says what of the file could not be checked, where that is less than all.
    `unlisted` are counted but not listed: of one rule a draft has no more than so many.
    `compared_nothing` tells that the rules found no two things to hold against each other.
    `coverage`, `document` and `plan` are there where a report asks for them (Keep).
    """

    path: str
    format: str | None
    diagnostics: tuple[Diagnostic, ...] = ()
    error: FileError | None = None
    silenced: tuple[Silenced, ...] = ()
    carried: tuple[Diagnostic, ...] | None = None
    stale: int = 0
    note: str | None = None
    unlisted: tuple[Unlisted, ...] = ()
    compared_nothing: bool = False
    coverage: DraftCoverage | None = None
    document: Document | None = None
    plan: Plan | None = None

    def slim(self) -> "FileReport":
        """The report without the draft itself."""
        kept = self.document is not None or self.plan is not None
        return replace(self, document=None, plan=None) if kept else self

    @property
    def suppressed(self) -> int:
        """How many findings suppressions silence."""
        return len(self.silenced)
