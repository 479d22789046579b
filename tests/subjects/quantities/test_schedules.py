"""Schedules: works year by year with their totals, and what the text pledges of them."""

import pytest

from linter.plan.lexicon import builtin_lexicon
from linter.plan.plan import Plan
from linter.subjects.quantities.schedules import Row, schedules
from linter.subjects.works.check_schedules import Pledge, pledges
from tests.helpers import draft

HEAD = "| 序号 | 任务名称 | 单位 | 2026年 | 2027年 | 2028年 | {total} |\n" + "|---" * 7 + "|\n"
WORKS = "| 1 | 危桥改造 | 座 | 6 | 6 | 5 | 17 |\n| 2 | 新建停靠站 | 个 | 40 | 40 | 40 | 120 |\n"


def plan(table: str, text: str = "") -> Plan:
    source = f"# 某县公路三年行动方案（2026—2028年）\n\n{text}\n\n附件1\n\n{table}"
    return Plan(draft(source), builtin_lexicon())


def row(cells: str) -> Row:
    (schedule,) = plan(HEAD.format(total="三年合计") + f"| 1 | {cells} |\n").get(schedules)
    return schedule.rows[0]


def pledged(text: str) -> list[Pledge]:
    return list(plan(HEAD.format(total="合计") + WORKS, text).get(pledges))


@pytest.mark.parametrize(
    "total", ["三年合计", "合计", "累计", "小计", "2026—2028年合计", "三年累计目标"]
)
def test_many_words_for_the_total(total: str) -> None:
    (schedule,) = plan(HEAD.format(total=total) + WORKS).get(schedules)
    assert schedule.complete
    assert [r.total.value for r in schedule.rows] == [17, 120]


def test_a_header_of_two_rows() -> None:
    table = (
        "| 任务 | 单位 | 年度任务 | | | 合计 |\n|---|---|---|---|---|---|\n"
        "| | | 2026年 | 2027年 | 2028年 | |\n| 危桥改造 | 座 | 6 | 6 | 5 | 18 |\n"
    )
    (schedule,) = plan(table).get(schedules)
    assert (schedule.rows[0].sum, schedule.rows[0].holds) == (17, False)


@pytest.mark.parametrize(
    ("cells", "is_sum"),
    [
        ("危桥改造 | 座 | 6 | 6 | 5 | 18", True),
        ("公路总里程 | 公里 | 100 | 110 | 120 | 130", False),
        ("停靠站 | 个 | 40 | 80 | 120 | 120", False),
        ("列养率 | % | 97 | 98 | 99 | 98", False),
        ("危桥改造 | 座 | / | / | 5 | 8", False),
    ],
)
def test_what_may_be_a_sum(cells: str, is_sum: bool) -> None:
    assert row(cells).is_sum is is_sum


def test_what_other_columns_carry_into_the_total() -> None:
    head = (
        "| 项目 | 2025年底前完成 | 2026年 | 2027年 | 2028年 | 合计 |\n|---|---|---|---|---|---|\n"
    )
    (schedule,) = plan(head + "| 东线 | 20 | 30 | 30 | 20 | 100 |\n").get(schedules)
    assert schedule.rows[0].holds


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("到2028年底，改造危桥18座。", None),
        ("2028年底前，全面完成18座危桥改造。", None),
        ("三年累计改造危桥18座。", None),
        ("二、工作目标\n\n改造危桥18座。", None),
        ("2027年，改造危桥7座。", 2027),
        ("二、目标\n\n到2028年改造危桥17座。其中，2026年改造危桥7座。", 2026),
    ],
)
def test_a_pledge(text: str, year: int | None) -> None:
    assert (pledged(text)[-1].row.name, pledged(text)[-1].year) == ("危桥改造", year)


@pytest.mark.parametrize(
    "text",
    [
        "改造危桥3座。",
        "到2027年，改造危桥12座。",
        "每年改造危桥6座。",
        "东山镇三年改造危桥2座。",
        "首批改造危桥3座。",
        "三年来，改造危桥30座。",
        "全县已有计划，全县有序推进。到2028年，全省改造危桥900座。",
        "到2028年，新建桥梁18座。",
        "2027年6月底前，改造危桥3座。",
        "到2028年，改造危桥约18座。",
    ],
)
def test_no_pledge(text: str) -> None:
    assert pledged(text) == []


def test_the_years_of_a_pledge_and_a_part_of_its_object() -> None:
    found = pledged("三年改造危桥17座，其中2026年7座。到2028年，改造农村危桥18座。")
    assert [(p.year, p.narrower) for p in found] == [(None, False), (2026, False), (None, True)]
