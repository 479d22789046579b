"""The rows of a 分工 table repeat the plan: where a row departs from its words by a slip.

A row is an abridgement, so whole words may be left out of it. A slip breaks a word (职责工 for
职责分工), or stands inside a title that the row has whole (夯实网络保障体系).
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from linter.document.nodes import Paragraph, Span, TextNode, Zone
from linter.plan.plan import Plan, fact
from linter.subjects.boxes.division_cells import division_cells
from linter.text.folding import BLANKS, fold, is_han
from linter.text.nearness import Difference, common, difference_at, one_difference
from linter.text.numerals import NUMERAL
from linter.text.patterns import lazily
from linter.text.segmentation import builtin_words

_GRAM = 4  # characters that must be alike in front of a slip and behind it
_LEAST = 2  # and behind a slip near the end of a clause
_JUDGED = 2000  # partings that are looked up in the dictionary
_HABIT = 2  # titles shortened by a word; more are the way of these rows
_PLACES = 8  # places of the plan that are tried for the beginning of a passage
_AROUND = 3  # characters around a slip that must not stand elsewhere in the plan
_TITLE = range(6, 41)
_QUOTES = "“”\"'‘’"
_CLAUSE = lazily(r"[^,.。;:!?、()\n]+")
# Words of one character, which are left out and put in at will.
_LOOSE = frozenset(
    "的地得了和与及或等并且在对把被将以为从向由于而则也都还已可能会要应须需使让给其该各每本此所个"
)
# What tells two things apart.
_TELLING = frozenset(
    f"{NUMERAL}省市县区州乡镇街村国新老旧上下大小高低多少东南西北中内外前后左右年月日首末原未不无非"
)


class RowSlip(NamedTuple):
    """The words of a row, those of the plan that they repeat, and what came to be of them."""

    span: Span
    other: Span
    kind: str  # dropped, added, changed, swapped
    in_title: bool


class _Text:
    """Texts without blanks and quotation marks, one after the other, and the way back."""

    def __init__(self, nodes: Sequence[TextNode]) -> None:
        self.nodes = nodes
        self.starts: list[int] = []
        kept: list[str] = []
        self._places: list[list[int]] = []
        at = 0
        for node in nodes:
            places = [i for i, c in enumerate(node.folded) if c not in _QUOTES and c not in BLANKS]
            words = "".join(node.folded[i] for i in places)
            self.starts.append(at)
            self._places.append(places)
            kept.append(words)
            at += len(words) + 1
        self.text = "\n".join(kept)

    def span(self, start: int, end: int) -> Span:
        """The span of a passage that lies in one of the texts."""
        at = bisect_right(self.starts, start) - 1
        places, first = self._places[at], self.starts[at]
        start, end = start - first, min(end - first, len(places))
        return Span(self.nodes[at], places[start], places[end - 1] + 1)


@fact
def row_slips(plan: Plan) -> tuple[RowSlip, ...]:
    """Where the rows of a 分工 table depart from the plan's words by a character or two."""
    cells = [cell for cell in plan.get(division_cells) if len(cell.text) > _GRAM]
    if not cells:
        return ()
    body = [p for p in plan.document.paragraphs() if p.locator.zone is Zone.BODY and p.text]
    return tuple(_row_slips(_Text(cells), _Text(body), [p for p in body if p.level is not None]))


def _row_slips(rows: _Text, body: _Text, headings: Sequence[Paragraph]) -> Iterator[RowSlip]:
    titles = _Titles(headings)
    told: set[int] = set()
    found = list(_title_slips(rows, body, titles))
    if sum(shortened for _, _, shortened in found) > _HABIT:
        found = [one for one in found if not one[2]]  # these rows shorten their titles
    for at, slip, _ in found:
        told.add(at)
        yield slip
    for at, slip in [*_passages(rows, body), *_run_together(rows, body)]:
        if told.isdisjoint(range(at - _GRAM, at + _GRAM + 1)):
            told.add(at)
            yield slip


class _Titles:
    """The headings by what they begin and end with."""

    def __init__(self, headings: Sequence[Paragraph]) -> None:
        self.words: set[str] = set()
        self._by_ends: dict[str, list[tuple[str, Paragraph]]] = defaultdict(list)
        for heading in headings:
            title = _bare(heading.title)
            if len(title) in _TITLE:
                self.words.add(title)
                self._by_ends[title[:2] + title[-2:]].append((title, heading))

    def near(self, clause: str) -> Iterator[tuple[Difference, str, Paragraph]]:
        """Yield the titles that one slip inside parts from a clause."""
        for title, heading in self._by_ends.get(clause[:2] + clause[-2:], ())[:_PLACES]:
            if found := one_difference(clause, title):
                yield found, title, heading


def _title_slips(rows: _Text, body: _Text, titles: _Titles) -> Iterator[tuple[int, RowSlip, bool]]:
    """Yield the slips in titles: the place, the slip, and whether whole words are left out."""
    for match in _CLAUSE.finditer(rows.text):
        clause = match.group()
        if len(clause) not in _TITLE or clause in titles.words:
            continue
        for found, title, heading in titles.near(clause):
            piece = clause[found.start : found.end] + title[found.other_start : found.other_end]
            loose = set(piece) <= _LOOSE or (found.kind == "changed" and set(piece) & _TELLING)
            if loose or (len(piece) == 1 and piece in _TELLING):
                continue
            shortened = found.kind == "dropped" and not _breaks_word(clause, title, found)
            if found.kind == "added" and not _breaks_word(clause, title, found):
                continue
            if clause in body.text:
                break  # words of the plan's own
            at = heading.text.find(heading.title)
            other = Span(heading, at, at + len(heading.title))
            yield (
                match.start() + found.start,
                RowSlip(rows.span(*match.span()), other, found.kind, True),
                shortened,
            )
            break


