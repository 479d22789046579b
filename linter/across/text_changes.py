"""What has changed in a paragraph or cell: its marks first, the rest is wording."""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from linter.across.changes import ChangeKind, VersionChange
from linter.across.marks import Mark, helpers, leads, marks, name_of_figure
from linter.document.nodes import Span, TextNode
from linter.plan.plan import Plan
from linter.subjects.indicators.phrases import figure
from linter.subjects.quantities.quantities import Quantity

_SKIPPED = frozenset(" \n“”\"'‘’")
_PUNCTUATION = frozenset("()（）,，。、;；")
_KINDS = {
    "date": ChangeKind.DEADLINE,
    "title": ChangeKind.CITATION,
    "reference": ChangeKind.REFERENCE,
}
_CONTEXT = 4  # characters shown on each side of changed words


class Token(NamedTuple):
    """A character, or a mark, which is one whatever it says."""

    word: str
    start: int
    end: int
    mark: Mark | None = None


class TextChanges:
    """The changes from a text of the old plan to one of the new."""

    def __init__(self, old: Plan, new: Plan) -> None:
        self._old, self._new = old, new

    def of(self, before: TextNode, after: TextNode, subject: str) -> Iterator[VersionChange]:
        """Yield the changes, `subject` being what the text is about."""
        one, other = self._tokens(self._old, before), self._tokens(self._new, after)
        spots: list[tuple[int, int, int, int]] = []
        for tag, i, j, k, m in _opcodes(one, other):
            if tag == "equal":
                for a, b in zip(one[i:j], other[k:m], strict=True):
                    if a.mark and b.mark and a.mark.value != b.mark.value:
                        yield from self._mark(before, after, a.mark, b.mark, subject)
                continue
            left = [t.mark for t in one[i:j] if t.mark]
            right = [t.mark for t in other[k:m] if t.mark]
            yield from self._loose(before, after, left, right, subject)
            if _is_worded((*one[i:j], *other[k:m])):
                spots.append((i, j, k, m))
        if spots:
            yield self._wording(before, after, one, other, spots, subject)

    def _tokens(self, plan: Plan, node: TextNode) -> list[Token]:
        found, at = [], 0
        for mark in (*plan.get(marks).of(node), None):
            end = mark.start if mark else len(node.folded)
            for i in range(at, end):
                if node.folded[i] not in _SKIPPED:
                    found.append(Token(node.folded[i], i, i + 1))
            if mark:
                found.append(Token(f"‹{mark.kind}›", mark.start, mark.end, mark))
                at = mark.end
        return found

    def _loose(
        self,
        before: TextNode,
        after: TextNode,
        left: Sequence[Mark],
        right: Sequence[Mark],
        subject: str,
    ) -> Iterator[VersionChange]:
        """Marks in words that were replaced: pairs of one kind in order, the rest come or gone."""
        free = list(right)
        for mark in left:
            twin = next((m for m in free if m.kind == mark.kind), None)
            if twin is not None:
                free.remove(twin)
                if twin.value != mark.value:
                    yield from self._mark(before, after, mark, twin, subject)
            else:
                yield from self._alone(before, mark, subject, dropped=True)
        for mark in free:
            yield from self._alone(after, mark, subject, dropped=False)

    def _alone(
        self, node: TextNode, mark: Mark, subject: str, *, dropped: bool
    ) -> Iterator[VersionChange]:
        words = node.text[mark.start : mark.end]
        span = Span(node, mark.start, mark.end)
        old, new = (span, None) if dropped else (None, span)
        before, after = (words, "") if dropped else ("", words)
        if mark.quantity is not None:
            name = name_of_figure(self._old if dropped else self._new, mark.quantity)
            kind = ChangeKind.FIGURE_DROPPED if dropped else ChangeKind.FIGURE_ADDED
            yield VersionChange(kind, name or subject, old, new, before, after)
        elif mark.units:
            yield VersionChange(ChangeKind.UNITS, subject, old, new, before, after)
        else:
            yield VersionChange(_KINDS[mark.kind], subject, old, new, before, after)

    def _mark(
        self, before: TextNode, after: TextNode, one: Mark, other: Mark, subject: str
    ) -> Iterator[VersionChange]:
        """Two marks of one kind that say different things."""
        old, new = Span(before, one.start, one.end), Span(after, other.start, other.end)
        if one.quantity is not None and other.quantity is not None:
            name = name_of_figure(self._new, other.quantity) or subject
            yield figure_change(name, one.quantity, other.quantity)
        elif one.units:
            yield from unit_changes(subject, one, other, old, new)
        else:
            yield VersionChange(_KINDS[one.kind], subject, old, new, old.quote, new.quote)

    def _wording(
        self,
        before: TextNode,
        after: TextNode,
        one: Sequence[Token],
        other: Sequence[Token],
        spots: Sequence[tuple[int, int, int, int]],
        subject: str,
    ) -> VersionChange:
        """The words from the first to the last that differ, with a little of what is beside."""
        first, last = spots[0], spots[-1]
        old = _span(before, one, first[0], last[1])
        new = _span(after, other, first[2], last[3])
        return VersionChange(ChangeKind.REWORDED, subject, old, new, old.quote, new.quote)


