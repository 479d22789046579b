"""Works: the amounts that a plan sets out to build, without any limit."""

import pytest

from linter.catalogue.severity import Severity
from linter.plan.lexicon import builtin_lexicon
from linter.plan.plan import Plan
from linter.subjects.works.works import Setting, Work, works
from tests.helpers import diagnose, draft


def read(text: str) -> list[Work]:
    source = f"# 某市“十四五”养老规划（2021—2025年）\n\n{text}\n"
    return list(Plan(draft(source), builtin_lexicon()).get(works))


@pytest.mark.parametrize(
    "text",
    [
        "新建、改扩建社区食堂80个，完善服务。",
        "到2025年，新改扩建社区食堂80个。",
        "计划新建和改扩建80个社区食堂。",
        "五年累计新建改扩建社区食堂80个。",
    ],
)
def test_one_work_in_many_words(text: str) -> None:
    work = read(text)[0]
    assert (work.deeds, work.object, work.quantity.value) == ({"新建", "改扩建"}, "社区食堂", 80)


@pytest.mark.parametrize(
    "text",
    [
        "每年新建社区食堂80个。",
        "其中新建社区食堂80个。",
        "东山区新建社区食堂80个。",
        "首批建成社区食堂80个。",
        "新建社区食堂等项目80个。",
        "新建社区食堂约80个。",
        "新建社区食堂80—90个。",
        "五年来，新建社区食堂80个。",
        "建设示范基地80个。",
        "打造全国领先的80个社区食堂品牌集群。",
        "一、发展基础\n\n新建社区食堂80个。",
    ],
)
def test_what_is_limited_vague_or_done_is_left_out(text: str) -> None:
    assert read(text) == []


def test_the_parts_of_a_plan() -> None:
    text = (
        "一、发展目标\n\n新建社区食堂80个。\n\n二、任务\n\n新建社区食堂80个。\n\n"
        "> **专栏1 工程**\n>\n> 新建社区食堂80个。\n\n"
        "| 任务 | 时限 |\n|---|---|\n"
        "| 新建社区食堂80个 | 2021—2025年 |\n| 新建社区食堂60个 | 2023年 |\n"
    )
    assert [work.part for work in read(text)] == [
        Setting.GOAL,
        Setting.BODY,
        Setting.BOX,
        Setting.TABLE,
    ]


TOLD = (
    "# 某市“十四五”养老规划（2021—2025年）\n\n## 一、主要任务\n\n（一）设施。{}\n\n（二）服务。{}\n"
)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("三年新建社区食堂80个。", "三年新建社区食堂90个。"),
        ("到2025年，改造泵站12座。", "到2025年，全市改造泵站15座。"),
        ("五年培训护理员3000人。", "到2025年，培训护理员5000人。"),
    ],
)
def test_a_work_of_the_whole_plan_told_twice(first: str, second: str) -> None:
    (found,) = diagnose(TOLD.format(first, second), "IND003")
    assert found.severity is Severity.WARNING


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("新建社区食堂80个。", "新建社区食堂90个。"),
        ("到2025年，新增社区食堂80个。", "到2025年，新增社区食堂90个。"),
        ("培训护理员3000人。", "培训护理员5000人。"),
        ("到2025年，改造泵站12座。", "到2024年，改造泵站8座。"),
    ],
)
def test_parts_of_a_work_may_differ(first: str, second: str) -> None:
    assert diagnose(TOLD.format(first, second), "IND003") == []
