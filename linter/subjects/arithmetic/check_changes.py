"""NUM014: what is said of a change against its two ends."""

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from linter.document.nodes import Span
from linter.plan.finding import Finding, Related, check
from linter.plan.plan import Plan
from linter.subjects.arithmetic.changes import Change, changes
from linter.subjects.arithmetic.figures import (
    DOUBLINGS,
    amount,
    are_exact,
    number,
    shown,
    steps_of,
)
from linter.subjects.quantities.quantities import Comparator, Quantity
from linter.text.folding import key

_LOOSE = Decimal("1.25")  # a bound may be passed by so much
_NEAR = Decimal("0.1")  # of what is said with 约
_NO_ORDER = frozenset({"time", "score", "", "temperature"})  # 由5天提升到3天 is better


class Due(NamedTuple):
    """What a change should be, in the unit of its statement, and what rounding may make of it.

    `sure` is the gap beyond which no rounding explains it.
    """

    value: Decimal
    room: Decimal
    sure: Decimal
    variant: str
    values: dict[str, str]


@check
def change_arithmetic(plan: Plan) -> Iterator[Finding]:
    """NUM014: 由A提高到B，提高C; the direction of the verb; per cent for percentage points."""
    for change in plan.get(changes):
        finding = (
            _direction(change) if change.stated is None else stated_finding(change, change.stated)
        )
        if finding is not None:
            yield finding


def _direction(change: Change) -> Finding | None:
    """由65%提高到40%."""
    base, target = change.base, change.target
    gap = amount(target) - amount(base)
    unit = base.unit
    if change.rises is None or not gap or (gap > 0) is change.rises or unit is None:
        return None
    if unit.dimension in _NO_ORDER or not unit.words.strip("类级位名档"):
        return None
    span = Span(base.span.node, base.span.start, target.span.end)
    values = {
        "base": shown(base),
        "target": shown(target),
        "sign": "小于" if gap < 0 else "大于",
        "words": key(span.quote),
    }
    return Finding(span, values, (Related("baseline", base.span),), "direction")


def stated_finding(change: Change, stated: Quantity) -> Finding | None:
    if stated.upper is not None or not stated.literal or stated.unit is None:
        return None
    if change.rises is False and stated.unit.dimension == "multiple":
        return None  # NUM007
    told = _points(change, stated) or _expected(change, stated)
    if told is None:
        return None
    gap = abs(told.value - _signed(change, stated))
    if gap <= told.room or _is_within(change, stated, told.value):
        return None
    exact = are_exact((change.base, change.target, stated)) and gap > told.sure
    variant: str | None = told.variant
    if variant not in _FIXED:
        variant = _SURE.get(told.variant, told.variant) if exact else f"{told.variant}-near"
    values = {
        "base": shown(change.base),
        "target": shown(change.target),
        "stated": change.verb + key(stated.words),
        **told.values,
    }
    related = (Related("baseline", change.base.span), Related("target", change.target.span))
    return Finding(stated.span, values, related, variant)


_FIXED = ("percent-for-points", "points-for-percent", "as-level")
_SURE: dict[str, str | None] = {"difference": None}


def _signed(change: Change, stated: Quantity) -> Decimal:
    return -stated.value if change.stated_rises is False else stated.value


def _points(change: Change, stated: Quantity) -> Due | None:
    """提高25% between two shares, 提高80个百分点 between two amounts."""
    assert stated.unit is not None
    kind = change.base.unit.dimension if change.base.unit else ""
    gap = change.target.value - change.base.value
    if kind == "ratio" and stated.unit.dimension == "ratio" and stated.unit.words == "%":
        if gap == _signed(change, stated) and change.base.unit == change.target.unit:
            values = {"right": f"{number(abs(gap), 2)}个百分点", "rate": _rate(change)}
            return Due(stated.value * 9, Decimal(0), Decimal(0), "percent-for-points", values)
    elif kind not in ("ratio", "points", "", "score") and stated.unit.dimension == "points":
        values = {"right": _rate(change)}
        return Due(stated.value * 9, Decimal(0), Decimal(0), "points-for-percent", values)
    return None


def _rate(change: Change) -> str:
    base = amount(change.base)
    return f"{number((amount(change.target) - base) / base * 100)}%"


def _expected(change: Change, stated: Quantity) -> Due | None:
    assert stated.unit is not None
    kind = stated.unit.dimension
    base = change.base.unit.dimension if change.base.unit else ""
    if stated.unit is DOUBLINGS or kind == "multiple":
        return _multiple(change, stated)
    if kind == "ratio" and stated.unit.words in ("%", "百分比"):
        return _percentage(change, stated)
    if kind == base or (kind == "points" and base == "ratio"):
        return _difference(change, stated)
    return None


