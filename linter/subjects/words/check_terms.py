"""TRM002: one term in two forms."""

from collections.abc import Iterator

from linter.plan.finding import Finding, Fix, Related, check
from linter.plan.plan import Plan
from linter.subjects.words.terms import VariantKind, term_variants


@check
def term_variant(plan: Plan, *, told_each: int = 3) -> Iterator[Finding]:
    """TRM002: the rarer form of a term. Up to `told_each` places are told each, more as one."""
    for found in plan.get(term_variants):
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
