"""The digest of a report: where findings are many, the worst come first."""

from collections.abc import Iterable

from linter.diagnosis.diagnostic import Diagnostic

MANY = 12  # findings of a draft: fewer are seen at a glance
SHOWN = 10


def worst_first(found: Iterable[Diagnostic]) -> list[Diagnostic]:
    """The findings by severity, each kind in reading order."""
    return sorted(found, key=lambda d: -d.severity.rank)
