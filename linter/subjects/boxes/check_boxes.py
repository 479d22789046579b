"""BOX: the boxes (专栏) of a draft and the references to them."""

from collections import Counter
from collections.abc import Iterator

from linter.document.nodes import Block, LabelKind, Paragraph, Table
from linter.plan.finding import Finding, Related, check
from linter.plan.plan import Plan
from linter.subjects.boxes.boxes import box_faults, numbered_boxes, shown_number, title_span
from linter.subjects.citations.references import box_references


@check
def reference_unresolved(plan: Plan) -> Iterator[Finding]:
    """BOX001: 见专栏7 where the draft has no such box (专栏一 and 专栏1 are one number).

    A number that is missing because a box is misnumbered is reported there (BOX002), not here.
    """
    boxes = plan.get(numbered_boxes)
    numbers = {b.number for b in boxes} | {fault.expected for fault in plan.get(box_faults)}
    last = max(boxes, key=lambda box: box.number or 0, default=None)
    for reference in plan.get(box_references):
        if reference.number[0] not in numbers:
            related = (Related("box", title_span(last)),) if last else ()
            words = f"专栏{reference.number[0]}" if reference.span.quote[0] != "专" else ""
            values = {"words": words or reference.span.quote, "count": str(len(boxes))}
            yield Finding(reference.span, values, related)


@check
def numbering(plan: Plan) -> Iterator[Finding]:
    """BOX002: a gap, a duplicate or a box out of order."""
    for fault in plan.get(box_faults):
        other = fault.twin or fault.before
        values = {
            "number": shown_number(fault.box),
            "expected": shown_number(fault.box, fault.expected),
            "before": shown_number(fault.before) if fault.before else "",
        }
        variant = "duplicate" if fault.twin else "first" if fault.before is None else None
        related = (
            (Related("first" if fault.twin else "before", title_span(other)),) if other else ()
        )
        yield Finding(title_span(fault.box), values, related, variant)


@check
def numeral_style_mixed(plan: Plan) -> Iterator[Finding]:
    """BOX003: 专栏1 beside 专栏二; the rarer form is reported, in titles and in references."""
    boxes = plan.get(numbered_boxes)
    titled = Counter(_is_arabic(box.numeral or "") for box in boxes)
    if not titled:
        return
    arabic = titled[True] >= titled[False]
    usual = next(box for box in boxes if _is_arabic(box.numeral or "") is arabic)
    related = (Related("peer", title_span(usual)),)
    spans = [title_span(b) for b in boxes if _is_arabic(b.numeral or "") is not arabic]
    spans += [r.span for r in plan.get(box_references) if _is_arabic(r.span.quote) is not arabic]
    for span in spans:
        yield Finding(span, {"peer": f"专栏{usual.numeral}", "count": str(titled[arabic])}, related)


@check
def box_empty(plan: Plan) -> Iterator[Finding]:
    """BOX005: a box with a title and nothing in it."""
    blocks = plan.document.blocks
    around = {id(b): (blocks[i - 1], blocks[i + 1 : i + 2]) for i, b in enumerate(blocks) if i}
    for box in plan.get(numbered_boxes):
        before, behind = around.get(id(box), (None, ()))
        if any(isinstance(part, Table) or part.text.strip() for part in box.body):
            continue
        if not (_is_text(before) and any(_opens_list(block) for block in behind)):
            yield Finding(title_span(box), {"number": str(box.numeral)})


@check
def box_unreferenced(plan: Plan) -> Iterator[Finding]:
    """BOX006: a box that no sentence refers to."""
    named = {reference.number[0] for reference in plan.get(box_references)}
    for box in plan.get(numbered_boxes):
        if box.number not in named:
            yield Finding(title_span(box), {"number": str(box.numeral)})


def _is_text(block: Block | None) -> bool:
    return isinstance(block, Paragraph) and block.level is None


def _opens_list(block: Block) -> bool:
    """A new （一） below the title of a box, with no heading between, is the box's own."""
    label = block.label if isinstance(block, Paragraph) else None
    return label is not None and label.kind is LabelKind.PAREN_CHINESE and label.number == 1


def _is_arabic(numeral: str) -> bool:
    return any(char.isdigit() and char.isascii() for char in numeral)
