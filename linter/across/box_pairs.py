"""Boxes of two versions: by name, then by what is in them."""

from collections.abc import Iterator
from typing import NamedTuple

from linter.across.alignment import Pairing
from linter.across.changes import ChangeKind, VersionChange
from linter.document.nodes import Box, Paragraph, Span, Table, TextNode
from linter.plan.plan import Plan
from linter.subjects.boxes.boxes import shown_number
from linter.text.folding import key
from linter.text.nearness import shared_order

_ALIKE = 0.6


class BoxPair(NamedTuple):
    """A box of the old version and what it is in the new one."""

    old: Box
    new: Box

    @property
    def renamed(self) -> bool:
        return key(self.old.name) != key(self.new.name)

    @property
    def renumbered(self) -> bool:
        return self.old.number != self.new.number


class BoxPairs(NamedTuple):
    pairs: tuple[BoxPair, ...]
    dropped: tuple[Box, ...]
    added: tuple[Box, ...]


def pair_boxes(old: Plan, new: Plan, paragraphs: Pairing) -> BoxPairs:
    """Pair the boxes that have a title."""
    left = [box for box in old.document.boxes() if box.title]
    right = [box for box in new.document.boxes() if box.title]
    found: list[BoxPair] = []
    for same in (_same_name, lambda a, b: _same_body(a, b, paragraphs), _alike):
        for one in list(left):
            twin = next((box for box in right if same(one, box)), None)
            if twin is not None:
                found.append(BoxPair(one, twin))
                left.remove(one)
                right.remove(twin)
    return BoxPairs(tuple(found), tuple(left), tuple(right))


def box_changes(found: BoxPairs) -> Iterator[VersionChange]:
    """The changes of boxes as a whole; their items are paragraphs like others."""
    for box in found.dropped:
        assert box.title is not None
        span = Span.whole(box.title)
        yield VersionChange(ChangeKind.BOX_DROPPED, box.name, span, None, span.quote)
    for box in found.added:
        assert box.title is not None
        span = Span.whole(box.title)
        yield VersionChange(ChangeKind.BOX_ADDED, box.name, None, span, "", span.quote)
    for one, other in found.pairs:
        assert one.title is not None
        assert other.title is not None
        spans = Span.whole(one.title), Span.whole(other.title)
        if key(one.name) != key(other.name):
            yield VersionChange(ChangeKind.BOX_RENAMED, other.name, *spans, one.name, other.name)
        if one.number != other.number and one.number is not None and other.number is not None:
            words = f"专栏{shown_number(one)}", f"专栏{shown_number(other)}"
            yield VersionChange(ChangeKind.BOX_RENUMBERED, other.name, *spans, *words)


def _same_name(one: Box, other: Box) -> bool:
    return bool(one.name) and key(one.name) == key(other.name)


def _same_body(one: Box, other: Box, paragraphs: Pairing) -> bool:
    """Whether half of what stands in either is the same."""
    ours, theirs = list(_texts(one)), {id(node) for node in _texts(other)}
    cells = {key(node.text) for node in _texts(other)}
    shared = sum(
        id(paragraphs.to_new.get(id(node))) in theirs or key(node.text) in cells for node in ours
    )
    return bool(ours) and 2 * shared >= max(len(ours), len(theirs))


def _alike(one: Box, other: Box) -> bool:
    ours, theirs = key(one.name), key(other.name)
    longest = max(len(ours), len(theirs), 1)
    return shared_order(ours, theirs) >= _ALIKE * longest


def _texts(box: Box) -> Iterator[TextNode]:
    for part in box.body:
        if isinstance(part, Paragraph):
            yield part
        elif isinstance(part, Table):
            yield from (cell for cell in part.cells() if cell.text.strip())
