"""TRM004: fixed expressions (固定提法) with an item missing."""

from collections.abc import Iterator

from linter.plan.finding import Finding, check
from linter.plan.plan import Plan
from linter.subjects.words.expressions import expression_deviations


@check
def fixed_expression(plan: Plan) -> Iterator[Finding]:
    """TRM004: a labelled list that lacks an item, changes the order or is no longer in use."""
    for found in plan.get(expression_deviations):
        values = {
            "label": found.expression.label,
            "standard": "、".join(found.standard or found.expression.items),
            "missing": "、".join(found.missing),
            "until": found.until,
        }
        wrong = "order" if found.disordered else "wording"
        variant = "dated" if found.until else None if found.missing else wrong
        yield Finding(found.span, values, variant=variant)
