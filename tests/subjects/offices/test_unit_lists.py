"""Reading a list of responsible units."""

import pytest

from linter.document.nodes import Paragraph
from linter.plan.lexicon import builtin_lexicon
from linter.subjects.offices.organisations import Directory, organs_of
from linter.subjects.offices.unit_lists import UnitList, parse
from linter.subjects.offices.unit_words import Duty


def read(text: str) -> list[UnitList]:
    node = Paragraph(text)
    return list(parse(node, 0, len(text), Directory(builtin_lexicon().get(organs_of))))


def names(text: str) -> list[str]:
    return [unit.name for units in read(text) for unit in units.units]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("工业和信息化厅、文化和旅游厅负责", ["工业和信息化厅", "文化和旅游厅"]),
        ("省财政厅，各市（州）人民政府按职责分工负责", ["省财政厅", "各市人民政府"]),
        ("各县（市、区）人民政府、市直有关单位", ["各县人民政府", "市直有关单位"]),
        ("市财政局，各市、县人民政府", ["市财政局", "各市、县人民政府"]),
        ("市财政局，各区、县级市", ["市财政局", "各区、县级市"]),
        ("各市、县、区人民政府、市水利局", ["各市、县、区人民政府", "市水利局"]),
        ("各区、市财政局负责", ["各区", "市财政局"]),
        ("市能源局等市有关部门和各区人民政府", ["市能源局", "各区人民政府"]),
        ("市水利局、市财政局。责任单位中列第一位者为牵头单位", ["市水利局", "市财政局"]),
        ("市发展改革委（市能源局）、市财政局等部门", ["市发展改革委", "市财政局"]),
        ("省发展改革委会同省财政厅负责，2025年底前完成", ["省发展改革委", "省财政厅"]),
        ("省 发展改革委、\n省财政厅", ["省发展改革委", "省财政厅"]),
        ("省发展改革委\n省财政厅", ["省发展改革委", "省财政厅"]),
        ("省经济和信\n息化委", ["省经济和信息化委"]),
        (
            "人行成都分行、成都海关、民航西南地区管理局等",
            ["人行成都分行", "成都海关", "民航西南地区管理局"],
        ),
        ("财政部负责。以下均需各地落实，不再列出", ["财政部"]),
        (
            "省财政厅省教育厅、国家税务总局海陵省税务局",
            ["省财政厅", "省教育厅", "国家税务总局海陵省税务局"],
        ),
    ],
)
def test_units_are_told_apart(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        (
            "省卫生健康委牵头，省医保局、省财政厅配合",
            [Duty.LEAD, Duty.COOPERATING, Duty.COOPERATING],
        ),
        ("牵头单位：省卫生健康委；配合单位：省医保局", [Duty.LEAD, Duty.COOPERATING]),
        ("省卫生健康委、省医保局负责", [Duty.RESPONSIBLE, Duty.RESPONSIBLE]),
        ("省卫生健康委、省医保局", [None, None]),
    ],
)
def test_roles_are_given_to_the_units_they_are_meant_for(text: str, roles: list[Duty]) -> None:
    assert [unit.role for units in read(text) for unit in units.units] == roles


def test_a_semicolon_ends_a_list_that_had_a_role() -> None:
    assert len(read("省公安厅牵头改造，省财政厅配合；省财政厅牵头采购")) == 2
    assert len(read("责任单位：省公安厅；完成时限：2025年")) == 1


def test_spans_quote_the_words_of_the_draft() -> None:
    (units,) = read("由省 公安厅、省财政厅（省国资委）等按职责分工负责")
    assert [unit.span.quote for unit in units.units] == ["省 公安厅", "省财政厅"]
    assert units.ending is not None
    assert units.ending.quote == "按职责分工负责"
