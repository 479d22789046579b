"""STR008: the table of contents (目录) against the headings."""

from collections.abc import Iterator

from linter.document.nodes import Span
from linter.plan.finding import Finding, Related, check
from linter.plan.plan import Plan
from linter.subjects.structure.contents import contents_faults
from linter.subjects.structure.outline import heading_line, heading_span


@check
def contents_mismatch(plan: Plan) -> Iterator[Finding]:
    """STR008: the table of contents against the headings, words only."""
    for fault in plan.get(contents_faults):
        entry, heading = fault.entry, fault.heading
        if entry is not None and heading is not None:
            values = {"entry": entry.line.strip(), "heading": heading_line(heading)}
            related = (Related("heading", heading_span(heading)),)
            yield Finding(Span.whole(entry), values, related)
        elif entry is not None:
            yield Finding(Span.whole(entry), {"entry": entry.line.strip()}, (), "extra")
        elif heading is not None:
            yield Finding(heading_span(heading), {"heading": heading_line(heading)}, (), "missing")
