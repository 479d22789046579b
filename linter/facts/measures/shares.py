"""Shares: A占B的比重达到x%, with the values of A and B where the draft states them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from linter.facts.measures.agreement import common_factors
from linter.facts.measures.contexts import Kind
from linter.facts.measures.indicators import Indicator
from linter.facts.measures.names import canonical
from linter.facts.measures.quantities import Comparator, Quantity
from linter.facts.measures.statements import Statement
from linter.facts.measures.years import Dated

_SHARE = re.compile(r"(?P<part>.{2,30}?)占(?P<whole>.{2,30}?)(?:比重|比例|比率|份额)?$")


@dataclass(frozen=True, slots=True)
class Share:
    """A stated share in per cent, with the part and the whole that it relates."""

    stated: Quantity
    part: Quantity
    whole: Quantity

    @property
    def per_cent(self) -> float:
        factors = common_factors(self.part.unit, self.whole.unit)
        assert factors is not None
        return float(self.part.value * factors[0] / (self.whole.value * factors[1]) * 100)


def shares(indicators: Sequence[Indicator], statements: Sequence[Statement]) -> Iterator[Share]:
    """Yield the stated shares whose part and whole have one exact value in the same year."""
    known: dict[tuple[str, int], Quantity] = {}
    stated: list[tuple[str, int, Quantity]] = []
    for indicator in indicators:
        name = canonical(indicator.name)
        for value in indicator.values:
            if value.quantity is not None and value.year is not None:
                known.setdefault((name, value.year), value.quantity)
                stated.append((name, value.year, value.quantity))
    for s in statements:
        plain = s.dated is not Dated.PLAN and s.kind is Kind.VALUE and not s.scope
        if plain and s.year is not None:
            if not s.inherited:
                known.setdefault((s.name, s.year), s.quantity)
            stated.append((s.name, s.year, s.quantity))
    for name, year, quantity in stated:
        match = _SHARE.fullmatch(name)
        if match is None or quantity.unit is None or quantity.unit.dimension != "ratio":
            continue
        part, whole = known.get((match["part"], year)), known.get((match["whole"], year))
        if part and whole and _is_exact(part) and _is_exact(whole) and whole.value:
            factors = common_factors(part.unit, whole.unit)
            if factors and part.unit and whole.unit and part.unit.dimension != "ratio":
                yield Share(quantity, part, whole)


def _is_exact(quantity: Quantity) -> bool:
    exact = quantity.comparator is Comparator.EXACT
    return exact and quantity.upper is None and quantity.literal
