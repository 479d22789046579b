"""Units: multipliers, denominators, spellings."""

from decimal import Decimal

import pytest

from linter.plan.lexicon import builtin_lexicon
from linter.subjects.quantities.units import units_of

UNITS = units_of(builtin_lexicon())


@pytest.mark.parametrize(
    ("words", "dimension", "factor"),
    [
        ("亿元", "money", "1e8"),
        ("万亿元", "money", "1e12"),
        ("太比特每秒", "bandwidth", "1e12"),
        ("兆比特/秒", "bandwidth", "1e6"),
        ("部/百人", "count/people", "0.01"),
        ("件/万人", "count/people", "0.0001"),
        ("吨标准煤/万元", "coal-equivalent/money", "0.1"),
        ("微克/立方米", "mass/volume", "1e-9"),
        ("1/10万", "ratio", "1e-5"),
        ("/10万", "ratio", "1e-5"),
        ("‰", "ratio", "0.001"),
        ("万", "", "1e4"),
        ("万人次", "visits", "1e4"),
    ],
)
def test_units_have_dimension_and_factor(words: str, dimension: str, factor: str) -> None:
    unit = UNITS.parse(words)
    assert unit is not None
    assert unit.dimension == dimension
    assert unit.factor == Decimal(factor)


@pytest.mark.parametrize("words", ["", "含电信", "预期性", "亿元人", "//"])
def test_other_words_are_no_unit(words: str) -> None:
    assert UNITS.parse(words) is None


def test_a_unit_ends_where_a_latin_word_goes_on() -> None:
    assert UNITS.match("5Mbps", 1)[0] == UNITS.parse("Mbps")
    assert UNITS.match("5MySQL", 1) == (None, 1)
