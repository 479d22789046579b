"""NUM011: which plan years a goal is held against."""

import pytest

from tests.helpers import diagnose, quotes


def plan(title: str, *body: str, section: str = "发展目标") -> str:
    return "\n\n".join((title, f"一、{section}", *body)) + "\n"


@pytest.mark.parametrize("sentence", ["到2021年底，建成水网。", "力争到2026年前，建成水网。"])
def test_a_goal_beyond_the_period_names_the_period(sentence: str) -> None:
    (found,) = diagnose(plan("江州省“十三五”水利规划", sentence), "NUM011")
    assert "2016—2020年" in found.message
    assert found.related[0].span.quote == "“十三五”"


def test_an_annual_plan_may_set_later_goals() -> None:
    title = "江州市2023年水利工作方案"
    assert quotes(plan(title, "到2027年，建成水网。"), "NUM011") == []
    (found,) = diagnose(plan(title, "到2031年，建成水网。"), "NUM011")
    assert found.severity.value == "warning"


@pytest.mark.parametrize(
    ("section", "found"), [("发展目标", ["到2013年"]), ("发展回顾", []), ("目标完成情况", [])]
)
def test_years_before_the_period(section: str, found: list[str]) -> None:
    source = plan("江州省“十三五”水利规划", "到2013年，供水保证率达到90%。", section=section)
    assert quotes(source, "NUM011") == found


def test_a_draft_written_before_its_period_may_speak_of_the_base_year() -> None:
    title = "江州省“十四五”水利规划\n\n（2020年11月3日）"
    assert quotes(plan(title, "力争到2020年底，完成普查。"), "NUM011") == []


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("“十四五”时期（2021—2025年）", []),
        ("“十四五”规划（2021—2026年）", ["“十四五”规划（2021—2026年"]),
        ("第十二个五年规划（2010—2015年）", ["第十二个五年规划（2010—2015年"]),
        ("《江州省“十二五”规划（2011—2016年）》", []),
        ("“十四五”三年行动计划（2021—2023年）", []),
    ],
)
def test_five_year_plans_with_their_years(words: str, found: list[str]) -> None:
    source = plan("江州省水利规划", f"根据{words}安排水利工程。")
    assert quotes(source, "NUM011") == found


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("供水能力由2020年的3亿吨提高到2028年的4亿吨。", ["到2028年"]),
        ("供水能力由2020年的3亿吨提高到2025年的4亿吨。", []),
        ("供水能力由2015年的2亿吨提高到2020年的3亿吨。", []),
        ("用水总量从2020年的9亿吨下降到2030年的8亿吨。", []),
    ],
)
def test_the_later_of_two_years_is_a_goal_as_well(sentence: str, found: list[str]) -> None:
    assert quotes(plan("江州省“十四五”水利规划", sentence), "NUM011") == found


def test_only_a_five_year_plan_has_a_next_one_as_its_horizon() -> None:
    goal = "到2031年，建成水网。"
    assert quotes(plan("江州市水利三年行动计划（2024—2026年）", goal), "NUM011") == ["到2031年"]
    assert quotes(plan("江州市水利五年行动计划（2022—2026年）", goal), "NUM011") == []
