"""What a check yields. The engine turns it into a Diagnostic with the rule's words."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from linter.document.nodes import Span


class Related(NamedTuple):
    """The other side of a contradiction; `role` names what it is (linter.catalogue.language)."""

    role: str
    span: Span


class Fix(NamedTuple):
    """A replacement for the span's words; `safe` if no reader could object to it."""

    replacement: str
    safe: bool = False


@dataclass(frozen=True, slots=True)
class Finding:
    """One place where a rule fires.

    `values` fill the rule's message. `variant` picks another of its messages and severities
    (declared under `variants:` in the catalogue), None the main one.
    """

    span: Span
    values: Mapping[str, str] = field(default_factory=dict)
    related: tuple[Related, ...] = ()
    variant: str | None = None
    fix: Fix | None = None


Check = Callable[..., Iterator[Finding]]


def check(function: Check) -> Check:
    """Mark a generator as a check that the catalogue may name.

    Its first parameter is the Plan; the keyword-only ones, annotated and with defaults, are the
    rule's options. The signature is the option schema.
    """
    function.__planlint_check__ = True  # type: ignore[attr-defined]
    return function


def comparing(kind: str) -> Callable[[Check], Check]:
    """Mark a generator as a check of a draft held against others: run by the command `kind` (diff,
    align, reconcile), never by a plain check.

    Its first parameter is what linter.across makes of the two sides.
    """

    def mark(function: Check) -> Check:
        function.__planlint_compares__ = kind  # type: ignore[attr-defined]
        return check(function)

    return mark


def review(function: Check) -> Check:
    """Mark a generator as a check of the suppressions, run after all others.

    Its first parameter are the Directives of the draft (linter.subjects.suppressions).
    """
    function.__planlint_review__ = True  # type: ignore[attr-defined]
    return check(function)
