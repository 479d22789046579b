"""Puts the lines of a plain text back together into paragraphs.

How a text is laid out is learned from the text itself: with blank lines between paragraphs, one
paragraph a line, or wrapped at a fixed column. A line is joined to the one above only where the
layout or the words say that the paragraph goes on: a heading, an item, a signature, or a cell of
a flattened table must never be swallowed.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from linter.readers.labels import split_label
from linter.readers.raw import RawParagraph
from linter.readers.source.lines import Line, join_lines
from linter.text.columns import width
from linter.text.folding import fold
from linter.text.patterns import lazily

DATE_LINE = lazily(r"‹spelt-year›\s*年.{1,4}月(?:.{1,4}日)?(?:印发)?")
VALUE = lazily(
    r"(?:[<>≤≥=＜＞~～约+±-]|[\[(〔])?\s*\d[\d.,\s]*(?:[-—~～]\s*\d[\d.,]*)?\s*"
    r"(?:[%‰]|万|亿|个百分点)?\s*(?:以上|以下|以内|左右)?[\])〕]?|[/—–-]{1,2}|——"
)
_STARTS = lazily(
    r"(?:专栏|‹attachment›|表|图)\s*[\d‹ten›:]|注\s*\d?[:.]|目\s*录$"
    r"|[—–-]{2}|[-•●■◆▪*]\s|[|]"
)
_GOES_ON = lazily(r"[,;:.、。!?)\]〕》”’%]|等(?!级|候|待|效|额|价)")
_SENTENCE_END = lazily(r"[。!?;:][”’)）》]?$")
_COMMA_END = lazily(r"[,、]$")
_CHUNK = lazily(r"(?:[A-Za-z0-9.%+/-]+|.)[,;:.、。!?)\]〕》”’]*")
_SLACK = 2  # columns: programs differ in how wide they take “ and ” to be
_LONG = 20  # characters: shorter lines are headings, names, cells more often than broken lines


class LineStyle(NamedTuple):
    """How paragraphs are told apart. `wrap` is the column at which lines are broken, if any."""

    separated: bool
    indented: bool
    wrap: int | None


def line_style(lines: Sequence[Line]) -> LineStyle:
    """Learn the layout of a text from its lines."""
    filled = [line for line in lines if not line.blank]
    below = [b.blank for a, b in pairwise(lines) if not a.blank]
    share = sum(below) / len(below) if below else 0.0
    widths = sorted(width(line.text.rstrip()) for line in filled)
    wrap = widths[-1 - len(widths) // 100] if len(widths) >= 6 else 0
    full = sum(wrap - 6 <= w <= wrap for w in widths)
    wrapped = 40 <= wrap <= 160 and full >= 0.35 * len(widths)
    indents = sum(line.indent >= 2 for line in filled)
    indented = bool(filled) and 0.05 <= indents / len(filled) <= 0.9
    return LineStyle(share >= 0.5, indented, wrap if wrapped else None)


def paragraphs(lines: Sequence[Line], style: LineStyle) -> Iterator[RawParagraph]:
    """Yield the paragraphs of the lines, blank lines between them or not."""
    group: list[Line] = []
    for line in [*lines, Line(0, 1, "")]:
        if not line.blank:
            group.append(line)
        elif group:
            yield from _group(group, style)
            group = []


def begins_paragraph(text: str) -> bool:
    """Tell whether a line cannot go on with the one above: a number, a box, a caption, a date."""
    words = fold(text).strip()
    return bool(split_label(words)[0] or _STARTS.match(words) or DATE_LINE.fullmatch(words))


def _group(lines: list[Line], style: LineStyle) -> Iterator[RawParagraph]:
    """The paragraphs of lines that no blank line divides."""
    shape = _Shape(
        max(width(line.text.rstrip()) for line in lines),
        median(len(line.trimmed().text) for line in lines) < _LONG,
    )
    parts: list[Line] = []
    for i, line in enumerate(lines):
        if parts and (_signs(lines[i : i + 3]) or not _continues(parts[-1], line, style, shape)):
            yield _paragraph(parts)
            parts = []
        parts.append(line)
    yield _paragraph(parts)


class _Shape(NamedTuple):
    """A group's widest line, in columns, and whether its lines are short as cells are."""

    widest: int
    grid: bool


def wraps(above: Line, below: Line, style: LineStyle) -> bool:
    """Tell whether a line of a wrapped text goes on in the next."""
    shape = _Shape(style.wrap or 0, grid=False)
    return style.wrap is not None and _continues(above, below, style, shape)


def _continues(above: Line, below: Line, style: LineStyle, shape: _Shape) -> bool:
    a, b = fold(above.trimmed().text), fold(below.trimmed().text)
    indented = style.wrap is not None and style.indented
    if VALUE.fullmatch(a) or VALUE.fullmatch(b) or (begins_paragraph(b) and not indented):
        return False
    if _GOES_ON.match(b) or _open_bracket(a, b):
        return True
    if style.wrap is not None:
        broken = width(above.text.rstrip()) + chunk_width(b) > style.wrap - _SLACK
        if style.indented:
            return broken and below.indent < 2
        return broken and not _SENTENCE_END.search(a)
    if not style.separated or _SENTENCE_END.search(a):
        return False
    if _COMMA_END.search(a):
        return True
    broken = width(above.text.rstrip()) + chunk_width(b) > shape.widest
    return broken and not shape.grid and len(a) >= _LONG


def chunk_width(text: str) -> int:
    """The width of what cannot be divided at the head of a line: a word with its marks."""
    match = _CHUNK.match(text)
    return width(match.group()) if match else 0


def _open_bracket(above: str, below: str) -> bool:
    """A bracket is opened in the one line and closed in the other."""
    return any(
        above.count(left) > above.count(right) and below.count(right) > below.count(left)
        for left, right in ("()", "《》", "“”", "〔〕")
    )


def _signs(lines: Sequence[Line]) -> bool:
    """The first line is a date, or the name of an office right above one."""
    for line in lines:
        text = fold(line.trimmed().text)
        if DATE_LINE.fullmatch(text):
            return True
        if re.search(r"[,;:。、]", text):
            return False
    return False


def _paragraph(lines: list[Line]) -> RawParagraph:
    text, origins = join_lines(lines)
    return RawParagraph(text, origins)
