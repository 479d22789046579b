"""Breakdowns within a sentence: 安排36亿元，其中用于改造的15.5亿元，占43%; 三年12万亩，其中2024年….

The whole stands right before 其中 (or before a run of years), its parts behind it, in the same
kind of unit; a share behind a part is of that whole if its words name it or nothing else.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from linter.document.nodes import Paragraph, Span
from linter.plan.plan import Plan, fact
from linter.subjects.quantities.numbers import Numbers, numbers
from linter.subjects.quantities.quantities import Comparator, Quantity
from linter.subjects.quantities.years import text_paragraphs
from linter.text.numerals import NUMERAL, parse_numeral
from linter.text.patterns import lazily, once
from linter.text.sentences import SENTENCE_END

_OPENING = lazily(r"[^\d,。;:、()%]{0,20}[,(:]?\s*(?:其中[:,]?(?P<name>.*)|(?=‹year›年))", re.S)
_THEREOF = lazily("。其中")
_GROWTH = lazily(
    r",(?:年均|同比)?(?:[是为比较][^,。;\d]{1,8})?(?:‹rise›|增长|‹fall›)?(?P<number>)\d[\d.]*(?:%|倍)"
)
_YEAR = lazily(r"^[、,和及]?\s*(?P<year>‹year›)年(?:安排|投入|完成|新增|建设|改造|新建)?$")
_NEXT = lazily(r"的?\s*(?P<mark>[、,和及])")
_SPELT = lazily(rf"(?P<n>[{NUMERAL}\d]{{1,2}})年")
_RANGE = lazily(r"(?P<first>‹year›)‹to-year›(?P<last>‹year›)年")
_YEARS = lazily(r"(‹year›)年")
_EACH = lazily(r"[,;(]?\s*(?P<years>(?:‹year›年[、和及]?){2,6})(?:各年)?分别[^\d,。;]{0,10}", re.S)
_SEPARATED = lazily(r"\s*(?:、|,|‹any-and›)\s*")
_REST = lazily("其余|余下|剩余|等$|结转")
_YEAR_HEAD = lazily(r"‹year›年")
_NAME = 24
_REACH = 300  # characters of a sentence around a whole
_MOST = 60  # parts: no breakdown is longer


class Portion(NamedTuple):
    """A part: the words in front of its number, and its year where these are no more than that."""

    words: str
    quantity: Quantity
    year: int | None

    @property
    def span(self) -> Span:
        """The number, led by its year."""
        start = self.quantity.span.start - (len(self.words) if self.year else 0)
        return Span(self.quantity.span.node, start, self.quantity.span.end)


class Breakdown(NamedTuple):
    """A whole and its parts. `words` stand before the whole in its clause.

    `complete` tells that the parts are the very years that the whole is said to cover; `named`
    that the words of the whole name them (新建改建公路…，其中新建…、改建…).
    """

    words: str
    whole: Quantity
    parts: tuple[Portion, ...]
    complete: bool
    named: bool = False


@fact
def breakdowns(plan: Plan) -> tuple[Breakdown, ...]:
    """The sentences of body and boxes that give a whole and its parts."""
    return tuple(_breakdowns(text_paragraphs(plan.document), plan.get(numbers)))


def _breakdowns(paragraphs: Iterable[Paragraph], numbers: Numbers) -> Iterator[Breakdown]:
    """Yield the breakdowns of the paragraphs in reading order."""
    for paragraph in paragraphs:
        text = paragraph.folded
        if "其中" in text or len(_YEAR_HEAD.findall(text)) > 1:
            yield from _of_text(text, numbers.of(paragraph))


def _of_text(text: str, found: Sequence[Quantity]) -> Iterator[Breakdown]:
    for i, whole in enumerate(found[:-1]):
        # 完成投资823亿元，增长42%，其中…: what stands between is the growth of the whole.
        grown = _GROWTH.match(text, whole.span.end)
        at = i + 2 if grown and grown.end("number") == found[i + 1].span.start else i + 1
        if at >= len(found) or whole.unit is None or not is_plain(whole):
            continue
        end = found[at - 1].span.end
        between = text[end : found[at].span.start]
        each = _EACH.fullmatch(between)
        if each is not None:
            yield from _each(text, whole, found[at : at + _MOST], each["years"], end)
            continue
        opening = None
        if not SENTENCE_END.search(_THEREOF.sub(",其中", between)):
            opening = _OPENING.match(_THEREOF.sub(",其中", between))
        if opening is None:
            continue
        parts = list(_parts(text, whole, found[at : at + _MOST], opening["name"], end))
        if _THEREOF.search(between) and any(_exceeds(p.quantity, whole) for p in parts):
            continue  # 乡镇25个。其中行政村312个: of another kind
        if parts:
            words = _clause(text, whole.span.start)
            rest = _has_rest(text, parts[-1].span.end)
            complete = _covers(words, parts) and not rest
            named = not rest and opening["name"] is not None and _names(words, parts)
            if complete or opening["name"] is not None:
                yield Breakdown(words, whole, tuple(parts), complete, named)


def _each(
    text: str, whole: Quantity, found: Sequence[Quantity], years: str, start: int
) -> Iterator[Breakdown]:
    """三年9000人次，2024年、2025年、2026年分别培训2000人次、3000人次和4000人次."""
    named = [int(year) for year in _YEARS.findall(years)]
    parts = found[: len(named)]
    gaps = [text[a.span.end : b.span.start] for a, b in pairwise(parts)]
    joined = all(_SEPARATED.fullmatch(gap) for gap in gaps)
    if len(parts) == len(named) and joined and all(_is_like(whole, part) for part in parts):
        words = _clause(text, whole.span.start)
        portions = tuple(Portion("", q, y) for q, y in zip(parts, named, strict=True))
        if _covers(words, portions):
            yield Breakdown(words, whole, portions, complete=True)


def _parts(
    text: str, whole: Quantity, found: Sequence[Quantity], name: str | None, start: int
) -> Iterator[Portion]:
    """The parts behind a whole: one list with one kind of mark, in the whole's kind of unit.

    A further 其中 says what a part is made of.
    """
    end, mark, dated = start, "", False
    for quantity in found:
        between = text[end : quantity.span.start]
        words = between
        if end == start:
            words = name if name is not None else between.lstrip(" ,(:")
        gap = _gap(between, words)
        if end != start:
            mark = mark or gap.mark
            if not gap.mark or gap.thereof or (mark == "、" and gap.mark == ","):
                return
        if gap.closed or not _is_like(whole, quantity) or (dated and gap.year is None):
            return
        dated = gap.year is not None
        yield Portion(gap.words, quantity, gap.year)
        end = quantity.span.end


class _Gap(NamedTuple):
    """What stands in front of a part: its mark and words, and whether a list ends there."""

    mark: str
    words: str
    year: int | None
    thereof: bool
    closed: bool


@lru_cache(maxsize=4096)  # the same parts are looked at from every whole before them
def _gap(between: str, words: str) -> _Gap:
    """Take apart what stands between two figures, and the words of it that name the part."""
    following = _NEXT.match(between)
    year = _YEAR.match(words.strip())
    closed = SENTENCE_END.search(_THEREOF.sub("", between)) or len(words) > _NAME
    return _Gap(
        following["mark"] if following else "",
        words.strip(" 、,和及的"),
        int(year["year"]) if year else None,
        "其中" in between,
        bool(closed),
    )


def _is_like(whole: Quantity, part: Quantity) -> bool:
    if whole.unit is None or part.unit is None or not is_plain(part):
        return False
    return part.unit.dimension == whole.unit.dimension


def is_plain(quantity: Quantity) -> bool:
    """Tell whether a quantity is one exact figure."""
    exact = quantity.comparator is Comparator.EXACT
    return exact and quantity.upper is None and quantity.literal


def _exceeds(part: Quantity, whole: Quantity) -> bool:
    return part.amount > whole.amount


def _clause(text: str, at: int) -> str:
    """The words of the clause in front of a place, and of the one before where it is short."""
    first = max(0, at - _REACH)
    start = max((m.end() for m in SENTENCE_END.finditer(text, first, at)), default=first)
    return ",".join(text[start:at].split(",")[-2:])


def _has_rest(text: str, at: int) -> bool:
    """Whether the sentence goes on about what is left: 其余由县级统筹."""
    stop = SENTENCE_END.search(text, at, at + _REACH)
    return bool(_REST.search(text, at, stop.start() if stop else at + _REACH))


def _names(words: str, parts: Sequence[Portion]) -> bool:
    """Whether the whole is said to be of the kinds that the parts begin with, and of no other."""
    heads = [part.words[:2] for part in parts]
    kinds = "".join(once("[\u4e00-\u9fff]").findall(words.split(",")[-1]))
    at = kinds.find(heads[0])
    if len(heads) < 2 or len(set(heads)) < len(heads) or at < 0:
        return False
    return once("和|与|及|或").sub("", kinds[at:]).startswith("".join(heads))


def _covers(words: str, parts: Sequence[Portion]) -> bool:
    """Whether the parts are years, and all those of 三年 or 2024—2026年 in front of the whole."""
    years = [part.year for part in parts if part.year is not None]
    if len(years) != len(parts) or len(set(years)) != len(years):
        return False
    spans = list(_RANGE.finditer(words))
    if spans:
        return set(years) == set(range(int(spans[-1]["first"]), int(spans[-1]["last"]) + 1))
    counts = [parse_numeral(m["n"].replace("两", "二")) for m in _SPELT.finditer(words)]
    return bool(counts) and counts[-1] == len(years)
