"""Words for a place in a draft, for people: “3.推进节水改造…”段, 表1第3行第2列, 专栏2."""

from linter.catalogue.language import Lang
from linter.document.nodes import Paragraph, Span

_UNQUOTED = str.maketrans("", "", "“”")
_OPENING = 12  # characters: by them a paragraph is found in Word


def place(span: Span, lang: Lang, *, lines: bool = True) -> str:
    """Return where a span stands, without the section: paragraph, cell, box.

    With line and column unless `lines` is false.
    """
    where = span.node.locator
    parts: list[str] = []
    if where.box:
        parts.append(where.box)
    if where.table is not None and where.row is not None:
        name = "".join((where.row_name or "").split())
        parts.append(
            f"表{where.table}第{where.row}行{f'“{name}”' if name else ''}第{where.cell}列"
            if lang is Lang.ZH
            else f"table {where.table}, row {where.row} {name}, column {where.cell}"
        )
    elif isinstance(span.node, Paragraph) and not _is_title(span.node):
        words = opening(span.node)
        parts.append(f"“{words}”段" if lang is Lang.ZH else f"paragraph “{words}”")
    if lines and (position := span.position):
        parts.append(f"{position[0]}:{position[1]}")
    return " ".join(parts) if lang is Lang.ZH else ", ".join(parts)


def _is_title(paragraph: Paragraph) -> bool:
    """The title line of a box, which is named already."""
    box = paragraph.locator.box
    return box is not None and paragraph.text.startswith(box)


def opening(paragraph: Paragraph) -> str:
    """Return the words that a paragraph begins with, its number first."""
    line = " ".join(paragraph.line.split()).translate(_UNQUOTED)
    line = line.partition("。")[0] or line
    return line if len(line) <= _OPENING else line[:_OPENING].rstrip() + "…"


def section(span: Span) -> str:
    """Return the path of headings above a span, outermost first."""
    return " › ".join(span.node.locator.section)
