"""REF004, REF005: short titles of documents, and their numbers (发文字号)."""

from collections import Counter
from collections.abc import Iterator

from linter.plan.finding import Finding, Fix, Related, check
from linter.plan.plan import Plan
from linter.subjects.citations.definitions import Definition, definitions, titles
from linter.subjects.citations.document_numbers import document_numbers


@check
def number_malformed(plan: Plan) -> Iterator[Finding]:
    """REF005: 国发[2015]50号 and other departures from 国发〔2015〕50号."""
    good = next((n for n in plan.get(document_numbers) if not n.faults), None)
    related = (Related("peer", good.span),) if good else ()
    for number in plan.get(document_numbers):
        if number.faults:
            values = {"words": number.issuer + number.span.quote, "proper": number.proper}
            fix = Fix(number.proper, safe="year" not in number.faults)
            yield Finding(number.span, values, related, fix=fix)


@check
def short_title_undefined(plan: Plan) -> Iterator[Finding]:
    """REF004: 《纲要》 without 以下简称《纲要》 in its part of the draft, or defined twice."""
    for cover in (True, False):
        known = {d.short for d in plan.get(definitions) if d.cover is cover}
        elsewhere = {d.short: d for d in plan.get(definitions) if d.cover is not cover}
        used = [t for t in plan.get(titles) if t.cover is cover and t.is_short]
        counts = Counter(t.words for t in used)
        for title in {t.words: t for t in reversed(used)}.values():
            if title.words not in known:
                other = elsewhere.get(title.words)
                related = (Related("definition", other.span),) if other else ()
                values = {"words": title.words, "count": str(counts[title.words])}
                yield Finding(title.span, values, related, "elsewhere" if other else None)
        yield from _twice([d for d in plan.get(definitions) if d.cover is cover and d.full])


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
