"""Statements: clauses of the body and the boxes that give a measure a value in a year.

Two mentions are the same fact only when name, year, scope and dimension agree; a statement is
matched to an indicator only if every word before the name is one without weight
(linter.subjects.indicators.names). What cannot be told is left unmatched.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import NamedTuple

from linter.document.model import Document
from linter.document.nodes import Paragraph, Span
from linter.plan.plan import Plan, fact
from linter.subjects.indicators.ahead import ahead_of
from linter.subjects.indicators.contexts import (
    REACH,
    STARTED,
    Clause,
    Kind,
    clause_before,
    is_stated,
    listed,
)
from linter.subjects.indicators.coverage import Coverage, coverage_of
from linter.subjects.indicators.deeds import deed_of
from linter.subjects.indicators.indicators import Indicator, indicators
from linter.subjects.indicators.name_index import Found, NameIndex, name_index
from linter.subjects.indicators.names import canonical
from linter.subjects.indicators.scopes import clause_scope, heading_scope, topic
from linter.subjects.indicators.statement import Form, Statement
from linter.subjects.indicators.timeline import Timeline
from linter.subjects.indicators.wholes import wholes
from linter.subjects.quantities.numbers import Numbers, numbers
from linter.subjects.quantities.quantities import Comparator, Quantity
from linter.subjects.quantities.years import Dated, blanked_out, is_text
from linter.subjects.times.periods import Period, period
from linter.text.patterns import lazily, once

_TITLE = lazily(r"‹title›|https?://\S+")
_SUMMED = lazily("累计|合计")
_INDEX = lazily(r"(?:指数|系数|得分|评分)$")
_SEPARATED = lazily(r"\s*(?:、|,|‹any-and›)\s*")
_OUTER = lazily(r"其中[^。;]{0,20}$")
_THEREOF = lazily(r"其中[^。;]*\d[^。;]*$")
_OUTER_REACH = 22
_DONE = lazily("(?:完成|形成|建立|推进|推动|发展|支持)$")
_DIGIT = lazily(r"\d")
_UNFINISHED = lazily("(?:覆盖|达到|占|比|较|超过|不足|低于|高于|从|由|按|以)$")


class _Place(NamedTuple):
    """Where a number stands: its paragraph, the text with years blanked, clause and context."""

    node: Paragraph
    text: str
    clause: Clause
    before: Statement | None
    scope: str
    topic: str


class Reader:
    """Reads the statements of a draft's paragraphs."""

    def __init__(self, names: NameIndex, timeline: Timeline, numbers: Numbers) -> None:
        self._names = names
        self._timeline = timeline
        self._numbers = numbers
        self._percent = numbers.units.parse("%")

    def read(self, paragraph: Paragraph) -> Iterator[Statement]:
        """Yield the statements of a paragraph in order. Call it for the paragraphs in order."""
        text = _TITLE.sub(lambda m: "\ue000" * len(m.group()), paragraph.folded)
        moments = self._timeline.enter(paragraph, text)
        numbers = self._numbers.of(paragraph, text)
        blanked = blanked_out(text, moments)
        heading = heading_scope(paragraph, self._names)
        last, i = 0, 0
        before: Statement | None = None
        while i < len(numbers):
            clause = clause_before(blanked, numbers[i].span.start, last)
            years = self._timeline.several(clause.sentence, numbers[i].span.start)
            group = self._group(blanked, clause, numbers, i, len(years))
            i += len(group)
            stated = is_stated(text, group[-1].span.end)
            covered = None if stated else _coverage(blanked, clause, group)
            lead = blanked[max(clause.sentence, clause.verb - _OUTER_REACH) : clause.verb]
            scope = heading or clause_scope(
                blanked[max(clause.sentence, clause.start - REACH) : clause.start], self._names
            )
            scope = scope or _outer(lead, clause, before)
            place = _Place(paragraph, blanked, clause, before, scope, topic(paragraph))
            if not stated and covered is None:
                yield from self._ahead(place, group[0])
                continue  # 80%以上乡镇的普及率达到50%: the number is a part of the next subject
            if covered is not None:
                made = self._covered(place, group[0], covered)
            else:
                made = self._statements(place, group, years)
            before = made[-1] if made else before
            yield from made
            last = group[-1].span.end
        yield from self._wholes(paragraph, blanked, heading)

    def _ahead(self, place: "_Place", quantity: Quantity) -> Iterator[Statement]:
        """90%以上的中小企业…: what the words behind the number say is counted."""
        found = ahead_of(place.text, place.clause.start, quantity)
        if found is None or place.clause.kind is not Kind.VALUE:
            return
        lead = place.text[place.clause.start : place.clause.verb] if found.share else ""
        if _UNFINISHED.search(lead):
            return
        lead = "" if _DIGIT.search(lead) else lead  # 100%的甲和80%的乙
        start = self._names.lead(lead)
        name = lead[start:] + place.text[found.start : found.end] + found.tail
        subject = Span(place.node, place.clause.start + start, found.end)
        if start == len(lead):
            subject = Span(place.node, found.start, found.end)
        span = Span(place.node, min(subject.start, quantity.span.start), found.end)
        made = self._loose(place, name, quantity, span, subject, Form.AHEAD)
        yield replace(made, built=found.built, total=found.share or found.total)

    def _wholes(self, paragraph: Paragraph, text: str, heading: str) -> Iterator[Statement]:
        """行政村4G网络全覆盖: a hundred per cent, under each of the names that it may have."""
        for whole in wholes(text):
            word = Span(paragraph, whole.start, whole.end)
            quantity = Quantity(
                Decimal(100), self._percent, Comparator.EXACT, 0, word, literal=False
            )
            clause = clause_before(text, whole.start, whole.lead)
            place = _Place(paragraph, text, clause, None, heading, topic(paragraph))
            subject = Span(paragraph, whole.lead, whole.end)
            for name in whole.names:
                name = name[self._names.lead(name) :]
                yield self._loose(place, name, quantity, subject, subject, Form.WHOLE)

    def _loose(
        self,
        place: "_Place",
        name: str,
        quantity: Quantity,
        span: Span,
        subject: Span,
        form: Form,
    ) -> Statement:
        at = place.clause.sentence
        year, dated = self._timeline.year(place.node, at, quantity.span.start)
        return Statement(
            name=self._names.bare(canonical(name)),
            quantity=quantity,
            year=year,
            dated=dated,
            kind=Kind.VALUE,
            scope=place.scope,
            topic=place.topic,
            cumulative=False,
            inherited=False,
            span=span,
            subject=subject,
            sentence=at,
            form=form,
        )

    def _group(
        self, text: str, clause: Clause, numbers: Sequence[Quantity], at: int, years: int
    ) -> list[Quantity]:
        """The number at `at`, with those that 分别, or as many years, join to it."""
        group = [numbers[at]]
        joined = "分别" in clause.glue
        while (joined or len(group) < years) and at + len(group) < len(numbers):
            following = numbers[at + len(group)]
            between = text[group[-1].span.end : following.span.start]
            if not _SEPARATED.fullmatch(once("超过|突破|达到|约|及以[上下]").sub("", between)):
                break
            group.append(following)
        return group

    def _statements(
        self, place: "_Place", group: Sequence[Quantity], years: Sequence[int]
    ) -> list[Statement]:
        """The statements that one clause makes, one a number; of one measure, one a year."""
        clause = place.clause
        if len(group) == 1:
            made = self._one(place, group[0], clause.start, clause.verb)
            return [made] if made is not None else []
        words = place.text[clause.start : clause.verb]
        parts = listed(words, len(group)) or []
        if not parts and len(years) == len(group):
            found = [self._one(place, q, clause.start, clause.verb) for q in group]
            return [
                replace(m, year=y, dated=Dated.SENTENCE, span=m.quantity.span if i else m.span)
                for i, (m, y) in enumerate(zip(found, years, strict=True))
                if m is not None
            ]
        out = []
        for i, (quantity, (start, end)) in enumerate(zip(group, parts, strict=bool(parts))):
            made = self._one(place, quantity, clause.start + start, clause.start + end)
            if made is not None and parts and made.indicator is None:
                own, first, last = (words[slice(*p)] for p in (parts[i], parts[0], parts[-1]))
                heads = (first[:cut] + own for cut in range(len(first) - 1, 1, -1) if i)
                tails = (own + last[cut:] for cut in range(1, len(last) - 1))
                whole = made if i == len(parts) - 1 else self._shared(made, tails)
                made = self._shared(made, heads) or whole
            out += [made] if made is not None else []
        return out

    def _covered(self, place: "_Place", quantity: Quantity, covered: Coverage) -> list[Statement]:
        """快递服务覆盖92%的建制村, under the name 建制村快递服务覆盖率."""
        start, end = covered.start, covered.start + len(covered.what)
        made = self._one(place, quantity, start, end)
        if made is None or made.inherited:
            return []
        names = covered.names(made.subject.start - start)
        found = [self._names.find(name, quantity.unit, Kind.VALUE) for name in names]
        best = next((f for f in found if f.indicator is not None), found[0])
        known = None if place.scope else best.indicator
        return [replace(made, name=best.name, indicator=known, kind=Kind.VALUE)]

    def _shared(self, statement: Statement, names: Iterable[str]) -> Statement | None:
        """The statement under the first of the names that is an indicator's.

        城市和农村家庭宽带接入能力分别… share a tail, 每千人口床位数、医师数分别… a head.
        """
        for name in names:
            found = self._names.find(name, statement.quantity.unit, statement.kind)
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
        deed = None
        if found.indicator is None and kind is Kind.VALUE:
            deed = deed_of(place.text[start + found.start : end])
        if deed is not None:
            start, end = start + found.start + deed.start, start + found.start + deed.end
            found = self._names.find(place.text[start:end], quantity.unit, kind)
        subject = Span(place.node, start + found.start, end)
        if kind is Kind.CHANGE and not clause.yearly:
            of = self._names.changed(found.name, falls=clause.falls)
            if of is not None:
                kind, found = Kind.VALUE, found._replace(name=canonical(of.name), indicator=of)
        inherits = not found.name or found.name.startswith("占")
        plain = quantity.unit is None and found.indicator is None
        if plain and not inherits and not _INDEX.search(found.name):
            return None
        year, dated = self._timeline.year(place.node, clause.sentence, quantity.span.start)
        if clause.starts:
            year, dated = None, Dated.UNKNOWN
        statement = Statement(
            name=found.name,
            quantity=quantity,
            year=year,
            dated=dated,
            kind=kind,
            scope=place.scope,
            topic=place.topic,
            cumulative=bool(deed and deed.cumulative) or bool(_SUMMED.search(clause.glue)),
            built=deed is not None or _is_done(place.text[start : start + found.start], found),
            inherited=not found.name,
            span=Span(place.node, subject.start, quantity.span.end),
            subject=subject,
            indicator=None if place.scope else found.indicator,
            sentence=clause.sentence,
            since=self._timeline.since(clause.start, quantity.span.start),
        )
        return self._inherit(statement, place) if inherits else statement

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
        same_year = before.year == statement.year and not _starts(place.text, before)
        same_year = same_year and before.kind is not Kind.GROWTH  # 年均增长8%，达到120
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


