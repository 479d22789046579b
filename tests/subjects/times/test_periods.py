"""The plan's own years: title before cover before body."""

import pytest

from linter.subjects.times.periods import five_years, period_of
from tests.helpers import draft


@pytest.mark.parametrize(
    ("title", "years"),
    [
        ("江州省“十三五”水利发展规划", (2016, 2020)),
        ("江州省水利发展“十二五”规划", (2011, 2015)),
        ("江州市国民经济和社会发展第十四个五年规划和2035年远景目标纲要", (2021, 2025)),
        ("江州市节水规划纲要（2014-2020年）", (2014, 2020)),
        ("江州市“十四五”节水三年行动计划（2021－2023年）", (2021, 2023)),
        ("江州市节水三年行动计划(2021年—2023年)", (2021, 2023)),
        ("2023年江州市金融服务行动方案", (2023, 2023)),
        ("江州市2024年度节水工作方案", (2024, 2024)),
    ],
)
def test_the_title_states_the_years(title: str, years: tuple[int, int]) -> None:
    found = period_of(draft(f"{title}\n\n一、总体要求\n\n到2050年实现愿景。\n"))
    assert found is not None
    assert (found.start, found.end) == years
    assert found.base == years[0] - 1


@pytest.mark.parametrize(
    "title",
    [
        "面向2035年的江州省科技规划",
        "江州省2030年前碳达峰行动方案",
        "江州省促进大数据发展工作方案",
        "江州市落实《中国制造2025》实施意见",
        "江州市十五项节水措施",
    ],
)
def test_no_years_no_period(title: str) -> None:
    assert period_of(draft(f"{title}\n\n一、总体要求\n\n到2020年建成。\n")) is None


def test_a_title_on_two_lines() -> None:
    found = period_of(
        draft("江州市国民经济和社会信息化\n\n“十二五”规划\n\n一、回顾\n\n“十一五”期间。\n")
    )
    assert found is not None
    assert found.span.quote == "“十二五”"
    assert (found.start, found.end) == (2011, 2015)


def test_the_cover_and_the_body_are_second_and_third() -> None:
    cover = (
        "江州市政府关于印发江州市“十三五”节水规划的通知\n\n现将规划印发给你们。\n\n江州市节水规划\n"
    )
    found = period_of(draft(cover + "\n一、总体要求\n\n规划期为2017—2021年。\n"))
    assert found is not None
    assert found.end == 2020
    found = period_of(draft("江州市节水规划\n\n一、总体要求\n\n本规划期限为2017—2021年。\n"))
    assert found is not None
    assert (found.start, found.end) == (2017, 2021)


def test_five_year_plans_by_ordinal() -> None:
    assert five_years("九") == (1996, 2000)
    assert five_years("十") == (2001, 2005)
    assert five_years("十三") == (2016, 2020)
    assert five_years("三") is None
