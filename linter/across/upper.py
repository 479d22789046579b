"""A plan and the plans above it: which of their measures are one, and how their goals stand."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

from linter.across.measured import Measured, YearFigure, measured, quoted
from linter.across.territories import territory
from linter.catalogue.language import Lang
from linter.diagnosis.sheet import Sheet
from linter.plan.plan import Plan
from linter.subjects.indicators.directions import direction_of
from linter.subjects.indicators.measures import Direction, measures_of
from linter.subjects.indicators.name_words import name_words
from linter.subjects.indicators.names import canonical
from linter.subjects.quantities.agreement import Verdict, common_factors, compare
from linter.subjects.quantities.quantities import Comparator, Quantity, is_exact
from linter.subjects.quantities.units import Unit
from linter.text.nearness import shared_order
from linter.text.patterns import lazily

_PER = lazily(
    r"人均|户均|平均|每|单位|万元|占|比例|比重|率|指数|系数|强度|浓度|之比|比$|时间|时长|度$"
)
_OF_ALL = lazily(r"占(?:全国|全省|全市|全球|世界)")
_COUNT = lazily(r"(?:数量|总数|总量|规模|总额|数)$")
_RANK = lazily(r"(?:排名|位次|名次|位序)$")
_STANDARD = lazily("标准")
# Dimensions of what is no sum, whatever its name.
_FREE = frozenset({"ratio", "points", "score", "time", "working-time", "multiple", "sound"})
_LONG, _NEAR = 6, 0.8
_MANIFOLD = 2  # a sum over a plan's years is at least twice what a year brings
_ROUNDING = Decimal("0.005")
# Measures that may go either way by their names, and are meant to rise in every plan.
_RISES = lazily(r"城镇化率$|(?:研发|研究)\S*强度$")


class Alike(StrEnum):
    """How a goal stands to that of the plan above."""

    SAME = "same"
    STRICTER = "stricter"
    WEAKER = "weaker"
    DIFFERENT = "different"  # neither is better
    OTHER_BASE = "other-base"
    MISQUOTED = "misquoted"  # what the local text says of the upper plan's territory
    OTHER_UNIT = "other-unit"
    OTHER_YEAR = "other-year"
    OTHER_SPAN = "other-span"  # of one year and of all years
    NO_VALUE = "no-value"
    TOTAL = "total"  # of two territories
    DOUBTFUL = "doubtful"  # 存疑: the names are near, no more
    MISSING = "missing"


class Aligned(NamedTuple):
    """A measure of the plan above and what the local plan has of it.

    `rounded` marks what is the same when rounded; `gains` what is weaker from a start that is
    weaker, and gains as much as the plan above.
    """

    verdict: Alike
    upper: Measured
    local: Measured | None
    above: YearFigure | None = None
    here: YearFigure | None = None
    rounded: bool = False
    gains: bool = False


class Above:
    """A plan above another one: its territory, and its measures held against the other's."""

    def __init__(self, local: Plan, upper: Plan) -> None:
        self.local, self.plan = local, upper

    @cached_property
    def same_place(self) -> bool:
        """Whether both are plans for one territory: an overall plan and a special one."""
        ours, theirs = self.local.get(territory), self.plan.get(territory)
        return ours is not None and theirs is not None and ours.name == theirs.name

    @cached_property
    def aligned(self) -> tuple[Aligned, ...]:
        """What is in both, in the order of the plan above; its indicators that are missing here."""
        found = []
        for upper in self.plan.get(measured):
            local = self._named(upper)
            if local is not None:
                found += list(self._judged(upper, local))
            elif upper.indicator is not None and upper.names:
                near = self._near(upper)
                verdict = Alike.DOUBTFUL if near else Alike.MISSING
                found.append(Aligned(verdict, upper, near, upper.target, near and near.target))
        return (*found, *self._misquoted())

    def _misquoted(self) -> Iterator[Aligned]:
        """What the local text says of the territory above, 全省…为70%, and the plan above not."""
        theirs = self.plan.get(territory)
        if theirs is None or self.same_place:
            return
        for word, local in self.local.get(quoted):
            for upper in self.plan.get(measured) if word in theirs.words else ():
                if not upper.names & local.names:
                    continue
                years = {f.year: f for f in upper.figures}
                for here in local.figures:
                    above = years.get(here.year)
                    if above and compare(above.quantity, here.quantity) not in _AGREE:
                        yield Aligned(Alike.MISQUOTED, upper, local, above, here)

    @cached_property
    def _by_name(self) -> dict[str, list[Measured]]:
        index: dict[str, list[Measured]] = defaultdict(list)
        for one in self.local.get(measured):
            for name in one.names:
                index[name].append(one)
        return index

    def _named(self, upper: Measured) -> Measured | None:
        """The local measure of the same name: a row before a sentence, the very name first."""
        found = [one for name in upper.names for one in self._by_name.get(name, ())]
        if not found:
            return None
        own = canonical(upper.name)
        return min(
            found,
            key=lambda m: (
                m.indicator is None,
                canonical(m.name) != own,
                common_factors(upper.unit, m.unit) is None,
            ),
        )

    def _near(self, upper: Measured) -> Measured | None:
        """A local row of a near name, with a unit of the same kind."""
        words = self.local.lexicon.get(name_words)
        dimension = upper.unit.dimension if upper.unit else ""
        own = words.bones(canonical(upper.name), dimension)
        limits = words.limits(canonical(upper.name))
        for one in self.local.get(measured):
            if one.indicator is None or (one.unit and one.unit.dimension) != (dimension or None):
                continue
            name = canonical(one.name)
            bones = words.bones(name, dimension)
            longest = max(len(own), len(bones))
            alike = own == bones or shared_order(own, bones) >= _NEAR * longest
            if longest >= _LONG and alike and words.limits(name) == limits:
                return one
        return None

    def _judged(self, upper: Measured, local: Measured) -> Iterator[Aligned]:
        if common_factors(upper.unit, local.unit) is None:
            yield Aligned(Alike.OTHER_UNIT, upper, local, upper.target, local.target)
            return
        if not self.same_place and is_total(upper.name, upper.unit or local.unit):
            yield Aligned(Alike.TOTAL, upper, local, upper.target, local.target)
            return
        ours = {(f.year, f.base): f for f in local.figures}
        goals = [f for f in upper.figures if not f.base]
        pairs = [(f, ours[f.year, False]) for f in goals if (f.year, False) in ours]
        for above, here in pairs:
            yield self._compared(upper, local, above, here)
        if not pairs:
            verdict = Alike.OTHER_YEAR if upper.target and local.target else Alike.NO_VALUE
            yield Aligned(verdict, upper, local, upper.target, local.target)
        if self.same_place:
            for above in upper.figures:
                base = ours.get((above.year, True)) if above.base else None
                if base and compare(above.quantity, base.quantity) not in _AGREE:
                    yield Aligned(Alike.OTHER_BASE, upper, local, above, base)

    def _compared(
        self, upper: Measured, local: Measured, above: YearFigure, here: YearFigure
    ) -> Aligned:
        goal, ours = _range(above.quantity, here.quantity)
        falls = upper.falls and local.falls
        if falls:  # a cut of 13.5% is written -13.5% as well
            goal, ours = _cut(goal), _cut(ours)
        if _is_other_span(upper, local, above, here) and goal != ours:
            return Aligned(Alike.OTHER_SPAN, upper, local, above, here)
        if goal == ours or _is_rounded(above.quantity, here.quantity):
            return Aligned(Alike.SAME, upper, local, above, here, rounded=goal != ours)
        if goal[0] <= ours[0] and ours[1] <= goal[1]:
            return Aligned(Alike.SAME, upper, local, above, here)
        direction = Direction.HIGHER if falls else self._direction(upper, local, above)
        if direction is Direction.EITHER:
            return Aligned(Alike.DIFFERENT, upper, local, above, here)
        better = ours[0] >= goal[0] if direction is Direction.HIGHER else ours[1] <= goal[1]
        if better:
            return Aligned(Alike.STRICTER, upper, local, above, here)
        gains = not self.same_place and _gains(upper, local, goal, ours, direction)
        return Aligned(Alike.WEAKER, upper, local, above, here, gains=gains)

    def _direction(self, upper: Measured, local: Measured, above: YearFigure) -> Direction:
        """Which way is better: as the goal above bounds it, as either draft says, by the name."""
        if above.quantity.comparator.upper_bound or _RANK.search(upper.name):
            return Direction.LOWER
        if above.quantity.comparator.lower_bound:
            return Direction.HIGHER
        if _RISES.search(upper.name):
            return Direction.HIGHER
        for plan, one in ((self.plan, upper), (self.local, local)):
            if one.indicator is not None:
                return direction_of(plan, one.indicator)
        return self.local.lexicon.get(measures_of).direction(upper.name)


