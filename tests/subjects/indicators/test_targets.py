"""IND001, IND002, IND003, IND005: what is reported where, how severely, and what is not."""

import pytest

from linter.catalogue.severity import Severity
from tests.helpers import diagnose, quotes

TITLE = "# 某省“十四五”规划\n\n"
TABLE = """

| 指标 | 2020年 | 2025年 |
| --- | --- | --- |
| 网络零售额（亿元） | 1940 | 4100 |
| 电话普及率（部/百人） | 80.9 | 90 |
| 城镇调查失业率（%） | 5.3 | <5.5 |
| 森林覆盖率（%） | 43.2 | 44 |
"""


def found(text: str) -> list[tuple[str, str, str]]:
    return [(d.rule, d.severity.value, d.span.quote) for d in diagnose(TITLE + text + TABLE)]


def test_the_other_side_is_always_shown() -> None:
    (diagnostic,) = diagnose(TITLE + "到2025年，网络零售额达到4500亿元。" + TABLE)
    assert diagnostic.severity is Severity.ERROR
    assert [place.span.quote for place in diagnostic.related] == ["4100"]
    assert "4100亿元" in diagnostic.message
    assert "4500亿元" in diagnostic.message


def test_a_cell_against_which_the_body_is_of_one_mind_is_reported_once() -> None:
    text = "到2025年，网络零售额达到4500亿元。\n\n到2025年，全省网络零售额达到4500亿元。"
    assert found(text) == [("IND001", "error", "4100")]


def test_one_wrong_statement_among_right_ones_is_reported_itself() -> None:
    text = "到2025年，网络零售额达到4100亿元。\n\n到2025年，全省网络零售额达到4500亿元。"
    assert [quote for *_, quote in found(text)] == ["全省网络零售额达到4500亿元"]


@pytest.mark.parametrize(
    ("text", "rule", "severity"),
    [
        ("2020年，网络零售额为2940亿元。", "IND002", "error"),
        ("2020年，全省领先。网络零售额为2940亿元。", "IND002", "error"),
        ("自2018年起步，2020年全省领先。网络零售额为2940亿元。", "IND002", "warning"),
        ("到2025年，网络零售额超过3000亿元。", "IND001", "warning"),
        ("网络零售额达到5000亿元。", "IND001", "warning"),
        ("到2025年，网络零售额达到4100万亿元。", "IND005", "error"),
        ("到2025年，网络零售额达到4100亿美元。", "IND005", "error"),
    ],
)
def test_severities(text: str, rule: str, severity: str) -> None:
    assert [(r, s) for r, s, _ in found(text)] == [(rule, severity)]


@pytest.mark.parametrize(
    "text",
    [
        "2020年，网络零售额突破1500亿元。",
        "到2025年，网络零售额达到0.41万亿元。",
        "到2025年，力争网络零售额达到4100亿元以上。",
        "到2025年，农村网络零售额达到500亿元。",
        "到2025年，山区县网络零售额达到500亿元。",
        "到2023年，网络零售额达到3000亿元。",
        "到2025年，城镇调查失业率控制在5.5%以内。",
        "到2025年，移动电话普及率达到102部/百人。",
        "到2025年，森林覆盖率提高0.8个百分点。",
        "到2025年，网络零售额年均增长16.1%。",
        "网络零售额达到1940亿元。",
        "“十三五”期间，网络零售额达到1500亿元。",
        "到2025年，网络零售额累计达到15000亿元。",
        "到2025年，建成网络零售额10亿元以上企业20家。",
    ],
)
def test_what_agrees_or_is_another_fact_is_silent(text: str) -> None:
    assert found(text) == []


def test_half_width_drafts_behave_alike() -> None:
    reported = found("到2025年,网络零售额达到 4500 亿元,全国领先。")
    assert "IND001" in [finding[0] for finding in reported]


def test_two_tables_may_differ_only_if_they_speak_of_different_places() -> None:
    same = TABLE.replace("4100", "4500")
    other = TABLE.replace("4100", "900").replace("90 |", "70 |").replace("44", "50")
    other = other.replace("1940", "500").replace("80.9", "60")
    assert quotes(TITLE + "正文。" + TABLE + "\n\n另表：" + same, "IND001") == ["4500"]
    assert quotes(TITLE + "正文。" + TABLE + "\n\n另表：" + other, "IND001", "IND002") == []


@pytest.mark.parametrize(
    "second",
    [
        "到2025年，国产化率达到70%。",
        "到2025年，新增产能20万吨。",
        "到2025年，占全国总量的比重达到9%。",
        "到2025年，快递包装回收利用率达到90%以上。",
        "到2024年，快递包装回收利用率达到90%。",
    ],
)
def test_elliptic_or_other_statements_do_not_contradict(second: str) -> None:
    first = (
        "到2025年，国产化率达到50%，新增产能10万吨，建成现代农业示范园区10个，占全国总量的比重达到8%，"
        "快递包装回收利用率达到80%。"
    )
    assert quotes(f"{TITLE}{first}\n\n{second}", "IND003") == []


def test_what_a_heading_or_a_whole_may_limit_is_no_error() -> None:
    text = "三、任务\n\n（一）发展农村电商。推进示范县建设。到2025年，网络零售额达到500亿元。"
    assert [(r, s) for r, s, _ in found(text)] == [("IND001", "warning")]
    text = "到2025年，农村电商交易额达到900亿元，其中网络零售额达到500亿元。"
    assert found(text) == []
    assert found("到2025年，确保森林覆盖率达到44%，力争森林覆盖率达到46%。") == []
