"""Boxes (专栏): which of them carry numbers, and where the numbers go wrong."""

from collections.abc import Iterator
from typing import NamedTuple

from linter.document.model import Document
from linter.document.nodes import Box, LabelKind, Paragraph, Span
from linter.plan.plan import Plan, fact
from linter.subjects.structure.attachments import Attachments, attachments
from linter.subjects.structure.numbering import Step, read
from linter.text.folding import key
from linter.text.patterns import lazily

_CONTINUED = lazily(r"\(?续[表]?\)?$")
_COMPOUND = lazily(r"\s*[-—.－]\s*(\d{1,2})(?!\d)")
_CHAPTERS = (LabelKind.PART, LabelKind.CHAPTER)


class BoxFault(NamedTuple):
    """A box whose number is not `expected`; `twin` has the same number, `before` stands before."""

    box: Box
    expected: int
    before: Box | None
    twin: Box | None


def shown_number(box: Box, number: int | None = None) -> str:
    """The number as the draft writes it, or as it would write `number`: 3, 三, 3-2."""
    inner = _COMPOUND.match(box.name)
    if inner is None:
        return str(box.numeral if number is None else number)
    mark = inner.group().strip()[0]
    return f"{box.numeral}{mark}{inner[1] if number is None else number}"


@fact
def numbered_boxes(plan: Plan) -> tuple[Box, ...]:
    """The numbered boxes (专栏)."""
    return _numbered_boxes(plan.document)


def _numbered_boxes(document: Document) -> tuple[Box, ...]:
    """Return the boxes that carry a number, in reading order."""
    return tuple(box for box in document.boxes() if box.number is not None and box.title)


@fact
def box_faults(plan: Plan) -> tuple[BoxFault, ...]:
    """The boxes that are numbered wrongly."""
    return tuple(_box_faults(plan.document, plan.get(attachments)))


def _box_faults(document: Document, attachments: Attachments) -> Iterator[BoxFault]:
    """Yield the boxes that are out of their order; of numbers by chapter (专栏3-1) the second."""
    heads = {id(attachment.head) for attachment in attachments.present}
    boxes: list[Box] = []
    steps: list[Step] = []
    numbers = [box.number for box in _numbered_boxes(document)]
    compound = [bool(_COMPOUND.match(box.name)) for box in _numbered_boxes(document)]
    if any(compound) and not all(compound):
        return
    by_chapter = numbers.count(1) > 1
    scope = 0
    for block in document.blocks:
        if isinstance(block, Paragraph):
            chapter = by_chapter and block.label is not None and block.label.kind in _CHAPTERS
            scope += chapter or id(block) in heads
        elif isinstance(block, Box) and block.number is not None and block.title:
            if _goes_on(boxes, block):
                continue
            inner = _COMPOUND.match(block.name)
            boxes.append(block)
            steps.append(Step(int(inner[1]), block.number) if inner else Step(block.number, scope))
    for fault in read(steps).faults:
        before = boxes[fault.before] if fault.before is not None else None
        twin = boxes[fault.twin] if fault.twin is not None else None
        yield BoxFault(boxes[fault.at], fault.expected, before, twin)


def _goes_on(boxes: list[Box], box: Box) -> bool:
    """The box is the one before it, gone on with on the next page: 专栏3 …（续）."""
    if not boxes or boxes[-1].number != box.number:
        return False
    return bool(_CONTINUED.search(key(box.name))) or key(box.name) == key(boxes[-1].name)


def title_span(box: Box) -> Span:
    """The title line of a numbered box."""
    assert box.title is not None
    return Span.whole(box.title)
