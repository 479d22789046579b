"""A plan and the plans above it: which of their measures are one, and how their goals stand."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

from linter.across.measured import Measured, YearFigure, measured
from linter.catalogue.language import Lang
from linter.diagnosis.sheet import Sheet
from linter.plan.plan import Plan
from linter.subjects.indicators.directions import direction_of
from linter.subjects.indicators.measures import Direction, measures_of
from linter.subjects.indicators.name_words import name_words
from linter.subjects.indicators.names import canonical
from linter.subjects.quantities.agreement import Verdict, common_factors, compare
from linter.subjects.quantities.quantities import Quantity, is_exact
from linter.subjects.quantities.units import Unit
from linter.text.nearness import shared_order
from linter.text.patterns import lazily

_PLACE = lazily(r"[\u4e00-\u9fff]{2,7}?(?:省|自治区|自治州|市|州|盟|县|区|旗)")
_NATIONAL = lazily("中华人民共和国|国务院|全国|^国家|中共中央")
_PER = lazily(
    r"人均|户均|平均|每|单位|万元|占|比例|比重|率|指数|系数|强度|浓度|之比|比$|时间|时长|度$"
)
_OF_ALL = lazily(r"占(?:全国|全省|全市|全球|世界)")
_COUNT = lazily(r"(?:数量|总数|总量|规模|总额|数)$")
# Dimensions of what is no sum, whatever its name.
_FREE = frozenset({"ratio", "points", "score", "time", "working-time", "multiple", "sound"})
_LONG, _NEAR = 6, 0.8
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
    OTHER_UNIT = "other-unit"
    OTHER_YEAR = "other-year"
    NO_VALUE = "no-value"
    TOTAL = "total"  # of two territories
    DOUBTFUL = "doubtful"  # 存疑: the names are near, no more
    MISSING = "missing"


class Aligned(NamedTuple):
    """A measure of the plan above and what the local plan has of it."""

    verdict: Alike
    upper: Measured
    local: Measured | None
    above: YearFigure | None = None
    here: YearFigure | None = None
    rounded: bool = False


class Above:
    """A plan above another one: its territory, and its measures held against the other's."""

    def __init__(self, local: Plan, upper: Plan) -> None:
        self.local, self.plan = local, upper

    @cached_property
    def same_place(self) -> bool:
        """Whether both are plans for one territory: an overall plan and a special one."""
        ours, theirs = place_of(self.local), place_of(self.plan)
        return bool(ours) and ours == theirs

    @cached_property
    def aligned(self) -> tuple[Aligned, ...]:
        """What is in both, in the order of the plan above; its indicators that are missing here."""
        taken: set[int] = set()
        found = []
        for upper in self.plan.get(measured):
            local = self._named(upper)
            if local is not None and id(local.span.node) not in taken | {0}:
                found += list(self._judged(upper, local))
            elif upper.indicator is not None and upper.names:
                near = self._near(upper)
                verdict = Alike.DOUBTFUL if near else Alike.MISSING
                found.append(Aligned(verdict, upper, near, upper.target, near and near.target))
        return tuple(found)

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
        verdict = compare(above.quantity, here.quantity)
        if verdict is Verdict.INCOMPARABLE:
            return Aligned(Alike.NO_VALUE, upper, local, above, here)
        goal, ours = _amount(above.quantity, here.quantity)
        if goal == ours or _is_rounded(above.quantity, here.quantity):
            return Aligned(Alike.SAME, upper, local, above, here, rounded=goal != ours)
        direction = self._direction(upper, local, above)
        if direction is Direction.EITHER:
            return Aligned(Alike.DIFFERENT, upper, local, above, here)
        better = ours > goal if direction is Direction.HIGHER else ours < goal
        return Aligned(Alike.STRICTER if better else Alike.WEAKER, upper, local, above, here)

    def _direction(self, upper: Measured, local: Measured, above: YearFigure) -> Direction:
        """Which way is better: as the goal above bounds it, as either draft says, by the name."""
        if above.quantity.comparator.upper_bound:
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


def place_of(plan: Plan) -> str:
    """The territory of a plan by its title: 岚川省; 全国 for a national one, "" where unknown."""
    title = plan.document.title.text if plan.document.title else ""
    words = title.partition("关于")[0] if title.startswith("国务院") else title
    if _NATIONAL.search(words):
        return "全国"
    match = _PLACE.match(title)
    return match.group() if match else ""


def is_total(name: str, unit: Unit | None) -> bool:
    """Whether a measure is a sum over a territory, which that of another cannot be held against:
    shares, rates, averages and indices can."""
    if _OF_ALL.search(name):
        return True
    if _PER.search(name):
        return False
    if unit is None:
        return bool(_COUNT.search(name))
    return unit.dimension not in _FREE and "/" not in unit.dimension


def _amount(one: Quantity, other: Quantity) -> tuple[Decimal, Decimal]:
    factors = common_factors(one.unit, other.unit)
    assert factors is not None
    return one.value * factors[0], other.value * factors[1]


def _is_rounded(above: Quantity, here: Quantity) -> bool:
    """Whether a goal is that of the plan above with fewer places, 65% for 64.8%, or in a coarser
    unit. A finer one that falls short of it is weaker, however little."""
    if not is_exact(above, here) or compare(above, here) not in (Verdict.AGREE, Verdict.ROUNDED):
        return False
    words = {q.unit.words if q.unit else "" for q in (above, here)}
    goal, ours = _amount(above, here)
    coarser = here.places < above.places or len(words) > 1
    return coarser and abs(goal - ours) <= _ROUNDING * max(abs(goal), abs(ours))
