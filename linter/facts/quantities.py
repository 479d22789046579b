"""Quantities: a number with its unit and bound, as the words of a draft state it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from functools import cache

from linter.chinese import parse_numeral
from linter.document import Span, TextNode
from linter.facts.units import MULTIPLIER, Unit, Units


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


@dataclass(frozen=True, slots=True)
class Quantity:
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
    def words(self) -> str:
        return self.span.quote.strip()

    def within(self, unit: Unit | None) -> "Quantity":
        """The same number in the unit of its row, if it was written without one."""
        return replace(self, unit=unit) if self.unit is None else self


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
_LEAD = re.compile(
    r"(?P<word>"
    + "|".join(re.escape(word) for word in sorted(_COMPARATORS, key=len, reverse=True))
    + r")(?:了|到|达到|达|至|为|\s){0,3}$"
)
_NOT_LEAD = re.compile(r"(?:节约|公约|合约|最近|附近|预约)$")
_NUMBER = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_LEAD_REACH = 10


@cache
def pattern(units: Units) -> re.Pattern[str]:
    """The expression for a number, its unit and what bounds it, for folded text."""
    unit = units.pattern
    return re.compile(
        rf"(?<![A-Za-z\d.第/:+·-])(?P<number>{_NUMBER})"
        rf"(?:\s*(?P<unit1>{unit})?\s*[-—~～至]\s*(?P<upper>{_NUMBER})(?!年|\d))?"
        rf"\s*(?P<more>余|多)?(?P<unit>(?:{MULTIPLIER})余(?={unit})|{unit}(?![A-Za-z]))?"
        rf"(?P<unit2>{unit})?(?:\s*\((?P<gloss>{unit})\))?"
        rf"\s*(?P<after>(?:及)?(?:以上|以内|之内|以下|左右|上下|余|多))?"
        rf"|百分之(?P<hundredths>[百一二三四五六七八九十]{{1,3}})(?P<after2>以上|以内|左右)?"
        rf"|(?<=破|过|超|逾|近|达|到)(?P<order>[一二三四五六七八九十两]?[十百千]?(?:万亿|[百千万亿]))"
        rf"(?P<unit3>元|户|人|家|件|个|吨)(?P<after3>以上)?"
    )


def quantities(node: TextNode, units: Units, text: str | None = None) -> Iterator[Quantity]:
    """Yield the quantities of a node in order; years, ordinals, model names are none.

    `text` stands in for the node's folded text (same offsets) where parts are masked.
    """
    text = node.folded if text is None else text
    for match in pattern(units).finditer(text):
        if match["number"] is not None:
            quantity = _arabic(match, node, text, units)
        else:
            quantity = _chinese(match, node, text, units)
        if quantity is not None:
            yield quantity


def _arabic(match: re.Match[str], node: TextNode, text: str, units: Units) -> Quantity | None:
    number, end = match["number"], match.end()
    if _is_date(match, text) or (match["unit"] is None and text[end : end + 1].isascii()):
        follows = text[end : end + 1]
        if _is_date(match, text) or follows.isalnum() or follows in ("/", ":", "."):
            return None
    words = (match["unit"] or "").replace("余", "") + (match["unit2"] or "")
    unit = units.parse(words) if words else None
    lead = _lead(text, match.start())
    after = "余" if match["more"] or "余" in (match["unit"] or "") else match["after"]
    upper = Decimal(match["upper"].replace(",", "")) if match["upper"] else None
    places = len(number.partition(".")[2])
    return Quantity(
        value=Decimal(number.replace(",", "")),
        unit=unit,
        comparator=_comparator(lead, after),
        places=places,
        span=Span(node, match.start(), _trimmed(text, match.start(), end)),
        hoped=_hoped(text, match.start()),
        upper=upper,
    )


def _chinese(match: re.Match[str], node: TextNode, text: str, units: Units) -> Quantity | None:
    span = Span(node, match.start(), match.end())
    if match["hundredths"]:
        per_cent = parse_numeral(match["hundredths"])
        comparator = _comparator(_lead(text, match.start()), match["after2"])
        value = Decimal(per_cent) if per_cent is not None else None
        return Quantity(value, units.parse("%"), comparator, 0, span) if value else None
    order = match["order"]
    value = _magnitude(order)
    comparator = _comparator(_lead(text, match.start()), match["after3"])
    unit = units.parse(match["unit3"])
    if value is None:
        return None
    return Quantity(value, unit, comparator, 0, span, literal=False)


def _magnitude(words: str) -> Decimal | None:
    """The value of 千亿, 三千万, 万亿."""
    match = re.fullmatch(r"([一二三四五六七八九十两]?[十百千]?)(万亿|[百千万亿])", words)
    if match is None:
        return None
    head = parse_numeral(match[1]) if match[1] else 1
    tail = {"百": 2, "千": 3, "万": 4, "亿": 8, "万亿": 12}[match[2]]
    return None if head is None else Decimal(head) * Decimal(10) ** tail


def _is_date(match: re.Match[str], text: str) -> bool:
    """2020年, 2016—2020年, 3月, 5日."""
    number, rest = match["number"], text[match.end("number") : match.end("number") + 12]
    if re.fullmatch(r"(?:19|20)\d\d", number):
        return bool(re.match(r"\s*(?:年|[-—~至]\s*(?:19|20)\d\d|版|\))", rest))
    return bool(re.match(r"\s*(?:月(?!均)|日(?!均)|号)", rest)) and "." not in number


def _lead(text: str, start: int) -> str | None:
    before = text[max(0, start - _LEAD_REACH) : start]
    match = _LEAD.search(before)
    if match is None or _NOT_LEAD.search(before[: match.end("word")]):
        return None
    return match["word"]


def _comparator(lead: str | None, after: str | None) -> Comparator:
    """控制在60%左右 is about 60; the words behind the number decide where both are given."""
    behind = _AFTER.get((after or "").removeprefix("及"))
    if behind is not None:
        return behind
    return _COMPARATORS[lead] if lead else Comparator.EXACT


def _hoped(text: str, start: int) -> bool:
    """力争 or 争取 in the same clause in front of the number."""
    clause = re.split(r"[,。;:!?]", text[max(0, start - 40) : start])[-1]
    return "力争" in clause or "争取" in clause


def _trimmed(text: str, start: int, end: int) -> int:
    return start + len(text[start:end].rstrip())
