"""How a goal stands to that of the plan above: what may be compared, and which way is better."""

import pytest

from linter.across.run import held
from linter.across.territories import territory
from linter.across.upper import Uppers
from linter.catalogue.load import builtin_rules
from linter.plan.lexicon import builtin_lexicon
from linter.plan.plan import Plan
from linter.settings.effective import Settings
from tests.helpers import draft

RULES = tuple(rule for rule in builtin_rules() if rule.compares == "align")
PROVINCE, CITY = "岚川省“十四五”规划", "云桐市“十四五”规划"


def plan_text(title: str, rows: str, text: str = "") -> str:
    table = "| 指标 | 单位 | 2020年 | 2025年 | 属性 |\n| --- | --- | --- | --- | --- |\n"
    listed = "\n".join(f"| {row} |" for row in rows.split("\n") if row)
    return f"# {title}\n\n一、发展目标\n\n{text}\n\n" + (f"{table}{listed}\n" if listed else "")


def verdicts(above: str, here: str) -> list[tuple[str, bool]]:
    upper, local = (Plan(draft(text), builtin_lexicon()) for text in (above, here))
    return [(one.verdict.value, one.gains) for one in Uppers(local, [upper]).above[0].aligned]


def findings(above: str, here: str) -> list[tuple[str, str, str]]:
    report = held("align", draft(here), draft(above), Settings(RULES))
    return [(d.rule, d.severity.value, d.span.quote) for d in report.diagnostics]


# The verdict, and name, unit, base and goal of the row above and of the local one: shares in other
# words, cuts (more is better), ranges, sums over years, totals and money of another territory.
ROWS = """
same: 单位GDP能耗降低 % — 〔13.5〕 / 单位地区生产总值能源消耗下降 % — 13.5
same: 常住人口城镇化率 % 60 65—70 / 常住人口城镇化率 % 60 66
same: 互联网普及率 % 60 80左右 / 互联网普及率 % 70 79
weaker: 万元GDP用水量下降 % — 16 / 万元GDP用水量下降 % — 15
stricter: 万元GDP用水量下降 % — 16 / 万元GDP用水量下降 % — 17
weaker: PM2.5浓度下降 % — 10 / 细颗粒物（PM2.5）浓度下降 % — 8
stricter: 空气质量优良天数比率 % 90 92 / 空气质量优良天数比率 % 91 92—95
weaker: 空气质量优良天数比率 % 90 92 / 空气质量优良天数比率 % 91 90—93
other-span: 研发经费投入增长 % — 7 / 研发经费投入增长 % — 〔40〕
other-span: 研发经费投入增长 % — 40 / 研发经费投入年均增长 % — 7
total: 地区生产总值 亿元 30000 45000 / 地区生产总值 亿元 300 450
total: 居民人均可支配收入 元 30000 42000 / 居民人均可支配收入 元 22000 31000
total: 全员劳动生产率 万元/人 12 16 / 全员劳动生产率 万元/人 9 13
total: 营商环境排名 位 10 5 / 营商环境排名 位 20 10
total: 高新技术产值占全省比重 % 10 12 / 高新技术产值占全省比重 % 1 1.2
"""


@pytest.mark.parametrize("line", ROWS.strip().split("\n"))
def test_a_measure_has_its_verdict(line: str) -> None:
    verdict, _, rows = line.partition(": ")
    above, here = (" | ".join((*row.split(), "预期性")) for row in rows.split(" / "))
    found = verdicts(plan_text(PROVINCE, above), plan_text(CITY, here))
    assert [v for v, _ in found] == [verdict]


def test_a_part_of_a_cut_is_a_cut() -> None:
    rows = "主要污染物排放减少 |  |  |  | 约束性\n其中：化学需氧量 | % | — | {} | 约束性"
    above, here = (rows.format(value) for value in ("8", "7.5"))
    found = verdicts(plan_text(PROVINCE, above), plan_text(CITY, here))
    assert found[-1] == ("weaker", False)


@pytest.mark.parametrize(
    ("here", "severity"),
    [
        ("湿地保护率 | % | 52 | 54 | 约束性", "error"),
        ("湿地保护率 | % | 40 | 54 | 约束性", "error"),  # from far below, and more is gained
        ("湿地保护率 | % | 49 | 50 | 约束性", "error"),
        ("湿地保护率 | % | — | 54 | 约束性", "error"),
    ],
)
def test_a_binding_goal_that_is_not_met(here: str, severity: str) -> None:
    above = plan_text(PROVINCE, "湿地保护率 | % | 50 | 55 | 约束性")
    assert [(r, s) for r, s, _ in findings(above, plan_text(CITY, here))] == [("ALN001", severity)]


def test_an_expected_goal_that_is_not_met_is_a_warning() -> None:
    above = plan_text(PROVINCE, "湿地保护率 | % | 50 | 55 | 预期性")
    here = plan_text(CITY, "湿地保护率 | % | 50 | 54 | 预期性")
    assert findings(above, here) == [("ALN001", "warning", "54")]


@pytest.mark.parametrize("title", ["云桐市安平县“十四五”规划", "云桐市江东区“十四五”规划"])
def test_a_county_is_another_territory_than_its_city(title: str) -> None:
    above = plan_text(CITY, "粮食产量 | 万吨 | 300 | 310 | 约束性")
    here = plan_text(title, "粮食产量 | 万吨 | 30 | 31 | 约束性")
    assert findings(above, here) == []
    assert verdicts(above, here) == [("total", False)]


def test_totals_of_one_territory_are_compared() -> None:
    above = plan_text(
        "云桐市国民经济和社会发展“十四五”规划", "粮食产量 | 万吨 | 120 | 130 | 约束性"
    )
    here = plan_text("云桐市“十四五”农业规划", "粮食产量 | 万吨 | 119 | 125 | 约束性")
    assert findings(above, here) == [("ALN002", "warning", "119"), ("ALN001", "error", "125")]


ABOVE = plan_text(PROVINCE, "水土保持率 | % | 71.6 | 73.5 | 约束性")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("到2025年，全省水土保持率达到73.5%，我市水土保持率达到74%。", []),
        ("到2025年，我市水土保持率达到70%，全省达到73.5%。", [("ALN001", "error", "70%")]),
        ("2020年，全省水土保持率为68.6%，我市水土保持率为62%。", [("ALN002", "warning", "68.6%")]),
        ("2020年，全国水土保持率为68.6%，我市水土保持率为62%。", []),
    ],
)  # fmt: skip
def test_what_the_text_says_of_the_territory_above(text: str, found: object) -> None:
    told = findings(ABOVE, plan_text(CITY, "", text))
    assert [d for d in told if d[0] != "ALN004"] == found


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("中华人民共和国国民经济和社会发展第十四个五年规划纲要", "全国"),
        ("国家“十四五”信息化规划", "全国"),
        ("云桐市安平县“十四五”规划", "云桐市安平县"),
        ("“十四五”信息化规划", None),
    ],
)
def test_the_territory_of_a_plan(title: str, name: str | None) -> None:
    found = Plan(draft(f"# {title}\n\n一、总体要求\n\n坚持节水优先。\n"), builtin_lexicon()).get(
        territory
    )
    assert (found.name if found else None) == name
