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
    section_numbers,
    section_references,
)
from linter.subjects.structure.attachments import attachments
from linter.subjects.structure.outline import outline
from linter.text.folding import key
from linter.text.patterns import lazily

if TYPE_CHECKING:
    from linter.across.versions import Versions

_SECTIONS = frozenset({"章", "条", "篇", "编", "部分"})
_CAPTION = lazily(r"^[表图]\s*[\d一二三四五六七八九十]+(?:[-—.－]\d{1,2})?\s*[:：.、]?\s*")


class NumberedPlace(NamedTuple):
    """A numbered place: 专栏, 附件, 表, 图 or 章 with its number and its words."""

    kind: str
    number: int
    words: str
    span: Span

    @property
    def shown(self) -> str:
        return (
            f"第{self.number}{self.kind}" if self.kind in _SECTIONS else f"{self.kind}{self.number}"
        )


class ReferenceLeft(NamedTuple):
    """A reference to the number that a place had; `after` is the place now, None if it is gone."""

    reference: Reference
    before: NumberedPlace
    after: NumberedPlace | None


def references_left(versions: "Versions") -> Iterator[ReferenceLeft]:
    """The references that kept the number of a place that has another one, or is gone."""
    moved = dict(_renumbered(versions))
    old = references_of(versions.old)
    numbers = {(place.kind, place.number) for place in _places(versions.new)}
    for reference in references_of(versions.new):
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
    for place, after in _followed(versions):
        gone = after is None and place.kind == "专栏"  # another place may have been renamed
        if gone or (after is not None and after.number != place.number):
            yield (place.kind, place.number), (place, after)


def numbers_now(versions: "Versions") -> dict[tuple[str, int], int]:
    """The numbers that the numbered places of the old version have in the new one."""
    return {(one.kind, one.number): now.number for one, now in _followed(versions) if now}


def _followed(versions: "Versions") -> Iterator[tuple[NumberedPlace, NumberedPlace | None]]:
    """The numbered places of the old version and what they are in the new one."""
    new = list(_places(versions.new))
    now = {(p.kind, key(p.words)): p for p in new}
    boxes = {id(pair.old.title): pair.new.title for pair in versions.boxes.pairs}
    by_node = {(p.kind, id(p.span.node)): p for p in new}
    for place in _places(versions.old):
        node = id(place.span.node)
        if place.kind == "专栏":
            title = boxes.get(node)
        else:
            title = versions.paragraphs.to_new.get(node) if place.kind in _SECTIONS else None
        after = by_node.get((place.kind, id(title))) if title is not None else None
        if after is None and place.kind != "专栏":
            after = now.get((place.kind, key(place.words)))
        yield place, after


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
    items = plan.get(outline).items
    for unit in dict.fromkeys(r.kind for r in plan.get(section_references)):
        for number, item in section_numbers(items, unit).items():
            if not item.inline:
                title = item.paragraph.title
                yield NumberedPlace(unit, number, title, Span(item.paragraph, 0, len(title)))


def references_of(plan: Plan) -> list[Reference]:
    """All references to numbered places."""
    return [
        *plan.get(box_references),
        *plan.get(attachment_references),
        *plan.get(drawn_references),
        *plan.get(section_references),
    ]


def _was(versions: "Versions", reference: Reference, old: list[Reference]) -> bool:
    """Whether the same reference stood in what the text was before: of several of one kind, the
    one in its place, as the one before may have followed to this number."""
    node = reference.span.node
    if isinstance(node, Paragraph):
        source = versions.paragraphs.to_old.get(id(node))
        earlier = [r for r in old if r.span.node is source and r.kind == reference.kind]
    else:
        same = [r for r in old if isinstance(r.span.node, Cell) and r.kind == reference.kind]
        earlier = [r for r in same if key(r.span.node.text) == key(node.text)]
    here = [
        r for r in references_of(versions.new) if r.span.node is node and r.kind == reference.kind
    ]
    here.sort(key=lambda r: r.span.start)
    earlier.sort(key=lambda r: r.span.start)
    if len(here) == len(earlier):
        at = next(i for i, r in enumerate(here) if r.span == reference.span)
        return earlier[at].number == reference.number
    return any(r.number == reference.number for r in earlier)
