"""Numbers ahead of their nouns, all said in words, and statements under other names (存疑)."""

import pytest

from linter.plan.lexicon import builtin_lexicon
from linter.plan.plan import Plan
from linter.subjects.indicators.resemblances import resemblances
from linter.subjects.indicators.statement import Form
from linter.subjects.indicators.statements import all_statements
from tests.helpers import diagnose, draft

TITLE = "# 某市“十四五”数字化规划\n\n## 一、发展目标\n\n"
TABLE = """

| 指标 | 2020年 | 2025年 |
| --- | --- | --- |
| 电子元件制造业总产值（亿元） | 280 | 500 |
| 行政村光缆通达率（%） | 92 | 100 |
| 健康卡发卡数（万张） | 31 | 200 |
| 软件服务业收入（亿元） | 327 | 1000 |
| 基本公共服务事项网上办理率（%） | 60 | 95 |
"""


def loose(text: str) -> list[tuple[str, str]]:
    plan = Plan(draft(TITLE + text), builtin_lexicon())
    said = (s for s in plan.get(all_statements) if s.form is not Form.PLAIN)
    return [(s.name, s.quantity.words) for s in said]


def doubtful(text: str) -> list[tuple[str, bool]]:
    plan = Plan(draft(TITLE + text + TABLE), builtin_lexicon())
    return [(r.indicator.name, r.agrees) for r in plan.get(resemblances)]


@pytest.mark.parametrize(
    ("text", "name", "words"),
    [
        (
            "到2025年，90%以上的中小企业实现业务上云。",
            "中小企业实现业务上云",
            "90%以上",
        ),
        ("到2025年，60%以上的大中型企业开展网上采购。", "大中型企业开展网上采购", "60%以上"),
        ("到2025年，政务信息98%以上网上发布。", "政务信息网上发布", "98%以上"),
        ("到2025年，70%的规模以上企业迈入集成应用阶段。", "规模以上企业迈入集成应用阶段", "70%"),
        ("共发放31万余张健康卡。", "健康卡", "31万余张"),
        ("建设15个省级示范县。", "省级示范县", "15个"),
        ("到2025年，城镇公共区域实现无线网络全覆盖。", "城镇公共区域无线网络覆盖率", "全覆盖"),
        ("到2025年，光纤宽带覆盖全市所有行政村。", "行政村光纤宽带覆盖率", "所有"),
        ("到2025年，便民服务事项全部实现网上办理。", "便民服务事项网上办理", "全部"),
    ],
)
def test_what_stands_behind_the_number_is_its_subject(text: str, name: str, words: str) -> None:
    assert (name, words) in loose(text)


def test_each_of_several_shares_has_the_predicate_of_all() -> None:
    found = loose("到2025年，100%的许可事项和80%的公共服务事项实现在线办理。")
    assert found == [("许可事项实现在线办理", "100%"), ("公共服务事项实现在线办理", "80%")]


@pytest.mark.parametrize(
    "text",
    [
        "推进农村网络全覆盖。",
        "以网络全覆盖为基础，逐步实现服务全覆盖。",
        "在10%的基础上提高。",
        "实行“1+N”模式，拨打12345。",
    ],
)
def test_wishes_and_grounds_state_nothing(text: str) -> None:
    assert loose(text) == []


@pytest.mark.parametrize(
    ("text", "indicator"),
    [
        ("到2025年，规模以上电子元件制造业年产值达到500亿元。", "电子元件制造业总产值"),
        ("到2025年，光纤宽带覆盖全市所有行政村。", "行政村光缆通达率"),
        ("到2025年，健康卡持有量突破200万张。", "健康卡发卡数"),
        ("到2025年，软件服务业年营业收入达到1000亿元。", "软件服务业收入"),
    ],
)
def test_another_name_with_the_same_words_of_weight(text: str, indicator: str) -> None:
    assert doubtful(text) == [(indicator, True)]


@pytest.mark.parametrize(
    "text",
    [
        "到2025年，农村电子元件制造业产值达到300亿元。",
        "到2025年，乡镇光缆通达率达到98%。",
        "到2025年，软件服务业出口收入达到90亿元。",
        "到2023年，软件服务业年营业收入达到700亿元。",
        "到2025年，软件服务业税收达到100亿元。",
        "到2025年，公共服务事项即时办结率达到80%。",
    ],
)
def test_another_scope_year_or_measure_is_another_fact(text: str) -> None:
    assert doubtful(text) == []


def test_what_differs_is_at_most_worth_a_look() -> None:
    text = "到2025年，规模以上电子元件制造业年产值达到600亿元，健康卡持有量突破300万张。"
    found = {(d.rule, d.severity.value) for d in diagnose(TITLE + text + TABLE, "IND001")}
    assert found == {("IND001", "info")}
    told = "电子元件制造业总产值达到500亿元。"
    assert [
        d.span.quote for d in diagnose(TITLE + told + text + TABLE, "IND001") if "产值" in d.message
    ] == []
