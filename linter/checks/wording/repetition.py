"""PUN007: words said twice."""

from collections import defaultdict
from collections.abc import Iterator

from linter.checks.finding import Finding, Fix, Plan, Related, check
from linter.document import Span
from linter.facts.wording.repetitions import RepetitionKind


@check
def phrase_repeated(plan: Plan) -> Iterator[Finding]:
    """PUN007: 产业集聚，产业集聚; 的的; a clause that stands twice in one paragraph."""
    doubled: dict[int, list[Span]] = defaultdict(list)
    for found in plan.wording.repetitions:
        if found.kind is RepetitionKind.ADJACENT:
            doubled[id(found.span.node)].append(found.span)
    for found in plan.wording.repetitions:
        values = {"words": found.words}
        related = (Related("first", found.first),)
        if found.kind is RepetitionKind.ADJACENT:
            yield Finding(found.span, values, related, fix=Fix(found.first.quote))
        elif not any(_touch(found.span, span) for span in doubled[id(found.span.node)]):
            values["words"] = found.span.quote if len(found.span.quote) <= 24 else found.words
            yield Finding(found.span, values, related, "apart")
    for item in plan.wording.items_twice:
        if not any(_touch(item.span, span) for span in doubled[id(item.span.node)]):
            values = {"words": item.span.quote}
            yield Finding(item.span, values, (Related("first", item.first),), "listed")


def _touch(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end
