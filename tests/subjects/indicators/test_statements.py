"""Statements: subject, year, scope and the indicator that they are about."""

import pytest

from linter.plan.lexicon import builtin_lexicon
from linter.plan.plan import Plan
from linter.subjects.indicators.contexts import Kind
from linter.subjects.indicators.statement import Statement
from linter.subjects.indicators.statements import statements
from linter.subjects.quantities.years import Dated
from tests.helpers import draft

TABLE = """

| 指标 | 2020年 | 2025年 |
| --- | --- | --- |
| 电话普及率（部/百人） | 80.9 | 90 |
| 移动互联网用户（万户） | 3671 | 4000 |
| 软件与信息服务业收入（亿元） | 327 | 1000 |
| 城市家庭宽带接入能力（Mbps） | 50 | 100 |
| 农村家庭宽带接入能力（Mbps） | 20 | 30 |
| 化肥使用量（万吨） | 12.6 | 12 |
| 地区生产总值年均增长（%） | 7 | 6 |
| 金融业增加值占地区生产总值比重（%） | 8.4 | 9 |
"""


def read(text: str, title: str = "某省“十四五”规划") -> list[Statement]:
    return list(Plan(draft(f"# {title}\n\n{text}{TABLE}"), builtin_lexicon()).get(statements))


def about(text: str) -> list[tuple[str | None, int | None, str]]:
    return [
        (s.indicator.name if s.indicator else None, s.year, str(s.quantity.value))
        for s in read(text)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "到2025年，电话普及率达到90部/百人。",
        "2025年电话普及率90部/百人以上，位居前列。",
        "到2025年，全省电话普及率力争达到90部/百人。",
        "力争电话普及率在2025年提高到90部/百人以上。",
        "实现电话普及率2025年突破90部/百人。",
    ],
)
def test_the_name_is_found_behind_words_without_weight(text: str) -> None:
    assert about(text) == [("电话普及率", 2025, "90")]


@pytest.mark.parametrize(
    "text",
    [
        "到2025年，移动电话普及率达到90部/百人。",
        "到2025年，农村电话普及率达到90部/百人。",
        "到2025年，山区县电话普及率达到90部/百人。",
        "到2025年，在民族地区，电话普及率达到90部/百人。",
        "到2025年，80%以上乡镇电话普及率达到90部/百人。",
        "到2025年，新增移动互联网用户330万户。",
        "到2025年，电话普及率提高10个百分点的县达到90个。",
        "到2025年，全国电话普及率达到90部/百人，全省、全省、全省领先。",
    ],
)
def test_a_limiting_word_makes_it_another_measure(text: str) -> None:
    assert all(s.indicator is None or s.kind is Kind.CHANGE for s in read(text))


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("移动互联网用户总数", "移动互联网用户"),
        ("软件和信息服务业收入", "软件与信息服务业收入"),
        ("“电话”普及率", "电话普及率"),
        ("力争化肥使用量", "化肥使用量"),
    ],
)
def test_aliases(words: str, name: str) -> None:
    (statement,) = read(f"到2025年，{words}达到50。")
    assert statement.indicator is not None
    assert statement.indicator.name == name


def test_values_joined_by_respectively() -> None:
    found = about("到2025年，城市和农村家庭宽带接入能力分别达到100Mbps和30Mbps。")
    assert found == [("城市家庭宽带接入能力", 2025, "100"), ("农村家庭宽带接入能力", 2025, "30")]
    found = about("到2025年，电话普及率、化肥使用量分别为90部/百人、12万吨。")
    assert [name for name, *_ in found] == ["电话普及率", "化肥使用量"]


def test_a_clause_without_subject_goes_on_with_the_one_before() -> None:
    found = about("电话普及率由2020年的80.9部/百人提高到2025年的90部/百人，年均增长2.2%。")
    assert found == [
        ("电话普及率", 2020, "80.9"),
        ("电话普及率", 2025, "90"),
        ("电话普及率", 2025, "2.2"),
    ]
    assert about("2025年，金融业增加值达到50亿元，占地区生产总值的9%。")[1] == (
        "金融业增加值占地区生产总值比重",
        2025,
        "9",
    )


def test_growth_is_about_the_indicator_of_growth() -> None:
    (statement,) = read("到2025年，地区生产总值年均增长6%以上。")
    assert statement.kind is Kind.GROWTH
    assert statement.indicator is not None
    assert statement.indicator.name == "地区生产总值年均增长"


