"""STR007: the list of attachments (附件说明) against the attachments that follow."""

from bisect import bisect_left, bisect_right
from collections import defaultdict, deque
from collections.abc import Iterator
from operator import attrgetter

from linter.document.model import Document
from linter.document.nodes import Paragraph, Span
from linter.plan.finding import Finding, Related, check
from linter.plan.plan import Plan
from linter.subjects.structure.attachments import (
    Attachment,
    AttachmentList,
    ListedAttachment,
    attachments,
)
from linter.text.folding import key
from linter.text.patterns import lazily, once

_GLUED = lazily(r"附件\d{0,2}$")
_PERIOD = lazily(r"\([^()]*\)$")
_PLACE = attrgetter("at")
_QUOTED = 40
_LONGEST = 100  # characters of a listed title that may stand at the end of a longer one
_MORE = 12  # characters behind the title that make it the beginning of a text


@check
def list_mismatch(plan: Plan) -> Iterator[Finding]:
    """STR007: number, title (blanks ignored), count and order; silent without attachments."""
    found = plan.get(attachments)
    there: dict[str, list[Attachment]] = defaultdict(list)
    for attachment in found.present:
        there[attachment.word].append(attachment)
    ends: dict[str, int] = {}  # by the word: where the next list begins
    governed: list[tuple[AttachmentList, list[Attachment]]] = []
    for one in reversed(found.lists):
        end = ends.get(one.word, len(plan.document.blocks))
        governed.append((one, _between(there[one.word], one.at, end)))
        ends[one.word] = one.at
    for one, present in reversed(governed):
        glued = list(_glued(plan.document, one))
        yield from glued
        if present and not glued:
            yield from _compare(one, present)


def _between(present: list[Attachment], after: int, before: int) -> list[Attachment]:
    """Those of the attachments, which are in order, that stand between two blocks."""
    first = bisect_right(present, after, key=_PLACE)
    return present[first : bisect_left(present, before, first, key=_PLACE)]


def _glued(document: Document, one: AttachmentList) -> Iterator[Finding]:
    """附件：名词解释附件: the line 附件 of the attachment is stuck to the list or to its text."""
    last = one.entries[-1]
    title = _title(last.title)
    bare = _GLUED.sub("", title)
    after = document.blocks[one.at + len(one.entries) :][:1]
    if not after or not isinstance(after[0], Paragraph):
        return
    text, begins = _plain(after[0].text), Span.whole(after[0], _QUOTED)
    if bare != title and bare and text.startswith(bare):
        yield _finding("glued", last.span, {"title": bare}, "attachment", begins)
    elif text.startswith(one.word + title) and len(text) > len(title) + _MORE:
        yield _finding("glued", begins, {"title": last.title}, "list", last.span)


def _finding(
    variant: str | None, span: Span, values: dict[str, str], role: str, other: Span
) -> Finding:
    return Finding(span, values, (Related(role, other),), variant)


def _compare(one: AttachmentList, present: list[Attachment]) -> Iterator[Finding]:
    """Pair by title, then by place or number; what is left has no counterpart."""
    pairs = _pairs(one.entries, present)
    for attachment, entry in pairs:
        if entry is None:
            values = {"words": _name(attachment), "count": str(len(one.entries))}
            head, last = Span.whole(attachment.head), one.entries[-1].span
            yield _finding("unlisted", head, values, "list", last)
    numbered = [(a, e) for a, e in pairs if e is not None]
    for attachment, entry in numbered:
        yield from _titles(attachment, entry)
    yield from _order(one, numbered)
    paired = {id(entry) for _, entry in numbered}
    for entry in one.entries:
        if id(entry) not in paired:
            values = {"title": entry.title.strip(), "count": str(len(present))}
            yield _finding(None, entry.span, values, "attachment", present[-1].span)


