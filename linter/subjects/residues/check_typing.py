"""DOC006: what the Enter key and the space bar were used for in place of paragraphs and tables."""

from collections.abc import Iterator

from linter.document.nodes import ResidueKind
from linter.plan.finding import Finding, check
from linter.plan.plan import Plan

_VARIANTS = {ResidueKind.CUT: None, ResidueKind.TYPED_TABLE: "table"}


@check
def typed_layout(plan: Plan) -> Iterator[Finding]:
    """DOC006: sentences cut by a return, and tables set with tabs or blanks; each told once."""
    for kind, variant in _VARIANTS.items():
        found = [r for r in plan.document.residues if r.kind is kind]
        first = next((r for r in found if r.spans), None)
        if first is not None:
            values = {"count": str(sum(r.times for r in found)), "words": first.text}
            yield Finding(first.spans[0], values, variant=variant)
