"""Units of measure: their dimension and their factor to the dimension's base unit.

The spellings come from rules/lexicon/units.yaml; multipliers (万, 亿, 万亿) and denominators
(件/万人, 1/10万, 微克/立方米) are composed here.
"""

import re
from decimal import Decimal
from typing import NamedTuple

from linter.plan.lexicon import Lexicon
from linter.text.patterns import compiled, lazily, once

MULTIPLIERS = {
    "万亿": Decimal(10) ** 12,
    "千亿": Decimal(10) ** 11,
    "百亿": Decimal(10) ** 10,
    "十亿": Decimal(10) ** 9,
    "亿": Decimal(10) ** 8,
    "千万": Decimal(10) ** 7,
    "百万": Decimal(10) ** 6,
    "十万": Decimal(10) ** 5,
    "万": Decimal(10) ** 4,
    "千": Decimal(10) ** 3,
    "百": Decimal(10) ** 2,
}
MULTIPLIER = "|".join(MULTIPLIERS)
MONEY = ("money", "money-usd", "money-hkd", "money-eur")
_AMOUNTS = ("people", "visits", "count", "times", "area", "length", "mass", "volume", "energy")
PEOPLE = frozenset({"people", "visits"})
THINGS = frozenset({"count", "times"})
COUNTED = PEOPLE | THINGS
# The dimensions of which parts add up to a whole.
ADDITIVE = frozenset((*MONEY, *_AMOUNTS, "coal-equivalent", "carbon", "power", "storage"))
_TIMES = lazily(MULTIPLIER)
_BELOW = lazily(r"10(?=万)")
_OPEN = lazily(r"\s*\(")


class Unit(NamedTuple):
    """A unit as written. `factor` converts a value in it to the base unit of `dimension`.

    The dimension of a bare multiplier (万) is "", that of a quotient is numerator/denominator;
    `numerator` is then the unit above the line.
    """

    words: str
    dimension: str
    factor: Decimal
    numerator: "Unit | None" = None

    @property
    def times(self) -> str:
        """The multiplier that it begins with: 万 of 万公里."""
        match = _TIMES.match(self.words)
        return match.group() if match else ""

    @property
    def bare(self) -> bool:
        """A multiplier without a unit: 万, 亿."""
        return self.dimension == ""


class Units:
    """The units of the lexicon: `match` finds one at a place, `parse` reads one."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._simple: dict[str, tuple[str, Decimal]] = {}
        for entry in lexicon.entries("units"):
            for words, factor in entry["units"].items():
                self._simple[words] = (entry["dimension"], Decimal(str(factor)))
        names = "|".join(re.escape(w) for w in sorted(self._simple, key=len, reverse=True))
        self._shape = compiled(rf"(?P<times>{MULTIPLIER})?(?P<name>{names})?")
        self._found: dict[str, Unit | None] = {}

    def match(self, text: str, at: int, times: str = "") -> tuple[Unit | None, int]:
        """Return the unit at a place of a folded text and its end; (None, at) without one.

        `times` is a multiplier that stands apart, as in 万余人.
        """
        start = at
        while text[start : start + 1] == " ":
            start += 1
        end = self._end(text, start)
        if text[end : end + 1] == "/":
            below = _BELOW.match(text, end + 1)
            divided = self._end(text, below.end() if below else end + 1)
            if divided > end + 1:
                end = divided
        unit = self.parse(times + text[start:end]) if end > start else None
        if unit is None or (
            text[end - 1].isascii()
            and text[end : end + 1].isascii()
            and text[end - 1].isalpha()
            and text[end : end + 1].isalnum()
        ):
            return None, at
        return unit, end

    def _end(self, text: str, at: int) -> int:
        match = self._shape.match(text, at)
        return match.end() if match else at

    def skip_gloss(self, text: str, at: int) -> int:
        """Return the place behind a unit repeated in brackets: 太比特每秒（Tbps）."""
        if not _OPEN.match(text, at):
            return at
        start = text.index("(", at) + 1
        unit, end = self.match(text, start)
        return end + 1 if unit is not None and text[end : end + 1] == ")" else at

    def parse(self, words: str) -> Unit | None:
        """Return the unit that all of the words (folded) name, None if they name none."""
        if words not in self._found:
            self._found[words] = self._read(once(r"\s+").sub("", words))
        return self._found[words]

    def _read(self, words: str) -> Unit | None:
        whole = self._one(words)
        if whole is not None or "/" not in words:
            return whole
        above, _, below = words.partition("/")
        top = Unit("", "", Decimal(1)) if above in ("", "1") else self._one(above)
        bottom = self._one(once("^10(?=万)").sub("十", below))
        if top is None or bottom is None:
            return None
        return self._quotient(words, top, bottom)

    def _quotient(self, words: str, top: Unit, bottom: Unit) -> Unit:
        below = bottom.dimension or "people"
        if top.bare or top.dimension == below:
            return Unit(words, "ratio", top.factor / bottom.factor)
        return Unit(words, f"{top.dimension}/{below}", top.factor / bottom.factor, top)

    def _one(self, words: str) -> Unit | None:
        """A unit without a denominator."""
        direct = self._simple.get(words)
        if direct is not None:
            return Unit(words, *direct)
        match = self._shape.fullmatch(words)
        if not words or match is None:
            return None
        dimension, factor = self._simple.get(match["name"] or "", ("", Decimal(1)))
        return Unit(words, dimension, factor * MULTIPLIERS.get(match["times"] or "", Decimal(1)))


def units_of(lexicon: Lexicon) -> Units:
    """The units of a lexicon, compiled once."""
    return Units(lexicon)
