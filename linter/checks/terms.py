"""TRM002: one term in two forms."""

from collections.abc import Iterator

from linter.checks.finding import Finding, Fix, Plan, Related, check


@check
def term_variant(plan: Plan, *, told_each: int = 3) -> Iterator[Finding]:
    """TRM002: the rarer form of a term. Up to `told_each` places are told each, more as one."""
    for found in plan.term_variants:
        places = found.places if len(found.places) <= told_each else found.places[:1]
        for place in places:
            values = {
                "form": place.quote,
                "few": str(len(found.places)),
                "other": found.others[0].quote,
                "many": str(len(found.others)),
            }
            related = (Related("peer", found.others[0]),)
            yield Finding(place, values, related, fix=Fix(found.others[0].quote))
