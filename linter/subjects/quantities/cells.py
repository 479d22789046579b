"""What a cell of an indicator table says: a value, a mark for none, nothing, or words."""

import re
from decimal import Decimal
from enum import Enum, auto
from typing import NamedTuple

from linter.document.nodes import Cell, Span
from linter.subjects.quantities.quantities import Quantity, quantities
from linter.subjects.quantities.units import Unit, Units
from linter.text.patterns import lazily, once


class CellKind(Enum):
    VALUE = auto()
    CUMULATIVE = auto()  # 〔5〕 [5]: the change or the sum over the period
    RANGE = auto()
    WORDS = auto()  # 基本实现, 完成国家下达任务
    MARK = auto()  # — / : none, and said so
    NOT_APPLICABLE = auto()
    EMPTY = auto()


class CellValue(NamedTuple):
    """The reading of one cell; `quantity` for VALUE, CUMULATIVE and RANGE.

    `year` is a year that the cell itself names: 3.5（2019年）.
    """

    kind: CellKind
    cell: Cell
    quantity: Quantity | None = None
    year: int | None = None

    @property
    def span(self) -> Span:
        return self.quantity.span if self.quantity else Span(self.cell, 0, len(self.cell.text))


_MARK = lazily(r"[-—–－/\\·…一]+")
_NOT_APPLICABLE = {"不适用", "无", "暂无", "空缺", "缺", "n/a", "na", "不涉及"}
_BRACKETS = lazily(r"[\[〔【](?P<inner>[^\]〕】]*)[\]〕】]")
_NOTE = lazily(r"\((?P<note>[^()]*)\)")
_REMARK = lazily(r"\((?:含|不含|以上|以内)\)")
_FOOTNOTE = lazily(r"[*#①-⑳†‡]+|注\d*")
_NUMERIC = lazily(
    r"(?:约|近|超过|突破|不低于|不少于|不超过|不高于|高于|低于|大于|小于|至少|达到|达|力争|争取|控制在"
    r"|保持在|稳定在|[<>≤≥=≈+]|\s)*$"
)
_REST = lazily(r"(?:及?以上|以内|以下|之内|左右|上下|以上水平|[。,;\s])*$")


def read_cell(cell: Cell, unit: Unit | None, units: Units) -> CellValue:
    """Return what a cell says. A number without a unit of its own is in the unit of the row."""
    text = cell.folded
    bare = text.strip()
    if not bare:
        return CellValue(CellKind.EMPTY, cell)
    if _MARK.fullmatch(bare):
        return CellValue(CellKind.MARK, cell)
    if bare.lower() in _NOT_APPLICABLE:
        return CellValue(CellKind.NOT_APPLICABLE, cell)
    note = _NOTE.search(text)
    year = once(r"(?<!\d)(?:19|20)\d\d(?=年|$)").search(note["note"]) if note else None
    blanked = _blank(_FOOTNOTE, text)
    if year and note:
        blanked = blanked[: note.start()] + " " * len(note.group()) + blanked[note.end() :]
    bracket = _BRACKETS.fullmatch(blanked.strip())
    if bracket:
        blanked = once(r"[\[\]〔〕【】]").sub(" ", blanked)
    quantity = _only_quantity(cell, blanked, units)
    if quantity is None:
        return CellValue(CellKind.WORDS, cell)
    kind = CellKind.CUMULATIVE if bracket else CellKind.VALUE
    if quantity.upper is not None:
        kind = CellKind.RANGE
    return CellValue(kind, cell, quantity.within(unit), int(year.group()) if year else None)


def _only_quantity(cell: Cell, text: str, units: Units) -> Quantity | None:
    """The quantity that is all that a cell says."""
    found = list(quantities(cell, units, _REMARK.sub(" " * 4, text)))
    if len(found) != 1:
        return None
    span = found[0].span
    if _NUMERIC.fullmatch(text[: span.start]) and _REST.fullmatch(text[span.end :]):
        return found[0]
    return None


def _blank(expression: re.Pattern[str], text: str) -> str:
    return expression.sub(lambda match: " " * len(match.group()), text)


def plain_number(cell: Cell) -> Decimal:
    """The value of a cell that holds nothing but digits, a point and commas."""
    return Decimal(cell.folded.strip().replace(",", ""))
