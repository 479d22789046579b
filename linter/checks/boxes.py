"""BOX: the boxes (专栏) of a draft and the references to them."""

from collections.abc import Iterator

from linter.checks.finding import Finding, Plan, Related, check
from linter.document import Box, Span


@check
def reference_unresolved(plan: Plan) -> Iterator[Finding]:
    """BOX001: 见专栏7 where the draft has no such box (专栏一 and 专栏1 are one number)."""
    numbers = {box.number for box in plan.boxes}
    last = max((box for box in plan.boxes), key=lambda box: box.number or 0, default=None)
    for reference in plan.box_references:
        if reference.number not in numbers:
            related = (Related("box", title_span(last)),) if last else ()
            values = {"words": reference.span.quote, "count": str(len(numbers))}
            yield Finding(reference.span, values, related)


def title_span(box: Box) -> Span:
    """The title line of a numbered box."""
    assert box.title is not None
    return Span.whole(box.title)
