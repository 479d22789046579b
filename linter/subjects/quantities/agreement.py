"""Whether two quantities can be the same value."""

from decimal import Decimal
from enum import Enum, auto
from typing import NamedTuple

from linter.subjects.quantities.quantities import Comparator, Quantity
from linter.subjects.quantities.units import MULTIPLIERS, Unit

_COUNTABLE = frozenset({"count", "people", "visits"})
_LOOSE = frozenset({"", "score"})
_BINARY = frozenset({"storage"})  # 1 PB is 1000 or 1024 TB
_ABOUT = Decimal("0.1")
_COARSE = Decimal("0.05")
_SHIFTS = frozenset({4, 8, 12, -4, -8, -12})
_PREFIX_SHIFTS = frozenset({3, 6, 9, -3, -6, -9})
_POINT_SHIFTS = frozenset({1, 2, 3, -1, -2, -3})
_PREFIXED = frozenset({"bandwidth", "storage", "computing", "power", "energy", "mass", "length"})


class Verdict(Enum):
    """How the second of two quantities stands to the first."""

    AGREE = auto()
    ROUNDED = auto()  # the same only if cut off, or if rounded very coarsely
    WEAKER = auto()  # a bound that the first satisfies with much to spare
    CONTRADICT = auto()
    SHIFTED = auto()  # the same digits, a power of ten apart as units are
    TENFOLD = auto()  # the same digits, 10, 100 or 1000 times as much: a point or unit is wrong
    OTHER_DIMENSION = auto()  # the same digits in a unit of another kind
    INCOMPARABLE = auto()


class _Scaled(NamedTuple):
    value: Decimal
    step: Decimal


def compare(table: Quantity, body: Quantity) -> Verdict:
    """Return how a statement stands to the value of the table. Ranges are not compared."""
    if table.upper is not None or body.upper is not None:
        return Verdict.INCOMPARABLE
    factors = common_factors(table.unit, body.unit)
    if factors is None:
        return _other_dimension(table, body)
    first, second = _scaled(table, factors[0]), _scaled(body, factors[1])
    verdict = _bounded(table, body, first, second)
    off = verdict in (Verdict.CONTRADICT, Verdict.WEAKER)
    if off and _is_multiplied(table, body, first, second):
        return Verdict.AGREE
    if off and _is_shifted(table, body, first, second):
        return Verdict.SHIFTED
    return Verdict.TENFOLD if off and _is_tenfold(table, body, first, second) else verdict


def common_factors(a: Unit | None, b: Unit | None) -> tuple[Decimal, Decimal] | None:
    """The factors that bring values in two units to one, None if the units differ in kind."""
    if a is None or b is None:
        known = (a or b).factor if (a or b) else Decimal(1)  # type: ignore[union-attr]
        return known, known
    if a.dimension == b.dimension or a.dimension in _LOOSE or b.dimension in _LOOSE:
        return a.factor, b.factor
    if {a.dimension, b.dimension} == {"ratio", "count/people"}:
        return a.factor, b.factor
    if a.numerator is not None and a.numerator.dimension == b.dimension:
        return a.numerator.factor, b.factor
    if b.numerator is not None and b.numerator.dimension == a.dimension:
        return a.factor, b.numerator.factor
    return None


def _scaled(quantity: Quantity, factor: Decimal) -> _Scaled:
    return _Scaled(quantity.value * factor, factor.scaleb(-quantity.places))


def _bounded(table: Quantity, body: Quantity, first: _Scaled, second: _Scaled) -> Verdict:
    same = _rounding(first, second, table, body)
    if same is not Verdict.CONTRADICT:
        return same
    t, b = first.value, second.value
    if Comparator.ABOUT in (table.comparator, body.comparator):
        return Verdict.AGREE if abs(t - b) <= _ABOUT * max(abs(t), abs(b)) else same
    if body.comparator.lower_bound and not table.comparator.upper_bound:
        return _below(t, b, body.literal) if b < t else same
    if body.comparator.upper_bound and not table.comparator.lower_bound:
        return Verdict.WEAKER if b > t else same
    if table.comparator.lower_bound and body.comparator is Comparator.EXACT:
        return Verdict.AGREE if b > t else same
    if table.comparator.upper_bound and body.comparator is Comparator.EXACT:
        return Verdict.AGREE if b < t else same
    return same


