"""NUM010: a number left out in 一是…二是…."""

from collections.abc import Iterator

from linter.plan.finding import Finding, Related, check
from linter.plan.plan import Plan
from linter.subjects.figures.ordinals import Run, ordinal_runs
from linter.text.numerals import to_chinese


@check
def ordinal_gap(plan: Plan) -> Iterator[Finding]:
    """NUM010: 一是…三是 in one run. A run is reported once, where it first goes wrong."""
    for run in plan.get(ordinal_runs):
        at = _first_fault(run)
        if at is None:
            continue
        here, before = run[at], run[at - 1]
        values = {
            "words": here.span.quote,
            "before": before.span.quote,
            "expected": to_chinese(before.number + 1),
        }
        variant = "repeated" if here.number <= before.number else None
        yield Finding(here.span, values, (Related("before", before.span),), variant)


def _first_fault(run: Run) -> int | None:
    """The index of the first ordinal that does not follow the one before it.

    Across paragraphs only those that open their paragraph are sure to be of one run.
    """
    if run[0].number != 1:
        return None
    for i in range(1, len(run)):
        here, before = run[i], run[i - 1]
        together = here.span.node is before.span.node or here.span.start == 0
        if here.number != before.number + 1:
            return i if together else None
    return None
