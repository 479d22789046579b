"""NUM010: numbers left out or used twice inside a paragraph, and in the 序号 column of a table."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from linter.document.nodes import Cell, Span, Table, TextNode, Zone
from linter.plan.everywhere import everywhere
from linter.plan.finding import Finding, Related, check
from linter.plan.plan import Plan
from linter.text.numerals import parse_numeral
from linter.text.patterns import lazily

_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_START = r"(?:^|(?<=[。;:,、”)]))\s?"
_FORMS = (
    (lazily(_START + r"(?P<words>\((?P<n>\d{1,2})\))(?=[^\s。;,、)])"), "(1)"),
    (lazily(_START + rf"(?P<words>(?P<n>[{_CIRCLED}]))(?=[^\s。;,、)\d{_CIRCLED}])"), "①"),
    (lazily(_START + r"(?P<words>(?P<n>\d{1,2})\))(?=[\u4e00-\u9fff“])"), "1)"),
    (
        lazily(r"(?<=[。;:])\s?(?P<words>(?P<n>\d{1,2})[.、](?![\d第]))(?=[\u4e00-\u9fff“])"),
        "1.",
    ),
    (lazily(r"(?<=[。;:,])\s?(?P<words>\((?P<n>[‹ten›]{1,3})\))(?=[\u4e00-\u9fff“])"), "(一)"),
)
_NUMBERS = lazily("‹number-column›|No\\.?|编号")
_LEAST = 3
_SURE = 0.7  # of the rows count up


@check
def inline_gap(plan: Plan) -> Iterator[Finding]:
    """NUM010: （1）（2）（4） and ①②② in one paragraph."""
    text = plan.get(everywhere).text
    for pattern, sign in _FORMS:
        if sign not in text:
            continue
        for node in plan.worded:
            if sign in node.folded and node.locator.zone is not Zone.TOC:
                yield from _judge(node, list(pattern.finditer(node.folded)))


def _judge(node: TextNode, found: Sequence[re.Match[str]]) -> Iterator[Finding]:
    """The first fault of a run that begins with 1; another 1 begins another run."""
    for before, here in pairwise(found):
        last, number = _value(before["n"]), _value(here["n"])
        if number in (1, last + 1):
            continue
        if _value(found[0]["n"]) == 1:
            yield _finding(
                Span(node, *before.span("words")), Span(node, *here.span("words")), last, number
            )
        return


def _value(words: str) -> int:
    if words in _CIRCLED:
        return _CIRCLED.index(words) + 1
    return parse_numeral(words) or 0


def _finding(before: Span, here: Span, last: int, number: int) -> Finding:
    values = {"words": here.quote, "before": before.quote, "expected": str(last + 1)}
    variant = "repeated" if number <= last else None
    return Finding(here, values, (Related("before", before),), variant)


@check
def row_numbers(plan: Plan) -> Iterator[Finding]:
    """NUM010: the 序号 column of a table that goes 1, 2, 2, 5."""
    for table in plan.document.tables():
        column = _number_column(table)
        if column is not None:
            yield from _rows(table, column)


def _number_column(table: Table) -> int | None:
    """The column headed 序号, where the first row is a head and the grid has no such second."""
    if len(table.rows) <= _LEAST:
        return None
    heads = [cell.column for cell in table.rows[0] if _NUMBERS.fullmatch(cell.folded.strip())]
    return heads[0] if len(heads) == 1 else None


def _rows(table: Table, column: int) -> Iterator[Finding]:
    cells: list[Cell] = []
    for row in table.rows[1:]:
        cell = next((c for c in row if c.column == column), None)
        if cell is not None and not cell.covered and cell.text.strip():
            if not cell.folded.strip().isdigit():
                return  # parts with heads of their own, numbers such as 1.1
            cells.append(cell)
    steps = [(a, b, int(a.folded), int(b.folded)) for a, b in pairwise(cells)]
    good = sum(y == x + 1 for _, _, x, y in steps)
    if len(cells) < _LEAST or int(cells[0].folded) != 1 or good < _SURE * (len(steps) - 1):
        return
    for before, here, last, number in steps:
        if number not in (1, last + 1):
            first, second = (Span(cell, 0, len(cell.text)) for cell in (before, here))
            yield _finding(first, second, last, number)
            return
