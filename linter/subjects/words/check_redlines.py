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
    nodes = [node for node in plan.worded if node.locator.zone is not Zone.TOC]
    draft = "\n".join(node.folded for node in nodes)
    names = plan.lexicon.get(redlines).within(draft)
    sayings = plan.lexicon.get(formulas).within(draft)
    for node in nodes:
        for hit in (*names.find(node.folded), *sayings.find(node.folded)):
            span = Span(node, hit.start, hit.end)
            related = (Related("first", first[hit.name]),) if hit.name in first else ()
            first.setdefault(hit.name, span)
            values = {"wrong": span.quote, "right": hit.name}
            yield Finding(span, values, related, fix=Fix(hit.name))
