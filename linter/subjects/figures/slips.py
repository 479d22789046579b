"""One slip that a draft repeats is one finding, with its other places."""

from collections.abc import Hashable, Iterable, Iterator
from dataclasses import replace

from linter.plan.finding import Finding, Related


def merged(findings: Iterable[tuple[Hashable, Finding]]) -> Iterator[Finding]:
    """Yield one finding for each slip, told by its key, at its first place.

    The message may name the number of places as {places}: nothing where there is one.
    """
    found: dict[Hashable, list[Finding]] = {}
    for slip, finding in findings:
        found.setdefault(slip, []).append(finding)
    for first, *others in found.values():
        count = len(others) + 1
        values = {"places": f"（共 {count} 处）" if others else ""}
        values["places_en"] = f" ({count} places)" if others else ""
        related = tuple(Related("other", other.span) for other in others)
        yield replace(first, values={**first.values, **values}, related=first.related + related)
