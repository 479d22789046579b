"""TSK016: the counties of a draft: in two forms, in two numbers, miscounted in a list."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from linter.plan.finding import Finding, Related, check
from linter.plan.plan import Plan
from linter.subjects.offices.territories import Count, TerritoryForm, territories
from linter.text.folding import key


@check
def territory(plan: Plan) -> Iterator[Finding]:
    """TSK016: what the draft says of its counties, against the rest of it."""
    said = plan.get(territories)
    forms: dict[frozenset[str], list[TerritoryForm]] = defaultdict(list)
    for form in said.forms:
        forms[form.letters].append(form)
    for alike in forms.values():
        yield from _forms(alike)
    counts: dict[frozenset[str], list[Count]] = defaultdict(list)
    for count in said.counts:
        counts[count.letters].append(count)
    for told in counts.values():
        yield from _counts(told)
    for listed in said.lists:
        if listed.number != listed.said:
            values = {"said": listed.span.quote, "count": str(listed.number)}
            yield Finding(listed.span, values, variant="listed")


def _forms(alike: Sequence[TerritoryForm]) -> Iterator[Finding]:
    """The rarer forms of one name, each once."""
    counted = Counter(key(form.form) for form in alike)
    usual, times = counted.most_common(1)[0]
    first = next(form for form in alike if key(form.form) == usual)
    for words in counted:
        if words != usual:
            odd = next(form for form in alike if key(form.form) == words)
            values = {"form": odd.span.quote, "usual": first.span.quote, "count": str(times)}
            yield Finding(odd.span, values, (Related("peer", first.span),))


def _counts(told: Sequence[Count]) -> Iterator[Finding]:
    """Each number that is not the usual one, or else not the first."""
    usual, _ = Counter(count.number for count in told).most_common(1)[0]
    first = next(count for count in told if count.number == usual)
    for count in told:
        if count.number != usual:
            values = {"said": count.span.quote, "other": first.span.quote}
            yield Finding(count.span, values, (Related("other", first.span),), "count")
