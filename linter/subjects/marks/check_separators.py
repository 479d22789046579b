"""PUN008: items and clauses without the mark between them."""

from collections.abc import Iterator
from typing import NamedTuple

from linter.document.nodes import Span
from linter.plan.finding import Finding, Related, check
from linter.plan.plan import Plan, fact
from linter.subjects.marks.lists import glued_items
from linter.subjects.marks.run_ons import RunOnKind, run_ons
from linter.subjects.words.terms import (
    HYPHEN,
    LatinTerms,
    Mentions,
    Texts,
    latin_lore,
    latin_terms,
)
from linter.text.patterns import lazily

# 虚拟/增强现实(VRAR): a bracket that abbreviates two things.
_TWO_THINGS = lazily(r"(?:/|、|和|与)[\u4e00-\u9fff]{2,8}\((?P<word>[A-Z]{4,8})\)")
_LONGEST = 40  # characters of two terms run together
_VARIANTS = {RunOnKind.PARALLEL: "parallel", RunOnKind.CLAUSES: "clauses"}


class GluedTerms(NamedTuple):
    """A word that is two terms run together; `known` is a mention of the first, if there is one."""

    span: Span
    first: str
    second: str
    known: Span | None = None


@fact
def glued_terms(plan: Plan) -> tuple[GluedTerms, ...]:
    """The Latin terms run together."""
    latin = plan.lexicon.get(latin_lore)
    glued = _glued_terms(plan.get(latin_terms), latin)
    return (*glued, *_glued_abbreviations(plan.masked_texts, latin))


def _glued_terms(terms: Mentions, latin: LatinTerms) -> Iterator[GluedTerms]:
    """Yield the words that split into two longer terms which the draft has elsewhere."""
    plain: dict[str, str] = {}
    for term in terms:
        plain.setdefault(HYPHEN.sub("", term).lower(), term)
    known = {term.lower() for term in latin.known | latin.canonical}
    for word, places in terms.items():
        lower = word.lower()
        if (
            not 6 <= len(word) <= _LONGEST
            or len(places) > 2
            or lower in known
            or HYPHEN.search(word)
        ):
            continue
        for cut in range(3, len(word) - 2):
            first, second = plain.get(lower[:cut]), plain.get(lower[cut:])
            if first and second and word[cut].isupper():
                for place in places:
                    yield GluedTerms(place, first, second, terms[first][0])
                break


def _glued_abbreviations(texts: Texts, latin: LatinTerms) -> Iterator[GluedTerms]:
    """Yield the abbreviations of two things that split into two known terms: VRAR."""
    known = {term for term in latin.known | latin.canonical if term.isupper()}
    for node, text in texts:
        for match in _TWO_THINGS.finditer(text) if "(" in text else ():
            word = match["word"]
            for cut in range(2, len(word) - 1):
                if word not in known and {word[:cut], word[cut:]} <= known:
                    yield GluedTerms(Span(node, *match.span("word")), word[:cut], word[cut:])


@check
def separator_missing(plan: Plan) -> Iterator[Finding]:
    """PUN008: NBIoTNGBW, two terms run together; 保护权益搭建体系, two clauses run together."""
    for found in plan.get(glued_terms):
        values = {"words": found.span.quote, "first": found.first, "second": found.second}
        related = (Related("peer", found.known),) if found.known else ()
        yield Finding(found.span, values, related)
    for place in plan.get(run_ons):
        values = {"words": place.span.quote, "first": place.first, "second": place.second}
        yield Finding(place.span, values, variant=_VARIANTS.get(place.kind, "series"))
    for pair in plan.get(glued_items):
        values = {"words": pair.span.quote, "first": pair.first, "second": pair.second}
        yield Finding(pair.span, values, variant="items")