def _is_done(lead: str, found: Found) -> bool:
    """完成高标准农田45万亩 tells what is done, not how large 高标准农田面积 is."""
    indicator = found.indicator
    named = indicator is None or found.name == canonical(indicator.name)
    return not named and bool(_DONE.search(lead))


def _starts(text: str, statement: Statement) -> bool:
    """Whether a value without a year is where a change begins: 由38.6万张增加到52.3万张."""
    begins = statement.year is None and statement.kind is Kind.VALUE
    at = statement.quantity.span.start
    return begins and bool(STARTED.search(text, max(0, at - 3), at))


def _coverage(text: str, clause: Clause, group: Sequence[Quantity]) -> Coverage | None:
    unit = group[0].unit
    if len(group) > 1 or unit is None or unit.words != "%":
        return None
    return coverage_of(text, clause.start, group[0].span.start, group[0].span.end)


def _outer(lead: str, clause: Clause, before: Statement | None) -> str:
    """The measure of which 其中 introduces a part, unless that is an indicator itself."""
    if before is None or before.sentence != clause.sentence or before.indicator is not None:
        return ""
    if before.scope and _THEREOF.search(lead):
        return before.scope  # 其中3G基站5万个,4G基站6万个
    return before.name if _OUTER.search(lead) else ""


