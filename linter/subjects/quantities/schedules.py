"""Schedules (年度任务分解表): amounts of work year by year, with their total.

A header names two years at least and a total (三年合计, 累计, 小计); the first column of words
names the works.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from linter.document.nodes import Cell, Span, Table
from linter.plan.plan import Plan, fact
from linter.subjects.quantities.cells import CellKind, CellValue, read_cell
from linter.subjects.quantities.quantities import Comparator, Quantity
from linter.subjects.quantities.units import ADDITIVE, PEOPLE, Unit, Units, units_of
from linter.subjects.quantities.years import is_text
from linter.subjects.times.periods import Period, period
from linter.text.folding import key
from linter.text.numerals import NUMERAL, parse_numeral
from linter.text.patterns import lazily, once

_YEAR = lazily(
    r"(?P<year>‹year›)年?度?(?:计划|建设|改造|年度)?(?:目标|任务|完成|计划|安排|投资|资金|数)?"
    r"(?:任务|目标|数|值|量)?(?:数|值|量)?(?:\(.*\))?"
)
_BASE = lazily(r"完成(?!目标)|现状|实际|基期|已")
_TOTAL = lazily(
    rf"""(?P<length>
        (?P<n>[{NUMERAL}\d]{{1,2}})年                   # 三年
      | ‹year›‹to-year›‹year›年?                        # 2021—2025年
      | [“"']?十.五[”"']?(?:时期|期间)?                 # “十四五”期间
    )?
    (?P<sum>合计|总计|累计|共计|小计)
    (?:目标|任务|完成|安排|投资|资金)?(?:任务|目标)?[数值量]?(?:\(.*\))?""",
    re.X,
)
_NAME = lazily(
    r"(?:工作|重点|主要|目标|建设|改造|具体|年度|项目|任务|指标)*(?:任务|项目|指标|名称|内容|事项|类别|工程)"
    r"|[县市区旗乡镇街道、/()]{2,}"
)
_UNIT = lazily("‹unit-column›")
_NO_SUM = lazily(
    r"率|比重|占比|比例|人均|户均|每[百千万亿人户]|平均|均值|指数|得分|排名|标准|存量|保有量|总量|总数|总面积|总里程|在册|年末|期末|系数|浓度"
)
_BESIDE = lazily(r"完成|现状|实际|基期|已|以?前|截至|结转|以?后|上年|往年|年底|年末|‹year›")
_ALL = lazily(r"(?:合计|总计|小计|共计|全[市县区省州])")
_HEAD = 2
_SHORT = 4  # a gap of more than a quarter of the sum is no slip of adding


@dataclass(frozen=True, slots=True, eq=False)
class Row:
    """A row: its values by year (None: a mark, or nothing), its total, and what they should make.

    `is_sum` tells that the total could be the sum of the years: not a rate or a stock; `carried`
    is what other columns (已完成, 结转) may add to it, in the base unit.
    """

    name: str
    span: Span
    unit: Unit | None
    years: dict[int, Quantity | None]
    total: Quantity
    is_sum: bool
    carried: Decimal

    @property
    def parts(self) -> list[Quantity]:
        return [q for q in self.years.values() if q is not None]

    @property
    def sum(self) -> Decimal:
        """The sum of the years in the unit of the total."""
        return sum((q.amount for q in self.parts), Decimal(0)) / self.total.factor

    def up_to(self, year: int) -> Decimal:
        """The sum of the years up to one, in the base unit of the dimension."""
        told = (q for y, q in self.years.items() if q is not None and y <= year)
        return sum((q.amount for q in told), Decimal(0))

    @property
    def holds(self) -> bool:
        """Whether the years make the total, or make it but for their rounding."""
        places = max(q.places for q in (self.total, *self.parts))
        room = Decimal(len(self.parts) + 1) / 2 * Decimal(1).scaleb(-places) if places else 0
        more = self.sum + self.carried / self.total.factor
        return any(abs(made - self.total.value) <= room for made in (self.sum, more))

    @property
    def is_slip(self) -> bool:
        """Whether a total that does not hold can only be a slip: every year told, and near."""
        near = _SHORT * abs(self.sum - self.total.value) <= self.sum
        people = self.unit is not None and self.unit.dimension in PEOPLE
        overlap = people and self.total.value < self.sum
        return near and len(self.parts) == len(self.years) and not overlap


@dataclass(frozen=True, slots=True, eq=False)
class Schedule:
    """A table of works by year. `complete`: its years are those of the plan or of 三年."""

    table: Table
    complete: bool
    rows: tuple[Row, ...]


class _Columns(NamedTuple):
    """The columns of a schedule; `years` by column, `beside` what may be carried into totals."""

    name: int
    units: tuple[int, ...]
    years: dict[int, int]
    total: int
    beside: tuple[int, ...]


_SAID = (CellKind.VALUE, CellKind.MARK, CellKind.EMPTY, CellKind.NOT_APPLICABLE)


@fact
def schedules(plan: Plan) -> tuple[Schedule, ...]:
    """The tables of works year by year (年度任务分解表)."""
    return tuple(_schedules(plan.document.tables(), plan.lexicon.get(units_of), plan.get(period)))


def _schedules(tables: Iterable[Table], units: Units, period: Period | None) -> Iterator[Schedule]:
    """Yield the schedules among the tables in reading order."""
    for table in tables:
        if is_text(table.locator.zone):
            for top in range(min(_HEAD, len(table.rows) - 1)):
                found = _schedule(table, top, units, period)
                if found is not None:
                    yield found
                    break


def _schedule(table: Table, top: int, units: Units, period: Period | None) -> Schedule | None:
    heads = _heads(table, top)
    dated = {c: m for c, words in enumerate(heads) if (m := _YEAR.fullmatch(words))}
    years = {
        c: int(m["year"])
        for c, m in dated.items()
        if not _is_base(heads[c], int(m["year"]), period)
    }
    totals = {c: m for c, words in enumerate(heads) if (m := _TOTAL.fullmatch(words))}
    names = [c for c, words in enumerate(heads) if _NAME.fullmatch(words)]
    units_at = [c for c, words in enumerate(heads) if _UNIT.fullmatch(words)]
    run = sorted(years.values())
    if (
        len(run) < 2
        or len(totals) != 1
        or not names
        or run != list(range(run[0], run[0] + len(run)))
    ):
        return None
    at, total = next(iter(totals.items()))
    beside = [c for c, w in enumerate(heads) if c not in years and c != at and _BESIDE.search(w)]
    columns = _Columns(names[-1], tuple(units_at), years, at, tuple(beside))
    rows = (_row(row, columns, units) for row in table.rows[top + 1 :])
    return Schedule(table, _is_complete(total, run, period), tuple(r for r in rows if r))


def _heads(table: Table, top: int) -> list[str]:
    """The words of the header's last row; where it has none, those above."""
    own = [key((cell.origin or cell).text) for cell in table.rows[top]]
    above = [key((cell.origin or cell).text) for cell in table.rows[max(0, top - 1)]]
    return [words or upper for words, upper in zip(own, above, strict=False)]


def _is_base(words: str, year: int, period: Period | None) -> bool:
    return bool(_BASE.search(words)) or (period is not None and year < period.start)


def _is_complete(total: re.Match[str], run: Sequence[int], period: Period | None) -> bool:
    if total["n"]:
        return parse_numeral(total["n"].replace("两", "二")) == len(run)
    return period is not None and (run[0], run[-1]) == (period.start, period.end)


def _row(row: tuple[Cell, ...], columns: _Columns, units: Units) -> Row | None:
    name = row[columns.name].origin or row[columns.name]
    words = key(row[columns.units[0]].text) if columns.units else ""
    inner = once(r"\(([^()]*)\)\s*$").search(name.folded)
    unit = units.parse(words) or (units.parse(inner[1]) if inner else None)
    total = _amount(read_cell(row[columns.total], unit, units))
    cells = {year: read_cell(row[c], unit, units) for c, year in columns.years.items()}
    if total is None or any(value.kind not in _SAID for value in cells.values()):
        return None
    values = {year: _amount(value) for year, value in cells.items()}
    if any(v.kind is CellKind.VALUE and values[year] is None for year, v in cells.items()):
        return None
    end = inner.start() if inner and units.parse(inner[1]) else len(name.folded.rstrip())
    label = key(name.text[:end])
    if not label or _ALL.fullmatch(label):
        return None
    beside = [_amount(read_cell(row[c], unit, units)) for c in columns.beside]
    carried = sum((q.amount for q in beside if q), Decimal(0))
    unit = unit or total.unit
    is_sum = _is_sum(label, unit, values, total)
    return Row(label, Span(name, 0, end), unit, values, total, is_sum, carried)


def _amount(value: CellValue) -> Quantity | None:
    quantity = value.quantity if value.kind is CellKind.VALUE else None
    if quantity is None or quantity.comparator is not Comparator.EXACT:
        return None
    return quantity


def _is_sum(
    name: str, unit: Unit | None, values: dict[int, Quantity | None], total: Quantity
) -> bool:
    """Whether a total claims to be the sum: the last of what runs on, or a mean, is none."""
    if _NO_SUM.search(name) or (unit is not None and unit.dimension not in ADDITIVE):
        return False
    amounts = [q.amount for q in values.values() if q is not None]
    if len(amounts) < 2:
        return False
    whole = total.amount
    mean = sum(amounts, Decimal(0)) / len(amounts)
    return whole not in (amounts[-1], max(amounts), mean)
