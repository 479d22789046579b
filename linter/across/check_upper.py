"""ALN: a plan held against the plans above it."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from linter.plan.finding import Finding, Related, comparing

if TYPE_CHECKING:
    from linter.across.upper import Above, Aligned, Alike, Uppers
    from linter.document.nodes import Span


@comparing("align")
def targets(uppers: "Uppers") -> Iterator[Finding]:
    """ALN001: a goal weaker than that of the plan above, or another where none is better."""
    for _, one in _aligned(uppers):
        if one.verdict in _NOT_AS_GOOD and one.above and one.here:
            variant = _variant(one)
            yield _finding(one, one.here.quantity.span, one.above.quantity.span, variant)


@comparing("align")
def bases(uppers: "Uppers") -> Iterator[Finding]:
    """ALN002: another value at the start than the plan above has for the same territory, or
    another one than it has for its own."""
    from linter.across.upper import Alike

    variants = {Alike.OTHER_BASE: None, Alike.MISQUOTED: "quoted"}
    for _, one in _aligned(uppers):
        if one.verdict in variants and one.above and one.here:
            spans = one.here.quantity.span, one.above.quantity.span
            yield _finding(one, *spans, variants[one.verdict])


@comparing("align")
def units(uppers: "Uppers") -> Iterator[Finding]:
    """ALN003: a measure in a unit of another kind."""
    from linter.across.upper import Alike

    yield from _of(uppers, Alike.OTHER_UNIT)


@comparing("align")
def missing(uppers: "Uppers") -> Iterator[Finding]:
    """ALN004: an indicator of the plan above that the plan has not."""
    from linter.across.upper import Alike
    from linter.across.upper_words import head_of

    for above, one in _aligned(uppers):
        if one.verdict is Alike.MISSING and above.local.nodes:
            yield _finding(one, head_of(above.local), one.upper.span)


@comparing("align")
def names(uppers: "Uppers") -> Iterator[Finding]:
    """ALN005: an indicator of a near name, which may be that of the plan above."""
    from linter.across.upper import Alike

    yield from _of(uppers, Alike.DOUBTFUL)


@comparing("align")
def citations(uppers: "Uppers") -> Iterator[Finding]:
    """ALN006: the plan above under another title or number than it has."""
    from linter.across.upper_names import cited_wrongly

    for above in uppers.above:
        for one in cited_wrongly(above.local, above.plan):
            values = {"words": one.span.quote, "right": one.right}
            related = (Related("upper", one.place),) if one.place else ()
            yield Finding(one.span, values, related, None if one.what == "title" else one.what)


@comparing("align")
def projects(uppers: "Uppers") -> Iterator[Finding]:
    """ALN007: a project of the plan above under a slightly different name."""
    from linter.across.upper_names import near_projects

    for above in uppers.above:
        for one in near_projects(above.local, above.plan):
            values = {"name": one.local.name, "right": one.upper.name}
            yield Finding(one.local.span, values, (Related("upper", one.upper.span),))


_NOT_AS_GOOD = ("weaker", "different")


def _variant(one: "Aligned") -> str | None:
    """Binding goals that are not met are errors, even where a weaker start is said to be why;
    expected ones are warnings."""
    if one.verdict.value != "weaker":
        return "different"
    binding = "behind" if one.gains else None
    return binding if one.upper.binding else "expected"


def _aligned(uppers: "Uppers") -> "Iterator[tuple[Above, Aligned]]":
    for above in uppers.above:
        for one in above.aligned:
            yield above, one


def _of(uppers: "Uppers", verdict: "Alike") -> Iterator[Finding]:
    """A finding for every indicator of a verdict, at its names in both plans."""
    for _, one in _aligned(uppers):
        if one.verdict is verdict and one.local is not None:
            yield _finding(one, one.local.span, one.upper.span)


def _finding(one: "Aligned", here: "Span", above: "Span", variant: str | None = None) -> Finding:
    from linter.subjects.indicators.phrases import figure

    values = {
        "indicator": one.local.name if one.local else one.upper.name,
        "upper_name": one.upper.name,
        "year": f"{one.above.year}年" if one.above else "",
        "above": figure(one.above.quantity) if one.above else "",
        "here": figure(one.here.quantity) if one.here else "",
        "unit": (one.local.unit.words if one.local and one.local.unit else ""),
        "upper_unit": one.upper.unit.words if one.upper.unit else "",
    }
    return Finding(here, values, (Related("upper", above),), variant)