@fact
def statements(plan: Plan) -> tuple[Statement, ...]:
    """What body and boxes say of measures; each with the indicator that it is about or None."""
    return tuple(s for s in plan.get(all_statements) if s.form is Form.PLAIN)


@fact
def all_statements(plan: Plan) -> tuple[Statement, ...]:
    """The statements and what is said with the number ahead or in words, in reading order."""
    return _statements(
        plan.document,
        plan.get(indicators),
        plan.get(name_index),
        plan.get(numbers),
        plan.get(period),
    )


def _statements(
    document: Document,
    indicators: Sequence[Indicator],
    names: NameIndex,
    numbers: Numbers,
    period: Period | None,
) -> tuple[Statement, ...]:
    """Return the statements of a draft's body and boxes in reading order."""
    timeline = Timeline(_plan_end(period, indicators), period.base if period else None)
    reader = Reader(names, timeline, numbers)
    paragraphs = (p for p in document.paragraphs() if is_text(p.locator.zone))
    return tuple(_placed(s, names) for p in paragraphs for s in reader.read(p))


def _placed(statement: Statement, names: NameIndex) -> Statement:
    """The statement of the indicator in that of several tables which has a value of its year."""
    if statement.indicator is None or statement.year is None:
        return statement
    for twin in names.twins(statement.indicator):
        value = twin.at(statement.year)
        if value is not None and value.quantity is not None and not value.superseded:
            return replace(statement, indicator=twin)
    return statement


def _plan_end(period: Period | None, indicators: Sequence[Indicator]) -> int | None:
    """The last year of the plan, else the one target year of its tables."""
    targets = {v.year for i in indicators for v in i.targets if v.year}
    return period.end if period else (targets.pop() if len(targets) == 1 else None)
