"""TRM001: a row of the 分工 table that has lost or mistaken a character of the words it repeats."""

from collections.abc import Iterator

from linter.plan.finding import Finding, Related, check
from linter.plan.plan import Plan
from linter.subjects.boxes.repeated import row_slips
from linter.subjects.words.misspellings import misspellings


@check
def repeated_wrongly(plan: Plan) -> Iterator[Finding]:
    """TRM001: the words of a row. What is known as a wrong character is not told again."""
    told = [found.span for found in plan.get(misspellings)]
    for slip in plan.get(row_slips):
        if not any(slip.span.overlaps(span) for span in told):
            values = {"wrong": slip.span.quote, "right": slip.other.quote}
            role = "heading" if slip.in_title else "body"
            yield Finding(slip.span, values, (Related(role, slip.other),), "repeated")
