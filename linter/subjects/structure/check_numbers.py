"""STR: the numbers of headings and items."""

from collections.abc import Iterator

from linter.document.nodes import Span
from linter.plan.finding import Finding, Related, check
from linter.plan.plan import Plan
from linter.subjects.structure.items import Item
from linter.subjects.structure.outline import NumberFault, outline

_MANY = 3


@check
def number_gap(plan: Plan) -> Iterator[Finding]:
    """STR001: 一、三、 within a run; numbers that run on through chapters are a style."""
    for fault in plan.get(outline).faults:
        if fault.twin is None:
            yield Finding(fault.item.words, _values(fault), _related(fault), _variant(fault))


@check
def number_duplicate(plan: Plan) -> Iterator[Finding]:
    """STR002: the same number twice in one run; the second is reported."""
    for fault in plan.get(outline).faults:
        if fault.twin is not None:
            related = (Related("first", fault.twin.words),)
            yield Finding(fault.item.words, _values(fault), related)


@check
def heading_glued(plan: Plan) -> Iterator[Finding]:
    """STR005: a numbered heading inside the paragraph of the one before it.

    Where paragraphs were lost throughout, that is one finding with its places.
    """
    found = plan.get(outline).glued
    if len(found) > _MANY:
        words, *others = (glued.item.words for glued in found)
        values = {"words": words.quote.strip(), "count": str(len(found))}
        yield Finding(words, values, tuple(Related("also", other) for other in others), "many")
        return
    for glued in found:
        related = []
        if glued.before is not None:
            related.append(Related("before", glued.before.words))
        if glued.after is not None:
            related.append(Related("after", glued.after.words))
        words = glued.item.words
        yield Finding(words, {"words": words.quote.strip()}, tuple(related))


def _values(fault: NumberFault) -> dict[str, str]:
    before = fault.before
    return {
        "label": fault.item.label,
        "expected": fault.item.written(fault.expected),
        "before": before.label if before else "",
        "parent": _heading(fault.item).strip(),
    }


def _variant(fault: NumberFault) -> str | None:
    if fault.before is None:
        return "start" if fault.item.parent else "first"
    return "order" if fault.item.number < fault.expected else None


def _related(fault: NumberFault) -> tuple[Related, ...]:
    if fault.before is not None:
        return (Related("before", fault.before.words),)
    parent, after = fault.item.parent, fault.after
    if parent is not None:
        return (Related("above", Span.whole(parent, 30)),)
    return (Related("after", after.words),) if after else ()


def _heading(item: Item) -> str:
    return (item.parent.line if item.parent else "")[:20]
