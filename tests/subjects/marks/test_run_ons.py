"""Clauses that run on into each other, and clauses that only look so."""

import pytest

from tests.helpers import diagnose, quotes


def found(text: str) -> list[tuple[str, str]]:
    return [(d.severity.value, d.span.quote) for d in diagnose(text, "PUN008")]


@pytest.mark.parametrize(
    "text",
    [
        "促进本地水利企业加强同科研院所合作。",
        "推动各乡镇配合流域机构加快建设防洪体系。",
        "人均供水补助标准提高到200元。",
        "提升各级水政执法机关严格规范公正文明执法水平。",
        "通过明察暗访、开展专项督导检查等方式加强河道监管。",
        "完善水利投资环境加大力度支持灌区改造。",
        "制定和实施加快推进灌区改造的政策。",
    ],
)
def test_what_governs_a_clause_or_is_measured_is_no_list(text: str) -> None:
    assert found(text) == []


def test_a_lost_mark_is_told_as_info_and_in_a_series_as_a_warning() -> None:
    assert found("保护用水户各方权益搭建面向全流域的交易系统。") == [("info", "水户各方权益搭建")]
    series = "建设东部节水示范区，西部雨养示范区，南部养殖示范区打造水利合作模式。"
    assert found(series) == [("warning", "部养殖示范区打造")]


@pytest.mark.parametrize(
    ("behind", "found"),
    [
        ("流域交易系统", True),  # six characters: an object of its own
        ("流域交易网", False),  # five may be a tail of the clause
    ],
)
def test_the_second_verb_has_an_object_of_its_own(behind: str, found: bool) -> None:
    text = f"规范水权交易行为，保护用水各方合法权益搭建{behind}。\n"
    assert quotes(text, "PUN008") == ["各方合法权益搭建"] * found
