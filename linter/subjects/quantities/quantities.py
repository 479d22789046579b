"""Quantities: a number with its unit and bound, as the words of a draft state it."""

import re
from collections.abc import Iterator
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from linter.document.nodes import Span, TextNode
from linter.subjects.quantities.units import MULTIPLIER, Unit, Units
from linter.text.numerals import parse_numeral
from linter.text.patterns import lazily, once


class Comparator(StrEnum):
    """How a number bounds the value: 达到, 不低于…以上, 超过, 以内, 低于, 左右."""

    EXACT = "="
    AT_LEAST = "≥"
    MORE = ">"
    AT_MOST = "≤"
    LESS = "<"
    ABOUT = "≈"

    @property
    def lower_bound(self) -> bool:
        return self in (Comparator.AT_LEAST, Comparator.MORE)

    @property
    def upper_bound(self) -> bool:
        return self in (Comparator.AT_MOST, Comparator.LESS)


class Quantity(NamedTuple):
    """A value as written: `value` in `unit`, `places` decimal places, `upper` if a range.

    `span` covers number, unit and the bound behind it. `hoped` marks 力争 and 争取.
    """

    value: Decimal
    unit: Unit | None
    comparator: Comparator
    places: int
    span: Span
    hoped: bool = False
    upper: Decimal | None = None
    literal: bool = True  # False for 千亿元: an order of magnitude in characters

    @property
    def factor(self) -> Decimal:
        return self.unit.factor if self.unit else Decimal(1)

    @property
    def amount(self) -> Decimal:
        """The value in the base unit of its dimension."""
        return self.value * self.factor

    @property
    def place(self) -> tuple[int, int]:
        """Its node and offset: what tells it from every other quantity of the draft."""
        return id(self.span.node), self.span.start

    @property
    def words(self) -> str:
        return self.span.quote.strip()

    @property
    def lead(self) -> str:
        """The words of the bound in front of the number: 不低于, 超过, ≥; "" without any."""
        return _lead(self.span.node.folded, self.span.start) or ""

    def within(self, unit: Unit | None) -> "Quantity":
        """The same number in the unit of its row, if it was written without one."""
        return self._replace(unit=unit) if self.unit is None else self


def is_exact(*found: Quantity) -> bool:
    """Tell whether quantities are single figures without a bound, all written in digits."""
    return all(q.comparator is Comparator.EXACT and q.literal and q.upper is None for q in found)


_AFTER = {
    "以上": Comparator.AT_LEAST,
    "以内": Comparator.AT_MOST,
    "之内": Comparator.AT_MOST,
    "以下": Comparator.AT_MOST,
    "左右": Comparator.ABOUT,
    "上下": Comparator.ABOUT,
    "余": Comparator.MORE,
    "多": Comparator.MORE,
}
_BEFORE = {
    Comparator.AT_LEAST: "不低于|不少于|不小于|至少|最少|≥|>=",
    Comparator.AT_MOST: "不超过|不高于|不大于|不多于|至多|最多|≤|<=|控制在|压减到|压减至",
    Comparator.MORE: "超过|突破|高于|大于|多于|超出|超|逾|>",
    Comparator.LESS: "低于|小于|少于|不足|不到|<",
    Comparator.ABOUT: "大约|约为|约|接近|将近|近|≈",
}
_COMPARATORS = {word: c for c, words in _BEFORE.items() for word in words.split("|")}
_LEAD = lazily(
    r"(?P<word>"
    + "|".join(re.escape(word) for word in sorted(_COMPARATORS, key=len, reverse=True))
    + r")(?:了|到|达到|达|至|为|\s){0,3}$"
)
# What may stand right in front of a number that has a lead: most have none.
_LEAD_ENDS = frozenset("了到达至为") | {word[-1] for word in _COMPARATORS}
_NOT_LEAD = lazily(r"(?:节约|公约|合约|最近|附近|预约)$")
_DIGITS = "‹number›"
_NUMBER = lazily(
    # Where no alternative can begin none is tried.
    r"(?=[\d百‹ten›两千万亿])(?:"
    rf"(?<![A-Za-z\d.第/:+·-])(?P<number>{_DIGITS})"
    r"|百分之(?P<hundredths>[百‹ten›]{1,3})"
    r"|(?<=破|过|超|逾|近|达|到)(?P<order>[‹ten›两]?[十百千]?(?:万亿|[百千万亿]))"
    r"(?=元|户|人|家|件|个|吨))"
)
_UPPER = lazily(rf"\s*[-—~～至]\s*(?P<upper>{_DIGITS})(?!年|\d)")
_MORE = lazily(rf"\s*(?P<times>{MULTIPLIER})?(?P<more>余|多)?")
_BEHIND = lazily(r"\s*(?:\(含\)|及)?(?P<after>以上|以内|之内|以下|左右|上下|余|多)")
_LEAD_REACH = 10
_GLUED = lazily(r"[A-Za-z0-9/:.]")
_YEAR_SIZE = 4
_YEAR = lazily(r"‹year›")
_YEAR_ENDS = lazily(r"\s*(?:年|[-—~至]\s*‹year›|版|\))")
_DAY_ENDS = lazily(r"\s*(?:月(?!均)|日(?!均)|号)")
_CLAUSE_END = lazily(r"[,。;:!?]")


