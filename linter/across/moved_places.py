"""Numbered places (专栏3, 附件2, 表1) that have another number, and who still names the old."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from linter.document.nodes import Cell, Paragraph, Span
from linter.plan.plan import Plan
from linter.subjects.boxes.boxes import numbered_boxes
from linter.subjects.citations.references import (
    Reference,
    attachment_references,
    box_references,
    captions,
    drawn_references,
)
from linter.subjects.structure.attachments import attachments
from linter.text.folding import key
from linter.text.patterns import lazily

if TYPE_CHECKING:
    from linter.across.versions import Versions

_CAPTION = lazily(r"^[表图]\s*[\d一二三四五六七八九十]+(?:[-—.－]\d{1,2})?\s*[:：.、]?\s*")


class NumberedPlace(NamedTuple):
    """A numbered place: 专栏, 附件, 表 or 图 with its number and its words."""

    kind: str
    number: int
    words: str
    span: Span

    @property
    def shown(self) -> str:
        return f"{self.kind}{self.number}"


class ReferenceLeft(NamedTuple):
    """A reference to the number that a place had; `after` is the place now, None if it is gone."""

    reference: Reference
    before: NumberedPlace
    after: NumberedPlace | None


def references_left(versions: "Versions") -> Iterator[ReferenceLeft]:
    """The references that kept the number of a place that has another one, or is gone."""
    moved = dict(_renumbered(versions))
    old = _references(versions.old)
    numbers = {(place.kind, place.number) for place in _places(versions.new)}
    for reference in _references(versions.new):
        place = reference.kind, reference.number[0]
        if len(reference.number) > 1 or place not in moved:
            continue
        before, after = moved[place]
        if after is None and place in numbers:
            continue  # another one has taken its number: it may be meant
        if _was(versions, reference, old):
            yield ReferenceLeft(reference, before, after)


def _renumbered(
    versions: "Versions",
) -> Iterator[tuple[tuple[str, int], tuple[NumberedPlace, NumberedPlace | None]]]:
    """(kind, old number) of every place that has another number now, or is gone."""
    old, new = list(_places(versions.old)), list(_places(versions.new))
    now = {(p.kind, key(p.words)): p for p in new}
    boxes = {id(pair.old.title): pair.new.title for pair in versions.boxes.pairs}
    by_title = {id(p.span.node): p for p in new}
    for place in old:
        if place.kind == "专栏":
            title = boxes.get(id(place.span.node))
            after = by_title.get(id(title)) if title is not None else None
        else:
            after = now.get((place.kind, key(place.words)))
            if after is None:
                continue  # it may have been renamed
        if after is None or after.number != place.number:
            yield (place.kind, place.number), (place, after)


def _places(plan: Plan) -> Iterator[NumberedPlace]:
    for box in plan.get(numbered_boxes):
        if box.title is not None and box.number is not None:
            yield NumberedPlace("专栏", box.number, box.name, Span.whole(box.title))
    found = plan.get(attachments)
    for one in found.lists:
        for at, entry in enumerate(one.entries, 1):
            yield NumberedPlace(one.word, entry.number or at, entry.title, entry.span)
    for caption in plan.get(captions):
        words = _CAPTION.sub("", caption.span.node.text)
        if len(caption.number) == 1:
            yield NumberedPlace(caption.kind, caption.number[0], words, caption.span)


def _references(plan: Plan) -> list[Reference]:
    return [
        *plan.get(box_references),
        *plan.get(attachment_references),
        *plan.get(drawn_references),
    ]


def _was(versions: "Versions", reference: Reference, old: list[Reference]) -> bool:
    """Whether the same reference stood in what the text was before."""
    node = reference.span.node
    if isinstance(node, Paragraph):
        source = versions.paragraphs.to_old.get(id(node))
        return any(
            r.span.node is source and (r.kind, r.number) == (reference.kind, reference.number)
            for r in old
        )
    return any(
        isinstance(r.span.node, Cell)
        and key(r.span.node.text) == key(node.text)
        and (r.kind, r.number) == (reference.kind, reference.number)
        for r in old
    )
