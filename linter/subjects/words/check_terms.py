"""TRM002: one term in two forms."""

from collections import defaultdict
from collections.abc import Iterator

from linter.document.nodes import Span
from linter.plan.finding import Finding, Fix, Related, check
from linter.plan.plan import Plan
from linter.subjects.words.terms import Variant, VariantKind, term_variants

_WORDINGS = {VariantKind.WORD: "word", VariantKind.SMART: "near"}
_LISTED = 50  # other places that are named


@check
def term_variant(plan: Plan, *, told_each: int = 1) -> Iterator[Finding]:
    """TRM002: the rarer forms of a term. Up to `told_each` places are told each, more as one."""
    terms: dict[tuple[VariantKind, str], list[Variant]] = defaultdict(list)
    for found in plan.get(term_variants):
        terms[found.kind, found.other].append(found)
    for forms in terms.values():
        forms.sort(key=lambda form: len(form.places))
        places = [place for form in forms for place in form.places]
        if len(places) <= told_each:
            for form in forms:
                for place in form.places:
                    yield _finding([form], [place])
        else:
            yield _finding(forms, places)


def _finding(forms: list[Variant], places: list[Span]) -> Finding:
    """One finding at the first of the places; the forms are those that they have."""
    form, *more = forms
    usual = form.others[0]
    values = {
        "form": places[0].quote,
        "few": str(len(form.places)),
        "other": usual.quote,
        "many": str(len(form.others)),
        "more": "、".join(f"「{f.places[0].quote}」（{len(f.places)} 处）" for f in more),
    }
    others = (Related("other", place) for place in places[1 : _LISTED + 1])
    variant = "several" if more else _WORDINGS.get(form.kind)
    return Finding(places[0], values, (Related("peer", usual), *others), variant, Fix(usual.quote))
