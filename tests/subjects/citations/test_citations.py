"""Document numbers, short titles, and the dates of what is cited."""

import pytest

from linter.plan.lexicon import builtin_lexicon
from linter.plan.plan import Plan
from linter.subjects.citations.check_dates import meetings
from linter.subjects.citations.check_titles import title_pairs
from linter.subjects.citations.definitions import definitions
from linter.subjects.citations.document_numbers import document_numbers_in
from tests.helpers import draft


def plan(sentence: str) -> Plan:
    return Plan(draft(f"一、依据\n\n{sentence}\n"), builtin_lexicon())


@pytest.mark.parametrize(
    ("words", "faults"),
    [
        ("国发〔2015〕50号", ()),
        ("国发[2015]50号", ("brackets",)),
        ("国发（2015）50号", ("brackets",)),
        ("国发【2015】50号", ("brackets",)),
        ("国发2015〕50号", ("brackets",)),
        ("发改办〔2016j1360号", ("brackets",)),
        ("国发〔15〕50号", ("year",)),
        ("国发〔2015〕第050号", ("di", "zeros")),
        ("国发〔2015年〕50号", ("nian",)),
    ],
)
def test_document_numbers(words: str, faults: tuple[str, ...]) -> None:
    (number,) = document_numbers_in(draft(f"根据{words}文件。"))
    assert (number.faults, number.serial) == (faults, 1360 if "1360" in words else 50)


@pytest.mark.parametrize(
    "words",
    [
        "国务院令（第707号）",
        "水利部公告（2018年第12号）",
        "自然资源部公告〔2018〕第12号",
        "（2015）民终123号",
        "青年路（2015）3号楼",
        "第2号水厂",
        "京ICP备（2015）1号",
    ],
)
def test_other_numbers_have_their_own_form(words: str) -> None:
    assert list(document_numbers_in(draft(f"根据{words}。"))) == []


def test_definitions_know_what_they_stand_for() -> None:
    found = plan(
        "落实《节水行动纲要》（国发〔2015〕50号，以下简称《纲要》）和监测平台（以下统称“平台”）。"
    )
    assert [(d.short, d.full) for d in found.get(definitions)] == [
        ("纲要", "节水行动纲要"),
        ("平台", ""),
    ]


def test_damaged_brackets_do_not_hide_a_definition() -> None:
    found = plan("落实《节水行动方案》（发改办〔2016j1360号，以下简称《方案》）。")
    assert [d.short for d in found.get(definitions)] == ["方案"]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("促进节水产业与治水产业发展的意见", "促进节水产业和治水产业发展的意见", True),
        ("国家节水型社会建设规划", "国家节水型社会建规划", True),
        ("某省“十三五”节水发展规划", "某省“十四五”节水发展规划", False),
        ("甲省节水产业发展规划", "甲市节水产业发展规划", False),
        ("节水产业发展行动方案（2020年）", "节水产业发展行动方案（2021年）", False),
    ],
)
def test_titles_that_vary(one: str, other: str, same: bool) -> None:
    assert bool(plan(f"落实《{one}》，执行《{other}》。").get(title_pairs)) is same


def test_meetings_are_dated_and_projects_are_none() -> None:
    found = plan("贯彻党的十九大和十九届五中全会精神，实施十大工程，迎接二十大。")
    assert [(m.name, m.month) for m in found.get(meetings)] == [
        ("十九大", 201710),
        ("十九届五中全会", 202010),
    ]