def _difference(change: Change, stated: Quantity) -> Due:
    assert stated.unit is not None
    unit = stated.unit
    gap = (amount(change.target) - amount(change.base)) / unit.factor
    found = (change.base, change.target, stated)
    steps = [s / unit.factor for s in steps_of(found)]
    whole = not any(q.places for q in found) and len(set(steps)) == 1
    room = Decimal(0) if whole else sum(steps, Decimal(0)) / 2
    places = max(0, -int(gap.normalize().as_tuple().exponent))
    words = unit.words
    falls = change.stated_rises is False
    reached = amount(change.base) + _signed(change, stated) * unit.factor
    factor = change.target.factor
    target = change.target.unit.words if change.target.unit else ""
    values = {
        "sign": "－" if falls else "＋",
        "by": f"{stated.value:f}{words}",
        "reached": f"{number(reached / factor, 4)}{target}",
        "right": f"{number(abs(gap), min(places, 4))}{words}",
        "way": _way(gap),
    }
    return Due(gap, room, max(steps) * Decimal("1.5"), "difference", values)


def _way(gap: Decimal) -> str:
    return "增加" if gap > 0 else "减少"


def _percentage(change: Change, stated: Quantity) -> Due:
    base, target = amount(change.base), amount(change.target)
    rate = (target / base - 1) * 100
    most = _rounding(change) * (rate + 100)
    own = Decimal(1).scaleb(-stated.places)
    whole = not any(q.places for q in (change.base, change.target, stated))
    clean = rate == rate.to_integral_value() and not stated.places
    room = own if clean else own + (most / 2 if whole else most)
    values = {
        "right": f"{number(rate, max(1, stated.places)).replace('-', '－')}%",
        "more": _excess(change),
    }
    return Due(rate, room, own + most, "percentage", values)


def _rounding(change: Change) -> Decimal:
    """What the rounding of both ends may make of their quotient, as part of it."""
    ends = (change.base, change.target)
    rooms = zip(ends, steps_of(ends), strict=True)
    return sum((room / 2 / amount(q) for q, room in rooms if q.value), Decimal(0))


def _excess(change: Change) -> str:
    return f"（{shown(change.target)}－{shown(change.base)}）÷{shown(change.base)}"


def _multiple(change: Change, stated: Quantity) -> Due | None:
    """翻两番 is four times as much, 增长3倍 too, 是2023年的3倍 three times."""
    ratio = amount(change.target) / amount(change.base)
    most = _rounding(change) * ratio
    values = {"ratio": number(ratio, 2)}
    if stated.unit is DOUBLINGS:
        times = Decimal(2) ** stated.value
        near = abs(ratio - times) <= max(most, times / 10)
        values["times"] = number(times)
        doublings = stated.value if near else Decimal(0)
        return Due(doublings, Decimal(0), Decimal(0), "doubling", values)
    own = Decimal(1).scaleb(-stated.places) / 2 + most
    if change.level:
        values["right"] = number(ratio, max(1, stated.places))
        return Due(ratio, own, own * 3 / 2, "times", values)
    grown = ratio - 1
    values["right"] = number(grown, max(1, stated.places))
    if abs(ratio - stated.value) <= most / 2 and stated.value > 1:
        return Due(grown, own, own, "as-level", values)
    return Due(grown, own, own * 3 / 2, "multiple", values)


def _is_within(change: Change, stated: Quantity, value: Decimal) -> bool:
    """Whether the bounds and 约 of the figures leave room for the gap."""
    found = (change.base, change.target, stated)
    said = _signed(change, stated)
    if stated.unit is DOUBLINGS:
        return _is_doubled(change, stated)
    if value * said <= 0 or are_exact(found):
        return False
    most, least = max(abs(value), abs(said)), min(abs(value), abs(said))
    if any(q.comparator is Comparator.ABOUT for q in found) and most <= least * (1 + _NEAR):
        return True
    at_least = change.target.comparator.lower_bound and stated.comparator is Comparator.EXACT
    if at_least and abs(said) < abs(value) and value > 0:
        return False  # 提高到65%以上，提高15个百分点: it must be 25 at least
    bounded = any(q.comparator not in (Comparator.EXACT, Comparator.ABOUT) for q in found)
    return bounded and most <= least * _LOOSE


def _is_doubled(change: Change, stated: Quantity) -> bool:
    """翻一番以上, 翻近两番: more or less than so many times as much."""
    ratio = amount(change.target) / amount(change.base)
    times = Decimal(2) ** stated.value
    if stated.comparator.lower_bound or change.target.comparator.lower_bound:
        return times * (1 - _NEAR) <= ratio < times * 2
    about = any(q.comparator is Comparator.ABOUT for q in (stated, change.base, change.target))
    return about and times * (1 - 2 * _NEAR) <= ratio <= times * (1 + 2 * _NEAR)
