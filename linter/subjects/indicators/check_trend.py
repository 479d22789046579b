"""IND014: a lone value that goes against its row, a bound that points the wrong way, a fraction."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from linter.document.nodes import Span
from linter.plan.finding import Finding, Related, check
from linter.plan.plan import Plan
from linter.subjects.indicators.indicators import Indicator, indicators
from linter.subjects.indicators.measures import Direction, Measures, measures_of
from linter.subjects.indicators.phrases import figure
from linter.subjects.quantities.quantities import Comparator, Quantity
from linter.text.patterns import lazily

# What is done or brought in year by year may well be less in one of them.
_FLOW = lazily(
    r"新增|新建|改造|改扩建|建设|整治|治理|修复|培训|培育|招引|引进|投资|增速|增长|增幅|完成|开工|竣工|淘汰|退出"
    r"|当年|年度|每年|年均|‹build›|补助|资金|投入|销售|交易|签约|活动|场次|次数|产量"
)
_RATE = lazily(r"率|比重|占比|比例")
_LEAST = 4
_HUNDRED = 100


class _Dated(NamedTuple):
    year: int
    quantity: Quantity

    @property
    def amount(self) -> float:
        return float(self.quantity.amount)


@check
def trend(plan: Plan) -> Iterator[Finding]:
    """IND014: values of a row that cannot be meant beside the others."""
    measures = plan.lexicon.get(measures_of)
    for row in plan.get(indicators):
        values = _series(row)
        fraction = _fraction(row, values)
        if fraction is not None:
            yield fraction
            continue
        if not _in_order(row):
            continue  # the columns may be wrong, and not the values
        yield from _bound(row, values, measures)
        flows = _FLOW.search(row.name) or measures.direction(row.name) is Direction.EITHER
        if len(values) >= _LEAST and not flows:
            yield from _against(row, values)


def _in_order(row: Indicator) -> bool:
    """Tell whether the years of the columns rise."""
    years = [v.year for v in row.values if v.year is not None]
    return years == sorted(years)


def _series(row: Indicator) -> list[_Dated]:
    """The last value of the past and the goals, by year."""
    values = [
        (v.base, _Dated(v.year, v.quantity))
        for v in row.values
        if v.quantity is not None and v.year is not None and v.quantity.upper is None
    ]
    values.sort(key=lambda pair: pair[1].year)
    past = [d for base, d in values if base]
    goals = [d for base, d in values if not base]
    found = past[-1:] + goals
    return found if len({d.year for d in found}) == len(found) else []


def _fraction(row: Indicator, values: Sequence[_Dated]) -> Finding | None:
    """0.56 among 40, 48 and 65, in percent."""
    if row.unit is None or row.unit.words != "%" or len(values) < _LEAST - 1:
        return None
    small = [d for d in values if 0 < d.quantity.value < 1]
    rest = [d for d in values if d.quantity.value >= 1]
    if len(small) != 1 or len(rest) < len(values) - 1:
        return None
    low, high = min(d.quantity.value for d in rest), max(d.quantity.value for d in rest)
    meant = small[0].quantity.value * _HUNDRED
    if not low / 2 <= meant <= high * 2 or low < 2:
        return None
    said = {
        "indicator": row.name,
        "value": figure(small[0].quantity),
        "meant": f"{meant.normalize():f}",
        "unit": "%",
    }
    return Finding(small[0].quantity.span, said, (Related("indicator", row.span),), "fraction")


def _bound(row: Indicator, values: Sequence[_Dated], measures: Measures) -> Iterator[Finding]:
    """≥9 of a measure that falls to it, ≤65 of one that rises to it."""
    if len(values) < 2:
        return
    direction, last = measures.direction(row.name), values[-1]
    before, bound = values[:-1], last.quantity.comparator
    if direction is Direction.EITHER or any(
        d.quantity.comparator is not Comparator.EXACT for d in before
    ):
        return
    amounts = [d.amount for d in (*before, last)]
    falls = all(b < a for a, b in pairwise(amounts))
    rises = all(b > a for a, b in pairwise(amounts))
    steady = len(values) >= _LEAST
    wrong = None
    if falls and bound.lower_bound and (direction is Direction.LOWER or steady):
        wrong = "≤"
    elif rises and bound.upper_bound and direction is Direction.HIGHER:
        wrong = "≥" if steady or _RATE.search(row.name) else None
    if wrong is not None:
        said = {
            "indicator": row.name,
            "value": figure(last.quantity),
            "base": figure(before[0].quantity),
            "bound": wrong,
        }
        related = (Related("before", before[-1].quantity.span),)
        yield Finding(Span.whole(last.quantity.span.node), said, related, "bound")


def _against(row: Indicator, values: Sequence[_Dated]) -> Iterator[Finding]:
    """The one step that goes back on the way from the first value to the last."""
    steps = [(a, b) for a, b in pairwise(values)]
    rises = values[-1].amount > values[0].amount
    back = [(a, b) for a, b in steps if (b.amount < a.amount if rises else b.amount > a.amount)]
    if len(back) != 1 or values[-1].amount == values[0].amount:
        return
    before, value = back[0]
    said = {
        "indicator": row.name,
        "year": str(value.year),
        "value": figure(value.quantity),
        "before": figure(before.quantity),
        "before_year": str(before.year),
        "first": figure(values[0].quantity),
        "last": figure(values[-1].quantity),
    }
    yield Finding(value.quantity.span, said, (Related("before", before.quantity.span),), "trend")
