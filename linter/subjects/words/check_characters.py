"""TRM001: wrong characters."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from linter.plan.finding import Finding, Fix, Related, check
from linter.plan.plan import Plan
from linter.subjects.words.composed import composed
from linter.subjects.words.misspellings import Misspelling, misspellings
from linter.subjects.words.redlines import redlines
from linter.subjects.words.wrong_forms import Certainty

_PERVADING = (Certainty.TRADITIONAL, Certainty.CODE_POINT)
_LISTED = 50  # other places of a slip that are named

Slip = tuple[Certainty, str, str]


@check
def wrong_character(
    plan: Plan, *, aggregate_above: int = 5, told_each: int = 2
) -> Iterator[Finding]:
    """TRM001: `wrong` for `right`.

    A slip in more than `told_each` places is one finding, and so are all traditional forms, or
    all odd code points, in more than `aggregate_above`.
    """
    found = (*plan.get(misspellings), *_composed(plan))
    for kind in _PERVADING:
        many = [item for item in found if item.certainty is kind]
        if len(many) > aggregate_above:
            values = {"wrong": many[0].span.quote[:1], "count": str(len(many))}
            yield Finding(many[0].span, values, _others(many), f"many-{kind}")
        else:
            yield from map(_finding, many)
    for slip, places in _slips(item for item in found if item.certainty not in _PERVADING):
        if len(places) <= told_each:
            yield from map(_finding, places)
        else:
            yield _repeated(slip, places)


def _composed(plan: Plan) -> Iterator[Misspelling]:
    """What near readings tell and neither the lists nor TRM006 name already."""
    names = plan.lexicon.get(redlines)
    known = [item.span for item in plan.get(misspellings)]
    for item in plan.get(composed):
        span = item.span
        taken = [(s.start, s.end) for s in known if s.node is span.node]
        taken += [(hit.start, hit.end) for hit in names.find(span.node.folded)]
        if all(span.end <= start or end <= span.start for start, end in taken):
            yield Misspelling(span, item.right, item.certainty)


def _slips(found: Iterable[Misspelling]) -> Iterator[tuple[Slip, list[Misspelling]]]:
    """Yield each slip with its places; 服务平合 is another place of 平合."""
    items = list(found)
    forms = sorted({_slip(item) for item in items}, key=lambda slip: len(slip[1]))
    places: dict[Slip, list[Misspelling]] = defaultdict(list)
    for item in items:
        whole = _slip(item)
        places[next(form for form in forms if _holds(whole, form))].append(item)
    yield from places.items()


def _slip(item: Misspelling) -> Slip:
    if item.certainty is Certainty.GLYPH:
        return item.certainty, item.span.quote[:1], item.right
    return item.certainty, item.span.quote, item.right


def _holds(whole: Slip, form: Slip) -> bool:
    return whole[0] is form[0] and form[1] in whole[1] and form[2] in whole[2]


def _repeated(slip: Slip, places: list[Misspelling]) -> Finding:
    """One finding for a slip in many places: it stands at the first."""
    certainty, wrong, right = slip
    first = places[0].span
    values = {"wrong": wrong, "right": right, "count": str(len(places))}
    words = right + first.quote[1:] if certainty is Certainty.GLYPH else places[0].right
    variant = "many" if certainty is Certainty.ERROR else f"many-{certainty}"
    safe = certainty is not Certainty.LIKELY
    return Finding(first, values, _others(places), variant, Fix(words, safe=safe))


def _others(places: list[Misspelling]) -> tuple[Related, ...]:
    return tuple(Related("other", item.span) for item in places[1 : _LISTED + 1])


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