def _run_together(rows: _Text, body: _Text) -> Iterator[tuple[int, RowSlip]]:
    """Yield where a row has two clauses of the plan as one, and the second has lost its first
    character with the mark: 利用市场手段新投入模式, for 利用市场手段，创新投入模式."""
    places = {match.group(): match.start() for match in _CLAUSE.finditer(body.text)}
    beheaded = {clause[1:]: clause for clause in places if len(clause) > _GRAM}
    words = builtin_words()
    for match in _CLAUSE.finditer(rows.text):
        clause = match.group()
        for at in range(_GRAM, len(clause) - _GRAM + 1) if clause not in body.text else ():
            second = beheaded.get(clause[at:])
            if second and clause[:at] in places and not words.is_boundary(second, 1):
                start = places[second]
                other = body.span(start, start + len(second))
                yield match.start() + at, RowSlip(rows.span(*match.span()), other, "dropped", False)


def _passages(rows: _Text, body: _Text) -> Iterator[tuple[int, RowSlip]]:
    """Walk along the rows and the passages of the plan that they repeat. Cost: linear."""
    index: dict[str, list[int]] = defaultdict(list)
    for i in range(len(body.text) - _GRAM + 1):
        places = index[body.text[i : i + _GRAM]]
        if len(places) < _PLACES:
            places.append(i)
    at = judged = 0
    while at + _GRAM <= len(rows.text) and judged < _JUDGED:
        lengths = [
            (_GRAM + common(rows.text, at + _GRAM, body.text, i + _GRAM), i)
            for i in index.get(rows.text[at : at + _GRAM], ())
        ]
        if not lengths:
            at += 1
            continue
        longest = max(length for length, _ in lengths)
        ends = [i + longest for length, i in lengths if length == longest]
        at += longest
        if partings := list(_partings(rows.text, at, body.text, ends, index)):
            judged += 1
            if slip := _slip(rows, body, partings):
                yield at, slip
        at -= _GRAM - 1


def _partings(
    ours: str, at: int, theirs: str, ends: Sequence[int], index: Mapping[str, list[int]]
) -> Iterator[Difference]:
    """Yield how a row parts from a passage and goes on with it, in words of the row's own."""
    for end in ends:
        found = difference_at(ours, at, theirs, end, _LEAST)
        if found is None:
            continue
        one, length = found
        near_end = _ends(ours, one.end + length) and _ends(theirs, one.other_end + length)
        around = ours[one.start - _AROUND : one.end + _AROUND]
        if (length < _GRAM and not near_end) or "\n" in around:
            continue
        grams = (around[i : i + _GRAM] for i in range(len(around) - _GRAM + 1))
        if not all(gram in index for gram in grams):
            yield one


def _slip(rows: _Text, body: _Text, partings: Sequence[Difference]) -> RowSlip | None:
    for one in partings:
        if _breaks_word(rows.text, body.text, one):
            ours = _words(rows.text, one.start, one.end)
            theirs = _words(body.text, one.other_start, one.other_end)
            return RowSlip(rows.span(*ours), body.span(*theirs), one.kind, False)
    return None


def _ends(text: str, at: int) -> bool:
    return at >= len(text) or not text[at].isalnum()


def _breaks_word(ours: str, theirs: str, one: Difference) -> bool:
    """Tell a slip from an abridgement: a word of the plan is none in the row."""
    words = builtin_words()
    mine, its = ours[one.start : one.end], theirs[one.other_start : one.other_end]
    if not all(map(is_han, mine)) or not any(map(is_han, its or mine)):
        return False
    start, end = one.other_start, one.other_end
    if one.kind == "added":
        if mine in (theirs[start - len(mine) : start], theirs[start : start + len(mine)]):
            return len(mine) == 1 and not words.is_word(ours[one.start - 1 : one.end])
        return not words.is_boundary(theirs, start) and not set(mine) & _LOOSE
    places = [p for p in words.around(theirs, start, end) if p[1] - p[0] > 1]
    if one.kind == "dropped":
        broken = [p for p in places if not (start <= p[0] and p[1] <= end)]
        left = [theirs[i:start] + theirs[end:j] for i, j in broken if i <= start or end <= j]
        joined = not all(map(is_han, its))  # 社会资本，创新投入 → 社会资本新投入
        return bool(left) and all(
            len(rest) == 1 and (joined or (rest not in _LOOSE and rest not in _TELLING))
            for rest in left
        )
    first, last = min([start, *(i for i, _ in places)]), max([end, *(j for _, j in places)])
    piece = ours[one.start - (start - first) : one.end + (last - end)]
    whole = len(places) == 1 and not words.is_word(piece)
    told = one.kind == "changed" and set(mine + its) & (_TELLING | _LOOSE)
    return whole and not told


def _words(text: str, start: int, end: int) -> tuple[int, int]:
    """The place of a slip with the words around it, up to the next marks."""
    first = start
    while first > max(0, start - _GRAM) and is_han(text[first - 1]):
        first -= 1
    last = end
    while last < min(len(text), end + _GRAM) and is_han(text[last]):
        last += 1
    words = builtin_words()
    while first > 0 and is_han(text[first - 1]) and not words.is_boundary(text, first):
        first -= 1
    while last < len(text) and is_han(text[last]) and not words.is_boundary(text, last):
        last += 1
    return first, last


def _bare(title: str) -> str:
    return "".join(c for c in fold(title) if c not in _QUOTES and c not in BLANKS).rstrip("。.:")
