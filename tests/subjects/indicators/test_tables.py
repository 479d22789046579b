"""IND013, IND014: what is said of tables, and the form of indicator tables."""

import pytest

from tests.helpers import diagnose, quotes

TABLE = """
| 序号 | 指标 | 单位 | 2023年 | 2026年 | 属性 |
| --- | --- | --- | --- | --- | --- |
| 1 | 灌溉面积 | 万亩 | 12 | 15 | 预期性 |
| 2 | 主要污染物减排 | % | — | — | 约束性 |
| 2.1 | 化学需氧量 | % | — | 8 | 约束性 |
| 2.2 | 氨氮 | % | — | 8 | 约束性 |
| 3 | 管网漏损率 | % | 12 | 9 | 约束性 |
"""


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("共设置3项指标，其中约束性指标2项、预期性指标1项。", []),
        ("共设置5项指标，其中约束性指标4项。", []),
        ("共设置6项指标。", ["6项指标"]),
        ("主要指标共7项（见下表）。", ["指标共7项"]),
        ("设置三项主要指标，包括3项约束性指标。", []),
        ("设置三项主要指标，包括1项约束性指标。", ["1项约束性"]),
        ("到2026年，6项指标居全省前列。", []),
        ("完成省下达的6项指标。", []),
        ("公共服务6项指标稳步提高。", []),
    ],
)
def test_counts_of_indicators(said: str, expected: list[str]) -> None:
    text = f"# 临江市节水行动计划（2024—2026年）\n\n一、发展目标\n\n{said}\n{TABLE}"
    assert quotes(text, "IND013") == expected


def test_a_table_that_goes_on_below_counts_as_one() -> None:
    more = "\n续表\n" + TABLE.replace("灌溉面积", "供水能力").replace("| 1 |", "| 4 |")
    text = f"# 临江市节水行动计划（2024—2026年）\n\n一、发展目标\n\n共10项指标。\n{TABLE}{more}"
    assert quotes(text, "IND013") == []


PROJECTS = """# 临江市节水行动计划（2024—2026年）

一、项目安排

{said}

附件

重点项目表

| 序号 | 项目名称 | 建设地点 | 总投资（万元） | 2025年投资（万元） |
| --- | --- | --- | --- | --- |
| 1 | 水库扩建 | 东山县 | 150 | 60 |
| 2 | 泵站改造 | 西河县 | 250 | 90 |
| | 合计 | | 400 | 150 |
"""


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("三年共实施项目2个，总投资400万元（见附件）。", []),
        ("三年共实施项目2个，总投资约0.04亿元（见附件）。", []),
        ("三年共实施项目3个（见附件）。", ["项目3个"]),
        ("本计划安排重点工程4项，总投资430万元，详见附件。", ["重点工程4项", "430万元"]),
        ("安排冷库项目1个（见附件）。", []),
        ("2025年安排项目1个，总投资90万元（见附件）。", []),
        ("新开工项目1个（见附件）。", []),
        ("实施项目5个。", []),
    ],
)
def test_counts_of_projects(said: str, expected: list[str]) -> None:
    assert quotes(PROJECTS.format(said=said), "IND013") == expected


def rows(*lines: str, years: str = "2023年 | 2024年 | 2025年 | 2026年") -> str:
    head = f"| 序号 | 指标 | 单位 | {years} |\n| --- | --- | --- |" + " --- |" * 4
    return "\n".join((head, *lines)) + "\n"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("| 1 | 宽带普及率 | % | 40 | 48 | 46 | 65 |", [("trend", "46")]),
        ("| 1 | 宽带普及率 | % | 40 | 48 | 48 | 65 |", []),
        ("| 1 | 宽带普及率 | % | 40 | 0.48 | 56 | 65 |", [("fraction", "0.48")]),
        ("| 1 | 宽带普及率 | % | 0.2 | 0.4 | 0.5 | 1.2 |", []),
        ("| 1 | 宽带普及率 | % | 40 | 48 | 56 | ≤65 |", [("bound", "≤65")]),
        ("| 1 | 管网漏损率 | % | 12 | 11 | 10 | ≥9 |", [("bound", "≥9")]),
        ("| 1 | 管网漏损率 | % | 12 | 11 | 10 | ≤9 |", []),
        ("| 1 | 用水总量 | 亿立方米 | 12 | 13 | 14 | ≤15 |", []),
        ("| 1 | 新建泵站 | 座 | 4 | 8 | 6 | 9 |", []),
        ("| 1 | 调蓄库容 | 万吨 | 5 | 6 | 7 | 9万吨 |", [("unit", "9万吨")]),
    ],
)
def test_values_beside_their_row(line: str, expected: list[tuple[str, str]]) -> None:
    text = rows(line, "| 2 | 村卫生室 | 个 | 20 | 22 | 24 | 26 |")
    assert [(d.variant, d.span.quote) for d in diagnose(text, "IND014")] == expected


@pytest.mark.parametrize(
    ("years", "expected"),
    [
        ("2023年 | 2024年 | 2026年 | 2025年", ["2025年"]),
        ("2023年 | 2024年 | 2024年 | 2026年", ["2024年"]),
        ("2026年 | 2025年 | 2024年 | 2023年", ["2025年"]),
        ("2023年 | 2024年 | 2025年 | 2026年", []),
    ],
)
def test_years_in_order(years: str, expected: list[str]) -> None:
    text = rows("| 1 | 村卫生室 | 个 | 20 | 22 | 24 | 26 |", years=years)
    assert quotes(text, "IND014") == expected


def test_one_name_in_two_places_is_two_indicators() -> None:
    text = (
        "| 类别 | 指标 | 单位 | 2023年 | 2026年 |\n| --- | --- | --- | --- | --- |\n"
        "| 城市 | 宽带普及率 | % | 40 | 65 |\n| 农村 | 宽带普及率 | % | 20 | 45 |\n"
    )
    assert quotes(text, "IND014") == []
    same = text.replace("农村", "城市")
    assert [(d.variant, d.severity.value) for d in diagnose(same, "IND014")] == [("twice", "error")]
