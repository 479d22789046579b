"""TRM002: one term in two forms."""

from collections.abc import Iterator

from linter.checks.finding import Finding, Fix, Plan, Related, check
from linter.facts.wording.run_ons import RunOnKind
from linter.facts.wording.terms import VariantKind


@check
def term_variant(plan: Plan, *, told_each: int = 3) -> Iterator[Finding]:
    """TRM002: the rarer form of a term. Up to `told_each` places are told each, more as one."""
    for found in plan.wording.term_variants:
        places = found.places if len(found.places) <= told_each else found.places[:1]
        for place in places:
            values = {
                "form": place.quote,
                "few": str(len(found.places)),
                "other": found.others[0].quote,
                "many": str(len(found.others)),
            }
            related = (Related("peer", found.others[0]),)
            variant = "word" if found.kind is VariantKind.WORD else None
            yield Finding(place, values, related, variant, Fix(found.others[0].quote))


@check
def abbreviation_undefined(plan: Plan) -> Iterator[Finding]:
    """TRM003: an abbreviation that is never explained, or only behind its first mention."""
    for found in plan.wording.abbreviations:
        related = (Related("definition", found.defined),) if found.defined else ()
        yield Finding(found.first, {"term": found.term}, related, "late" if related else None)


@check
def fixed_expression(plan: Plan) -> Iterator[Finding]:
    """TRM004: a labelled list that lacks an item, changes the order or is no longer in use."""
    for found in plan.wording.expression_deviations:
        values = {
            "label": found.expression.label,
            "standard": "、".join(found.standard or found.expression.items),
            "missing": "、".join(found.missing),
            "until": found.until,
        }
        wrong = "order" if found.disordered else "wording"
        variant = "dated" if found.until else None if found.missing else wrong
        yield Finding(found.span, values, variant=variant)


@check
def glossary_term_unused(plan: Plan) -> Iterator[Finding]:
    """TRM005: a glossary entry for a word that the draft never uses."""
    for span in plan.wording.unused_terms:
        yield Finding(span, {"term": span.quote})


@check
def separator_missing(plan: Plan) -> Iterator[Finding]:
    """PUN008: NBIoTNGBW, two terms run together; 保护权益搭建体系, two clauses run together."""
    for found in plan.wording.glued_terms:
        values = {"words": found.span.quote, "first": found.first, "second": found.second}
        related = (Related("peer", found.known),) if found.known else ()
        yield Finding(found.span, values, related)
    for place in plan.wording.run_ons:
        values = {"words": place.span.quote, "first": place.first, "second": place.second}
        variant = "parallel" if place.kind is RunOnKind.PARALLEL else "clauses"
        yield Finding(place.span, values, variant=variant)
    for pair in plan.wording.glued_items:
        values = {"words": pair.span.quote, "first": pair.first, "second": pair.second}
        yield Finding(pair.span, values, variant="items")
