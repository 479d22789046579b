"""A ledger before it is written: columns, rows, and entries with their type."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from linter.document.nodes import Cell, Paragraph, Span
from linter.reporters.places import opening

INDICATOR_COLUMNS = (
    *("序号", "指标", "单位", "基期年", "基期值"),
    *("目标年", "目标值", "属性", "出处", "备注"),
)
TASK_COLUMNS = (
    *("序号", "任务（事项）", "出处", "牵头（责任）单位", "配合单位"),
    *("完成时限", "目标值", "备注"),
)
JOIN = "、"  # between the units of a cell


class Entry(NamedTuple):
    """A cell: its value, why it is empty or not all that the draft says, its number format."""

    value: str | int | Decimal | date | None = None
    note: str = ""
    form: str = ""


EMPTY = Entry()


@dataclass(frozen=True, slots=True)
class Ledger:
    """A table with a name; `key` is the word by which the command line asks for it."""

    key: str
    name: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Entry, ...], ...]


def text(words: str, note: str = "") -> Entry:
    """Words of the draft on one line, an empty cell where there are none."""
    return Entry(" ".join(words.split()) or None, note)


def origin(span: Span) -> str:
    """Where a span stands, for people: headings, box, table and row, or the paragraph's words."""
    node, where = span.node, span.node.locator
    parts = [*where.section, *([where.box] if where.box else [])]
    if isinstance(node, Cell) and where.table is not None:
        parts.append(f"表{where.table}第{where.row}行")
    elif isinstance(node, Paragraph) and node.level is None and node.locator.box is None:
        parts.append(f"“{opening(node)}”段")
    return " › ".join(" ".join(part.split()) for part in parts)
