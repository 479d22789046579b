"""Where paragraphs name responsible units: brackets, 责任单位： lines, bare lines."""

from collections import Counter
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
_HINT = lazily(r"[厅局委办部院署会府处斤厂]|中心|负责|牵头|单位|部门|分行|海关|公司|集团|政府")
_LABEL_AT = lazily(rf"(?:^|(?<=[。;!\s])){LABEL.pattern}")
_BARE_END = lazily(r"(?:负责|牵头|配合|参与|落实|协助)[。;]?$")
_BARE_LIMIT = 400
_HABIT = 3  # brackets of one form that make it the draft's own
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


class _Candidate(NamedTuple):
    """What a paragraph may name units by; `doubt` where the draft's own habit has to tell."""

    assignment: Assignment
    place: "_Place"
    doubt: bool = False

    @property
    def apart(self) -> bool:
        return self.place is _Place.APART


def _assignments(document: Document, known: Directory) -> Iterator[Assignment]:
    """Yield the places in paragraphs outside boxes at which units are named, in reading order.

    A bracket that only names offices, （上海海关）, assigns where the draft assigns so elsewhere.
    """
    found = [
        candidate
        for block in document.blocks
        if isinstance(block, Paragraph) and block.locator.zone in _ZONES
        for candidate in _in_paragraph(block, known)
    ]
    habits = Counter(c.place for c in found if not c.doubt and (c.apart or _is_bare(c.assignment)))
    for candidate in found:
        if not candidate.doubt or habits[candidate.place] >= _HABIT:
            yield candidate.assignment


def _is_bare(assignment: Assignment) -> bool:
    return not any(units.labelled or units.ending for units in assignment.lists)


def _in_paragraph(paragraph: Paragraph, known: Directory) -> Iterator[_Candidate]:
    folded = paragraph.folded
    if not _HINT.search(folded):
        return
    found = []
    for start, end in _brackets(folded):
        place = _place(folded, start, end)
        if place and _HINT.search(folded, start, end):
            lists = tuple(parse(paragraph, start, end, known))
            sure = _is_assignment(lists, place)
            if sure or _may_be(lists, place):
                found.append(_Candidate(Assignment(paragraph, lists), place, not sure))
    yield from found
    if any(not candidate.doubt for candidate in found):
        return
    label = _LABEL_AT.search(folded)
    if label:
        lists = tuple(parse(paragraph, label.start(), len(folded), known))
        yield _Candidate(Assignment(paragraph, lists), _Place.APART)
    elif len(folded) <= _BARE_LIMIT and _BARE_END.search(folded):
        lists = tuple(parse(paragraph, 0, len(folded), known))
        units = [unit for units in lists for unit in units.units]
        odd = [unit for unit in units if not unit.shaped]
        if any(u.identity for u in units) and (not odd or (len(odd) == 1 and odd[0].tiered)):
            yield _Candidate(Assignment(paragraph, lists), _Place.APART)


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
        # （省商务斤负责）: a unit all the same, with a character wrong.
        alone = len(units) == 1 and units[0].tiered and place > _Place.SENTENCE
        return shaped * 2 >= len(units) or alone
    if place is _Place.SENTENCE or (place is _Place.LAST and len(units) == 1):
        return False
    known = any(unit.identity for unit in units) or units[0].collective
    return known and shaped * 4 >= len(units) * 3


def _may_be(lists: tuple[UnitList, ...], place: _Place) -> bool:
    """Tell a bracket that would be a list of units in a draft that uses such brackets."""
    units = [unit for units in lists for unit in units.units]
    if not units or place is _Place.SENTENCE:
        return False
    shaped = sum(unit.shaped for unit in units)
    if len(units) == 1:
        return bool(shaped) or units[0].tiered
    return shaped == len(units) or (shaped * 2 >= len(units) and any(u.identity for u in units))
