"""The table of contents (目录) against the headings."""

from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import islice
from typing import NamedTuple

from linter.document.model import Document
from linter.document.nodes import LabelKind, Paragraph, Zone
from linter.plan.plan import Plan, fact
from linter.text.folding import key
from linter.text.patterns import lazily

_PAGE = lazily(r"[.…·⋯\s—-]*\d{1,3}$")
_LEADER = lazily(r"[.…·⋯]{2,}.*$")
_ENOUGH = 3
_ALIKE = 0.7
_NEAR = 40  # headings without an entry, in order, that an entry may stand for
_BOXES = lazily(r"专栏|‹attachment›|目录$")


class ContentsFault(NamedTuple):
    """An entry and the heading that it should repeat; one of them is None where it is missing."""

    entry: Paragraph | None
    heading: Paragraph | None


@fact
def contents_faults(plan: Plan) -> tuple[ContentsFault, ...]:
    """Where the table of contents (目录) and the headings differ."""
    return tuple(_contents_faults(plan.document))


def _contents_faults(document: Document) -> Iterator[ContentsFault]:
    """Yield where contents and headings differ in words; page numbers are not compared.

    Silent unless most entries are found again: a list that is no table of contents, or headings
    that the reader did not recognise, prove nothing.
    """
    entries = [p for p in document.paragraphs() if p.locator.zone is Zone.TOC and _words(p)]
    if len(entries) < _ENOUGH:
        return
    headings = [p for p in document.paragraphs() if p.level is not None]
    texts = {_heading_key(heading): heading for heading in headings}
    plain = {key(p.line): p for p in document.paragraphs() if p.locator.zone is not Zone.TOC}
    matched = {id(entry): _match(entry, texts, plain) for entry in entries}
    found = [entry for entry in entries if matched[id(entry)] is not None]
    if len(found) < 0.6 * len(entries):
        return
    used = {id(match) for match in matched.values()}
    forms = {entry.label.form for entry in entries if entry.label}
    styles = {heading.style for heading in headings if id(heading) in used}
    lost = {
        id(h): h for h in headings if id(h) not in used and h.style in styles and _listed(h, forms)
    }
    for entry in entries:
        if matched[id(entry)] is None:
            near = islice(lost.values(), _NEAR)
            twin = next((h for h in near if _same_place(entry, h)), None)
            if twin is not None:
                del lost[id(twin)]
            yield ContentsFault(entry, twin)
    yield from (ContentsFault(None, heading) for heading in lost.values())


def _words(paragraph: Paragraph) -> bool:
    return not _BOXES.match(key(paragraph.text))


def _listed(heading: Paragraph, forms: set[tuple[LabelKind, int]]) -> bool:
    """A heading that the contents should have: its form is listed and it stands in the body."""
    in_body = heading.locator.zone is Zone.BODY and not heading.locator.box
    return in_body and heading.label is not None and heading.label.form in forms


def _match(
    entry: Paragraph, texts: dict[str, Paragraph], plain: dict[str, Paragraph]
) -> Paragraph | None:
    line = key(entry.line)
    for words in (line, _LEADER.sub("", line), _PAGE.sub("", line)):
        heading = texts.get(words.rstrip("。")) or plain.get(words)
        if heading is not None:
            return heading
    return None


def _heading_key(heading: Paragraph) -> str:
    return key((heading.label.raw if heading.label else "") + heading.title)


def _same_place(entry: Paragraph, heading: Paragraph) -> bool:
    """The same number, or much the same words under another number or none."""
    words = SequenceMatcher(None, _bare(entry), key(heading.title))
    bounds = (words.real_quick_ratio, words.quick_ratio, words.ratio)  # each at most the one before
    if all(bound() >= _ALIKE for bound in bounds):
        return True
    ours, theirs = entry.label, heading.label
    if ours is None or theirs is None:
        return False
    return (ours.kind, ours.numbers) == (theirs.kind, theirs.numbers)


def _bare(entry: Paragraph) -> str:
    return _PAGE.sub("", _LEADER.sub("", key(entry.text)))


@fact
def stray_entries(plan: Plan) -> frozenset[int]:
    """The ids of entries of the contents that repeat no heading: their faults are theirs."""
    return frozenset(id(f.entry) for f in plan.get(contents_faults) if f.entry is not None)
