"""IND006: subtotals of a table against the rows above them, and its total against the subtotals."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from linter.document.nodes import Cell, Span, Table
from linter.plan.finding import Finding, Related, check
from linter.plan.plan import Plan
from linter.subjects.arithmetic.figures import number
from linter.subjects.quantities.cells import plain_number
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


_CATEGORY = lazily(r"[(]?[‹ten›]{1,2}[)、.]?")
_LEAST = 3

Line = tuple[Sequence[Cell], str]  # a row and what kind it is


class Subtotal(NamedTuple):
    """A subtotal or total, with the cells right above that it should sum."""

    cell: Cell
    parts: tuple[Cell, ...]

    @property
    def sum(self) -> Decimal:
        return sum((plain_number(c) for c in self.parts), Decimal(0))

    @property
    def holds(self) -> bool:
        gap = abs(self.sum - plain_number(self.cell))
        places = max(_places(c) for c in (self.cell, *self.parts))
        room = Decimal(len(self.parts) + 1).scaleb(-places) / 2 if places else Decimal(0)
        return gap <= room


@check
def subtotals(plan: Plan) -> Iterator[Finding]:
    """A 小计 that is not the sum of its rows, a 合计 that is not the sum of the 小计."""
    for table in plan.document.tables():
        if is_text(table.locator.zone) and len(table.rows) > _LEAST:
            kinds = [_kind(row) for row in table.rows[1:]]
            said = "subtotal" in kinds
            if not said:
                kinds = ["subtotal" if k == "category" else k for k in kinds]
            if "subtotal" in kinds and "thereof" not in kinds:
                yield from _of_table(table, kinds, said)


def _of_table(table: Table, kinds: Sequence[str], said: bool) -> Iterator[Finding]:
    """The findings of a table's columns. Where no row is called 小计, most sums must hold."""
    rows = _summed_last(list(zip(table.rows[1:], kinds, strict=True)))
    for at, cell in enumerate(table.rows[0]):
        heading = key(cell.text)
        if not heading or _NOT_SUMMED.search(heading):
            continue
        groups = list(_groups(rows, at))
        wrong = [group for group in groups if not group.holds]
        right = len(groups) - len(wrong)
        if len(wrong) <= (right + 1 if said else right // 2):
            variant = "subtotal" if right or len(groups) > 1 else "total-near"
            yield from (_finding(group, heading, variant) for group in wrong)


def _summed_last(rows: list[Line]) -> list[Line]:
    """The rows so that each subtotal stands behind its own: 一 | 冷链类小计 | 350 leads them."""
    if next((kind for _, kind in rows if kind != "total"), "") != "subtotal":
        return rows
    items = [row for row in rows if row[1] != "total"]
    return items[::-1] + [row for row in rows if row[1] == "total"]


def _kind(row: Sequence[Cell]) -> str:
    words = _head(row)
    if _THEREOF.search(words):
        return "thereof"
    if _SUBTOTAL.fullmatch(words):
        return "subtotal"
    if _TOTAL.fullmatch(words):
        return "total"
    return "category" if _CATEGORY.fullmatch(row[0].folded.strip()) else ""


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


def _groups(rows: Sequence[Line], at: int) -> Iterator[Subtotal]:
    """The sums of a column: of the rows since the last subtotal, and of the subtotals.

    Nothing is said where a row that should count has words, or is merged with others.
    """
    parts: list[Cell] = []
    summed: list[Cell] = []
    for row, kind in rows:
        cell = row[at]
        words = cell.folded.strip()
        plain = not cell.covered and cell.row_span == cell.column_span == 1
        if kind in ("", "category"):
            if plain and _NUMBER.fullmatch(words):
                parts.append(cell)
            elif not _is_void(words) or not (words or cell.covered or _is_heading(row)):
                return
        elif not plain or not _NUMBER.fullmatch(words):
            return
        elif kind == "subtotal":
            if len(parts) > 1:
                yield Subtotal(cell, tuple(parts))
            summed.append(cell)
            parts = []
        else:
            if len(summed) > 1 and not parts:
                yield Subtotal(cell, tuple(summed))
            parts, summed = [], []


def _is_void(words: str) -> bool:
    return not words or bool(_NONE.fullmatch(words))


def _is_heading(row: Sequence[Cell]) -> bool:
    """A row without any figure but its number: 一 | 冷链类 |."""
    return not any(_NUMBER.fullmatch(cell.folded.strip()) for cell in row[1:])


def _places(cell: Cell) -> int:
    return -int(plain_number(cell).as_tuple().exponent)


def _finding(group: Subtotal, heading: str, variant: str) -> Finding:
    figures = [cell.folded.strip() for cell in group.parts]
    values = {
        "indicator": heading,
        "parts": "＋".join(figures[:8]) + ("＋…" if len(figures) > 8 else ""),
        "sum": number(group.sum, 4),
        "whole": key(group.cell.text),
    }
    related = tuple(Related("part", Span(c, 0, len(c.text))) for c in group.parts)
    return Finding(Span(group.cell, 0, len(group.cell.text)), values, related, variant)