_AGREE = (Verdict.AGREE, Verdict.ROUNDED, Verdict.INCOMPARABLE)


class Uppers:
    """A plan and all the plans above it that it is held against."""

    def __init__(self, local: Plan, uppers: Sequence[Plan]) -> None:
        self.local = local
        self.above = tuple(Above(local, upper) for upper in uppers)

    def fault(self) -> str:
        """Drafts can always be compared."""
        return ""

    def sheet(self, lang: Lang) -> Sheet:
        """The table of the comparison (衔接对照表)."""
        from linter.across.upper_words import sheet_of

        return sheet_of(self, lang)


def is_total(name: str, unit: Unit | None) -> bool:
    """Whether a measure is a sum over a territory, which that of another cannot be held against:
    shares, rates, averages and indices can. Money is none of these even per head, as places start
    from what they earn; a standard that is paid is."""
    if _OF_ALL.search(name) or _RANK.search(name):
        return True
    if unit is not None and unit.dimension.startswith("money") and not _STANDARD.search(name):
        return True
    if _PER.search(name):
        return False
    if unit is None:
        return bool(_COUNT.search(name))
    return unit.dimension not in _FREE and "/" not in unit.dimension


_Range = tuple[Decimal, Decimal]


def _range(one: Quantity, other: Quantity) -> tuple[_Range, _Range]:
    """Both figures in one unit, from the lower to the upper end."""
    factors = common_factors(one.unit, other.unit)
    assert factors is not None

    def ends(q: Quantity, factor: Decimal) -> _Range:
        return q.value * factor, (q.value if q.upper is None else q.upper) * factor

    return ends(one, factors[0]), ends(other, factors[1])


