"""Arithmetic of tables: subtotals, weights, shares."""

import pytest

from tests.helpers import diagnose


def found(rows: str) -> list[tuple[str, str]]:
    """Rule and quote of what is found in a table; `_` is an empty cell."""
    lines = [[c.replace("_", "") for c in row.split()] for row in rows.strip().splitlines()]
    lines.insert(1, ["---"] * len(lines[0]))
    table = "\n".join(f"| {' | '.join(line)} |" for line in lines)
    source = f"# 某县方案（2024—2026年）\n\n一、任务\n\n{table}\n"
    return [(d.rule, d.span.quote) for d in diagnose(source, "NUM018", "IND006")]


BELOW = """序号 项目 投资（万元）
1 冷库 100
2 冷藏车 200
_ 小计 {}
3 泵站 400
4 渠道 100
_ 小计 500
_ 合计 {}"""
ABOVE = """序号 项目 投资（万元）
一 冷链类 {}
1 冷库 100
2 冷藏车 200
二 水利类 500
1 泵站 400
2 渠道 100
三 其他类 30
1 育苗 10
2 培训 20
_ 合计 {}"""
SHARES = """产业 产值（亿元） 占比（%）
粮食 40 40
蔬菜 35 35
水果 25 {}
合计 100 {}"""


@pytest.mark.parametrize(
    ("table", "wrong"),
    [
        (BELOW.format(300, 800), []),
        (BELOW.format(350, 850), ["350"]),
        (BELOW.format(300, 900), ["900"]),
        (ABOVE.format(300, 830), []),
        (ABOVE.format(350, 880), ["350"]),
    ],
)
def test_subtotals_stand_below_or_above_their_rows(table: str, wrong: list[str]) -> None:
    assert found(table) == [("IND006", quote) for quote in wrong]


@pytest.mark.parametrize(
    ("table", "wrong"),
    [
        (SHARES.format(25, 100), []),
        (SHARES.format("24.6", 100), []),
        (SHARES.format(35, 100), ["100"]),
        (SHARES.format(25, 110), ["110"]),
        ("产业 占比\n粮食 40%\n蔬菜 35%\n水果 20%", []),
        ("产业 占比\n粮食 40%\n蔬菜 35%\n水果 35%", ["35%"]),
        ("指标 权重\n冷库 0.3\n大棚 0.3\n渠道 0.3", ["0.3"]),
        ("指标 权重\n冷库 0.3\n大棚 0.3\n渠道 0.4", []),
        ("内容 分值\n组织 20\n任务 50\n群众 20", ["20"]),
        ("内容 分值\n组织 20\n任务 50\n群众 30\n加分项 10", []),
        ("乡镇 得分\n甲镇 90\n乙镇 95\n丙镇 92", []),
    ],
)
def test_shares_weights_and_scores_make_a_hundred(table: str, wrong: list[str]) -> None:
    assert found(table) == [("NUM018", quote) for quote in wrong]


def test_a_layer_of_headings_is_no_part_of_the_total() -> None:
    table = "序号 项目 占地（亩）\n一 冷链 _\n1 冷库 10\n2 车库 20\n_ 合计 30"
    assert found(table) == []


GOALS = """# 某市设施农业方案（2024—2026年）

一、主要目标

到2026年，设施农业面积达到25万亩，比2023年增加{}；设施农业产值比2023年增长{}。

| 指标 | 单位 | 2023年 | 2026年 |
| --- | --- | --- | --- |
| 设施农业面积 | 万亩 | 18 | 25 |
| 设施农业产值 | 亿元 | 20 | 30 |
"""


@pytest.mark.parametrize(
    ("area", "growth", "wrong"),
    [
        ("7万亩", "50%", []),
        ("6万亩", "50%", ["6万亩"]),
        ("7万亩", "60%", ["60%"]),
        ("7万亩", "50%以上", []),
    ],
)
def test_a_change_since_a_year_of_the_table(area: str, growth: str, wrong: list[str]) -> None:
    source = GOALS.format(area, growth)
    assert [d.span.quote for d in diagnose(source, "NUM014")] == wrong
