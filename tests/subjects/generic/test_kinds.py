"""The generic kinds: what each reports with which options."""

import re
from typing import Any

import pytest

from linter.catalogue.options import Bound, option_faults
from linter.plan.lexicon import builtin_lexicon
from linter.plan.plan import Plan
from linter.subjects.generic import kinds
from linter.subjects.generic.passages import PIECE
from tests.helpers import draft

DRAFT = """# 某市抓手规划

一、抓手。以抓手为抓手机制推进。

印发《抓手目录》的通知。

> **专栏1 抓手工程**
>
> 抓手项目。

| 抓手 | 单位 |
| --- | --- |
| 抓手率 | % |
"""


def found(kind: str, source: str, **options: Any) -> list[str]:
    """The quotes that a kind reports, with options as YAML has them."""
    function = getattr(kinds, kind)
    assert list(option_faults(function, options)) == []
    plan = Plan(draft(source), builtin_lexicon())
    return [finding.span.quote for finding in Bound(function, options)(plan)]


def count(kind: str, source: str, **options: Any) -> int:
    return len(found(kind, source, **options))


@pytest.mark.parametrize(
    ("zones", "expected"),
    [
        (["headings"], 2),
        (["body"], 2),
        (["boxes"], 2),
        (["tables"], 2),
        (["body", "boxes", "tables", "headings"], 8),
    ],
)
def test_zones(zones: list[str], expected: int) -> None:
    assert count("existence", DRAFT, words=["抓手"], zones=zones) == expected


def test_a_sentence_is_no_title() -> None:
    assert found("existence", "以抓手推进。", words=["抓手"], zones=["body"]) == ["抓手"]
    assert found("existence", "抓手推进方案", words=["抓手"], zones=["body"]) == []


def test_exceptions_titles_and_once() -> None:
    words: dict[str, Any] = {"words": ["抓手"], "zones": ["body"]}
    assert count("existence", DRAFT, **words, exceptions=["抓手机制"]) == 1
    assert count("existence", DRAFT, **words, in_titles=True) == 3
    assert count("existence", DRAFT, words=["抓手"], once=True) == 1


def test_width_does_not_matter() -> None:
    assert found("existence", "一、任务\n\n推广Ａ（试点）经验。\n", words=["A（试点)"]) == [
        "Ａ（试点）"
    ]
    pattern = r"（\d+项）"
    assert found("existence", "一、任务\n\n建设(12项)。\n", patterns=[pattern]) == ["(12项)"]


def test_longer_words_go_first() -> None:
    assert found("existence", "一、任务\n\n推进大数据局。\n", words=["大数据", "大数据局"]) == [
        "大数据局"
    ]


def test_substitution_offers_the_replacement() -> None:
    function = Bound(
        kinds.substitution,
        {"words": {"发改委": "发展改革委"}, "patterns": {r"(\d+)多亿": r"\1亿多"}},
    )
    plan = Plan(draft("一、任务\n\n由市发改委投入3多亿元。\n"), builtin_lexicon())
    assert [(f.span.quote, f.fix and f.fix.replacement) for f in function(plan)] == [
        ("发改委", "发展改革委"),
        ("3多亿", "3亿多"),
    ]


def test_a_word_inside_its_own_replacement_is_right() -> None:
    source = "一、任务\n\n省政务服务局和政务局负责。\n"
    assert found("substitution", source, words={"服务局": "政务服务局"}) == []


def test_variant_is_told_where_the_preferred_form_stands_too() -> None:
    options: dict[str, Any] = {"preferred": "智慧社区", "others": ["智能社区", "智慧小区"]}
    mixed = "一、任务\n\n建设智慧社区、智能社区和智慧小区。\n"
    assert found("variant", mixed, **options) == ["智能社区", "智慧小区"]
    assert found("variant", mixed.replace("智慧社区", "社区"), **options) == []
    only = mixed.replace("智慧社区", "社区")
    assert count("variant", only, **options, mixed_only=False) == 2


def test_required_section() -> None:
    source = "# 某市规划\n\n一、主要任务\n\n加强保障措施建设。\n\n二、组织 领导\n\n落实责任。\n"
    assert found("required_section", source, words=["保障措施"]) == ["某市规划"]
    assert found("required_section", source, words=["保障措施", "组织领导"]) == []
    assert found("required_section", source, patterns=["^组织"], levels=[2]) == ["某市规划"]
    assert found("required_section", "加强领导。\n\n落实责任。\n", words=["保障"]) == []


def test_sequence() -> None:
    options: dict[str, Any] = {"label": "四个到位", "items": ["人员", "资金", "责任", "措施"]}
    for words, expected in (
        ("人员、资金、责任、措施", 0),
        ("人员、责任、资金、措施", 1),
        ("人员、资金、责任", 1),
        ("安全、质量、效益", 0),
    ):
        source = f"一、任务\n\n按照四个到位要求，落实{words}。\n"
        assert count("sequence", source, **options) == expected, words


@pytest.mark.parametrize(
    ("within", "expected"),
    [("sentence", 2), ("paragraph", 1), ("section", 1), ("draft", 0)],
)
def test_pattern_pair_within(within: str, expected: int) -> None:
    source = (
        "# 规划\n\n一、甲\n\n安排资金5万元。由财政负担。\n\n二、乙\n\n安排资金6万元。\n\n"
        "三、丙\n\n财政支持。\n"
    )
    options = {"first": r"安排资金\d+万元", "second": "财政", "within": within}
    assert count("pattern_pair", source, **options) == expected


def test_pattern_pair_that_must_not_be() -> None:
    source = "一、甲\n\n约3万亩左右。约5万亩。\n"
    options = {"first": r"约\d+", "second": "左右", "within": "sentence", "expect": "absent"}
    assert found("pattern_pair", source, **options) == ["约3"]


def test_occurrence() -> None:
    source = "# 规划\n\n一、甲\n\n大力推进，大力实施。\n\n二、乙\n\n大力发展。\n"
    assert count("occurrence", source, words=["大力"], at_most=3) == 0
    assert count("occurrence", source, words=["大力"], at_most=2) == 1
    assert count("occurrence", source, words=["大力"], at_most=1, within="section") == 1
    assert found("occurrence", source, words=["民生"], at_least=1) == ["规划"]


def test_a_pattern_sees_a_long_paragraph_in_pieces() -> None:
    sentence = "推进灌区节水改造" * 10 + "。"
    source = "一、任务\n\n" + sentence * 40 + "终点。\n"
    assert len(source) > 3 * PIECE
    assert count("existence", source, patterns=["推进.*终点"]) == 1
    assert count("existence", source, patterns=["终点"]) == 1
    assert count("existence", source, patterns=["^推进"]) == 1
    assert re.search("^推进.*终点", sentence * 40 + "终点")


def test_an_option_that_is_required_or_unknown_is_a_fault() -> None:
    assert list(option_faults(kinds.variant, {"preferred": "甲"})) == ["缺少选项“others”"]
    faults = list(option_faults(kinds.existence, {"wrods": ["甲"], "zones": ["bdy"]}))
    assert faults[0].endswith("是不是 words？")
    assert "是不是 body？" in faults[1]