def _pairs(
    entries: tuple[ListedAttachment, ...], present: list[Attachment]
) -> list[tuple[Attachment, ListedAttachment | None]]:
    left = dict(enumerate(entries))
    titled: dict[str, deque[int]] = defaultdict(deque)
    for at, entry in left.items():
        titled[_title(entry.title)].append(at)
    found: dict[int, ListedAttachment] = {}
    for attachment in present:
        matches = []
        for words in _listed_as(attachment) & titled.keys():
            places = titled[words]
            while places and places[0] not in left:
                places.popleft()
            if places:
                matches.append(places[0])
        if matches:
            found[id(attachment)] = left.pop(min(matches))
    for attachment in present:
        if id(attachment) not in found:
            place = (attachment.number or 1) - 1
            if place not in left and len(left) == 1 and len(entries) == len(present):
                place = next(iter(left))
            if place in left:
                found[id(attachment)] = left.pop(place)
    return [(attachment, found.get(id(attachment))) for attachment in present]


def _places(entries: tuple[ListedAttachment, ...]) -> dict[int, int]:
    """The number of each entry in its list, by its id."""
    return {id(entry): at for at, entry in enumerate(entries, 1)}


def _titles(attachment: Attachment, entry: ListedAttachment) -> Iterator[Finding]:
    """The title of an attachment is that of its entry; a shorter form of it is only a warning."""
    if not attachment.titles or _agree(attachment, entry):
        return
    listed = _title(entry.title)
    titles = [_title(title) for title in attachment.titles]
    near = next((i for i, t in enumerate(titles) if listed in t or t in listed), None)
    values = {"title": entry.title.strip(), "found": attachment.titles[near or 0].strip()}
    variant = "title" if near is None else "shortened"
    yield _finding(variant, attachment.span, values, "list", entry.span)


def _order(
    one: AttachmentList, pairs: list[tuple[Attachment, ListedAttachment]]
) -> Iterator[Finding]:
    """An attachment whose number, or without numbers whose place, is not that of its entry."""
    if len(one.entries) < 2:
        return
    places = _places(one.entries)
    numbers = [(a, places[id(e)]) for a, e in pairs if a.number is not None]
    wrong = [a for a, place in numbers if a.number != place]
    exchanged = {a.number for a in wrong} == {p for a, p in numbers if a.number != p}
    told = wrong[:1] if exchanged else wrong  # attachments that changed numbers: one defect
    is_told, is_wrong = ({id(a) for a in some} for some in (told, wrong))
    last = 0
    for attachment, entry in pairs:
        place = places[id(entry)]
        if id(attachment) in is_told:
            values = {"words": _name(attachment), "expected": f"{one.word}{place}"}
            exchange = pairs if exchanged else ()
            others = [e for a, e in exchange if id(a) in is_wrong and a is not attachment]
            related = tuple(Related("list", e.span) for e in (entry, *others))
            yield Finding(Span.whole(attachment.head), values, related, "number")
        elif id(attachment) not in is_wrong and place < last:
            values = {"words": _name(attachment)}
            yield _finding("order", Span.whole(attachment.head), values, "list", entry.span)
        last = max(last, place)


def _name(attachment: Attachment) -> str:
    return f"{attachment.word}{attachment.number or ''}"


def _agree(attachment: Attachment, entry: ListedAttachment) -> bool:
    """The same title, or the same behind the name of the plan (某省…规划重点任务分工方案)."""
    return _title(entry.title) in _listed_as(attachment)


def _listed_as(attachment: Attachment) -> set[str]:
    """The titles under which a list may have an attachment."""
    titles = {_title(title) for title in attachment.titles}
    ends = {title[-size:] for title in titles for size in range(4, min(len(title), _LONGEST) + 1)}
    return titles | ends


def _title(title: str) -> str:
    """A title for comparison: without years in brackets and without a mark behind it."""
    return _PERIOD.sub("", _plain(title).rstrip("。.;,"))


def _plain(text: str) -> str:
    """The text without blanks, quotation and title marks."""
    return once(r"[《》]").sub("", key(text))