def _rounding(first: _Scaled, second: _Scaled, table: Quantity, body: Quantity) -> Verdict:
    """Agreement by rounding to the coarser of the two precisions."""
    gap, step = abs(first.value - second.value), max(first.step, second.step)
    largest = max(abs(first.value), abs(second.value))
    if gap == 0:
        return Verdict.AGREE
    if table.unit and body.unit and table.unit.dimension in _BINARY:
        step = max(step, 2 * _ABOUT * largest if table.unit.words != body.unit.words else step)
    if gap <= step / 2:
        return Verdict.AGREE if gap <= _COARSE * largest else Verdict.ROUNDED
    return Verdict.ROUNDED if gap < step and gap <= _COARSE * largest else Verdict.CONTRADICT


def _below(table: Decimal, body: Decimal, literal: bool) -> Verdict:
    """A lower bound under the value: 突破千亿 for 1080 is the same goal cut to round figures."""
    place = Decimal(10) ** (body.normalize().as_tuple().exponent)  # type: ignore[operator]
    cut = (table / place).to_integral_value(rounding="ROUND_FLOOR") * place
    spare = _COARSE if literal else _ABOUT
    return Verdict.AGREE if cut == body and body >= table * (1 - spare) else Verdict.WEAKER


def _is_multiplied(table: Quantity, body: Quantity, first: _Scaled, second: _Scaled) -> bool:
    """5200 and 0.52万公里 are one where the first has lost its unit, whatever that was."""
    if (table.unit is None) == (body.unit is None):
        return False
    unit = table.unit or body.unit
    times = MULTIPLIERS.get(unit.times) if unit else None
    if times is None:
        return False
    bare, whole = (first, second) if table.unit is None else (second, first)
    plain = _Scaled(bare.value / times, bare.step / times)
    return _rounding(plain, whole, table, body) is Verdict.AGREE


def _is_shifted(table: Quantity, body: Quantity, first: _Scaled, second: _Scaled) -> bool:
    if not table.literal or not body.literal or not first.value or not second.value:
        return False
    ratio = second.value / first.value
    if table.unit and body.unit and ratio in (8, Decimal("0.125")):
        return table.unit.dimension == "bandwidth" and table.unit.words != body.unit.words
    exponent = ratio.normalize().as_tuple()
    if exponent.digits != (1,):
        return False
    power = exponent.exponent
    dimension = (table.unit or body.unit).dimension if (table.unit or body.unit) else ""  # type: ignore[union-attr]
    if dimension == "ratio":
        units = {u.words for u in (table.unit, body.unit) if u}
        return len(units) > 1
    return power in _SHIFTS or (power in _PREFIX_SHIFTS and dimension in _PREFIXED)


def _is_tenfold(table: Quantity, body: Quantity, first: _Scaled, second: _Scaled) -> bool:
    """168 and 16.8, of two digits at least: 3 and 30 may be two figures."""
    if not table.literal or not body.literal or not first.value or not second.value:
        return False
    ratio = (second.value / first.value).normalize().as_tuple()
    digits = len(second.value.normalize().as_tuple().digits)
    return ratio.digits == (1,) and ratio.exponent in _POINT_SHIFTS and digits > 1


def _other_dimension(table: Quantity, body: Quantity) -> Verdict:
    a, b = table.unit, body.unit
    if a is None or b is None or table.value != body.value or body.value in (0, 1, 100):
        return Verdict.INCOMPARABLE
    if {a.dimension, b.dimension} <= _COUNTABLE or "points" in (a.dimension, b.dimension):
        return Verdict.INCOMPARABLE
    return Verdict.OTHER_DIMENSION
