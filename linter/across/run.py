"""Holds drafts against others: what the rules find, and the table of what was compared."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple, Protocol

from linter.catalogue.language import Lang
from linter.catalogue.rule import Rule
from linter.diagnosis.diagnostic import FileReport
from linter.diagnosis.sheet import Sheet
from linter.document.model import Document
from linter.engine.check import compare, plan_of
from linter.engine.run import progress
from linter.plan.plan import Plan
from linter.readers.load import ReadError, load_side
from linter.readers.options import ReadOptions
from linter.settings.effective import Settings
from linter.settings.session import Session


class Subject(Protocol):
    """What the rules of a comparison look at."""

    def fault(self) -> str:
        """Why the other side is nothing to compare with, empty where it is."""

    def sheet(self, lang: Lang) -> Sheet:
        """The table of the comparison."""


class UnreadError(Exception):
    """A file of a comparison cannot be read; the message names it and says why."""


class Compared(NamedTuple):
    """What came of a comparison, with the settings that held for the draft."""

    sheet: Sheet
    report: FileReport
    settings: Settings

    @property
    def rules(self) -> tuple[Rule, ...]:
        """The rules that ran."""
        return tuple(r for r in self.settings.rules if r.compares == self.sheet.command)


def run(
    kind: str,
    draft: Path,
    others: Sequence[Path],
    session: Session,
    lang: Lang | None = None,
    *,
    quiet: bool = False,
) -> Compared:
    """Hold a draft against others. Raises UnreadError and ConfigError."""
    session.prepare([draft])
    settings = session.settings(draft)
    settings = replace(settings, lang=lang or settings.lang)
    documents = []
    with progress(1 + len(others), shown=not quiet) as tick:
        for path in (draft, *others):
            tick(path.name)
            documents.append(_read(path, settings.reading))
    return compared(kind, documents[0], documents[1:], settings)


def compared(
    kind: str, draft: Document, others: Sequence[Document], settings: Settings
) -> Compared:
    """Hold a draft that has been read against others. Raises UnreadError."""
    plans = [plan_of(document, settings) for document in (draft, *others)]
    subject = subject_of(kind, plans[0], plans[1:])
    if fault := subject.fault():
        raise UnreadError(f"{others[0].path}: {fault}")
    report = compare(plans[0], subject, kind, settings)
    return Compared(subject.sheet(settings.lang), report, settings)


def held(kind: str, draft: Document, other: Document, settings: Settings) -> FileReport:
    """Return what the rules of a kind find in a draft held against another."""
    plan, against = plan_of(draft, settings), plan_of(other, settings)
    return compare(plan, subject_of(kind, plan, [against]), kind, settings)


def subject_of(kind: str, draft: Plan, others: Sequence[Plan]) -> "Subject":
    """What the rules of a kind look at, and what makes the table."""
    if kind == "diff":
        from linter.across.versions import Versions

        return Versions(others[0], draft)
    if kind == "align":
        from linter.across.upper import Uppers

        return Uppers(draft, others)
    from linter.across.reconciled import Reconciled

    return Reconciled(draft, others[0])


def _read(path: Path, options: ReadOptions) -> Document:
    try:
        return load_side(path, options)
    except ReadError as error:
        raise UnreadError(f"{path}: {error.message}") from error
