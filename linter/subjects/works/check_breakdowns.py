"""IND006 outside the indicator tables: 其中 within a sentence, 合计 in any table."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from linter.document.nodes import Cell, Span, Table
from linter.plan.finding import Finding, Related, check
from linter.plan.plan import Plan
from linter.subjects.indicators.families import likely_steps
from linter.subjects.indicators.phrases import trim
from linter.subjects.quantities.breakdowns import Breakdown, breakdowns
from linter.subjects.quantities.cells import plain_number
from linter.subjects.quantities.schedules import schedules
from linter.subjects.quantities.units import ADDITIVE, COUNTED, MONEY, PEOPLE, THINGS
from linter.text.folding import key
from linter.text.patterns import lazily

_TOTAL = lazily(r"(?:总计|合计|共计)(?:[(].*[)])?")


_PART = lazily(r"其中|小计|^\d+\.\d|^[(]\d|^[(][‹ten›]")


_NOT_SUMMED = lazily(r"率|比重|占比|比例|均|序号|编号|年份|时限|时间|日期|单价|标准|%|增速|电话")


_NUMBER = lazily("‹number›")


_FIGURE = lazily(r"[\d.,]+%?|[-—–/]")


_NONE = lazily(r"[-—–/\\一]*|无")


_AMOUNT = lazily("投资|资金|金额|经费|预算|安排|数量|规模|面积|里程|长度|座数|户数|个数|套数")


_HEAD = 3
_LAYER = lazily(r"[(]?[‹ten›]{1,2}[)、.]?")


Line = Sequence[Cell]  # a row, or a column of the grid turned


class Total(NamedTuple):
    """A total, with the cells that it should sum, in the line headed `heading`.

    `is_counted` tells that the parts are an amount of each of the table's lines, numbered 1, 2, …
    without a gap: none is missing, none is part of another.
    """

    heading: str
    cell: Cell
    parts: tuple[Cell, ...]
    is_counted: bool

    @property
    def sum(self) -> Decimal:
        return sum((plain_number(part) for part in self.parts), Decimal(0))

    @property
    def gap(self) -> Decimal:
        """The sum of the parts less the total."""
        return self.sum - plain_number(self.cell)

    @property
    def rounding(self) -> Decimal:
        """What the gap may be by rounding alone."""
        places = max(-int(plain_number(c).as_tuple().exponent) for c in (self.cell, *self.parts))
        return Decimal(len(self.parts) + 1) / 2 * Decimal(1).scaleb(-places)


def totals(tables: Iterable[Table], scheduled: Collection[int] = ()) -> Iterator[list[Total]]:
    """Yield the totals of each table's row headed 合计, and those of its column.

    The columns of the tables whose ids are `scheduled` are read as a schedule.
    """
    for table in tables:
        grid = table.rows
        columns = [] if id(table) in scheduled else list(zip(*grid, strict=False))
        for lines in (grid, columns):
            if found := list(_totals(lines)):
                yield found


def _totals(lines: Sequence[Line]) -> Iterator[Total]:
    heads = [_head(line) for line in lines]
    marked = [i for i, words in enumerate(heads) if _TOTAL.fullmatch(words)]
    if len(marked) != 1 or any(_PART.search(words) for words in heads) or _are_layered(lines):
        return
    summed = [
        line
        for i, line in enumerate(lines)
        if i not in (0, marked[0]) and not _NOT_SUMMED.search(heads[i]) and _has_numbers(line)
    ]
    for at, cell in enumerate(lines[marked[0]]):
        across = [line[at] for line in summed]
        heading = _head([line[at] for line in lines])
        if len(across) < 2 or not _is_number(cell) or _NOT_SUMMED.search(heading):
            continue
        if all(_is_number(c) or _NONE.fullmatch(c.folded.strip()) for c in across):
            parts = tuple(c for c in across if _is_number(c))
            if len(parts) > 1:
                counted = len(parts) == len(across) and _are_counted(summed)
                yield Total(heading, cell, parts, counted and bool(_AMOUNT.search(heading)))


def _are_layered(lines: Sequence[Line]) -> bool:
    """Whether 一 stands over 1 and 2: the sums of its rows are among the lines."""
    serials = [line[0].folded.strip() for line in lines]
    return any(map(_LAYER.fullmatch, serials)) and any(map(str.isdigit, serials))


def _are_counted(lines: Sequence[Line]) -> bool:
    """Whether the lines begin with 1, 2, 3 …, three of them at least."""
    serials = [line[0].folded.strip().rstrip(".、") for line in lines]
    return len(lines) > 2 and serials == [str(n) for n in range(1, len(lines) + 1)]


def _head(line: Line) -> str:
    """The words that a line begins with, up to its first number; ordinals left out."""
    words: list[str] = []
    for cell in line[:_HEAD]:
        text = key((cell.origin or cell).text)
        if words and _FIGURE.fullmatch(text):
            break
        if text and not text.isdigit() and text not in words:
            words.append(text)
    return "".join(words)


def _has_numbers(line: Line) -> bool:
    return any(_is_number(cell) for cell in line)


def _is_number(cell: Cell) -> bool:
    """A plain number in a cell of its own."""
    alone = not cell.covered and cell.row_span == 1 and cell.column_span == 1
    return alone and bool(_NUMBER.fullmatch(cell.folded.strip()))


_AVERAGE = lazily("均(?!衡)|每|单(?!位)|最[高低]|标准(?!化)")
_FUNDS = lazily("投资|投入|资金|经费|预算|贷款|补助|需求")
_ROUND = 100  # sums below are set in whole 亿元 rather than rounded to them
_SHARE_OF_WHOLE = Decimal("0.04")
_MUCH = 5  # parts over the whole by more than this part of it may overlap: 公益林, 国有林


@check
def spoken(plan: Plan) -> Iterator[Finding]:
    """其中 parts that are more than the whole, or years that are not just the whole.

    People may be counted twice (党员300人、女性420人); things too, so that is a warning.
    """
    for found in plan.get(breakdowns):
        if found.whole.unit is None or found.whole.unit.dimension not in ADDITIVE:
            continue
        whole, parts = found.whole, [part.quantity for part in found.parts]
        scaled = [q.amount for q in (whole, *parts)]
        gap = sum(scaled[1:]) - scaled[0]
        near = abs(gap) <= _room(found)
        if (near and not _is_set(found, gap / scaled[0])) or (
            gap < 0 and not (found.complete or found.named)
        ):
            continue
        much = _MUCH * gap > scaled[0] and not _FUNDS.search(found.words)
        variant = _variant(found, max(scaled[1:]) > scaled[0], much)
        if variant is None:
            continue
        variant = "more-things" if near else variant
        total = sum(scaled[1:]) / whole.factor
        values = {
            "parts": "＋".join(key(q.words) for q in parts),
            "sum": f"{total.normalize():f}" + found.whole.unit.words,
            "whole": key(whole.words),
        }
        span = Span(whole.span.node, found.parts[0].span.start, parts[-1].span.end)
        yield Finding(trim(span), values, (Related("whole", whole.span),), variant)


def _is_set(found: Breakdown, share: Decimal) -> bool:
    """Whether a gap that rounding could make is too large a part of small round sums of money."""
    figures = [found.whole, *(part.quantity for part in found.parts)]
    unit = found.whole.unit
    small = all(q.places == 0 and q.value < _ROUND for q in figures)
    money = unit is not None and unit.dimension in MONEY and bool(_FUNDS.search(found.words))
    return small and money and share >= _SHARE_OF_WHOLE


def _room(found: Breakdown) -> Decimal:
    """What rounding may make of the gap: nothing of things, and little of what is set in plans."""
    figures = [found.whole, *(part.quantity for part in found.parts)]
    places = max(q.places for q in figures)  # 5 beside 3.5 is 5.0
    unit = found.whole.unit
    things = unit is not None and unit.dimension in COUNTED and all(q.factor == 1 for q in figures)
    if places == 0 and (things or all(part.year for part in found.parts)):
        return Decimal(0)
    steps = [q.factor.scaleb(-places) for q in figures]
    most = sum(steps, Decimal(0)) / 2
    if unit is not None and unit.dimension in MONEY:
        return min(most, max(steps) * likely_steps(len(figures)))
    return most - most / 100  # all of it cannot be


def _variant(found: Breakdown, one_exceeds: bool, much: bool) -> str | None:
    if found.complete:
        return "years"
    if found.named:
        return "named"
    if _AVERAGE.search(found.words):
        return None
    dimension = found.whole.unit.dimension if found.whole.unit else ""
    if one_exceeds and len(found.parts) == 1:
        return "more"
    if dimension in PEOPLE or any("以上" in part.words for part in found.parts):
        return None
    return "more-things" if dimension in THINGS or much else "more"


@check
def tabled(plan: Plan) -> Iterator[Finding]:
    """A total of a table that does not add up where another one of its line does."""
    scheduled = {id(schedule.table) for schedule in plan.get(schedules)}
    for line in totals(plan.document.tables(), scheduled):
        wrong = [total for total in line if total.gap and not _is_rounding(total)]
        right = len(line) - len(wrong)
        if len(wrong) > right and len(line) > 1:
            continue
        for total in wrong:
            yield _total(total, right)


@check
def scheduled(plan: Plan) -> Iterator[Finding]:
    """A total of a schedule that is not the sum of its years, where most of its totals are."""
    for schedule in plan.get(schedules):
        rows = [row for row in schedule.rows if row.is_sum]
        wrong = [row for row in rows if not row.holds]
        right = len(rows) - len(wrong)
        for row in wrong if len(wrong) <= max(right, 1) else ():
            values = {
                "indicator": row.name,
                "parts": "＋".join(key(q.words) for q in row.parts),
                "sum": f"{row.sum.normalize():f}",
                "whole": key(row.total.words),
            }
            related = tuple(Related("part", q.span) for q in row.parts)
            sure = right and row.is_slip
            yield Finding(row.total.span, values, related, "yearly" if sure else "yearly-near")


def _is_rounding(total: Total) -> bool:
    fraction = any("." in cell.text for cell in (total.cell, *total.parts))
    return fraction and abs(total.gap) <= total.rounding


def _total(total: Total, right: int) -> Finding:
    values = {
        "indicator": total.heading,
        "parts": _listed([cell.folded.strip() for cell in total.parts]),
        "sum": f"{total.sum.normalize():f}",
        "whole": key(total.cell.text),
    }
    related = tuple(Related("part", Span(c, 0, len(c.text))) for c in total.parts)
    sure = right or total.is_counted
    near = not sure or abs(total.gap) <= total.rounding
    span = Span(total.cell, 0, len(total.cell.text))
    return Finding(span, values, related, "total-near" if near else "total")


def _listed(figures: Sequence[str]) -> str:
    return "＋".join(figures) if len(figures) <= 8 else "＋".join([*figures[:8], "…"])
