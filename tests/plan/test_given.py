"""What the configuration says of a plan reaches its facts and the rules that use them."""

import datetime

from linter.catalogue.load import builtin_rules
from linter.plan.given import Given
from linter.plan.lexicon import builtin_lexicon
from linter.plan.plan import Plan
from linter.subjects.indicators.indicators import indicators
from linter.subjects.offices.unit_names import unit_names
from linter.subjects.times.periods import month, period
from tests.helpers import draft, reported


def plan(source: str, given: Given) -> Plan:
    return Plan(draft(source), builtin_lexicon(), given)


def given_report(source: str, given: Given, rule: str) -> list[tuple[str, int]]:
    """What a rule reports: the quote and how many other places it shows."""
    chosen = [r for r in builtin_rules() if r.id == rule]
    report = reported(draft(source), chosen, given=given)
    assert report.error is None, report.error
    return [(d.span.quote, len(d.related)) for d in report.diagnostics]


TABLE = """# 某市规划

| 指标 | 单位 | 基期值 | 目标值 |
| --- | --- | --- | --- |
| 灌溉面积 | 万亩 | 100 | 120 |
"""


def test_the_period_dates_the_columns_and_the_goals() -> None:
    given = Given(period=(2021, 2025))
    (indicator,) = plan(TABLE, given).get(indicators)
    assert [value.year for value in indicator.values] == [2020, 2025]
    goal = "# 某市规划\n\n一、目标\n\n到2028年，灌溉面积达到120万亩。\n"
    assert given_report(goal, Given(), "NUM011") == []
    assert given_report(goal, given, "NUM011") == [("到2028年", 0)]


def test_the_base_year_may_be_another() -> None:
    given = Given(period=(2021, 2025), base_year=2019)
    (indicator,) = plan(TABLE, given).get(indicators)
    assert [value.year for value in indicator.values] == [2019, 2025]


def test_given_years_go_before_those_of_the_draft() -> None:
    titled = TABLE.replace("某市规划", "某市规划（2016—2020年）")
    years = plan(titled, Given(period=(2021, 2025))).get(period)
    assert years is not None
    assert (years.start, years.end) == (2021, 2025)


def test_the_day_of_issue() -> None:
    source = "一、任务\n\n落实《意见》（国办发〔2022〕5号）要求，推进改造。\n"
    given = Given(issued=datetime.date(2021, 3, 1))
    assert given_report(source, Given(), "REF007") == []
    (found,) = given_report(source, given, "REF007")
    assert "2022" in found[0]
    assert plan(source, given).get(month) == "2021-03"


def test_unit_aliases_are_one_unit() -> None:
    source = (
        "一、任务\n\n1.推进改造。（省财政厅、省数据中心负责）\n\n"
        "2.加强管护。（省大数据中心、省数据中心负责）\n"
    )
    given = Given(unit_aliases={"省数据中心": "省大数据中心"})
    assert given_report(source, Given(), "TSK003") == []
    assert given_report(source, given, "TSK003") == [("省数据中心", 1)]
    assert list(plan(source, given).get(unit_names).namings) == ["省财政厅", "省大数据中心"]


def test_the_province_is_the_tier_in_front_of_its_organs() -> None:
    source = "一、任务\n\n1.推进改造。（四川省财政厅、省教育厅、省财政厅负责）\n"
    assert given_report(source, Given(), "TSK003") == []
    assert given_report(source, Given(province="四川省"), "TSK003") == [("省财政厅", 1)]
