"""The day of issue."""

import datetime

import pytest

from linter.plan.lexicon import builtin_lexicon
from linter.plan.plan import Plan
from linter.subjects.times.dates import issue_date, issue_dates, issued
from linter.subjects.times.periods import month
from tests.helpers import draft

BODY = "江州市节水规划\n\n一、总体要求\n\n自2019年5月6日起施行。\n"
COVER = "关于印发节水规划的通知\n\n现将规划印发给你们。\n\n江州市政府\n\n2018年1月4日\n\n"


def plan(source: str) -> Plan:
    return Plan(draft(source), builtin_lexicon())


def test_the_signature_of_the_notice() -> None:
    date = plan(COVER + BODY).get(issue_date)
    assert date is not None
    assert date.day == datetime.date(2018, 1, 4)
    assert date.span.quote == "2018年1月4日"


def test_the_line_below_the_title_and_chinese_numerals() -> None:
    date = plan("江州市节水规划\n\n（二〇一八年十二月三日）\n\n一、总体要求\n\n到2020年。\n").get(
        issue_date
    )
    assert date is not None
    assert date.day == datetime.date(2018, 12, 3)


def test_the_signature_of_the_body_not_the_printing() -> None:
    found = plan(BODY + "\n江州市政府\n\n2018年1月4日\n\n江州市政府办公室 2018年1月5日印发\n")
    assert found.get(issue_date) is not None
    assert found.get(issue_date).day.day == 4


def test_a_day_that_does_not_exist_and_a_draft_without_a_date() -> None:
    assert (
        plan("江州市节水规划\n\n2018年2月30日\n\n一、要求\n\n到2020年。\n").get(issue_date) is None
    )
    assert plan(BODY).get(issue_date) is None


def test_the_dates_of_attachments_are_theirs() -> None:
    tail = "\n附件1\n\n江州市节水办法\n\n江州市水利局\n\n2015年3月2日\n"
    assert [d.day.year for d in plan(COVER + BODY + tail).get(issue_dates)] == [2018]


def test_an_approval_is_a_remark() -> None:
    found = plan("江州市节水规划\n\n（2018年1月4日市人大常委会批准）\n\n一、要求\n\n节水。\n")
    assert found.get(issue_date) is not None
    assert found.get(issue_date).remark == "市人大常委会批准"


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("# 某市节水规划\n\n一、任务\n\n修渠。\n\n某市水利局\n\n2019年5月6日\n", "2019-05"),
        ("# 某市“十四五”节水规划\n\n一、任务\n\n修渠。\n", "2020-12"),
        ("# 某市节水行动计划（2023—2025年）\n\n一、任务\n\n修渠。\n", "2022-12"),
        ("# 某市节水规划\n\n一、任务\n\n到2025年修渠。\n", None),
    ],
)
def test_the_issue_gives_the_month_of_a_draft_else_its_period(
    source: str, expected: str | None
) -> None:
    assert Plan(draft(source), builtin_lexicon()).get(month) == expected


@pytest.mark.parametrize(
    "line",
    [
        "（2024年5月20日印发）",
        "（某政办发〔2024〕19号，2024年5月20日印发）",
        "某政办发〔2024〕19号 2024年5月20日",
    ],
)
def test_a_note_below_the_title_is_the_day_of_issue(line: str) -> None:
    source = f"某市水网规划\n\n{line}\n\n一、要求\n\n推进治水。"
    assert plan(source).get(issued) == datetime.date(2024, 5, 20)
