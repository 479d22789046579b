"""NUM012 and NUM013."""

import pytest

from tests.helpers import quotes


@pytest.mark.parametrize(
    "words", ["2021年2月29日", "4月31日", "2020年0月", "6月32日", "十一月三十一日"]
)
def test_days_that_do_not_exist(words: str) -> None:
    assert quotes(f"一、安排\n\n{words}前完成，2020年2月29日验收。\n", "NUM012") == [words]


@pytest.mark.parametrize(
    "sentence",
    [
        "历时13月完成。",
        "2018年1—12月，每月31日前。",
        "农历四月三十一日。",
        "见2019.13月刊，3.15月报。",
    ],
)
def test_what_is_no_date(sentence: str) -> None:
    assert quotes(f"一、安排\n\n{sentence}\n", "NUM012") == []


def test_an_approval_and_a_printing_are_no_second_day_of_issue() -> None:
    source = (
        "江州市节水规划\n\n（2018年1月4日）\n\n（2017年12月20日市人大常委会批准）\n\n一、要求\n\n"
        "推进节水。\n\n江州市政府办公室 2018年1月8日印发\n"
    )
    assert quotes(source, "NUM013") == []


NOTICE = (
    "某市政府办公室关于{0}江州市节水方案的通知\n\n各县：\n\n市水利局制订的方案已经同意，现{0}给你们。\n\n"
    "某市政府办公室\n\n2021年5月23日\n\n江州市节水方案\n\n一、要求\n\n推进节水。\n\n{1}\n\n2021年5月17日\n"
)


def test_a_plan_that_is_forwarded_has_a_date_of_its_own() -> None:
    assert quotes(NOTICE.format("转发", "市水利局"), "NUM013") == []
    own = NOTICE.format("印发", "某市政府办公室")
    assert quotes(own, "NUM013") == ["2021年5月17日"]
