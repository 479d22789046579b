"""Growth rates: the rate that base, target and years imply, with the room that rounding leaves."""

from decimal import Decimal
from typing import NamedTuple

from linter.subjects.quantities.agreement import common_factors
from linter.subjects.quantities.quantities import Comparator, Quantity


class Rate(NamedTuple):
    """An average yearly growth in per cent: the value, and the bounds that rounding allows."""

    value: float
    low: float
    high: float
    years: int


def average_growth(base: Quantity, target: Quantity, years: int) -> Rate | None:
    """Return the average yearly growth from base to target, None where it has no meaning."""
    factors = common_factors(base.unit, target.unit)
    if factors is None or years < 1 or not _is_plain(base) or not _is_plain(target):
        return None
    start, end = base.value * factors[0], target.value * factors[1]
    if start <= 0 or end <= 0:
        return None
    half_start = factors[0].scaleb(-base.places) / 2
    # A target is set, not measured: 3 beside a baseline of 1.86 is 3.00.
    half_end = factors[1].scaleb(-max(target.places, base.places)) / 2
    low = _rate(start + half_start, max(end - half_end, Decimal(0)), years)
    high = _rate(max(start - half_start, start / 2), end + half_end, years)
    return Rate(_rate(start, end, years), low, high, years)


def _is_plain(quantity: Quantity) -> bool:
    plain = quantity.comparator is Comparator.EXACT
    return plain and quantity.upper is None and quantity.literal


def _rate(start: Decimal, end: Decimal, years: int) -> float:
    ratio = float(end) / float(start)
    return float((ratio ** (1 / years) - 1) * 100)


def fits(rate: Rate, stated: Quantity, tolerance: float) -> bool:
    """Tell whether a stated rate agrees with a computed one.

    `tolerance` is in percentage points; the rounding of the stated rate and of the inputs widens
    it. A lower bound (12%以上) agrees with any higher rate.
    """
    value = float(stated.value)
    slack = max(tolerance, 0.5 * 10.0**-stated.places + 1e-9)
    if stated.comparator is Comparator.ABOUT:
        slack = max(slack, 0.5, 0.05 * abs(value))
    above = value > rate.high + slack
    below = value < rate.low - slack
    if stated.comparator.lower_bound:
        return not above
    if stated.comparator.upper_bound:
        return not below
    return not (above or below)
