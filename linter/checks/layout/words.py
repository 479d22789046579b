"""How layout is worded: sizes by their Chinese names, lengths, alignments, roles."""

from collections.abc import Sequence
from typing import NamedTuple

from linter.facts.layout.roles import Role
from linter.layout import Alignment, LineRule


class Words(NamedTuple):
    """The same in Chinese and in English."""

    zh: str
    en: str


ROLES = {
    Role.TITLE: Words("标题", "the title"),
    Role.PART: Words("编标题", "headings of parts (编)"),
    Role.CHAPTER: Words("章标题", "headings of chapters (章)"),
    Role.SECTION: Words("节标题", "headings of sections (节)"),
    Role.HEADING1: Words("一级标题“一、”", "first-level headings (一、)"),
    Role.HEADING2: Words("二级标题“（一）”", "second-level headings (（一）)"),
    Role.HEADING3: Words("三级标题“1.”", "third-level headings (1.)"),
    Role.HEADING4: Words("四级标题“（1）”", "fourth-level headings (（1）)"),
    Role.BODY: Words("正文", "paragraphs of the body"),
    Role.BOX_TITLE: Words("专栏标题", "titles of boxes"),
    Role.BOX: Words("专栏文字", "paragraphs in boxes"),
    Role.TABLE: Words("表格文字", "cells of tables"),
}
_SIZES = {
    42: "初号", 36: "小初", 26: "一号", 24: "小一", 22: "二号", 18: "小二", 16: "三号", 15: "小三",
    14: "四号", 12: "小四", 10.5: "五号", 9: "小五", 7.5: "六号", 6.5: "小六", 5.5: "七号",
    5: "八号",
}  # fmt: skip
_ALIGNMENTS: dict[Alignment, Words] = {
    "left": Words("左对齐", "left-aligned"),
    "center": Words("居中", "centred"),
    "right": Words("右对齐", "right-aligned"),
    "justify": Words("两端对齐", "justified"),
    "outside": Words("外侧", "outside"),
}


def plain(value: float) -> str:
    """A number with one decimal at most, none where it is whole."""
    return f"{value:.1f}".removesuffix(".0")


def size(points: float) -> Words:
    """A size of type: 三号（16 磅）."""
    name = _SIZES.get(points)
    exact = plain(points)
    return Words(f"{name}（{exact} 磅）" if name else f"{exact} 磅", f"{exact} pt")


def fonts(names: Sequence[str]) -> Words:
    return Words("或".join(names), " or ".join(names))


def alignment(value: Alignment) -> Words:
    return _ALIGNMENTS[value]


def spacing(value: float, rule: LineRule) -> Words:
    """A line spacing: 固定值 28 磅, 1.5 倍行距."""
    number = f"{value:.2f}".rstrip("0").rstrip(".")
    if rule is LineRule.AUTO:
        return Words("单倍行距" if value == 1 else f"多倍行距（{number} 倍）", f"{number} lines")
    names = {LineRule.EXACT: "固定值", LineRule.AT_LEAST: "最小值", LineRule.GRID: "文档网格"}
    return Words(f"{names[rule]} {number} 磅", f"{number} pt")


def joined(parts: Sequence[Words]) -> Words:
    """Several faults as one phrase."""
    return Words("；".join(p.zh for p in parts), "; ".join(p.en for p in parts))


def look(family: str | None, points: float | None) -> Words:
    """A font and a size, those of them that are known."""
    known = size(points) if points is not None else Words("", "")
    apart = "、" if family and known.zh[:1].isdigit() else ""
    zh = f"{family or ''}{apart}{known.zh}"
    return Words(zh, " ".join(filter(None, (family, known.en))))
