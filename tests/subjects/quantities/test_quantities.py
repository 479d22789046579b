"""Quantities: numbers with unit and bound; what only looks like one."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.document.nodes import TextNode
from linter.plan.lexicon import builtin_lexicon
from linter.subjects.quantities.quantities import Comparator, Quantity, quantities
from linter.subjects.quantities.units import units_of
from linter.text.folding import fold

UNITS = units_of(builtin_lexicon())


def read(text: str) -> list[Quantity]:
    return list(quantities(TextNode(text), UNITS))


@pytest.mark.parametrize(
    ("text", "value", "unit", "comparator"),
    [
        ("达到13000亿元。", "13000", "亿元", "="),
        ("达 40 太比特每秒（Tbps）以上，", "40", "太比特每秒", "≥"),
        ("不低于95%", "95", "%", "≥"),
        ("突破1.5万亿元", "1.5", "万亿元", ">"),
        ("控制在5.5%以内", "5.5", "%", "≤"),
        ("控制在5.5%左右", "5.5", "%", "≈"),
        ("专业人员达25万余人", "25", "万人", ">"),
        ("120余个", "120", "个", ">"),
        ("约1000家", "1000", "家", "≈"),
        ("节约5000吨", "5000", "吨", "="),
        ("１３，０００亿元", "13000", "亿元", "="),
        ("为80.9部/百人；", "80.9", "部/百人", "="),
        ("降到12.1/10万", "12.1", "/10万", "="),
        ("PM2.5浓度下降到30μg/m3", "30", "μg/m3", "="),
        ("百分之六十", "60", "%", "="),
        ("指数达到90以上", "90", None, "≥"),
        ("提高5个百分点", "5", "个百分点", "="),
    ],
)
def test_reads_value_unit_and_bound(
    text: str, value: str, unit: str | None, comparator: str
) -> None:
    (found,) = read(text)
    assert found.value == Decimal(value)
    assert (found.unit.words if found.unit else None) == unit
    assert found.comparator == Comparator(comparator)


@pytest.mark.parametrize(
    "text",
    [
        "2025年",
        "2016—2020年",
        "“十四五”",
        "5G网络",
        "IPv6",
        "第11位",
        "10月5日",
        "4K电视",
        "3D打印",
    ],
)
def test_years_ordinals_and_models_are_no_quantities(text: str) -> None:
    assert read(text) == []


def test_orders_of_magnitude_in_characters_are_not_literal() -> None:
    (found,) = read("收入突破千亿元")
    assert found.value * found.factor == Decimal("1e11")
    assert not found.literal


def test_a_range_has_an_upper_end() -> None:
    (found,) = read("占比60%—70%")
    assert (found.value, found.upper) == (60, 70)


def test_the_span_quotes_number_unit_and_bound() -> None:
    text = "带宽达 40 太比特每秒（Tbps）以上，光纤"
    assert read(text)[0].words == "40 太比特每秒（Tbps）以上"


@given(
    number=st.decimals(min_value=0, max_value=10**7, places=2),
    unit=st.sampled_from(["亿元", "万户", "%", "Gbps", "件/万人", "万亿元", "微克/立方米"]),
    before=st.sampled_from(["达到", "为", "提高到", "超过", "不低于", "约"]),
)
def test_any_number_before_any_unit_is_read_whole(number: Decimal, unit: str, before: str) -> None:
    (found,) = read(f"指标{before}{number}{unit}，")
    assert found.value == number
    assert found.unit == UNITS.parse(unit)
    assert found.places == 2


@given(st.text(alphabet="0123456789.,%年万亿元到达—-（）/G人约", max_size=40))
def test_spans_stand_in_the_text_in_order(text: str) -> None:
    found = read(text)
    ends = [0]
    for quantity in found:
        assert ends[-1] <= quantity.span.start < quantity.span.end <= len(text)
        assert fold(quantity.span.quote)[0].isdigit() or not quantity.literal
        ends.append(quantity.span.end)
