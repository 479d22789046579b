"""Statements: clauses of the body and the boxes that give a measure a value in a year.

Two mentions are the same fact only when name, year, scope and dimension agree; a statement is
matched to an indicator only if every word before the name is one without weight
(linter.facts.names). What cannot be told is left unmatched.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from linter.document import Document, Paragraph, Span
from linter.facts.clauses import Clause, Kind, clause_before, is_stated, listed
from linter.facts.indicators import Indicator
from linter.facts.name_index import NameIndex
from linter.facts.quantities import Quantity, quantities
from linter.facts.timeline import Timeline
from linter.facts.units import Units, units_of
from linter.facts.years import Dated, Moment, is_text, plan_years
from linter.lexicon import Lexicon

_TITLE = re.compile(r"《[^《》]{1,120}》|https?://\S+")
_SCOPE_CLAUSE = re.compile(
    r"(?:在|对|对于|支持|推动|鼓励|其中)?(?P<scope>[^,;:]{1,12}?(?:地区|区域|片区|城区|园区|开发区|新区|山区|县"
    r"|(?<!上)市|县\(市、区\)|农村|城镇|乡镇|企业|领域|行业|方面|部门|机构|系统|经济区|都市圈|城市群|合作区|示范区))$"
)
_SCOPE_HEADING = re.compile(
    r"[\u4e00-\u9fff]{2,}(?:经济区|都市圈|城市群|片区|新区|合作区|示范区|地区|[市县区州])$"
)
_INDEX = re.compile(r"(?:指数|系数|得分|评分)$")
_SEPARATED = re.compile(r"\s*(?:、|,|和|及|与|以及)\s*")


@dataclass(frozen=True, slots=True, eq=False)
class Statement:
    """One value of one measure. `span` runs from the subject to the number.

    `name` is the subject's canonical form. `year` is None where the draft does not tell;
    `dated` says how it is known. `since` is the year that a change is reckoned from.
    `inherited` marks a subject that an earlier clause of the sentence names.
    """

    name: str
    quantity: Quantity
    year: int | None
    dated: Dated
    kind: Kind
    scope: str
    cumulative: bool
    inherited: bool
    span: Span
    subject: Span
    indicator: Indicator | None = None
    sentence: int = 0
    since: int | None = None


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a number stands: its paragraph, the text with years blanked, clause and context."""

    node: Paragraph
    text: str
    clause: Clause
    before: Statement | None
    scope: str


