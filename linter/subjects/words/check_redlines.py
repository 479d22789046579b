"""TRM006: names that must never be wrong."""

from collections.abc import Iterator

from linter.document.nodes import Span, Zone
from linter.plan.finding import Finding, Fix, Related, check
from linter.plan.plan import Plan
from linter.subjects.words.redlines import formulas, redlines


@check
def red_line_name(plan: Plan) -> Iterator[Finding]:
    """TRM006: a name of the state, the party or an organ with one character off."""
    first: dict[str, Span] = {}
    for node in plan.worded:
        if node.locator.zone is Zone.TOC:
            continue
        hits = [tuple(hit) for hit in plan.lexicon.get(redlines).find(node.folded)]
        for start, end, right in [*hits, *plan.lexicon.get(formulas).find(node.folded)]:
            span = Span(node, start, end)
            related = (Related("first", first[right]),) if right in first else ()
            first.setdefault(right, span)
            values = {"wrong": span.quote, "right": right}
            yield Finding(span, values, related, fix=Fix(right))
