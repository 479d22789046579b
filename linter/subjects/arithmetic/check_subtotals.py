"""IND006: subtotals of a table against the rows above them, and its total against the subtotals."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from linter.document.nodes import Cell, Span, Table
from linter.plan.finding import Finding, Related, check
from linter.plan.plan import Plan
from linter.subjects.arithmetic.figures import number
from linter.subjects.quantities.years import is_text
from linter.text.folding import key
from linter.text.patterns import lazily

_SUBTOTAL = lazily(r".{0,12}小计(?:[(].*[)])?")
_TOTAL = lazily(r"(?:总计|合计|共计)(?:[(].*[)])?")
_NOT_SUMMED = lazily(r"率|比重|占比|比例|均|序号|编号|年份|时限|时间|日期|单价|标准|%|增速|电话")
_THEREOF = lazily("其中")
_NUMBER = lazily("‹number›")
_FIGURE = lazily(r"[\d.,]+%?|[-—–/]")
_NONE = lazily(r"[-—–/\\一]*|无")


class Subtotal(NamedTuple):
    """A subtotal or total, with the cells right above that it should sum."""

    cell: Cell
    parts: tuple[Cell, ...]

    @property
    def sum(self) -> Decimal:
        return sum((_number(c) for c in self.parts), Decimal(0))

    @property
    def holds(self) -> bool:
        gap = abs(self.sum - _number(self.cell))
        places = max(_places(c) for c in (self.cell, *self.parts))
        room = Decimal(len(self.parts) + 1).scaleb(-places) / 2 if places else Decimal(0)
        return gap <= room


@check
def subtotals(plan: Plan) -> Iterator[Finding]:
    """A 小计 that is not the sum of its rows, a 合计 that is not the sum of the 小计."""
    for table in plan.document.tables():
        if not is_text(table.locator.zone):
            continue
        kinds = [_kind(row) for row in table.rows]
        if "subtotal" not in kinds or "thereof" in kinds:
            continue
        heads = [key(cell.text) for cell in table.rows[0]]
        for at, heading in enumerate(heads):
            if heading and not _NOT_SUMMED.search(heading):
                groups = list(_groups(table, at, kinds))
                wrong = [group for group in groups if not group.holds]
                if 2 * len(wrong) <= len(groups) + 1 and len(groups) > 1:
                    yield from (_finding(group, heading) for group in wrong)


def _kind(row: Sequence[Cell]) -> str:
    words = _head(row)
    if _THEREOF.search(words):
        return "thereof"
    if _SUBTOTAL.fullmatch(words):
        return "subtotal"
    return "total" if _TOTAL.fullmatch(words) else ""


def _head(row: Sequence[Cell]) -> str:
    """The words that a row begins with, those of merged cells above it left out."""
    words: list[str] = []
    for cell in row[:4]:
        text = key(cell.text) if not cell.covered else ""
        if words and _FIGURE.fullmatch(text):
            break
        if text and not text.isdigit():
            words.append(text)
    return "".join(words)


def _groups(table: Table, at: int, kinds: Sequence[str]) -> Iterator[Subtotal]:
    """The sums of a column: of the rows since the last subtotal or heading, and of subtotals.

    Nothing is said where a row that should count has words, or is merged with others.
    """
    parts: list[Cell] = []
    summed: list[Cell] = []
    loose = False
    for row, kind in zip(table.rows[1:], kinds[1:], strict=True):
        cell = row[at]
        words = cell.folded.strip()
        plain = not cell.covered and cell.row_span == cell.column_span == 1
        if kind == "":
            if plain and _NUMBER.fullmatch(words):
                parts.append(cell)
            elif (words and not _NONE.fullmatch(words)) or (
                not words and not cell.covered and not _is_heading(row)
            ):
                return
        elif not plain or not _NUMBER.fullmatch(words):
            return
        elif kind == "subtotal":
            if len(parts) > 1:
                yield Subtotal(cell, tuple(parts))
            summed.append(cell)
            parts = []
        else:
            loose = bool(parts)
            if len(summed) > 1 and not loose:
                yield Subtotal(cell, tuple(summed))
            parts, summed = [], []


def _is_void(words: str) -> bool:
    return not words or bool(_NONE.fullmatch(words))


def _is_heading(row: Sequence[Cell]) -> bool:
    """A row without any figure but its number: 一 | 冷链类 |."""
    return not any(_NUMBER.fullmatch(cell.folded.strip()) for cell in row[1:])


def _number(cell: Cell) -> Decimal:
    return Decimal(cell.folded.strip().replace(",", ""))


def _places(cell: Cell) -> int:
    return -int(_number(cell).as_tuple().exponent)


def _finding(group: Subtotal, heading: str) -> Finding:
    figures = [cell.folded.strip() for cell in group.parts]
    values = {
        "indicator": heading,
        "parts": "＋".join(figures[:8]) + ("＋…" if len(figures) > 8 else ""),
        "sum": number(group.sum, 4),
        "whole": key(group.cell.text),
    }
    related = tuple(Related("part", Span(c, 0, len(c.text))) for c in group.parts)
    return Finding(Span(group.cell, 0, len(group.cell.text)), values, related, "subtotal")
