"""Where paragraphs name responsible units: brackets, 责任单位： lines, bare lines."""

from collections.abc import Iterator
from enum import IntEnum
from typing import NamedTuple

from linter.document.model import Document
from linter.document.nodes import Paragraph, Zone
from linter.plan.plan import Plan, fact
from linter.subjects.offices.organisations import Directory, organisations
from linter.subjects.offices.unit_lists import UnitList, parse
from linter.subjects.offices.unit_words import LABEL
from linter.text.patterns import lazily

_OPEN, _CLOSE = "(〔[【", ")〕]】"
# What a list of units, or a role, must contain; looked for before anything is parsed.
_HINT = lazily(r"[厅局委办部院署会府斤厂]|中心|负责|牵头|单位|部门|分行|海关|公司|集团|政府")
_LABEL_AT = lazily(rf"(?:^|(?<=[。;!\s])){LABEL.pattern}")
_BARE_END = lazily(r"(?:负责|牵头|配合|参与|落实|协助)[。;]?$")
_BARE_LIMIT = 400
_ENDS = lazily(r"[。;\s]*$")
_STOP = lazily(r"\s*[。;]")
_ZONES = (Zone.BODY, Zone.ATTACHMENT, Zone.SIGNATURE)


class Assignment(NamedTuple):
    """The lists of units at one place of a paragraph; `lists` may hold one without any unit."""

    paragraph: Paragraph
    lists: tuple[UnitList, ...]

    @property
    def empty(self) -> bool:
        return not any(units.units for units in self.lists)


@fact
def assignments(plan: Plan) -> tuple[Assignment, ...]:
    """The places in paragraphs at which responsible units are named."""
    return tuple(_assignments(plan.document, plan.get(organisations)))


def _assignments(document: Document, known: Directory) -> Iterator[Assignment]:
    """Yield the places in paragraphs outside boxes at which units are named, in reading order."""
    for block in document.blocks:
        if isinstance(block, Paragraph) and block.locator.zone in _ZONES:
            yield from _in_paragraph(block, known)


def _in_paragraph(paragraph: Paragraph, known: Directory) -> Iterator[Assignment]:
    folded = paragraph.folded
    if not _HINT.search(folded):
        return
    found = False
    for start, end in _brackets(folded):
        place = _place(folded, start, end)
        if place and _HINT.search(folded, start, end):
            lists = tuple(parse(paragraph, start, end, known))
            if _is_assignment(lists, place):
                found = True
                yield Assignment(paragraph, lists)
    if found:
        return
    label = _LABEL_AT.search(folded)
    if label:
        yield Assignment(paragraph, tuple(parse(paragraph, label.start(), len(folded), known)))
    elif len(folded) <= _BARE_LIMIT and _BARE_END.search(folded):
        lists = tuple(parse(paragraph, 0, len(folded), known))
        units = [unit for units in lists for unit in units.units]
        if units and all(u.shaped for u in units) and any(u.identity for u in units):
            yield Assignment(paragraph, lists)


def _brackets(folded: str) -> Iterator[tuple[int, int]]:
    """Yield (start, end) of what stands in each outermost bracket, whichever kind closes it.

    A bracket that is never closed reaches to the end of the paragraph.
    """
    depth, start = 0, 0
    for i, char in enumerate(folded):
        if char in _OPEN:
            depth += 1
            start = i + 1 if depth == 1 else start
        elif char in _CLOSE and depth:
            depth -= 1
            if depth == 0:
                yield start, i
    if depth:
        yield start, len(folded)


class _Place(IntEnum):
    """Where a bracket stands; the looser it hangs on the task, the more its words must say."""

    NOWHERE = 0  # within a sentence: it explains a word
    SENTENCE = 1  # before the full stop of a sentence within the paragraph
    LAST = 2  # behind the last words of the paragraph
    APART = 3  # behind a full stop, or behind another bracket


def _place(folded: str, start: int, end: int) -> _Place:
    before = start - 2
    while before >= 0 and folded[before].isspace():
        before -= 1
    if before < 0 or folded[before] in "。;!?" + _CLOSE:
        return _Place.APART
    if _ENDS.match(folded, end + 1):
        return _Place.LAST
    return _Place.SENTENCE if _STOP.match(folded, end + 1) else _Place.NOWHERE


def _is_assignment(lists: tuple[UnitList, ...], place: _Place) -> bool:
    """Tell a list of units from any other bracket at the end of a sentence."""
    units = [unit for units in lists for unit in units.units]
    if any(units.labelled for units in lists):
        return True
    if not units:
        return False
    shaped = sum(unit.shaped for unit in units)
    if any(units.ending for units in lists):
        return shaped * 2 >= len(units)
    if place is _Place.SENTENCE or (place is _Place.LAST and len(units) == 1):
        return False
    known = any(unit.identity for unit in units) or units[0].collective
    return known and shaped * 4 >= len(units) * 3