def _is_worded(tokens: Sequence[Token]) -> bool:
    """Whether words have changed, or marks of punctuation alone: not the brackets of units that
    came or went."""
    bare = [t.word for t in tokens if t.mark is None]
    return any(w not in _PUNCTUATION for w in bare) or (bool(bare) and len(bare) == len(tokens))


def figure_change(name: str, one: Quantity, other: Quantity) -> VersionChange:
    """The change from a figure to another of one thing."""
    words = one.unit.words if one.unit else "", other.unit.words if other.unit else ""
    same = amount(one) == amount(other) and one.comparator == other.comparator
    dimensions = one.unit.dimension if one.unit else "", other.unit.dimension if other.unit else ""
    unit = words[0] != words[1] and (same or one.value == other.value or len(set(dimensions)) > 1)
    kept = same and len(set(dimensions)) == 1
    kind = ChangeKind.UNIT if unit else ChangeKind.VALUE
    return VersionChange(kind, name, one.span, other.span, figure(one), figure(other), kept)


def amount(quantity: Quantity) -> tuple[object, object]:
    """The value in the base unit of its dimension, both ends of a range."""
    upper = None if quantity.upper is None else quantity.upper * quantity.factor
    return quantity.amount, upper


def unit_changes(
    subject: str, one: Mark, other: Mark, old: Span, new: Span
) -> Iterator[VersionChange]:
    """Changes of the units in charge and of those that help; their order does not count."""
    roles = any(unit.role for mark in (one, other) for unit in mark.units)
    lead = ChangeKind.LEAD if roles else ChangeKind.UNITS
    for kind, of in ((lead, leads), (ChangeKind.HELPERS, helpers)):
        before, after = of(one.units), of(other.units)
        if set(before) != set(after):
            yield VersionChange(kind, subject, old, new, "、".join(before), "、".join(after))


def _opcodes(
    one: Sequence[Token], other: Sequence[Token]
) -> Iterator[tuple[str, int, int, int, int]]:
    """difflib's operations; equal ends, which most edits leave, are taken off first."""
    a, b = [t.word for t in one], [t.word for t in other]
    head = 0
    while head < min(len(a), len(b)) and a[head] == b[head]:
        head += 1
    tail = 0
    while tail < min(len(a), len(b)) - head and a[-1 - tail] == b[-1 - tail]:
        tail += 1
    yield "equal", 0, head, 0, head
    inner = a[head : len(a) - tail], b[head : len(b) - tail]
    if inner[0] or inner[1]:
        for tag, i, j, k, m in SequenceMatcher(None, *inner, autojunk=False).get_opcodes():
            yield tag, i + head, j + head, k + head, m + head
    yield "equal", len(a) - tail, len(a), len(b) - tail, len(b)


def _span(node: TextNode, tokens: Sequence[Token], start: int, end: int) -> Span:
    """The words of tokens `start` to `end`, with some on each side."""
    first, last = max(0, start - _CONTEXT), min(len(tokens), end + _CONTEXT)
    if first >= last:
        return Span(node, 0, 0)
    return Span(node, tokens[first].start, tokens[last - 1].end)
