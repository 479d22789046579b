"""Whether two quantities can be the same value."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.document.nodes import TextNode
from linter.plan.lexicon import builtin_lexicon
from linter.subjects.quantities.agreement import Verdict, compare
from linter.subjects.quantities.quantities import Quantity, quantities
from linter.subjects.quantities.units import units_of

UNITS = units_of(builtin_lexicon())


def one(text: str) -> Quantity:
    return next(quantities(TextNode(text), UNITS))


@pytest.mark.parametrize(
    ("table", "body", "verdict"),
    [
        ("13000亿元", "1.3万亿元", Verdict.AGREE),
        ("3464Gbps", "3463.7Gbps", Verdict.AGREE),
        ("1000亿元", "超过1000亿元", Verdict.AGREE),
        ("1000亿元", "突破千亿元", Verdict.AGREE),
        ("1080亿元", "突破千亿元", Verdict.AGREE),
        (">50%", "50%以上", Verdict.AGREE),
        (">50%", "达到60%", Verdict.AGREE),
        ("26000Gbps", "力争达26000Gbps以上", Verdict.AGREE),
        ("4272万", "4272万人", Verdict.AGREE),
        ("75.7部/百人", "75.7%", Verdict.AGREE),
        ("15平方米/人", "15平方米", Verdict.AGREE),
        ("200TB", "200TB", Verdict.AGREE),
        ("1PB", "1024TB", Verdict.AGREE),
        ("7.5张", "7.5张左右", Verdict.AGREE),
        ("10000亿元", "9000亿元", Verdict.CONTRADICT),
        ("90%", "超过95%", Verdict.CONTRADICT),
        (">50%", "达到40%", Verdict.CONTRADICT),
        ("≤5%", "达到6%", Verdict.CONTRADICT),
        ("1000亿元", "超过500亿元", Verdict.WEAKER),
        ("5.5%", "控制在7%以内", Verdict.WEAKER),
        ("3.5万亿元", "3万亿元", Verdict.ROUNDED),
        ("3.5万亿元", "3.5亿元", Verdict.SHIFTED),
        ("40Tbps", "40Gbps", Verdict.SHIFTED),
        ("5.4‰", "5.4%", Verdict.SHIFTED),
        ("65%", "6.5%", Verdict.TENFOLD),
        ("168亿元", "16.8亿元", Verdict.TENFOLD),
        ("30座", "3座", Verdict.CONTRADICT),
        ("50亿元", "50亿美元", Verdict.OTHER_DIMENSION),
        ("50公里", "30座", Verdict.INCOMPARABLE),
        ("60%", "60%—70%", Verdict.INCOMPARABLE),
    ],
)
def test_a_statement_against_the_table(table: str, body: str, verdict: Verdict) -> None:
    assert compare(one(table), one(body)) is verdict


@given(
    value=st.decimals(min_value="0.1", max_value=10**6, places=1),
    units=st.sampled_from([("万户", "户"), ("万亿元", "亿元"), ("Tbps", "Gbps"), ("%", "%")]),
)
def test_a_value_agrees_with_itself_in_every_unit_and_as_a_bound(
    value: object, units: tuple[str, str]
) -> None:
    quantity = one(f"{value}{units[0]}")
    small = UNITS.parse(units[1])
    assert small is not None
    restated = one(f"{quantity.value * quantity.factor / small.factor:f}{units[1]}以上")
    assert compare(quantity, quantity) is Verdict.AGREE
    assert compare(quantity, restated) is Verdict.AGREE
