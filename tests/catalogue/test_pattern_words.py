"""Whatever is wrong with a pattern is told in Chinese."""

import re

import pytest

from linter.catalogue.pattern_guard import PatternError, compile_pattern

# What an author may quote from the pattern itself, or must write.
SYNTAX = re.compile(r"\(\?P?|<名称>|\{m,n\}|\bm\b|\bn\b|\\[A-Z]|i、m、s、x|\(\?i\)")


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        ("[甲乙", "方括号 [ 没有配上 ]"),
        ("(甲乙", "左括号 ( 没有配上 )"),
        ("（甲乙", None),  # folded, but a mark of the text and not of the pattern
        ("甲)", "右括号 ) 多余"),
        ("甲(?#注", "没有配上 )"),
        ("*甲", "前面没有可重复的内容"),
        ("甲+*", "连写"),
        ("甲{9999999999}", "重复次数过大"),
        ("甲{3,2}", "m 大于 n"),
        ("[z-a]", "前后颠倒"),
        ("甲\\", "缺字符"),
        (r"C:\path", "不成转义"),
        (r"\x1", "不成转义"),
        (r"\Ndash", "字符名称"),
        (r"\N{no such}", "字符名称"),
        ("(?P<a>甲)(?P<a>乙)", "组名重复"),
        ("(?P<1>甲)", "组名不对"),
        ("(?P<>甲)", "组名不对"),
        ("(?P<a", "组名没有写完"),
        ("(?P=a)", "组名不对"),
        (r"甲\2", "引用的组不存在"),
        (r"(甲\1)", "尚未结束"),
        (r"(?<=(甲)\1)乙", "尚未结束"),
        ("(?<=甲+)乙", "长度须固定"),
        ("(甲)(?(1)乙|丙|丁)", "最多两个分支"),
        ("(甲)(?(9)乙|丙)", "引用的组不存在"),
        ("甲(?i)乙", "写在最前面"),
        ("(?z)甲", "写法不存在"),
        ("(?i-", "标志不对"),
        ("(?iL)甲", "标志不对"),
        ("(?<甲)", "写法不存在"),
        ("(?Pa)甲", "写法不存在"),
        ("(?", "没有写完"),
        ("(" * 400 + "甲" + ")" * 400, None),
    ],
    ids=lambda value: None if value is None else value[:20],
)
def test_a_pattern_that_does_not_compile(pattern: str, words: str | None) -> None:
    try:
        compile_pattern(pattern)
    except PatternError as error:
        said = str(error)
        assert not re.search("[A-Za-z]{2}", SYNTAX.sub("", said)), said
        assert words is None or words in said
    else:
        assert words is None
