"""The outline: the numbered headings and items of every part, and where their numbers go wrong."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice, takewhile
from typing import NamedTuple

from linter.document.nodes import LabelKind, Paragraph, Span, Zone
from linter.plan.plan import Plan, fact
from linter.subjects.structure.attachments import Attachments, attachments
from linter.subjects.structure.contents import stray_entries
from linter.subjects.structure.items import (
    HEADING_WORDS,
    Item,
    listed_items,
    part_items,
    with_slips,
)
from linter.subjects.structure.numbering import Step, StepFault, read
from linter.subjects.structure.parts import Part, parts
from linter.text.numerals import NUMERAL
from linter.text.patterns import once

_SENTENCE = 1_000  # characters; no sentence is longer
_PEERS = 200  # items in front of a heading that are looked at
_TEXT, _REST = 60, 20  # as much text stands before and behind the second of two headings


class NumberFault(NamedTuple):
    """An item whose number is not the one that its run expects.

    `before` and `after` are its neighbours in the run, `twin` has the same number.
    """

    item: Item
    expected: int
    before: Item | None
    after: Item | None
    twin: Item | None


class Glued(NamedTuple):
    """A heading inside another paragraph: it fills a gap (`after` follows) or ends a run.

    `before` is the item before it, None where it is the first of its run.
    """

    item: Item
    before: Item | None
    after: Item | None


class Outline(NamedTuple):
    """What the numbering comes to; `parts` holds the items of each part of the draft."""

    parts: tuple[tuple[Part, tuple[Item, ...]], ...]
    faults: tuple[NumberFault, ...]
    glued: tuple[Glued, ...]

    @property
    def items(self) -> tuple[Item, ...]:
        """The items of all parts."""
        return tuple(item for _, items in self.parts for item in items)


@fact
def outline(plan: Plan) -> Outline:
    """The numbered headings and items."""
    return _outline(plan.get(parts), plan.get(attachments), plan.get(stray_entries))


def _outline(parts: Iterable[Part], attachments: Attachments, stray: frozenset[int]) -> Outline:
    """Return the outline of the parts; a list of attachments is a run of its own.

    Of the contents only the `stray` entries are judged, those that repeat no heading.
    """
    own: list[tuple[Part, tuple[Item, ...]]] = []
    listed: list[list[Item]] = []
    runs = [(list(listed_items(one)), False) for one in attachments.lists]
    for part in parts:
        if part.zone is Zone.ATTACHMENT_LIST and part.box is None:
            continue
        if part.zone is Zone.TOC:
            listed += _by_kind(list(part_items(part, attachments.listed))).values()
            continue
        found = with_slips(list(part_items(part, attachments.listed)))
        own.append((part, tuple(item for item in found if not item.inline)))
        runs += [(run, part.box is not None) for run in _by_kind(found).values()]
    faults = [
        fault
        for run in listed
        for fault in _judge(run, False)[0]
        if id(fault.item.paragraph) in stray
    ]
    glued: list[Glued] = []
    for run, boxed in runs:
        wrong, stuck = _judge(run, boxed)
        faults += wrong
        glued += stuck
    return Outline(tuple(own), tuple(faults), tuple(glued))


def _by_kind(items: Sequence[Item]) -> dict[tuple[LabelKind, int], list[Item]]:
    runs: dict[tuple[LabelKind, int], list[Item]] = defaultdict(list)
    for item in items:
        runs[item.kind, _depth(item)].append(item)
    return runs


def _depth(item: Item) -> int:
    label = item.paragraph.label
    return len(label.numbers) if label and not item.inline and not item.slipped else 1


def _judge(run: list[Item], boxed: bool) -> tuple[list[NumberFault], list[Glued]]:
    """What is wrong with the items of one kind in one part; `boxed` if that is a box."""
    firm = [item for item in run if not item.inline]
    if not firm:
        return [], []
    reading = read([Step(i.number, i.scope, i.inline, i.parted) for i in run])
    nexts = {before: at for at, before in reading.follows.items() if before is not None}
    faults = [_named(fault, run, nexts) for fault in reading.faults]
    sure = [fault for fault in faults if _is_sure(fault, len(run), boxed)]
    if len(sure) > max(2, len(firm) // 4):
        return [], []  # these numbers mean something that we do not understand
    return sure, list(_glued(run, reading.follows, nexts))


def _named(fault: StepFault, run: list[Item], nexts: dict[int, int]) -> NumberFault:
    places = (fault.before, nexts.get(fault.at), fault.twin)
    return NumberFault(
        run[fault.at], fault.expected, *(None if at is None else run[at] for at in places)
    )


def _is_sure(fault: NumberFault, count: int, boxed: bool) -> bool:
    """Tell a fault from numbers that we may have misread: a run that begins late, far jumps."""
    number, after = fault.item.number, fault.after
    resumed = after is not None and after.number in (number + 1, fault.expected + 1)
    if fault.item.kind is LabelKind.DECIMAL and count < 3:
        return False
    if fault.before is None:
        return resumed and not boxed
    return resumed or number - fault.expected <= 5


def _glued(
    run: list[Item], follows: dict[int, int | None], nexts: dict[int, int]
) -> Iterator[Glued]:
    """Yield the numbers inside paragraphs that are headings of the run."""
    for at, before in follows.items():
        item, after = run[at], nexts.get(at)
        if item.inline:
            if after is not None and not _is_listed(run, at):
                yield Glued(item, run[before] if before is not None else None, run[after])
        elif after is None and at + 1 < len(run) and run[at + 1].inline:
            last = run[at + 1]
            follows_on = last.number == item.number + 1 and last.scope == item.scope
            if follows_on and not _is_listed(run, at + 1) and _ends_run(run, at, last):
                yield Glued(last, item, None)


def _is_listed(run: list[Item], at: int) -> bool:
    """The number belongs to a list within the sentence: behind a colon, or with its own 1."""
    item = run[at]
    text, end = item.paragraph.folded, item.start or 0
    while end and text[end - 1].isspace():
        end -= 1
    mark = text[end - 1 : end]
    if not mark or mark in ":;,":
        return True
    own = item.paragraph.label
    if item.number == 1:
        begun = text.rfind("。", max(0, end - _SENTENCE), end) >= 0
        heading = own is not None and own.kind is not item.kind and not begun
        return not (mark == "。" or heading)
    first = any(
        other.paragraph is item.paragraph and other.inline and other.number == 1
        for other in run[max(0, at - item.number) : at]
    )
    return first and not (own and own.number == 1)


def _ends_run(run: list[Item], at: int, last: Item) -> bool:
    """A last heading stuck to the text: after a full stop, with words like those of its peers."""
    item, text = run[at], last.paragraph.folded
    above = text[max(0, (last.start or 0) - _SENTENCE) : last.start].rstrip()
    ahead = text[last.end : last.end + HEADING_WORDS + 1 + _REST]
    words, stop, rest = ahead.partition("。")
    is_title = 3 <= len(words) <= HEADING_WORDS and not once("[;:]").search(words)
    is_line = last.kind in (LabelKind.CHINESE, LabelKind.PAREN_CHINESE) and not stop
    peers = (o for o in run[max(0, at - _PEERS) : at + 1] if o.scope == item.scope)
    same_mark = any(o.paragraph.label and _mark(o.label) == _mark(last.label) for o in peers)
    enough = item.number > 1 or (len(above) >= _TEXT and len(rest) >= _REST) or is_line
    return (
        above.endswith("。")
        and is_title
        and same_mark
        and (bool(stop) or is_line)
        and enough
        and not any(other.number > last.number for other in _of_one_paragraph(run, at + 1))
    )


def _of_one_paragraph(run: list[Item], at: int) -> Iterator[Item]:
    """The items from one on that stand in its paragraph."""
    return takewhile(lambda item: item.paragraph is run[at].paragraph, islice(run, at, None))


def _mark(label: str) -> str:
    return once(rf"[\d{NUMERAL}\s]").sub("", label).replace("．", ".")


def heading_line(heading: Paragraph) -> str:
    return (heading.label.raw if heading.label else "") + heading.title


def heading_span(heading: Paragraph) -> Span:
    return Span.whole(heading, min(40, len(heading.title)))
