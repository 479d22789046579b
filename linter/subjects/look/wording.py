"""How layout is worded: sizes by their Chinese names, lengths, alignments, roles."""

from collections.abc import Sequence
from typing import NamedTuple

from linter.document.look import Alignment, LineRule
from linter.subjects.look.roles import TextRole


class Phrase(NamedTuple):
    """The same in Chinese and in English."""

    zh: str
    en: str


ROLES = {
    TextRole.TITLE: Phrase("标题", "the title"),
    TextRole.PART: Phrase("编标题", "headings of parts (编)"),
    TextRole.CHAPTER: Phrase("章标题", "headings of chapters (章)"),
    TextRole.SECTION: Phrase("节标题", "headings of sections (节)"),
    TextRole.HEADING1: Phrase("一级标题“一、”", "first-level headings (一、)"),
    TextRole.HEADING2: Phrase("二级标题“（一）”", "second-level headings (（一）)"),
    TextRole.HEADING3: Phrase("三级标题“1.”", "third-level headings (1.)"),
    TextRole.HEADING4: Phrase("四级标题“（1）”", "fourth-level headings (（1）)"),
    TextRole.BODY: Phrase("正文", "paragraphs of the body"),
    TextRole.BOX_TITLE: Phrase("专栏标题", "titles of boxes"),
    TextRole.BOX: Phrase("专栏文字", "paragraphs in boxes"),
    TextRole.TABLE: Phrase("表格文字", "cells of tables"),
}
_SIZES = {
    42: "初号", 36: "小初", 26: "一号", 24: "小一", 22: "二号", 18: "小二", 16: "三号", 15: "小三",
    14: "四号", 12: "小四", 10.5: "五号", 9: "小五", 7.5: "六号", 6.5: "小六", 5.5: "七号",
    5: "八号",
}  # fmt: skip
_ALIGNMENTS: dict[Alignment, Phrase] = {
    "left": Phrase("左对齐", "left-aligned"),
    "center": Phrase("居中", "centred"),
    "right": Phrase("右对齐", "right-aligned"),
    "justify": Phrase("两端对齐", "justified"),
    "outside": Phrase("外侧", "outside"),
}


def plain(value: float) -> str:
    """A number with one decimal at most, none where it is whole."""
    return f"{value:.1f}".removesuffix(".0")


def size(points: float) -> Phrase:
    """A size of type: 三号（16 磅）."""
    name = _SIZES.get(points)
    exact = plain(points)
    return Phrase(f"{name}（{exact} 磅）" if name else f"{exact} 磅", f"{exact} pt")


def fonts(names: Sequence[str]) -> Phrase:
    return Phrase("或".join(names), " or ".join(names))


def alignment(value: Alignment) -> Phrase:
    return _ALIGNMENTS[value]


def spacing(value: float, rule: LineRule) -> Phrase:
    """A line spacing: 固定值 28 磅, 1.5 倍行距."""
    number = f"{value:.2f}".rstrip("0").rstrip(".")
    if rule is LineRule.AUTO:
        return Phrase("单倍行距" if value == 1 else f"多倍行距（{number} 倍）", f"{number} lines")
    names = {LineRule.EXACT: "固定值", LineRule.AT_LEAST: "最小值", LineRule.GRID: "文档网格"}
    return Phrase(f"{names[rule]} {number} 磅", f"{number} pt")


def joined(parts: Sequence[Phrase]) -> Phrase:
    """Several faults as one phrase."""
    return Phrase("；".join(p.zh for p in parts), "; ".join(p.en for p in parts))


def look(family: str | None, points: float | None) -> Phrase:
    """A font and a size, those of them that are known."""
    known = size(points) if points is not None else Phrase("", "")
    apart = "、" if family and known.zh[:1].isdigit() else ""
    zh = f"{family or ''}{apart}{known.zh}"
    return Phrase(zh, " ".join(filter(None, (family, known.en))))
