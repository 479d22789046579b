"""What is wrong with a regular expression, in words that tell an author what to write instead."""

import re

# A piece of the message of Python's parser, and what to say; the first that fits.
_WORDS = (
    ("unterminated character set", "方括号 [ 没有配上 ]"),
    ("unterminated subpattern", "左括号 ( 没有配上 )"),
    ("unterminated comment", "注释 (?# 没有配上 )"),
    ("unbalanced parenthesis", "右括号 ) 多余；要找括号本身，写成 \\)"),
    ("nothing to repeat", "* + ? { 前面没有可重复的内容；要找符号本身，前面加 \\"),
    ("multiple repeat", "重复符号 * + ? { } 连写了；要找符号本身，前面加 \\"),
    ("repetition number is too large", "重复次数过大"),
    ("min repeat greater than max repeat", "{m,n} 中 m 大于 n"),
    ("bad character range", "方括号中的范围前后颠倒，或不是单个字符"),
    ("(end of pattern)", "末尾的 \\ 后面缺字符；要找 \\ 本身，写成 \\\\"),
    ("escape", "\\ 后面的字符不成转义；要找 \\ 本身，写成 \\\\"),
    ("character name", "\\N{…} 中的字符名称不对"),
    ("missing {", "\\N 后面应为 {字符名称}"),
    ("redefinition of group name", "组名重复"),
    ("group name", "组名不对：(?P<名称>…) 的名称用字母、数字和下划线，并须先有定义"),
    ("unterminated name", "组名没有写完：(?P<名称>…)"),
    ("character in group", "组名不对：(?P<名称>…) 的名称用字母、数字和下划线，并须先有定义"),
    ("cannot refer to", "引用了尚未结束的组"),
    ("group reference", "引用的组不存在"),
    ("group number", "引用的组不存在"),
    ("look-behind requires fixed-width", "(?<=…)、(?<!…) 中的内容长度须固定，不能用 * + ? {m,n}"),
    ("too much behind", "(?<=…)、(?<!…) 中的内容过长"),
    ("too many groups", "组过多"),
    ("conditional backref", "(?(组)…|…) 最多两个分支"),
    ("global flags", "(?i) 一类标志须写在最前面"),
    ("flag", "(?…) 中的标志不对，可用 i、m、s、x"),
    ("missing -, : or )", "(?…) 中的标志不对，可用 i、m、s、x"),
    ("missing :", "(?…) 中的标志不对，可用 i、m、s、x"),
    ("unknown extension", "(? 后面的写法不存在；不要编号的组写成 (?:…)"),
    ("unexpected end of pattern", "(? 后面没有写完"),
    ("recursion", "嵌套过深"),
    ("code size", "过长或重复次数过大"),
)


def fault(error: Exception) -> str:
    """Return in words why a pattern does not compile: re.error, OverflowError, RecursionError."""
    said = error.msg if isinstance(error, re.error) else str(error)
    return next((words for piece, words in _WORDS if piece in said), f"写法有误：{said}")
