"""TRM001: wrong characters."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import groupby

from linter.document.nodes import TextNode
from linter.plan.finding import Finding, Fix, Related, check
from linter.plan.plan import Plan
from linter.subjects.words.composed import composed
from linter.subjects.words.misspellings import Misspelling, misspellings
from linter.subjects.words.redlines import redlines
from linter.subjects.words.wrong_forms import Certainty
from linter.text.intervals import Intervals

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
    taken = defaultdict[TextNode, list[tuple[int, int]]](list)
    for item in plan.get(misspellings):
        taken[item.span.node].append((item.span.start, item.span.end))
    names = plan.lexicon.get(redlines)
    for node, beside in groupby(plan.get(composed), lambda item: item.span.node):
        told = ((hit.start, hit.end) for hit in names.find(node.folded))
        known = Intervals([*taken[node], *told])
        for near in beside:
            if not known.touch(near.span.start, near.span.end):
                yield Misspelling(near.span, near.right, near.certainty)


def _slips(found: Iterable[Misspelling]) -> Iterator[tuple[Slip, list[Misspelling]]]:
    """Yield each slip with its places; 服务平合 is another place of 平合."""
    items = list(found)
    forms = defaultdict[tuple[Certainty, str], dict[Slip, None]](dict)
    for slip in map(_slip, items):
        forms[slip[:2]][slip] = None
    places = defaultdict[Slip, list[Misspelling]](list)
    for item in items:
        certainty, wrong, right = _slip(item)
        within = (form for piece in _pieces(wrong) for form in forms.get((certainty, piece), ()))
        places[next(form for form in within if form[2] in right)].append(item)
    yield from places.items()


def _pieces(word: str) -> Iterator[str]:
    """Yield what the word holds, the shortest first."""
    for length in range(1, len(word) + 1):
        yield from (word[i : i + length] for i in range(len(word) - length + 1))


def _slip(item: Misspelling) -> Slip:
    if item.certainty is Certainty.GLYPH:
        return item.certainty, item.span.quote[:1], item.right
    return item.certainty, item.span.quote, item.right


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