def quantities(node: TextNode, units: Units, text: str | None = None) -> Iterator[Quantity]:
    """Yield the quantities of a node in order; years, ordinals, model names are none.

    `text` stands in for the node's folded text (same offsets) where parts are masked.
    """
    text = node.folded if text is None else text
    end = 0
    for match in _NUMBER.finditer(text):
        if match.start() < end:
            continue
        if match["number"] is not None:
            quantity = _arabic(match, node, text, units)
        else:
            quantity = _chinese(match, node, text, units)
        if quantity is not None:
            end = quantity.span.end
            yield quantity


def _arabic(match: re.Match[str], node: TextNode, text: str, units: Units) -> Quantity | None:
    number, start, at = match["number"], match.start(), match.end()
    if _is_date(match, text):
        return None
    unit, more, at = _unit_at(text, at, units)
    if unit is not None and text.startswith("级", at):
        return None  # 2000亿元级产业集群: a class
    upper = None
    following = _UPPER.match(text, at)
    if following:
        upper = Decimal(following["upper"].replace(",", ""))
        second, more, at = _unit_at(text, following.end(), units)
        unit = second or unit
    if unit is None and _GLUED.match(text, at):
        return None
    at = units.skip_gloss(text, at)
    behind = _BEHIND.match(text, at)
    after = "余" if more else behind["after"] if behind else None
    return Quantity(
        value=Decimal(number.replace(",", "")),
        unit=unit,
        comparator=_comparator(_lead(text, start), after),
        places=len(number.partition(".")[2]),
        span=Span(node, start, behind.end() if behind else at),
        hoped=_hoped(text, start),
        upper=upper,
    )


def _unit_at(text: str, at: int, units: Units) -> tuple[Unit | None, bool, int]:
    """Return the unit at a place, whether 余 or 多 stands in it (万余人), and where it ends."""
    head = _MORE.match(text, at)
    if head and head["more"]:
        unit, end = units.match(text, head.end(), head["times"] or "")
        if unit is not None:
            return unit, True, end
        if head["times"] is None:
            return None, True, head.end()
    unit, end = units.match(text, at)
    return unit, False, end


def _chinese(match: re.Match[str], node: TextNode, text: str, units: Units) -> Quantity | None:
    """百分之六十, and orders of magnitude: 突破千亿元."""
    start, at = match.span()
    if match["hundredths"]:
        unit, value = units.parse("%"), parse_numeral(match["hundredths"])
    else:
        value = _magnitude(match["order"])
        unit, at = units.match(text, at)
    if value is None:
        return None
    behind = _BEHIND.match(text, at)
    return Quantity(
        value=Decimal(value),
        unit=unit,
        comparator=_comparator(_lead(text, start), behind["after"] if behind else None),
        places=0,
        span=Span(node, start, behind.end() if behind else at),
        literal=match["order"] is None,
    )


def _magnitude(words: str) -> int | None:
    """The value of 千亿, 三千万, 万亿."""
    match = once(r"([‹ten›两]?[十百千]?)(万亿|[百千万亿])").fullmatch(words)
    if match is None:
        return None
    head = parse_numeral(match[1]) if match[1] else 1
    tail = {"百": 2, "千": 3, "万": 4, "亿": 8, "万亿": 12}[match[2]]
    return None if head is None else int(head * 10**tail)


def _is_date(match: re.Match[str], text: str) -> bool:
    """2020年, 2016—2020年, 3月, 5日."""
    number, end = match["number"], match.end("number")
    if len(number) == _YEAR_SIZE and _YEAR.fullmatch(number):
        return bool(_YEAR_ENDS.match(text, end))
    return "." not in number and bool(_DAY_ENDS.match(text, end))


def _lead(text: str, start: int) -> str | None:
    last = text[start - 1 : start]
    if last not in _LEAD_ENDS and not last.isspace():
        return None
    before = text[max(0, start - _LEAD_REACH) : start]
    match = _LEAD.search(before)
    if match is None or _NOT_LEAD.search(before[: match.end("word")]):
        return None
    return match["word"]


def _comparator(lead: str | None, after: str | None) -> Comparator:
    """控制在60%左右 is about 60; the words behind the number decide where both are given."""
    behind = _AFTER.get(after or "")
    if behind is not None:
        return behind
    return _COMPARATORS[lead] if lead else Comparator.EXACT


def _hoped(text: str, start: int) -> bool:
    """力争 or 争取 in the same clause in front of the number."""
    before = text[max(0, start - 40) : start]
    if "力争" not in before and "争取" not in before:
        return False
    clause = _CLAUSE_END.split(before)[-1]
    return "力争" in clause or "争取" in clause
