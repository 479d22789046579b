"""IND001 of schedules: what the text pledges against the years and totals of the table."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from linter.document.model import Document
from linter.document.nodes import Paragraph, Span
from linter.plan.finding import Finding, Related, check
from linter.plan.plan import Plan, fact
from linter.subjects.indicators.contexts import clause_before
from linter.subjects.indicators.indicators import indicators
from linter.subjects.indicators.name_index import NameIndex, name_index
from linter.subjects.indicators.names import canonical_forms
from linter.subjects.indicators.phrases import figure
from linter.subjects.indicators.scopes import heading_scope, topic
from linter.subjects.quantities.agreement import Verdict, compare
from linter.subjects.quantities.breakdowns import Breakdown, breakdowns
from linter.subjects.quantities.quantities import Quantity, quantities
from linter.subjects.quantities.schedules import Row, Schedule, schedules
from linter.subjects.quantities.units import Units, units_of
from linter.subjects.quantities.years import Moment, is_text, moments
from linter.subjects.works.works import BEHIND, LEAD, is_free, is_goal, is_plain, is_review
from linter.text.patterns import lazily
from linter.text.sentences import start_of

_DEED = (
    "‹build›|‹found›|整治|修复|筹集|加装|安装|更新|解危|惠及|启动|培训|发放|配租"
    "|种植|铺设|开通|实施|举办|开展|治理|清理|建立|设立"
)


_DEEDS = lazily(_DEED)


_SAME = {
    "建成投用": "建设",
    "建成": "建设",
    "安装": "加装",
    "设立": "建立",
    "举办": "开展",
} | dict.fromkeys(("改造提升", "提升改造", "升级改造", "更新改造"), "改造")


_DONE = lazily(r"(?:完成|实现|全面|共|累计|再)*")


_TAIL = lazily(r"(?:项目|工程|任务|工作|数量|总数|数)$")


_UNTIL = lazily(r"(?:到|至|截至|力争)$")


_END = lazily(r"[底末]")


_ALL = lazily(r"[两三四五]年(?!来|前)|累计|合计|共计|规划期内|期内")


_SEVERAL = lazily(r"分别|各|左右|\d月")


_STOPS = "。!?;\n"


_SHORTEST = 2


_ALONE = 3  # characters: a shorter object (危桥) is known by its deed only


_OF_YEAR = lazily(r"其中[,:]?(?=\s*‹year›年)")


_PLACE = lazily("[全国‹tiers›镇乡年]|其他")


_ELSE = lazily("全[国省市县区州]")


_MONTH = lazily(r"\d{4}\s*年\s*\d{1,2}\s*月")


class Pledge(NamedTuple):
    """An amount that the text gives for a row, for `year` or (None) for all of the plan.

    `narrower` marks an object that is a part of the row's; `goal` one told among the goals, `whole`
    one that is said to be that of all years; `topic` may limit what a section tells.
    """

    row: Row
    quantity: Quantity
    span: Span
    year: int | None
    narrower: bool
    goal: bool
    whole: bool
    topic: str

    @property
    def amount(self) -> Decimal:
        return self.quantity.amount


class _Form(NamedTuple):
    """A name as compared: its object, and what is done to it."""

    object: str
    deeds: frozenset[str]


@fact
def pledges(plan: Plan) -> tuple[Pledge, ...]:
    """What body and boxes say of the works that a schedule sets out year by year."""
    found = plan.get(schedules)
    if not found:
        return ()
    known, names = plan.get(breakdowns), plan.get(name_index)
    return tuple(_pledges(plan.document, found, known, names, plan.lexicon.get(units_of)))


def _pledges(
    document: Document,
    schedules: Sequence[Schedule],
    known: Sequence[Breakdown],
    names: NameIndex,
    units: Units,
) -> Iterator[Pledge]:
    """Yield what body and boxes say of the rows of the draft's complete schedules, in order."""
    rows = [row for schedule in schedules if schedule.complete for row in schedule.rows]
    forms = [(form, row) for row in rows if row.is_sum for form in _forms(row.name)]
    if not forms:
        return
    by_whole = {b.whole.place: b for b in known}
    for paragraph in document.paragraphs():
        here = paragraph.locator
        if not is_text(here.zone) or is_review(here.section) or heading_scope(paragraph, names):
            continue
        for quantity, start, words in _amounts(paragraph, names, units):
            pledge = _pledge(paragraph, quantity, start, words, forms)
            if pledge is not None:
                yield pledge
                found = by_whole.get((id(paragraph), quantity.span.start))
                yield from _yearly(pledge, found) if found else ()


def _forms(words: str) -> set[_Form]:
    """The forms of a name with and without what its brackets hold."""
    out = set()
    for name in canonical_forms(words):
        deeds = frozenset(_SAME.get(m.group(), m.group()) for m in _DEEDS.finditer(name))
        rest = _TAIL.sub("", _DEEDS.sub("", name)).removeprefix("完成")
        if len(rest) >= _SHORTEST:
            out.add(_Form(rest, deeds))
    return out


