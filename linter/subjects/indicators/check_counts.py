"""IND013: how many indicators a draft says that it has, against the rows of its table."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from linter.document.nodes import Box, Cell, Paragraph, Span, Table, TextNode
from linter.plan.finding import Finding, Related, check
from linter.plan.plan import Plan
from linter.subjects.indicators.columns import ColumnRole
from linter.subjects.indicators.families import families
from linter.subjects.indicators.indicators import Indicator, IndicatorTable, indicator_tables
from linter.subjects.quantities.years import REVIEW_HEADING, is_text
from linter.text.folding import key
from linter.text.numerals import NUMERAL, parse_numeral
from linter.text.patterns import lazily
from linter.text.sentences import start_of

COUNT = rf"(?P<count>\d{{1,3}}|[{NUMERAL}]{{1,3}})"
_LATER = COUNT.replace("count", "later")
_SORT = "约束[性型]|预期[性型]"
_KIND = "(?:主要|核心|具体|发展|量化|工作|规划|考核|监测|评价|重点|关键|目标|任务|[一二三]级)"
# What is said of the figures of indicators, and not of their table: 5项指标完成.
_FIGURES = "(?!完成|实现|达到|超额|提前|中|未|均|位居|排名|高于|低于)"
_ALL = lazily(
    rf"""
    (?<![\d.第]) {COUNT} [项个] {_KIND}* 指标 {_FIGURES}                # 七项主要指标
  | 指标(?:体系)? (?:共有?|共计|合计|总计|共设置?) {_LATER} [项个]       # 指标共12项
    """,
    re.X,
)
_SORTED = lazily(
    rf"""
    (?P<sort>{_SORT}) (?:指标)? (?:共有?|有|为|共计)? {COUNT} [项个]     # 约束性指标3项
  | (?<![\d.第]) {_LATER} [项个] [为是]? (?P<kind>{_SORT})              # 3项约束性指标
    """,
    re.X,
)
_SETS = lazily(
    r"(?<!公)共(?![享同建])|设置|设定|设立|提出|确定|明确|制定|包括|包含|(?<![自理])由(?!于)|分为|安排|选取"
    r"|形成|围绕|列出|细化"
)
_REFERS = lazily(r"[见如][下附表专]|下表|附表|表\s*\d|专栏\s*[\d一二三四五六七八九十]|如下")
_OTHERS = lazily(
    r"国家|省[里级]?下达|上级|上述|其中|“?十[一二三四五]五”?(?:规划|时期)|‹title›|已|剩余|其余|另外"
)
_OPENS_SORTED = lazily(rf"(?:^|[。;])(?:其中|包括|分为|设置)?[,:]?(?:{_SORT})指标")
_TOGETHER = 12  # tables that one count may be said of
_NEAR = 8  # blocks between a count and its table


class _Counts(NamedTuple):
    """The numbers that a table may be said to have: all rows, those that are no parts, …"""

    table: IndicatorTable
    allowed: frozenset[int]
    rows: int


@check
def counted(plan: Plan) -> Iterator[Finding]:
    """IND013: a count of indicators that its table does not have."""
    tables = plan.get(indicator_tables)
    if not tables:
        return
    places = {id(table): i for i, table in enumerate(tables)}
    for paragraph, near in _before_tables(plan, tables):
        text = plan.masked(paragraph)
        if "指标" in text and not _is_review(paragraph):
            section, first = near.table.locator.section, places[id(near)]
            later = tables[first : first + _TOGETHER]
            same = [t for t in later if t.table.locator.section == section]
            yield from _in_paragraph(paragraph, text, same)


def _is_review(node: TextNode) -> bool:
    return any(REVIEW_HEADING.search(line) for line in node.locator.section[-1:])


def _before_tables(
    plan: Plan, tables: Sequence[IndicatorTable]
) -> Iterator[tuple[Paragraph, IndicatorTable]]:
    """Yield the paragraphs with the indicator table that they can be about.

    The next table within a few blocks; any distance where the draft has one and names it.
    """
    places: dict[int, IndicatorTable] = {id(t.table): t for t in tables}
    blocks = plan.document.blocks
    following: IndicatorTable | None = None
    distance = 0
    found: list[tuple[Paragraph, IndicatorTable]] = []
    for block in reversed(blocks):
        parts: Sequence[Paragraph | Table] = block.body if isinstance(block, Box) else (block,)
        for part in reversed(parts):
            if isinstance(part, Table):
                following, distance = places.get(id(part)), 0
            elif is_text(part.locator.zone):
                distance += 1
                if following is not None and distance <= _NEAR:
                    found.append((part, following))
                elif len(tables) == 1 and _REFERS.search(part.folded):
                    found.append((part, tables[0]))
    yield from reversed(found)


def _in_paragraph(
    paragraph: Paragraph, text: str, tables: Sequence[IndicatorTable]
) -> Iterator[Finding]:
    whole = False
    for match in _ALL.finditer(text):
        number = parse_numeral(match["count"] or match["later"])
        clause = _clause(text, match.start())
        told = match["later"] or _SETS.search(clause) or _REFERS.search(text)
        if number is None or not told or _OTHERS.search(clause):
            continue
        whole = True
        counts = _counts(tables, "")
        if number not in counts.allowed:
            yield _finding(paragraph, match, counts, None)
    if not whole and not _OPENS_SORTED.search(text):
        return
    for match in _SORTED.finditer(text):
        number = parse_numeral(match["count"] or match["later"])
        sort = (match["sort"] or match["kind"])[:2]
        counts = _counts(tables, sort)
        if number is not None and counts.rows and number not in counts.allowed:
            yield _finding(paragraph, match, counts, "sort", sort)


def _clause(text: str, at: int) -> str:
    return text[start_of(text, at, "。;!?") : at].rpartition(",")[2]


def _finding(
    node: Paragraph, match: "re.Match[str]", counts: _Counts, variant: str | None, sort: str = ""
) -> Finding:
    head = counts.table.table.rows[0][0]
    caption = counts.table.table.caption
    rows = [r for r in counts.table.indicators if sort in r.attribute]
    related = Span.whole(caption) if caption and not sort else (rows[0].span if rows else None)
    values = {"said": key(match.group()), "rows": str(counts.rows), "sort": f"{sort}性"}
    span = Span(node, match.start(), match.end())
    return Finding(span, values, (Related("table", related or Span.whole(head)),), variant)


def _counts(tables: Sequence[IndicatorTable], sort: str) -> _Counts:
    """The rows of a table, of one attribute if given, counted in every way that is usual.

    A table that goes on below (续表) may count as one with it.
    """
    one = _counted(tables[:1], sort)
    return one._replace(allowed=one.allowed | _counted(tables, sort).allowed)


def _counted(tables: Sequence[IndicatorTable], sort: str) -> _Counts:
    rows = [row for table in tables for row in table.indicators if sort in row.attribute]
    inner = {id(part) for table in tables for f in families(table) for part in f.parts}
    whole = [r for r in rows if r.parent is None and not r.part and id(r) not in inner]
    parents = {id(row.parent) for row in rows if row.parent is not None}
    last = [row for row in rows if id(row) not in parents]  # a whole may be no more than a heading
    numbers = {row.number[0] for row in rows if row.number}
    kinds, names = {_first(row) for row in rows}, {row.name for row in rows}
    ways = {len(rows), len(whole), len(last), len(kinds), len(names)}
    ways |= {len(numbers)} if numbers else set()
    if len(whole) < len(rows):  # where there are parts, some may count and others not
        ways |= set(range(min(ways), max(ways)))
    return _Counts(tables[0], frozenset(ways), len(numbers) or len(rows))


def _first(row: Indicator) -> str:
    """The first cell of names in a row: that of a kind whose rows may count as one."""
    table, cell = row.table, row.span.node
    columns = table.header.of(ColumnRole.NAME) if table else ()
    if table is None or not columns or not isinstance(cell, Cell):
        return row.name
    first = table.table.rows[cell.row][columns[0].index]
    return key((first.origin or first).text) or row.name
