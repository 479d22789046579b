"""REF: attachments, tables, figures and sections that a draft names by number."""

from collections import defaultdict
from collections.abc import Iterator

from linter.plan.finding import Finding, Related, check
from linter.plan.plan import Plan
from linter.subjects.citations.references import (
    Caption,
    Reference,
    attachment_references,
    captions,
    drawn_references,
    section_numbers,
    section_references,
)
from linter.subjects.structure.attachments import attachments
from linter.subjects.structure.outline import outline


@check
def attachment_unresolved(plan: Plan) -> Iterator[Finding]:
    """REF001: 详见附件9 where there are fewer.

    The list below the body counts as well as the attachments themselves. A draft without either
    may have its attachments elsewhere: then 附件1, 附件2 … in an unbroken row are one warning.
    """
    references = plan.get(attachment_references)
    for word in dict.fromkeys(reference.kind for reference in references):
        named = [reference for reference in references if reference.kind == word]
        known = plan.get(attachments).numbers(word)
        if known:
            yield from _beyond(plan, named, known)
        elif word == "附件":
            yield from _without_any(named)


def _beyond(plan: Plan, named: list[Reference], known: set[int]) -> Iterator[Finding]:
    found = plan.get(attachments)
    lists = [one for one in found.lists if one.word == named[0].kind]
    heads = [one for one in (*found.present, *found.headings) if one.word == named[0].kind]
    last = lists[-1].entries[-1].span if lists else heads[-1].span
    related = (Related("list" if lists else "attachment", last),)
    for reference in named:
        if reference.number[0] not in known:
            yield Finding(reference.span, _values(reference, len(known)), related)


def _without_any(named: list[Reference]) -> Iterator[Finding]:
    numbers = {reference.number[0] for reference in named}
    row = next(n for n in range(1, len(numbers) + 2) if n not in numbers)
    elsewhere = [reference for reference in named if reference.number[0] < row]
    if elsewhere:
        first = elsewhere[0]
        yield Finding(first.span, _values(first, 0), variant="elsewhere")
    for reference in named:
        if reference.number[0] > row:
            yield Finding(reference.span, _values(reference, 0), variant="none")


@check
def drawing_unresolved(plan: Plan) -> Iterator[Finding]:
    """REF002: 见表3 where the tables are numbered and there is no 表3.

    Without any numbered title nothing can be resolved: that is one finding. 表1 may be the only
    table there is; figures may carry their titles within.
    """
    count = sum(1 for _ in plan.document.tables())
    numbered: dict[str, list[Caption]] = defaultdict(list)
    for caption in plan.get(captions):
        numbered[caption.kind].append(caption)
    there = {(kind, one.number) for kind, found in numbered.items() for one in found}
    last = {kind: max(found, key=lambda one: one.number) for kind, found in numbered.items()}
    told: set[str] = set()
    for reference in plan.get(drawn_references):
        kind = reference.kind
        if kind in last and (kind, reference.number) not in there:
            values = _values(reference, len(numbered[kind]))
            yield Finding(reference.span, values, (Related("caption", last[kind].span),))
        elif kind not in last and kind not in told and (count > 1 or reference.number != (1,)):
            told.add(kind)
            variant = "uncaptioned" if kind == "表" else "undrawn"
            yield Finding(reference.span, _values(reference, count), variant=variant)


@check
def section_unresolved(plan: Plan) -> Iterator[Finding]:
    """REF003: 本规划第七章, where the draft has chapters and no seventh."""
    references = plan.get(section_references)
    items = plan.get(outline).items if references else ()
    numbers = {unit: section_numbers(items, unit) for unit in {one.kind for one in references}}
    last = {unit: found[max(found)] for unit, found in numbers.items() if found}
    for reference in references:
        unit = reference.kind
        if unit in last and reference.number[0] not in numbers[unit]:
            values = {"words": reference.span.quote, "last": last[unit].label}
            yield Finding(reference.span, values, (Related("last", last[unit].words),))


def _values(reference: Reference, count: int) -> dict[str, str]:
    words = reference.span.quote.strip()
    if words[0].isdigit():
        words = reference.kind + words
    return {"words": words, "kind": reference.kind, "count": str(count)}
