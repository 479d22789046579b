"""The header of an indicator table: what each of its columns holds."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto
from typing import NamedTuple

from linter.document.nodes import Cell, Table
from linter.subjects.quantities.years import years_in
from linter.subjects.times.periods import Period
from linter.text.folding import key
from linter.text.patterns import lazily, once


class ColumnRole(Enum):
    NUMBER = auto()  # 序号
    NAME = auto()  # 指标
    UNIT = auto()  # 单位
    VALUE = auto()  # 2020年, 目标值
    GROWTH = auto()  # 年均增速〔累计〕
    ATTRIBUTE = auto()  # 属性: 预期性 or 约束性
    OTHER = auto()


@dataclass(frozen=True, slots=True)
class Column:
    """A column: `year` for values whose year is known, `base` for the value at the start.

    `superseded` marks what was once planned for a year that another column, or the plan's own
    start, shows to be over: “十二五”规划目标 beside 2015年实现值.
    """

    index: int
    role: ColumnRole
    words: str
    year: int | None = None
    base: bool = False
    superseded: bool = False


class Header(NamedTuple):
    """The columns of a table and the number of rows that its header takes."""

    columns: tuple[Column, ...]
    depth: int

    def of(self, role: ColumnRole) -> tuple[Column, ...]:
        return tuple(column for column in self.columns if column.role is role)


_NAME = lazily(r"指标(?!类|属性|性质|值|体系)|(?:[二三]级|具体)指标")
_NUMBER = lazily(r"‹number-column›|no\.?|号", re.I)
_ITEM = lazily("项目(?:类别|名称)?|名称|内容|任务(?:名称)?")  # below a caption that says 指标
_UNIT = lazily("‹unit-column›")
_ATTRIBUTE = lazily("‹kind-column›")
_GROWTH = lazily(r"年均|增速|增长|增幅|累计|提高|变化|比.*年|\[|〔")
_VALUE = lazily(
    r"目标|现状|基期|基准|基数|规划[值数]|计划(?:[值数]|任务)|实际|实现[值数情]|完成|期末"
    r"|预期值|指标值|预计"
)
_BASE = lazily(r"现状|基期|基准|基数|实际|实现[值数情]|完成|底数")
_TARGET = lazily(r"目标|规划[值数]|计划(?:[值数]|任务)|预期值|力争")
_DEGREE = lazily(
    r"(?:完成|实现|达成|进展)(?:率|程度|比例|度|进度|百分比)|是否|进度|完成时限|完成时间"
)
_PLAN_SPAN = lazily(r"‹year›‹to-year›‹year›")
_DEEPEST = 3


def read_header(table: Table, plan: Period | None) -> Header | None:
    """Return the header of a table that lists indicators, None for any other table."""
    caption = table.caption.folded if table.caption else ""
    for top in range(min(_DEEPEST, len(table.rows) - 1)):
        heads = [key(cell.text) for cell in table.rows[top]]
        listed = "指标" in caption and any(_ITEM.fullmatch(words) for words in heads)
        if listed or any(_NAME.search(words) for words in heads):
            depth = _depth(table, top)
            header = Header(_columns(table, top, depth, plan), depth)
            if header.of(ColumnRole.NAME) and header.of(ColumnRole.VALUE):
                return header
    return None


def _depth(table: Table, top: int) -> int:
    """The rows of the header: those merged into its first, and one that only adds to it."""
    depth = top + max((c.row_span for c in table.rows[top] if not c.covered), default=1)
    if depth + 1 < len(table.rows):
        row = [key(cell.text) for cell in table.rows[depth] if not cell.covered]
        filled = [words for words in row if words]
        heads = [w for w in filled if years_in(w) or _VALUE.search(w) or _GROWTH.search(w)]
        units = [w for w in filled if once(r"[(（].*[)）]").fullmatch(w)]
        if filled and len(filled) < len(row) and len(heads) + len(units) == len(filled):
            depth += 1
    return min(depth, len(table.rows) - 1)


def _columns(table: Table, top: int, depth: int, plan: Period | None) -> tuple[Column, ...]:
    width = len(table.rows[top])
    words = [_words([table.rows[r][c] for r in range(top, depth)]) for c in range(width)]
    heads = [key((table.rows[top][c].origin or table.rows[top][c]).text) for c in range(width)]
    # In a header of two rows without merged cells (Markdown) 目标值 stands over its first column.
    roles = [_role(w) for w in words]
    name = _name_columns(words, heads)
    columns = []
    for c in range(width):
        role = (
            ColumnRole.NAME
            if c in name
            else (ColumnRole.OTHER if roles[c] is ColumnRole.NAME else roles[c])
        )
        columns.append(Column(c, role, words[c], _year(words[c], plan, _reviewed(table, plan))))
    return _with_bases(columns, plan)


def _reviewed(table: Table, plan: Period | None) -> int | None:
    """The one year before the plan that a table's caption speaks of: “十二五”指标完成情况."""
    years = set(years_in(table.caption.folded)) if table.caption else set()
    year = years.pop() if len(years) == 1 else None
    return year if plan and year is not None and year < plan.start else None


