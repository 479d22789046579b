"""What the YAML parser finds wrong, in words that tell an author what to write instead."""

from typing import Any

# A piece of the parser's message, and what to say; the first that fits.
_WORDS = (
    ("maximum nesting depth", "嵌套过深"),
    (r"character '\t'", "缩进不能用制表符（Tab），请改用空格"),
    ("tab character", "缩进不能用制表符（Tab），请改用空格"),
    ("mapping values are not allowed", "冒号或缩进不对：上下行的键要对齐，值中有“: ”要加引号"),
    ("mapping keys are not allowed", "值以 ? 开头要加引号"),
    ("sequence entries are not allowed", "“- ”的位置不对：列表的每一项另起一行"),
    ("undefined alias", "值以 * 开头要加引号"),
    ("scanning an alias", "值以 * 开头要加引号"),
    ("scanning an anchor", "值以 & 开头要加引号"),
    ("duplicate anchor", "& 后面的名称写了两次"),
    ("incompatible YAML document", "开头的 %YAML 写了别的版本，可以删去这一行"),
    ("directive", "行首不能用 %，值以 % 开头要加引号"),
    ("tag", "值以 ! 开头要加引号"),
    ("block scalar", "| 或 > 后面要另起一行；值以 |、> 开头要加引号"),
    ("escape", "双引号中的 \\ 要写两次，或改用单引号"),
    ("hexdecimal", "双引号中的 \\ 要写两次，或改用单引号"),
    ("quoted scalar", "引号没有成对"),
    ("flow sequence", "方括号 [ ] 没有成对，或缺少逗号"),
    ("flow mapping", "花括号 { } 没有成对，或缺少逗号"),
    ("unexpected ':'", "值中有冒号要加引号"),
    ("block node", "缺少值，或值的缩进不对"),
    ("flow node", "方括号 [ ]、花括号 { } 没有成对，或缺少值"),
    ("cannot start any token", "值以 @、%、` 等符号开头要加引号"),
    ("could not find expected ':'", "缺少冒号：冒号用半角，后面空一格"),
    ("block collection", "列表的各项要对齐，每项以“- ”开头"),
    ("block mapping", "缩进或引号不对：同一级的键要对齐，值以 { [ 引号开头的要整个加引号"),
    ("<document start>", "缩进不对：同一级的键要对齐"),
    ("another document", "一个文件只写一份，不要用 --- 分开"),
    ("control characters", "含有控制字符，不是文本文件"),
    ("special characters", "含有控制字符，不是文本文件"),
)
# What is wrong begins where these begin, not where the parser gave up.
_OPEN = ("simple key", "quoted scalar", "flow sequence", "flow mapping")


def fault(error: Any) -> tuple[str, int | None]:
    """Return a yaml.YAMLError in words, and the line on which to look, None if it tells none."""
    said = " ".join(filter(None, (getattr(error, "context", ""), getattr(error, "problem", ""))))
    said = said or str(error).splitlines()[0]
    words = next((words for piece, words in _WORDS if piece in said), f"写法有误：{said}")
    marks = [getattr(error, "problem_mark", None), getattr(error, "context_mark", None)]
    if any(piece in said for piece in _OPEN):
        marks.reverse()
    mark = next((mark for mark in marks if mark is not None), None)
    return f"不是有效的 YAML：{words}", mark.line + 1 if mark else None


def written(value: Any) -> str:
    """A value as an author would write it, in one short line."""
    if isinstance(value, list):
        text = f"[{', '.join(map(written, value))}]"
    elif isinstance(value, dict):
        text = "{" + ", ".join(f"{key}: {written(item)}" for key, item in value.items()) + "}"
    elif value is None:
        text = "空"
    else:
        text = str(value).lower() if isinstance(value, bool) else str(value)
    text = " ".join(text.split())
    return text if len(text) <= 60 else text[:59] + "…"
