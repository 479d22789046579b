"""TRM001, TRM006: wrong characters, and the names that must never be wrong."""

from collections.abc import Iterator

from linter.plan.finding import Finding, Fix, check
from linter.plan.plan import Plan
from linter.subjects.words.composed import composed
from linter.subjects.words.misspellings import Misspelling, misspellings
from linter.subjects.words.redlines import redlines
from linter.subjects.words.wrong_forms import Certainty

_PERVADING = (Certainty.TRADITIONAL, Certainty.CODE_POINT)


@check
def wrong_character(plan: Plan, *, aggregate_above: int = 5) -> Iterator[Finding]:
    """TRM001: `wrong` for `right`.

    Traditional forms and odd code points that stand in more than `aggregate_above` places are
    one finding each.
    """
    counts = {
        kind: [m for m in plan.get(misspellings) if m.certainty is kind] for kind in _PERVADING
    }
    for found in plan.get(misspellings):
        many = counts.get(found.certainty, [])
        if len(many) > aggregate_above:
            continue
        yield _finding(found)
    yield from _composed(plan)
    for kind, many in counts.items():
        if len(many) > aggregate_above:
            values = {"wrong": many[0].span.quote[:1], "count": str(len(many))}
            yield Finding(many[0].span, values, variant=f"many-{kind}")


def _composed(plan: Plan) -> Iterator[Finding]:
    """What near readings tell and neither the lists nor TRM006 name already."""
    lists = plan.lexicon.get(redlines)
    known = [item.span for item in plan.get(misspellings)]
    for item in plan.get(composed):
        span, certainty = item.span, item.certainty
        taken = [(s.start, s.end) for s in known if s.node is span.node]
        taken += [(hit.start, hit.end) for hit in lists.find(span.node.folded)]
        if all(span.end <= start or end <= span.start for start, end in taken):
            yield _finding(Misspelling(span, item.right, certainty))


def _finding(found: Misspelling) -> Finding:
    char_only = found.certainty in (Certainty.GLYPH, *_PERVADING)
    wrong = found.span.quote[:1] if char_only else found.span.quote
    values = {"wrong": wrong, "right": found.right, "code": f"U+{ord(wrong[0]):04X}"}
    if found.certainty is Certainty.CODE_POINT and not found.right:
        return Finding(found.span, values, variant="stray")
    right = found.right + (found.span.quote[1:] if char_only else "")
    variant = None if found.certainty is Certainty.ERROR else str(found.certainty)
    safe = found.certainty in (Certainty.ERROR, Certainty.GLYPH)
    return Finding(found.span, values, variant=variant, fix=Fix(right, safe=safe))
