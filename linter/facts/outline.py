"""The outline: the numbered headings and items of every part, and where their numbers go wrong."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from linter.chinese import NUMERAL
from linter.document import LabelKind, Zone
from linter.facts.attachments import Attachments
from linter.facts.items import HEADING_WORDS, Item, listed_items, part_items, with_slips
from linter.facts.numbering import Fault, Step, read
from linter.facts.parts import Part

_LIST_ZONES = (Zone.TOC, Zone.ATTACHMENT_LIST)


@dataclass(frozen=True, slots=True)
class NumberFault:
    """An item whose number is not the one that its run expects.

    `before` is the item before it in the run, `twin` one with the same number.
    """

    item: Item
    expected: int
    before: Item | None
    twin: Item | None


@dataclass(frozen=True, slots=True)
class Glued:
    """A heading inside the paragraph of another: it fills a gap (`after` follows) or ends a run."""

    item: Item
    before: Item
    after: Item | None


@dataclass(frozen=True, slots=True)
class Outline:
    """What the numbering of all parts comes to."""

    items: tuple[Item, ...]
    faults: tuple[NumberFault, ...]
    glued: tuple[Glued, ...]


def outline(parts: Iterable[Part], attachments: Attachments) -> Outline:
    """Return the outline of the parts; a list of attachments is a run of its own."""
    items: list[Item] = []
    runs = [(list(listed_items(one)), False) for one in attachments.lists]
    for part in parts:
        if part.zone in _LIST_ZONES and part.box is None:
            continue
        found = with_slips(list(part_items(part, attachments.listed)))
        items += [item for item in found if not item.inline]
        runs += [(run, part.box is not None) for run in _by_kind(found).values()]
    faults: list[NumberFault] = []
    glued: list[Glued] = []
    for run, boxed in runs:
        wrong, stuck = _judge(run, boxed)
        faults += wrong
        glued += stuck
    return Outline(tuple(items), tuple(faults), tuple(glued))


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
    if len(firm) < 2:
        return [], []
    reading = read([Step(i.number, i.scope, i.inline) for i in run])
    faults = [fault for fault in reading.faults if _is_sure(fault, run, reading.follows, boxed)]
    if len(faults) > max(2, len(firm) // 4):
        return [], []  # these numbers mean something that we do not understand
    return (
        [
            NumberFault(
                run[fault.at],
                fault.expected,
                run[fault.before] if fault.before is not None else None,
                run[fault.twin] if fault.twin is not None else None,
            )
            for fault in faults
        ],
        list(_glued(run, reading.follows)),
    )


def _is_sure(fault: Fault, run: list[Item], follows: dict[int, int | None], boxed: bool) -> bool:
    """Tell a fault from numbers that we may have misread: a run that begins late, far jumps."""
    item = run[fault.at]
    after = next((run[at] for at, before in follows.items() if before == fault.at), None)
    resumed = after is not None and after.number in (item.number + 1, fault.expected + 1)
    if item.kind is LabelKind.DECIMAL and len(run) < 3:
        return False
    if fault.before is None:
        return resumed and item.parent is not None and not boxed
    return resumed or item.number - fault.expected <= 5


def _glued(run: list[Item], follows: dict[int, int | None]) -> Iterator[Glued]:
    """Yield the numbers inside paragraphs that are headings of the run."""
    nexts = {before: at for at, before in follows.items() if before is not None}
    for at, before in follows.items():
        item = run[at]
        if before is None:
            continue
        after = nexts.get(at)
        if item.inline:
            if after is not None and not _is_listed(run, at):
                yield Glued(item, run[before], run[after])
        elif after is None and at + 1 < len(run):
            last = run[at + 1]
            if last.inline and _ends_run(run, at, last):
                yield Glued(last, item, None)


def _is_listed(run: list[Item], at: int) -> bool:
    """The number belongs to a list within the sentence: behind a colon, or with its own 1."""
    item = run[at]
    assert item.start is not None
    head = item.paragraph.folded[: item.start].rstrip()
    if head.endswith((":", ";", ",")):
        return True
    own = item.paragraph.label
    first = any(
        other.paragraph is item.paragraph and other.inline and other.number == 1
        for other in run[max(0, at - item.number) : at]
    )
    return first and not (own and own.number == 1 and item.number != 1)


def _ends_run(run: list[Item], at: int, last: Item) -> bool:
    """A last heading stuck to the text: after a full stop, with words and text like its peers."""
    item = run[at]
    assert last.start is not None
    fits = last.number == item.number + 1 and last.scope == item.scope and item.number >= 2
    text = last.paragraph.folded
    head, stop, rest = text[last.end :].partition("。")
    same_mark = bool(item.paragraph.label) and _mark(item.label) == _mark(last.label)
    run_in = item.paragraph.title != item.paragraph.text.rstrip("。")
    return (
        fits
        and same_mark
        and text[: last.start].rstrip().endswith("。")
        and 4 <= len(head) <= HEADING_WORDS
        and bool(stop)
        and (bool(rest) or not run_in)
        and not any(o.paragraph is last.paragraph and o.start and o.start > last.start for o in run)
        and not _is_listed(run, at + 1)
    )


def _mark(label: str) -> str:
    return re.sub(rf"[\d{NUMERAL}\s]", "", label).replace("．", ".")