def _cut(figure: _Range) -> _Range:
    low, high = sorted(map(abs, figure))
    return low, high


def _is_other_span(upper: Measured, local: Measured, above: YearFigure, here: YearFigure) -> bool:
    """Whether one figure is of a year and the other of all years: 年均增长7%, 〔40〕. A sum without
    its brackets is told by its size."""
    if upper.yearly == local.yearly and above.summed == here.summed:
        return False
    goal, ours = _range(above.quantity, here.quantity)
    low, high = sorted((_cut(goal)[1], _cut(ours)[1]))
    return high >= _MANIFOLD * low


def _gains(
    upper: Measured, local: Measured, goal: _Range, ours: _Range, direction: Direction
) -> bool:
    """Whether the local start is the weaker one, and as much is gained from it as above."""
    if not (upper.start and local.start):
        return False
    if common_factors(upper.start.quantity.unit, local.start.quantity.unit) is None:
        return False
    above, here = _range(upper.start.quantity, local.start.quantity)
    if direction is Direction.HIGHER:
        return here[0] < above[0] and ours[0] - here[0] >= goal[0] - above[0]
    return here[1] > above[1] and here[1] - ours[1] >= above[1] - goal[1]


def _is_rounded(above: Quantity, here: Quantity) -> bool:
    """Whether a goal is that of the plan above with fewer places, 65% for 64.8%, or in a coarser
    unit. A finer one that falls short of it is weaker, however little."""
    agrees = compare(above, here) in (Verdict.AGREE, Verdict.ROUNDED)
    if agrees and Comparator.ABOUT in (above.comparator, here.comparator):
        return True
    if not agrees or not is_exact(above, here):
        return False
    words = {q.unit.words if q.unit else "" for q in (above, here)}
    (goal, _), (ours, _) = _range(above, here)
    coarser = here.places < above.places or len(words) > 1
    return coarser and abs(goal - ours) <= _ROUNDING * max(abs(goal), abs(ours))