def _words(cells: Sequence[Cell]) -> str:
    """The words of a column's header, top down, a merged cell's words once."""
    seen: list[str] = []
    for cell in cells:
        words = key((cell.origin or cell).text)
        if words and words not in seen:
            seen.append(words)
    return "".join(seen)


def _name_columns(words: list[str], heads: list[str]) -> set[int]:
    """The column of names: the deepest of 一级指标, 二级指标; all under a merged 指标.

    Where cells cannot be merged (Markdown), 指标 stands over the columns without a head behind it.
    """
    found = [c for c, w in enumerate(words) if _role(w) is ColumnRole.NAME]
    found = found or [c for c, w in enumerate(words) if _ITEM.fullmatch(w)][:1]
    if not found:
        return set()
    last = found[-1] if once("级指标").search(words[found[-1]]) else found[0]
    names = {c for c in found if heads[c] == heads[last] and heads[c]} or {last}
    while max(names) + 1 < len(words) and not words[max(names) + 1]:
        names.add(max(names) + 1)
    return names


def _role(words: str) -> ColumnRole:
    if _ATTRIBUTE.fullmatch(words):
        return ColumnRole.ATTRIBUTE
    if _UNIT.fullmatch(words):
        return ColumnRole.UNIT
    if _NUMBER.fullmatch(words):
        return ColumnRole.NUMBER
    if _GROWTH.search(words) and not _TARGET.search(words):
        return ColumnRole.GROWTH
    if once(r"年均|\[|〔|累计").search(words):
        return ColumnRole.GROWTH
    if _PLAN_SPAN.search(words) or _DEGREE.search(words):
        return ColumnRole.OTHER
    if years_in(words) or _VALUE.search(words):
        return ColumnRole.VALUE
    if _NAME.search(words):
        return ColumnRole.NAME
    return ColumnRole.OTHER


def _year(words: str, plan: Period | None, reviewed: int | None) -> int | None:
    years = years_in(words)
    if len(years) == 1:
        return years[0]
    if not years and reviewed and (_TARGET.search(words) or _BASE.search(words)):
        return reviewed
    if not years and plan and _TARGET.search(words):
        return plan.end
    if not years and plan and _BASE.search(words):
        return plan.base
    return None


def _with_bases(columns: list[Column], plan: Period | None) -> tuple[Column, ...]:
    """Mark the columns of the value at the start: by their words, else the earliest of several."""
    values = [c for c in columns if c.role is ColumnRole.VALUE]
    years = sorted({c.year for c in values if c.year is not None})
    out = []
    for column in columns:
        base = False
        if column.role is ColumnRole.VALUE and not _TARGET.search(column.words):
            earliest = len(years) > 1 and column.year == years[0]
            before = bool(plan and column.year is not None and column.year < plan.start)
            base = bool(_BASE.search(column.words)) or earliest or (before and len(years) > 1)
        out.append(replace(column, base=base, superseded=_is_superseded(column, values, plan)))
    return tuple(out)


def _is_superseded(column: Column, values: Sequence[Column], plan: Period | None) -> bool:
    """Whether a column holds what was to be reached in a year for which it is known what was."""
    if column not in values or column.year is None or not _TARGET.search(column.words):
        return False
    reached = any(c.year == column.year and not _TARGET.search(c.words) for c in values)
    return reached or (plan is not None and column.year < plan.start)