class Reader:
    """Reads the statements of a draft's paragraphs."""

    def __init__(self, names: NameIndex, timeline: Timeline, units: Units) -> None:
        self._names = names
        self._timeline = timeline
        self._units = units

    def read(self, paragraph: Paragraph) -> Iterator[Statement]:
        """Yield the statements of a paragraph in order. Call it for the paragraphs in order."""
        text = _TITLE.sub(lambda m: "\ue000" * len(m.group()), paragraph.folded)
        moments = self._timeline.enter(paragraph, text)
        numbers = list(quantities(paragraph, self._units, text))
        blanked = _blank(text, moments)
        heading = _heading_scope(paragraph, self._names)
        last, i = 0, 0
        before: Statement | None = None
        while i < len(numbers):
            clause = clause_before(blanked, numbers[i].span.start, last)
            group = self._group(blanked, clause, numbers, i)
            i += len(group)
            if not is_stated(text, group[-1].span.end):
                continue  # 80%以上乡镇的普及率达到50%: the number is a part of the next subject
            scope = heading or self._clause_scope(blanked[clause.sentence : clause.start])
            made = self._statements(_Place(paragraph, blanked, clause, before, scope), group)
            before = made[-1] if made else before
            yield from made
            last = group[-1].span.end

    def _group(
        self, text: str, clause: Clause, numbers: Sequence[Quantity], at: int
    ) -> list[Quantity]:
        """The number at `at`, with those that 分别 joins to it."""
        group = [numbers[at]]
        while "分别" in clause.glue and at + len(group) < len(numbers):
            following = numbers[at + len(group)]
            between = text[group[-1].span.end : following.span.start]
            if not _SEPARATED.fullmatch(re.sub("超过|突破|达到|约", "", between)):
                break
            group.append(following)
        return group

    def _statements(self, place: "_Place", group: Sequence[Quantity]) -> list[Statement]:
        """The statements that one clause makes, one a number."""
        clause = place.clause
        if len(group) == 1:
            made = self._one(place, group[0], clause.start, clause.verb)
            return [made] if made is not None else []
        words = place.text[clause.start : clause.verb]
        parts = listed(words, len(group)) or []
        out = []
        for i, (quantity, (start, end)) in enumerate(zip(group, parts, strict=bool(parts))):
            made = self._one(place, quantity, clause.start + start, clause.start + end)
            if made is not None and i < len(parts) - 1 and made.indicator is None:
                made = self._sharing_tail(made, words[start:end], words[slice(*parts[-1])])
            out += [made] if made is not None else []
        return out

    def _sharing_tail(self, statement: Statement, head: str, last: str) -> Statement | None:
        """城市和农村家庭宽带接入能力分别…: complete 城市 with the tail of the last name."""
        for cut in range(1, len(last) - 1):
            found = self._names.find(head + last[cut:], statement.quantity.unit, statement.kind)
            if found.indicator is not None:
                known = None if statement.scope else found.indicator
                return replace(statement, name=found.name, indicator=known)
        return None

    def _one(self, place: "_Place", quantity: Quantity, start: int, end: int) -> Statement | None:
        """The statement that gives `quantity` to the words from `start` to `end`."""
        clause = place.clause
        kind = clause.kind
        if quantity.unit is not None and quantity.unit.dimension == "points":
            kind = Kind.CHANGE if kind is not Kind.GROWTH else kind
        found = self._names.find(place.text[start:end], quantity.unit, kind)
        subject = Span(place.node, start + found.start, end)
        year, dated = self._timeline.year(place.node, clause.sentence, quantity.span.start)
        statement = Statement(
            name=found.name,
            quantity=quantity,
            year=year,
            dated=dated,
            kind=kind,
            scope=place.scope,
            cumulative="累计" in clause.glue or "合计" in clause.glue,
            inherited=not found.name,
            span=Span(place.node, subject.start, quantity.span.end),
            subject=subject,
            indicator=None if place.scope else found.indicator,
            sentence=clause.sentence,
            since=self._timeline.since(clause.start, quantity.span.start),
        )
        if not found.name or found.name.startswith("占"):
            return self._inherit(statement, place)
        plain = quantity.unit is None and found.indicator is None
        return None if plain and not _INDEX.search(found.name) else statement

    def _inherit(self, statement: Statement, place: "_Place") -> Statement | None:
        """Give a clause without a subject the subject of the clause before it."""
        before = place.before
        if before is None or before.sentence != statement.sentence:
            return None
        if statement.name:  # 占全国的比重达到5%
            name = before.name + statement.name
            known = None if before.scope else self._names.exact(name, statement.kind)
            return replace(
                statement, name=name, scope=before.scope, inherited=True, indicator=known
            )
        if statement.kind is Kind.ANNUAL:
            return None
        same_year = before.year == statement.year
        if statement.kind is Kind.VALUE and (same_year or not place.clause.states):
            return None
        indicator = self._names.related(before.name, statement.kind) or before.indicator
        return replace(
            statement,
            name=before.name,
            scope=before.scope,
            cumulative=before.cumulative or statement.cumulative,
            span=statement.quantity.span if statement.kind is Kind.VALUE else statement.span,
            subject=before.subject,
            indicator=indicator if not before.scope else None,
        )

    def _clause_scope(self, lead: str) -> str:
        """Words of an earlier clause of the sentence that limit what follows: 在山区县，"""
        for clause in reversed(re.split(r"[,;:]", lead)):
            words = clause.strip()
            if re.search(r"\d", words):
                return ""
            match = _SCOPE_CLAUSE.fullmatch(words)
            if match and not self._names.is_territory(match["scope"]):
                return match["scope"]
        return ""


def _blank(text: str, moments: Sequence[Moment]) -> str:
    """The text with its years blanked out, so that they are no part of names and verbs."""
    for moment in moments:
        text = text[: moment.start] + " " * (moment.end - moment.start) + text[moment.end :]
    return text


def _heading_scope(paragraph: Paragraph, names: NameIndex) -> str:
    """A heading above the paragraph that names a part of the territory: （三）川东北经济区."""
    for line in paragraph.locator.section:
        words = re.sub(r"^\W*(?:[一二三四五六七八九十\d]+\W+)?", "", line).rstrip("。")
        if len(words) <= 12 and _SCOPE_HEADING.fullmatch(words) and not names.is_territory(words):
            return words
    return ""


def statements_of(
    document: Document, indicators: Sequence[Indicator], names: NameIndex, lexicon: Lexicon
) -> tuple[Statement, ...]:
    """Return the statements of a draft's body and boxes in reading order."""
    reader = Reader(names, Timeline(_plan_end(document, indicators)), units_of(lexicon))
    paragraphs = (p for p in document.paragraphs() if is_text(p.locator.zone))
    return tuple(statement for p in paragraphs for statement in reader.read(p))


def _plan_end(document: Document, indicators: Sequence[Indicator]) -> int | None:
    """The last year of the plan by its title, else the one target year of its tables."""
    plan = plan_years(document)
    targets = {v.year for i in indicators for v in i.targets if v.year}
    return plan[1] if plan else (targets.pop() if len(targets) == 1 else None)