@pytest.mark.parametrize(
    ("text", "year", "dated"),
    [
        ("到2025年，电话普及率达到90。", 2025, Dated.SENTENCE),
        ("到2025年，建成网络强省。电话普及率达到90。", 2025, Dated.OPENING),
        ("（一）现状。2020年，全省领先。电话普及率达到90。", 2020, Dated.OPENING),
        ("力争到2025年建成网络强省。电话普及率达到90。", 2025, Dated.PARAGRAPH),
        ("2023年6月底前，完成改造。电话普及率达到90。", None, Dated.UNKNOWN),
        ("“十三五”期间，电话普及率达到90。", None, Dated.UNKNOWN),
        ("目前，电话普及率达到90。", None, Dated.UNKNOWN),
        ("到“十三五”末，电话普及率达到90。", 2020, Dated.SENTENCE),
        ("展望2035年，电话普及率达到90。", 2035, Dated.SENTENCE),
        ("电话普及率达到90。", 2025, Dated.PLAN),
        ("2020年是2015年的1.8倍，电话普及率达到90。", 2020, Dated.SENTENCE),
    ],
)
def test_the_year_of_a_statement(text: str, year: int | None, dated: Dated) -> None:
    statement = read(text)[-1]
    assert (statement.year, statement.dated) == (year, dated)


def test_the_goals_of_a_section_hold_for_its_paragraphs() -> None:
    text = (
        "二、发展目标\n\n到2025年，建成网络强省。\n\n——设施完善。电话普及率达到90。\n\n"
        "展望2035年，全面领先。\n\n——电话普及率达到99。\n\n三、现状\n\n电话普及率达到80。"
    )
    assert [(s.year, s.dated) for s in read(text)] == [
        (2025, Dated.SECTION),
        (2035, Dated.SECTION),
        (2020, Dated.PLAN),
    ]


def test_a_heading_that_names_a_place_limits_what_stands_below() -> None:
    text = "一、布局\n\n（一）川东北经济区\n\n到2025年，电话普及率达到70部/百人。"
    (statement,) = read(text)
    assert statement.scope == "川东北经济区"
    assert statement.indicator is None


def test_glossary_and_titles_state_nothing() -> None:
    assert read("落实《到2025年电话普及率达到90行动计划》。") == []


@pytest.mark.parametrize(
    ("text", "name", "built", "cumulative"),
    [
        ("到2025年，建成智慧社区45个。", "智慧社区", True, False),
        ("到2025年，累计建成高标准农田45万亩。", "高标准农田", True, True),
        ("到2025年，高标准农田累计建成45万亩。", "高标准农田", True, True),
        ("到2025年，新建智慧社区45个。", "新建智慧社区", False, False),
        ("到2025年，快递服务覆盖92%的建制村。", "建制村快递服务覆盖率", False, False),
    ],
)
def test_the_thing_counted_is_told_from_the_deed(
    text: str, name: str, built: bool, cumulative: bool
) -> None:
    (statement,) = [s for s in read(text) if s.indicator is None]
    assert (statement.name, statement.built, statement.cumulative) == (name, built, cumulative)


@pytest.mark.parametrize(
    ("heading", "dated"),
    [
        ("二、发展目标", Dated.SECTION),
        ("二、2035年远景目标", Dated.PLAN),
        ("三、主要任务", Dated.PLAN),
    ],
)
def test_goals_without_a_year_are_those_of_the_plan(heading: str, dated: Dated) -> None:
    text = f"{heading}\n\n电话普及率达到90部/百人，农村宽带比2020年提高5个百分点。\n"
    first = read(text)[0]
    assert (first.year, first.dated) == (2025, dated)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("到2025年，化肥使用量下降5%。", "VALUE"),
        ("到2025年，化肥使用量年均下降1%。", "CHANGE"),
        ("到2025年，化肥使用量增加5%。", "CHANGE"),
    ],
)
def test_a_change_that_is_an_indicator_is_its_value(text: str, expected: str) -> None:
    table = (
        "\n| 指标 | 2020年 | 2025年 |\n| --- | --- | --- |\n| 化肥使用量降低（%） | — | 〔6〕 |\n"
    )
    source = f"# 某省“十四五”规划\n\n{text}\n{table}"
    (statement,) = Plan(draft(source), builtin_lexicon()).get(statements)
    assert statement.kind.name == expected


def test_where_a_change_begins_is_no_goal() -> None:
    first, second = read("二、发展目标\n\n电话普及率由80.9部/百人提高到90部/百人。")
    assert (first.year, second.year) == (None, 2025)
