"""Works: amounts that a plan sets out to build or bring about: 新建、改扩建公办幼儿园60所.

Most works are told anew for every place and section. Only what carries no limit at all is kept: no
其中, 每 or 首批, no scope before it, no report of what has been done.
"""

from bisect import bisect_right
from collections.abc import Iterator
from decimal import Decimal
from enum import Enum, auto
from functools import lru_cache
from typing import NamedTuple

from linter.document.model import Document
from linter.document.nodes import Cell, Paragraph, Span, TextNode
from linter.plan.plan import Plan, fact
from linter.subjects.indicators.contexts import is_stated
from linter.subjects.indicators.name_index import NameIndex, name_index
from linter.subjects.indicators.names import canonical
from linter.subjects.indicators.scopes import clause_scope, heading_scope, limit, topic
from linter.subjects.indicators.timeline import REACHED, goal_depth
from linter.subjects.quantities.quantities import Comparator, Quantity, quantities
from linter.subjects.quantities.units import ADDITIVE, Units, units_of
from linter.subjects.quantities.years import is_text, moments, years_in
from linter.subjects.times.periods import period
from linter.text.patterns import lazily, once
from linter.text.sentences import start_of

_DEED = "‹build›|‹found›|选树|治理|整治|修复|培训"
_AGAIN = frozenset({"培训"})  # counted anew wherever it is told without 三年 or 到2026年
_WORK = lazily(
    rf"(?P<deeds>(?:{_DEED})(?:[、和及与或]?(?:{_DEED}))*)"
    r"(?P<object>[^\d,。;:!?()]{2,24}?)?(?:达到|达|共计|共|合计|累计)?(?=\d)"
)
BEHIND = lazily(r"的?(?P<object>[^\d,。;:!?、()]{3,20})(?=[,。;、)]|$)")
_ONE = lazily(_DEED)
_DEEDS = {  # under one form
    "新改扩建": "新建 改扩建",
    "新改建": "新建 改建",
    "新扩建": "新建 扩建",
    "建成投用": "建设",
    "建成": "建设",
    **dict.fromkeys(("改造提升", "提升改造", "升级改造", "更新改造"), "改造"),
}
_MARK = lazily(r"[,。;:!?、()]")
LEAD = lazily(
    r"(?:到|至|截至|力争|争取|确保|计划|规划|预计|将|要|再|共|全[省市县区州]|[我本][省市县区州]|累计|合计|内|间|期|期间|时期"
    r"|[三四五]年|[年底末前\d\s“”\"十一二三四五])*"
)
_WHOLE = lazily(
    r"[三四五两]年(?![来前])|(?:到|至)(?:20)\d\d年|20\d\d年(?:年?底|末)?[之以]?前|全[省市县区州]|累计|五”?期?末"
)
_LIMITED = lazily(r"每|各|首批|[一二三]期|先行|试点|其中|等|其他|年度|当年|分别|另|以上")
_DONE = lazily(r"年来|以来|[累共]?已|过去|了\d")
_GENERIC = lazily(
    r"(?:国家|省|市|县|区|级|以上|示范|重点|骨干|创新|公共|服务|综合|特色|优质|标准化|专业|新型|各类|一批|平台|基地|项目|企业"
    r"|园区|园|中心|工程|机构|团队|人才|站|点|镇|乡|村|社区|学校|场所|设施|系统|载体|主体|队伍|品牌|产品|场景|应用|案例)+"
)
_PLACED = lazily("城区|主城|老城|新城|县城|东部|西部|南部|北部|中部|沿[海江河]|片区")
_RANGE_END = lazily(r"‹year›‹to-year›(‹year›)")


class Setting(Enum):
    """The part of a plan in which a work is told."""

    GOAL = auto()
    BODY = auto()
    BOX = auto()
    TABLE = auto()


class Work(NamedTuple):
    """An amount of work. `deeds` and `object` as compared; `year` where the draft names one.

    `whole` tells that the sentence speaks of all of the plan: 三年, 到2026年, 全市.
    """

    deeds: frozenset[str]
    object: str
    quantity: Quantity
    year: int | None
    part: Setting
    section: str
    topic: str
    span: Span
    whole: bool = False

    @property
    def amount(self) -> Decimal:
        """The value in the base unit of its dimension."""
        return self.quantity.amount


@fact
def works(plan: Plan) -> tuple[Work, ...]:
    """The amounts of work that the draft sets out to do."""
    years = plan.get(period)
    units = plan.lexicon.get(units_of)
    return tuple(_works(plan.document, plan.get(name_index), units, years.end if years else None))


