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
    "caption": ChangeKind.CAPTION,
}
_CONTEXT = 4  # characters shown on each side of changed words


class Token(NamedTuple):
    """A character, or a mark, which is one whatever it says."""

    word: str
    node: TextNode
    start: int
    end: int
    mark: Mark | None = None

    @property
    def span(self) -> Span:
        return Span(self.node, self.start, self.end)


class TextChanges:
    """The changes from a text of the old plan to one of the new."""

    def __init__(self, old: Plan, new: Plan) -> None:
        self._old, self._new = old, new

    def of(
        self, before: Sequence[TextNode], after: Sequence[TextNode], subject: str
    ) -> Iterator[VersionChange]:
        """Yield the changes, `subject` being what the text is about. A text is several nodes where
        a paragraph was split or paragraphs were joined."""
        one, other = self._tokens(self._old, before), self._tokens(self._new, after)
        spots: list[tuple[int, int, int, int]] = []
        for tag, i, j, k, m in _opcodes(one, other):
            if tag == "equal":
                for a, b in zip(one[i:j], other[k:m], strict=True):
                    if a.mark and b.mark and a.mark.value != b.mark.value:
                        yield from self._mark(a, b, subject)
                continue
            left = [t for t in one[i:j] if t.mark]
            right = [t for t in other[k:m] if t.mark]
            yield from self._loose(left, right, subject)
            if _is_worded((*one[i:j], *other[k:m])):
                spots.append((i, j, k, m))
        if spots:
            yield _wording(one, other, spots, subject)

    def _tokens(self, plan: Plan, nodes: Sequence[TextNode]) -> list[Token]:
        found: list[Token] = []
        for node in nodes:
            at = 0
            for mark in (*plan.get(marks).of(node), None):
                end = mark.start if mark else len(node.folded)
                for i in range(at, end):
                    if node.folded[i] not in _SKIPPED:
                        found.append(Token(node.folded[i], node, i, i + 1))
                if mark:
                    found.append(Token(f"‹{mark.kind}›", node, mark.start, mark.end, mark))
                    at = mark.end
        return found

    def _loose(
        self, left: Sequence[Token], right: Sequence[Token], subject: str
    ) -> Iterator[VersionChange]:
        """Marks in words that were replaced: pairs of one kind in order, the rest come or gone."""
        free = list(right)
        for token in left:
            twin = next((t for t in free if t.word == token.word), None)
            if twin is not None:
                free.remove(twin)
                if twin.mark and token.mark and twin.mark.value != token.mark.value:
                    yield from self._mark(token, twin, subject)
            else:
                yield from self._alone(token, subject, dropped=True)
        for token in free:
            yield from self._alone(token, subject, dropped=False)

    def _alone(self, token: Token, subject: str, *, dropped: bool) -> Iterator[VersionChange]:
        mark, span = token.mark, token.span
        assert mark is not None
        old, new = (span, None) if dropped else (None, span)
        before, after = (span.quote, "") if dropped else ("", span.quote)
        if mark.quantity is not None:
            name = name_of_figure(self._old if dropped else self._new, mark.quantity)
            kind = ChangeKind.FIGURE_DROPPED if dropped else ChangeKind.FIGURE_ADDED
            yield VersionChange(kind, name or subject, old, new, before, after)
        elif mark.units:
            yield VersionChange(ChangeKind.UNITS, subject, old, new, before, after)
        else:
            yield VersionChange(_KINDS[mark.kind], subject, old, new, before, after)

    def _mark(self, one: Token, other: Token, subject: str) -> Iterator[VersionChange]:
        """Two marks of one kind that say different things."""
        assert one.mark is not None
        assert other.mark is not None
        old, new = one.span, other.span
        if one.mark.quantity is not None and other.mark.quantity is not None:
            name = name_of_figure(self._new, other.mark.quantity) or subject
            yield figure_change(name, one.mark.quantity, other.mark.quantity)
        elif one.mark.units:
            yield from unit_changes(subject, one.mark, other.mark, old, new)
        else:
            yield VersionChange(_KINDS[one.mark.kind], subject, old, new, old.quote, new.quote)


def _wording(
    one: Sequence[Token],
    other: Sequence[Token],
    spots: Sequence[tuple[int, int, int, int]],
    subject: str,
) -> VersionChange:
    """The words from the first to the last that differ, with a little of what is beside."""
    first, last = spots[0], spots[-1]
    old = _span(one, first[0], last[1])
    new = _span(other, first[2], last[3])
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


def _span(tokens: Sequence[Token], start: int, end: int) -> Span:
    """The words of tokens `start` to `end`, with some on each side; of the first node only."""
    first, last = max(0, start - _CONTEXT), min(len(tokens), end + _CONTEXT)
    if first >= last:
        return tokens[0].span if tokens else Span(TextNode(""), 0, 0)
    at = tokens[min(start, len(tokens) - 1)].node
    own = [t for t in tokens[first:last] if t.node is at]
    return Span(at, own[0].start, own[-1].end)
