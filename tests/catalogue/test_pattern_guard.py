"""Patterns of packs: what could run without end does not load."""

import pytest

from linter.catalogue.pattern_guard import PatternError, compile_pattern


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        ("(a", "不是有效的正则表达式"),
        ("a*", "会匹配空文字"),
        ("(a+)+b", "重复之中又有重复"),
        ("(?:(?:甲|乙)*丙?)+丁", "重复"),
        ("(?:.{1,50}){2,50}x", "重复之中又有重复"),
        ("(?:甲|甲甲)+丙", "开头相同的分支"),
        ("(?:甲?){50}甲{50}", "可以为空"),
        ("(?:甲甲?){30}乙", "重复之中又有重复"),
        (r"(?:\w+\s?)+$", "重复之中又有重复"),
        (r"(?:\d|[0-5]\d)+x", "开头相同的分支"),
        (r"\d*\d*\d*\d*x", "过多"),
        ("甲?" * 25 + "甲" * 25, "过多"),
        ("(?=(a+)+)b", "重复之中又有重复"),
        ("甲.*乙.*丙.*丁", "不限长的重复"),
        ("甲[^乙]+乙[^丙]+丙[^丁]+丁", "不限长的重复"),
        ("甲" * 1001, "超过"),
    ],
)
def test_refused(pattern: str, words: str) -> None:
    with pytest.raises(PatternError, match=words):
        compile_pattern(pattern)


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        (r"安排资金[\d.]+[万亿]元", "安排资金3.5亿元"),
        ("(?:发展|改革)+委", "发展改革委"),
        (r"第[一二三四五六七八九十]+章.*第\d+节", "第三章　总则第2节"),
        (r"(?:\d{1,3},){1,3}\d{3}", "12,345,678"),
        ("（[^（）]{1,20}）", "(试行)"),
        ("甲{2,3}", "甲甲"),
        ("(?:[一-龥]{2,4}、)+[一-龥]{2,4}", "甲乙、丙丁"),
        ("(?:甲|甲乙)+丙", "甲乙甲丙"),
        (r"第[一二三四]+[章节条](?:第\d+款)?(?:、第\d+款){0,9}", "第三条第1款、第2款"),
        (r"(?:到|至)?20\d\d年底?(?:前|之前)?", "到2025年底前"),
        ("(?i:gdp)", "GDP"),
    ],
)
def test_let_in(pattern: str, text: str) -> None:
    assert compile_pattern(pattern).search(text)