def _works(
    document: Document, names: NameIndex, units: Units, plan_end: int | None
) -> Iterator[Work]:
    """Yield the works of body, boxes and tables of a draft, each part in reading order."""
    for paragraph in document.paragraphs():
        path = paragraph.locator.section
        if not is_text(paragraph.locator.zone) or is_review(path):
            continue
        if not heading_scope(paragraph, names):
            yield from _read(paragraph, _part(paragraph), names, units, plan_end)
    for table in document.tables():
        if is_text(table.locator.zone):
            for row in table.rows[1:]:
                told = [c for c in row if not c.covered and _WORK.search(c.folded)]
                if told and _year_of_row(row) in (None, plan_end):
                    for cell in told:
                        yield from _read(cell, Setting.TABLE, names, units, plan_end)


def is_goal(path: tuple[str, ...]) -> bool:
    """Tell whether a path of headings is that of goals."""
    return goal_depth(path) is not None


@lru_cache(maxsize=1024)
def is_review(path: tuple[str, ...]) -> bool:
    """Tell whether a path of headings is that of what was reached, and not of goals."""
    return any(REACHED.search(line) for line in path) and not is_goal(path)


def _part(paragraph: Paragraph) -> Setting:
    if paragraph.locator.box is not None:
        return Setting.BOX
    return Setting.GOAL if is_goal(paragraph.locator.section) else Setting.BODY


def _year_of_row(row: tuple[Cell, ...]) -> int | None:
    """The year in which a row's task ends: the last of 2026—2030年."""
    ends = [int(m[1]) for cell in row for m in _RANGE_END.finditer(cell.folded)]
    years = ends or [year for cell in row for year in years_in(cell.folded)]
    return max(years, default=None)


def _read(
    node: TextNode, part: Setting, names: NameIndex, units: Units, plan_end: int | None
) -> Iterator[Work]:
    text = node.folded
    if not _WORK.search(text):
        return
    numbers = {q.span.start: q for q in quantities(node, units)}
    dated = [m for m in moments(text, plan_end) if not m.refers]
    for match in _WORK.finditer(text):
        quantity = numbers.get(match.end())
        if quantity is None or not is_plain(quantity) or not is_free(text, match.start(), names):
            continue
        behind = None if match["object"] else BEHIND.match(text, quantity.span.end)
        if behind is None and not is_stated(text, quantity.span.end):
            continue  # 打造全国领先的10个品牌
        words = canonical(match["object"] or (behind["object"] if behind else ""))
        if len(words) < 2 or _GENERIC.fullmatch(words) or _LIMITED.search(words):
            continue
        whole = _is_whole(text, match.start())
        if match["deeds"] in _AGAIN and not whole:
            continue
        found = [m.group() for m in _ONE.finditer(match["deeds"])]
        end = behind.end() if behind else quantity.span.end
        named = bisect_right(dated, match.start(), key=lambda moment: moment.end)
        yield Work(
            deeds=frozenset(" ".join(_DEEDS.get(deed, deed) for deed in found).split()),
            object=words,
            quantity=quantity,
            year=dated[named - 1].year if named else None,
            part=part,
            section=next(iter(node.locator.section), ""),
            topic=_topic(node, part, words),
            span=Span(node, match.start(), end),
            whole=whole,
        )


def _is_whole(text: str, at: int) -> bool:
    """Whether the clause, or what opens its sentence, names all the years or all the place."""
    start = start_of(text, at, "。!?\n;")
    clauses = text[start:at].split(",")
    return any(_WHOLE.search(clause) for clause in (clauses[0], clauses[-1]))


def _topic(node: TextNode, part: Setting, words: str) -> str:
    """What a heading may limit a work to; a box stands under a heading that is not its own."""
    if not isinstance(node, Paragraph):
        return ""
    found = limit(node.title) if part is Setting.BOX else topic(node)
    lines = (node.title, *(node.locator.section[-1:] if part is not Setting.BOX else ()))
    placed = (m.group() for line in lines if len(line) <= 24 and (m := _PLACED.search(line)))
    found = found or next(placed, "")
    return "" if found in words else found


def is_plain(quantity: Quantity) -> bool:
    """Tell whether a quantity is one exact amount."""
    exact = quantity.comparator is Comparator.EXACT and quantity.upper is None and quantity.literal
    return exact and quantity.unit is not None and quantity.unit.dimension in ADDITIVE


def is_free(text: str, at: int, names: NameIndex) -> bool:
    """Tell whether nothing in front limits the work to a place, a part or a year among several."""
    sentence = start_of(text, at, "。!?\n;")
    before = text[sentence:at]
    marks = [m.end() for m in _MARK.finditer(before)]
    clause = before[marks[-1] :] if marks else before
    limited = once(r"每年|年度|其中|首批|分年|年均").search(before) or _DONE.search(before)
    if limited or not LEAD.fullmatch(clause):
        return False
    return not clause_scope(before, names)