def _amounts(
    paragraph: Paragraph, names: NameIndex, units: Units
) -> Iterator[tuple[Quantity, int, str]]:
    """The plain amounts of a paragraph, with the words that name them and where these start."""
    text = _OF_YEAR.sub(lambda match: " " * len(match.group()), paragraph.folded)
    last = 0
    for quantity in quantities(paragraph, units):
        at, end = quantity.span.start, quantity.span.end
        clause, last = clause_before(text, at, last), end
        if not is_plain(quantity):
            continue
        lead = LEAD.match(text, clause.start, clause.verb)
        start = lead.end() if lead else clause.start
        place = _ELSE.search(text, clause.start, start)
        if place and not names.is_territory(place.group()):
            continue
        done = _DONE.match(text, start, clause.verb)
        named = done.end() if done else start
        words = text[named : clause.verb]
        behind = BEHIND.match(text, end)
        if behind and (not words or _DEEDS.fullmatch(words)):
            words += behind["object"]
        if words and is_free(text, start, names) and not _SEVERAL.search(text, clause.start, at):
            yield quantity, named if named < at else start, words


def _pledge(
    paragraph: Paragraph,
    quantity: Quantity,
    start: int,
    words: str,
    forms: Sequence[tuple[_Form, Row]],
) -> Pledge | None:
    text = paragraph.folded
    found = _find(_forms(words), quantity, forms)
    if found is None:
        return None
    row, narrower = found
    sentence = start_of(text, start, _STOPS)
    named = list(moments(text[sentence : quantity.span.start], max(row.years)))
    goal = is_goal(paragraph.locator.section)
    lead = text[sentence : quantity.span.start]
    whole = bool(_ALL.search(lead))
    year = None
    if named:
        last = named[-1]
        until = whole or _is_until(lead, last)
        if last.year not in row.years or _MONTH.match(lead, last.start) or len(named) > 1:
            return None
        if until and last.year != max(row.years):
            return None
        year, whole = (None, True) if until else (last.year, whole)
    elif not (goal or whole):
        return None
    span = Span(paragraph, start, quantity.span.end)
    return Pledge(row, quantity, span, year, narrower, goal, whole, topic(paragraph))


def _is_until(lead: str, moment: Moment) -> bool:
    """到2027年, 2027年底: up to then, not in that year."""
    return bool(_UNTIL.search(lead[: moment.start])) or bool(
        _END.search(lead[moment.start : moment.end + 2])
        or _UNTIL.match(lead[moment.start : moment.start + 1])
    )


def _find(
    said: Iterable[_Form], quantity: Quantity, forms: Sequence[tuple[_Form, Row]]
) -> tuple[Row, bool] | None:
    """The one row of the object, and whether the words are narrower."""
    exact, narrower = {}, {}
    for form, row in forms:
        unit = row.total.unit
        if unit is None or quantity.unit is None or unit.dimension != quantity.unit.dimension:
            continue
        for mine in said:
            if mine.object == form.object and _are_one(mine, form):
                exact[id(row)] = row
            elif mine.deeds and mine.deeds == form.deeds and _is_part(mine.object, form.object):
                narrower[id(row)] = row
    found = exact or narrower
    return (next(iter(found.values())), not exact) if len(found) == 1 else None


def _is_part(mine: str, whole: str) -> bool:
    """农村公路 is a part of 公路; what a province does (全省公路) is none."""
    return mine.endswith(whole) and not _PLACE.search(mine.removesuffix(whole))


def _are_one(first: _Form, second: _Form) -> bool:
    """Whether the deeds of one object are one; either may be left out for a telling object."""
    if first.deeds == second.deeds:
        return bool(first.deeds) or len(first.object) > _ALONE
    return len(first.object) >= _ALONE and not (first.deeds and second.deeds)


def _yearly(pledge: Pledge, found: Breakdown) -> Iterator[Pledge]:
    """The years into which the text breaks an amount down."""
    if pledge.narrower or pledge.year is not None:
        return
    for part in found.parts:
        if part.year in pledge.row.years:
            yield pledge._replace(
                quantity=part.quantity, span=part.span, year=part.year, goal=True, whole=True
            )


_QUOTE = 40


@check
def pledged(plan: Plan) -> Iterator[Finding]:
    """An amount of the text that is not that of its row; a section may tell of a part."""
    listed = {id(indicator.span.node) for indicator in plan.get(indicators)}
    for pledge in plan.get(pledges):
        if pledge.year is not None and id(pledge.row.span.node) in listed:
            continue  # held against the table of indicators already
        table = pledge.row.total if pledge.year is None else pledge.row.years[pledge.year]
        variant = _variant(pledge, table) if table is not None else None
        if table is None or variant is None:
            continue
        span = (
            pledge.span if pledge.span.end - pledge.span.start <= _QUOTE else pledge.quantity.span
        )
        values = {
            "indicator": pledge.row.name,
            "year": f"{pledge.year}年" if pledge.year else "合计",
            "when": str(pledge.year or "all years"),
            "table": figure(table),
            "body": figure(pledge.quantity),
        }
        yield Finding(span, values, (Related("table", table.span),), variant)


def _variant(pledge: Pledge, table: Quantity) -> str | None:
    """How sure a contradiction is; None without one."""
    if compare(table, pledge.quantity) is not Verdict.CONTRADICT or _is_sum(pledge):
        return None
    more = pledge.amount > table.amount
    if pledge.narrower:
        return "scheduled-part" if more and pledge.year is None else None
    if pledge.goal:
        return "scheduled"
    if not more and (not pledge.whole or pledge.topic):
        return None  # a section tells of a part
    return "scheduled-near"


def _is_sum(pledge: Pledge) -> bool:
    """Whether the text gives what the years make, where the table's total does not."""
    made: Decimal = pledge.row.sum * pledge.row.total.factor
    return pledge.year is None and pledge.amount == made
