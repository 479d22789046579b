"""NUM002 and NUM005."""

import pytest

from tests.helpers import diagnose, quotes


def test_a_value_in_a_table() -> None:
    source = "一、目标\n\n| 指标 | 2020年 | 备注 |\n| --- | --- | --- |\n| 园区 | 1O5 | O2O |\n"
    assert quotes(source, "NUM002") == ["1O5"]


@pytest.mark.parametrize(
    "sentence",
    [
        "建设指标I1、I2、O3，开展I级应急响应20次。",
        "推动O2O、C2C、B2B平台建设，开通12306服务。",
        "购置10l容器、30o角支架，采用IPv6协议。",
        "二〇二〇年投资100亿元，二零二五年建成。",
        "实施之一2018年完成，《l00%通光纤》另行发布，见http://a.cn/l0年。",
    ],
)
def test_words_and_numbers_that_are_right(sentence: str) -> None:
    assert quotes(f"一、目标\n\n{sentence}\n", "NUM002") == []


def test_the_fix_is_the_number_meant() -> None:
    found = diagnose("一、目标\n\n二零2O年起，l00％覆盖，二〇一O年建成。\n", "NUM002")
    assert [d.fix.replacement for d in found if d.fix] == ["2020", "100％", "二〇一〇"]


@pytest.mark.parametrize(
    "sentence",
    [
        "投资5000—3000万元调减。",
        "10—20分钟到达，2016—2020亿吨级港口1个。",
        "比重10%～20%，5-10个。",
    ],
)
def test_ranges_that_are_right(sentence: str) -> None:
    assert quotes(f"一、目标\n\n{sentence}\n", "NUM005") == []


def test_a_letter_in_the_denominator_is_one_as_well() -> None:
    assert quotes("孕产妇死亡率降至9.8/1O万。\n", "NUM002") == ["1O"]
    assert quotes("功能以B/2O为限，共3个。\n", "NUM002") == []
