"""IND013: how many projects, and for how much money, a draft says that its table has."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache, partial

from linter.document.nodes import Span, TextNode
from linter.plan.finding import Finding, Related, check
from linter.plan.plan import Plan
from linter.subjects.indicators.check_counts import COUNT
from linter.subjects.indicators.project_tables import Money, ProjectTable, project_tables
from linter.subjects.quantities.quantities import Comparator, Quantity, quantities
from linter.subjects.quantities.units import units_of
from linter.subjects.structure.attachments import attachments
from linter.text.folding import key
from linter.text.numerals import parse_numeral
from linter.text.patterns import lazily, once

_KIND = r"(?:重点|重大|主要|建设|支撑|示范|工程|储备|谋划)*"
_HINT = lazily("项目|工程|总投资")
_LATER = COUNT.replace("count", "later")
_PROJECTS = lazily(
    rf"""
    {_KIND} (?:项目|工程)                                                # 重点项目表（共8项
    (?:共有?|共计|合计|总数|数量?为?|一览表|清单|表|\()* (?:共\s*)? {COUNT} \s* [个项]
    (?![\u4e00-\u9fff])
  | (?<![\d.第]) {_LATER} \s* [个项] {_KIND} (?:项目|工程)               # 共安排6个项目
    (?![\u4e00-\u9fff]{{1,8}}[类个])
    """,
    re.X,
)
_INVESTED = lazily(
    r"(?:计划|估算|概算|预计|项目)?总投资(?:额|规模)?(?:约|共计?|合计|为|达到?|[:])*\s*$"
)
_REFERS = lazily(r"[见列][下附表]|详见|附[件表]\s*\d{0,2}|下表|表\s*\d|清单|如下")
_NUMBERED = lazily(r"附[件表]\s*(?P<number>\d{1,2})")
_LIMITED = lazily(
    r"其中|新开工|续建|竣工|已|第[一二三]批|首批|前期|本年|年度|‹year›年(?!‹to-year›)|每|各|另|等"
)
# What may stand before a count of all projects: 三年共安排, 本计划谋划实施; no kind of projects.
_FREE = lazily(
    r"(?:本|该|此次|全[市县区省州]|我[市县区省州]|[三四五]年|期间|期内|计划|规划|方案|行动|共|总|合计|累计|计|拟|将|重点|主要"
    r"|谋划|策划|安排|实施|推进|组织|建设|确定|列入|纳入|储备|布局|包装|编排|筛选|梳理|形成|提出|包括|明确|涉及|设置"
    r"|有|为|了|的|在|到|表|项目|附件|见|详见|[\d\s()])*"
)
_SPAN = lazily(r"‹year›‹to-year›‹year›年?|到‹year›年")
_ROUND = Decimal("0.5")
_ABOUT = Decimal("0.1")


@check
def projects(plan: Plan) -> Iterator[Finding]:
    """IND013: a number of projects or their investment that the table does not have."""
    tables = plan.get(project_tables)
    if not tables:
        return
    units = plan.lexicon.get(units_of)
    captions = {id(table.table.caption): table for table in reversed(tables)}
    attached = cache(partial(_attached, plan, tables=tables))
    for node in plan.document.paragraphs():
        if not _HINT.search(node.folded):
            continue
        numbers: list[Quantity] | None = None
        for start, end in _sentences(node.folded):
            table = captions.get(id(node))
            if table is None and (number := _referred(node.folded[start:end])) is not None:
                table = attached(number) if number else tables[0] if len(tables) == 1 else None
            if table is None:
                continue
            told, finding = _count(node, start, end, table) or (None, None)
            yield from (finding,) if finding else ()
            numbers = list(quantities(node, units)) if numbers is None else numbers
            first, last = (bisect_left(numbers, at, key=_start) for at in (start, end))
            for quantity in numbers[first:last]:
                if _is_total(node, start, quantity, told):
                    yield from _invested(quantity, table)


def _start(quantity: Quantity) -> int:
    return quantity.span.start


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    at = 0
    for match in once(r"[。;]|$").finditer(text):
        if match.start() > at:
            yield at, match.start()
        at = match.end()


def _referred(sentence: str) -> int | None:
    """The number of the attachment whose table a sentence refers to, 0 where it gives none; None
    where it refers to no table."""
    if not _REFERS.search(sentence):
        return None
    number = _NUMBERED.search(sentence)
    return int(number["number"]) if number else 0


def _attached(plan: Plan, number: int, tables: Sequence[ProjectTable]) -> ProjectTable | None:
    """The one project table of an attachment."""
    present = plan.get(attachments).present
    for i, attachment in enumerate(present):
        if (attachment.number or 1) == number:
            end = present[i + 1].at if i + 1 < len(present) else None
            inside = set(map(id, plan.document.blocks[attachment.at : end]))
            found = [table for table in tables if id(table.table) in inside]
            return found[0] if len(found) == 1 else None
    return None


def _count(
    node: TextNode, start: int, end: int, table: ProjectTable
) -> tuple[int, Finding | None] | None:
    """Where the sentence counts the projects, and what is wrong with the count; None without."""
    for match in _PROJECTS.finditer(node.folded, start, end):
        number = parse_numeral(match["count"] or match["later"])
        before = node.folded[start : match.start()]
        if number is None or _LIMITED.search(_SPAN.sub("", before)):
            continue
        if table.table.caption is not node and not _is_free(before):
            continue
        if number in table.counts:
            return match.end(), None
        said = key(match.group()).lstrip("(")
        values = {"said": said, "rows": str(table.rows)}
        span = Span(node, match.start(), match.end())
        return match.end(), Finding(span, values, (_related(table),), "projects")
    return None


def _related(table: ProjectTable) -> Related:
    return Related("table", Span.whole(table.table.rows[0][0]))


def _is_free(before: str) -> bool:
    """Tell whether the clause says nothing of which projects are counted."""
    return bool(_FREE.fullmatch(_SPAN.sub("", before).rpartition(",")[2]))


def _is_total(node: TextNode, start: int, quantity: Quantity, told: int | None) -> bool:
    """Tell whether a number is the investment of all projects: behind their count, or alone."""
    before = node.folded[start : quantity.span.start]
    invested = _INVESTED.search(before)
    if invested is None:
        return False
    lead = before[: invested.start()]
    counted = told is not None and told <= quantity.span.start and "其中" not in lead
    return counted or (_is_free(lead.rstrip(",")) and not _LIMITED.search(_SPAN.sub("", lead)))


def _invested(quantity: Quantity, table: ProjectTable) -> Iterator[Finding]:
    if not table.money or quantity.unit is None or quantity.upper is not None:
        return
    if any(_is_same(quantity, money) for money in table.money):
        return
    money = table.money[0]
    factor = money.unit.factor if money.unit else Decimal(1)
    unit = money.unit.words if money.unit else ""
    total = f"{(money.value / factor).normalize():f}{unit}"
    values = {"said": key(quantity.words), "total": total}
    place = Span.whole(money.cell) if money.cell else _related(table).span
    yield Finding(quantity.span, values, (Related("table", place),), "invested")


def _is_same(quantity: Quantity, money: Money) -> bool:
    """Tell whether an amount is the table's, rounded to the last place that it gives."""
    if money.unit is None or quantity.unit is None:
        return True
    if money.unit.dimension != quantity.unit.dimension:
        return True
    said = quantity.amount
    room = quantity.factor.scaleb(-quantity.places) * _ROUND
    if quantity.comparator is not Comparator.EXACT:
        room = max(room, _ABOUT * money.value)
    return abs(said - money.value) <= room
