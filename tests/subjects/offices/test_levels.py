"""TSK015–TSK017: the level of units, the counties of the draft, the marks of lists."""

import pytest

from tests.helpers import quotes

CITY = """# 临江市冷链物流行动计划

一、任务

1.改造冷库。（市农业农村局牵头，市财政局配合）

2.建设平台。（{units}）

3.培训人员。（市人力资源社会保障局负责）
"""


@pytest.mark.parametrize(
    ("units", "expected"),
    [
        ("县商务局牵头，市供销社配合", ["县商务局"]),
        ("区教育局牵头，市供销社配合", ["区教育局"]),
        ("市商务厅牵头，市供销社配合", ["市商务厅"]),
        ("市商务局牵头，各县商务局配合", []),
        ("市、县财政局负责", []),
        ("市政府办公厅、省电力公司、市税务局负责", []),
        ("市生态环境局东山县分局负责", []),
    ],
)
def test_units_of_another_level(units: str, expected: list[str]) -> None:
    assert quotes(CITY.format(units=units), "TSK015") == expected


def test_a_county_has_county_units() -> None:
    text = CITY.replace("临江市", "临江市东山县").replace("（市", "（县").replace("，市", "，县")
    assert quotes(text.format(units="县商务局、市气象局负责"), "TSK015") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("各县（市、区）落实，各县（市、区）督查，各县（市）区报送。", ["县（市）区"]),
        ("各县（市、区）、市直各部门落实，各县、市财政局拨付。", []),
        ("各区落实，各县落实，各县（市、区）落实。", []),
        ("全市12个县（市、区）参加，全市11个县（市、区）全部建成。", ["11个县（市、区）"]),
        ("全市12个县（市、区）参加，全市11个县（市、区）已建成。", []),
        ("全省88个县（市、区）参加，全省21个市（州）参加。", []),
        ("在东山县、西河县和南湖县四县设站。", ["四县"]),
        ("在东山县、西河县和南湖县三县设站，在东山县、西河县等四县试点。", []),
    ],
)
def test_counties(text: str, expected: list[str]) -> None:
    assert quotes(text, "TSK016") == expected


@pytest.mark.parametrize(
    ("units", "expected"),
    [
        ("市水利局、", ["市水利局、"]),
        ("市水利局、市财政局，", ["市财政局，"]),
        ("市水利局、市财政局、等", ["市财政局、"]),
        ("市水利局、市财政局等", []),
        ("市水利局、市教育局、市财政局，市民政局、市商务局", ["，"]),
        ("市水利局，市财政局、市民政局、市商务局、市教育局", []),
        ("市水利局、市财政局、市民政局，各县（市、区）人民政府", []),
    ],
)
def test_marks_of_lists(units: str, expected: list[str]) -> None:
    assert quotes(f"1.改造渠道。（责任单位：{units}）\n", "TSK017") == expected
