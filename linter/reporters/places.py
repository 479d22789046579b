"""Words for a place in a draft, for people: 第57段, 表1第3行第2列, 专栏2."""

from linter.catalogue.language import Lang
from linter.document.nodes import Span


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
    elif where.paragraph is not None:
        parts.append(
            f"第{where.paragraph}段" if lang is Lang.ZH else f"paragraph {where.paragraph}"
        )
    if lines and (position := span.position):
        parts.append(f"{position[0]}:{position[1]}")
    return " ".join(parts) if lang is Lang.ZH else ", ".join(parts)


def section(span: Span) -> str:
    """Return the path of headings above a span, outermost first."""
    return " › ".join(span.node.locator.section)
