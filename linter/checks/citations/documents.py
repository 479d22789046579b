"""REF: document numbers, short titles and the dates of what a draft cites."""

from collections import Counter
from collections.abc import Iterator

from linter.checks.finding import Finding, Fix, Plan, Related, check
from linter.facts.citations.definitions import Definition


@check
def number_malformed(plan: Plan) -> Iterator[Finding]:
    """REF005: 国发[2015]50号 and other departures from 国发〔2015〕50号."""
    good = next((n for n in plan.citations.document_numbers if not n.faults), None)
    related = (Related("peer", good.span),) if good else ()
    for number in plan.citations.document_numbers:
        if number.faults:
            values = {"words": number.issuer + number.span.quote, "proper": number.proper}
            fix = Fix(number.proper, safe="year" not in number.faults)
            yield Finding(number.span, values, related, fix=fix)


@check
def short_title_undefined(plan: Plan) -> Iterator[Finding]:
    """REF004: 《纲要》 without 以下简称《纲要》 in its part of the draft, or defined twice."""
    for cover in (True, False):
        known = {d.short for d in plan.citations.definitions if d.cover is cover}
        elsewhere = {d.short: d for d in plan.citations.definitions if d.cover is not cover}
        used = [t for t in plan.citations.titles if t.cover is cover and t.is_short]
        counts = Counter(t.words for t in used)
        for title in {t.words: t for t in reversed(used)}.values():
            if title.words not in known:
                other = elsewhere.get(title.words)
                related = (Related("definition", other.span),) if other else ()
                values = {"words": title.words, "count": str(counts[title.words])}
                yield Finding(title.span, values, related, "elsewhere" if other else None)
        yield from _twice([d for d in plan.citations.definitions if d.cover is cover and d.full])


def _twice(definitions: list[Definition]) -> Iterator[Finding]:
    """One short form for two documents, or two for one."""
    by_short: dict[str, Definition] = {}
    by_full: dict[str, Definition] = {}
    for d in definitions:
        same_short = by_short.setdefault(d.short, d)
        same_full = by_full.setdefault(d.full, d)
        values = {"words": d.short, "full": d.full, "count": "1"}
        if d.full not in same_short.full and same_short.full not in d.full:
            values["other"] = same_short.full
            related = (Related("definition", same_short.span),)
            yield Finding(d.span, values, related, "ambiguous")
        elif d.short != same_full.short and d.span.quote[0] == same_full.span.quote[0]:
            values["other"] = same_full.short
            yield Finding(d.span, values, (Related("definition", same_full.span),), "renamed")


@check
def title_varies(plan: Plan) -> Iterator[Finding]:
    """REF006: one document under two titles."""
    for pair in plan.citations.title_pairs:
        values = {"title": pair.title.words, "other": pair.other.words, "number": pair.by_number}
        related = (Related("other", pair.other.span),)
        yield Finding(pair.title.span, values, related, "number" if pair.by_number else None)


@check
def later_than_issued(plan: Plan) -> Iterator[Finding]:
    """REF007: a meeting or a document that is later than the draft's own date."""
    day, stated = plan.times.issued, plan.times.date
    if day is None:
        return
    month = day.year * 100 + day.month
    today = (day.year, day.month, day.day)
    line = stated.span if stated and stated.day == day else None
    issued = line.quote.strip() if line else f"{day.year}年{day.month}月{day.day}日"
    related = (Related("issued", line),) if line else ()
    for meeting in plan.citations.meetings:
        if meeting.month > month:
            when = f"{meeting.month // 100}年{meeting.month % 100}月"
            values = {"words": meeting.name, "when": when, "issued": issued}
            yield Finding(meeting.span, values, related)
    for event in plan.citations.dated_events:
        if event.first > today:
            values = {"words": event.words, "when": event.when, "issued": issued}
            yield Finding(event.span, values, related)
    for number in plan.citations.document_numbers:
        if number.year > month // 100:
            values = {
                "words": number.issuer + number.span.quote,
                "when": f"{number.year}年",
                "issued": issued,
            }
            yield Finding(number.span, values, related)
