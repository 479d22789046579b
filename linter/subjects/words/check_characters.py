"""TRM001, TRM006: wrong characters, and the names that must never be wrong."""

from collections.abc import Iterator

from linter.document.nodes import Span
from linter.plan.finding import Finding, Fix, Related, check
from linter.plan.plan import Plan
from linter.subjects.boxes.repeated import row_slips
from linter.subjects.words.misspellings import Misspelling, misspellings
from linter.subjects.words.wrong_forms import Certainty

_PERVADING = (Certainty.TRADITIONAL, Certainty.CODE_POINT)


@check
def wrong_character(plan: Plan, *, aggregate_above: int = 5) -> Iterator[Finding]:
    """TRM001: `wrong` for `right`.

    Traditional forms and odd code points that stand in more than `aggregate_above` places are
    one finding each. Also where a row of the 分工 table has lost or mistaken a character of the
    words that it repeats.
    """
    counts = {
        kind: [m for m in plan.get(misspellings) if m.certainty is kind] for kind in _PERVADING
    }
    for found in plan.get(misspellings):
        many = counts.get(found.certainty, [])
        if len(many) > aggregate_above:
            continue
        yield _finding(found)
    for kind, many in counts.items():
        if len(many) > aggregate_above:
            values = {"wrong": many[0].span.quote[:1], "count": str(len(many))}
            yield Finding(many[0].span, values, variant=f"many-{kind}")
    told = [m.span for m in plan.get(misspellings)]
    for slip in plan.get(row_slips):
        if not any(_overlap(slip.span, span) for span in told):
            values = {"wrong": slip.span.quote, "right": slip.other.quote}
            role = "heading" if slip.in_title else "body"
            yield Finding(slip.span, values, (Related(role, slip.other),), "repeated")


def _overlap(one: Span, other: Span) -> bool:
    return one.node is other.node and one.start < other.end and other.start < one.end


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
