"""LDG: a ledger held against the draft that it is of."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from linter.plan.finding import Finding, Related, comparing

if TYPE_CHECKING:
    from linter.across.opinions import OpinionSlip
    from linter.across.reconciled import LedgerSlip, Reconciled


@comparing("reconcile")
def tasks(both: "Reconciled") -> Iterator[Finding]:
    """LDG001: a task of the draft that the ledger has not."""
    yield from _of(both, {"task-alone": None})


@comparing("reconcile")
def rows(both: "Reconciled") -> Iterator[Finding]:
    """LDG002: a row of the ledger that is no task of the draft."""
    yield from _of(both, {"row-alone": None})


@comparing("reconcile")
def units(both: "Reconciled") -> Iterator[Finding]:
    """LDG003: other units than the draft names, or in other roles."""
    variants = {"lead": None, "swapped": "swapped", "helpers": "helpers", "units": "units"}
    yield from _of(both, variants)


@comparing("reconcile")
def deadlines(both: "Reconciled") -> Iterator[Finding]:
    """LDG004: another deadline than the draft sets, or none."""
    yield from _of(both, {"due": None, "due-empty": "empty", "due-open": "open"})


@comparing("reconcile")
def targets(both: "Reconciled") -> Iterator[Finding]:
    """LDG005: a figure of a task's target that the draft's task has not."""
    for slip in both.slips:
        if slip.what == "target":
            yield _finding(both, slip, None if slip.draft else "absent")


@comparing("reconcile")
def indicators(both: "Reconciled") -> Iterator[Finding]:
    """LDG006: another value, unit or attribute of an indicator."""
    yield from _of(both, {"value": None, "unit": "unit", "attribute": "attribute"})


@comparing("reconcile")
def lists(both: "Reconciled") -> Iterator[Finding]:
    """LDG007: an indicator that one side has and the other has not."""
    yield from _of(both, {"indicator-alone": None, "indicator-row": "extra"})


@comparing("reconcile")
def opinions(both: "Reconciled") -> Iterator[Finding]:
    """LDG008: an opinion that was adopted and is not carried out."""
    for slip in both.opinions:
        if slip.what in ("absent", "left", "partly"):
            yield _opinion(both, slip)


@comparing("reconcile")
def reasons(both: "Reconciled") -> Iterator[Finding]:
    """LDG009: an opinion that was not adopted, or in part, without a reason."""
    for slip in both.opinions:
        if slip.what in ("reason", "partly-reason"):
            yield _opinion(both, slip)


def _of(both: "Reconciled", variants: "dict[str, str | None]") -> Iterator[Finding]:
    for slip in both.slips:
        if slip.what in variants:
            yield _finding(both, slip, variants[slip.what])


def _finding(both: "Reconciled", slip: "LedgerSlip", variant: str | None) -> Finding:
    from linter.across.upper_words import head_of

    values = {
        "subject": " ".join(slip.subject.split()),
        "ledger": " ".join(slip.ledger.split()) or "—",
        "draft": slip.draft or "—",
    }
    related = (Related("ledger", slip.ledger_span),) if slip.ledger_span else ()
    return Finding(slip.draft_span or head_of(both.draft), values, related, variant)


def _opinion(both: "Reconciled", slip: "OpinionSlip") -> Finding:
    from linter.across.upper_words import head_of
    from linter.document.nodes import Span

    cell = slip.entry.opinion
    values = {"words": slip.words, "opinion": " ".join(cell.text.split())[:40]}
    related = (Related("ledger", Span(cell, 0, len(cell.text))),)
    variants = {"left": "left", "partly": "partly", "partly-reason": "partly"}
    return Finding(slip.span or head_of(both.draft), values, related, variants.get(slip.what))
