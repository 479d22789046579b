"""Where running text names organs, beside the lists of units: 由市国土资源局建立台账."""

from bisect import bisect
from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from linter.document.nodes import Span
from linter.plan.plan import Plan, fact
from linter.subjects.offices.organisations import TIERS, Directory, Identity, organisations
from linter.subjects.offices.unit_names import unit_lists
from linter.text.patterns import lazily

_TIER = lazily(rf"自治区|[{TIERS}]")
_LONGEST = 14
# 省财政厅长, 县农业局级: the name goes on as another word.
_GOES_ON = frozenset("长级系门")
# What stands in front of a name and is no place: 由市财政局, 报省发展改革委.
_OPENERS = frozenset("由经向报和与及对在为将让请听据按以从各同并或是原会送")
_FORMERLY = lazily(r"原[\u4e00-\u9fff]{0,4}$")


class Mention(NamedTuple):
    """A name in running text; `placed` tells that the name of a place may stand in front."""

    name: str
    span: Span
    identity: Identity
    placed: bool


@fact
def mentions(plan: Plan) -> tuple[Mention, ...]:
    """The known organs that are named outside lists of units, titles and contents."""
    listed: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for units in plan.get(unit_lists):
        listed[id(units.span.node)].append((units.span.start, units.span.end))
    known = plan.get(organisations)
    found = []
    for node, text in plan.masked_texts:
        taken = sorted(listed.get(id(node), ()))
        for start, end, identity in _named(text, known):
            at = bisect(taken, (start, len(text)))
            if at and start < taken[at - 1][1]:
                continue
            if _FORMERLY.search(text[max(0, start - 6) : start]):
                continue
            placed = start > 0 and _is_place(text, start)
            found.append(Mention(text[start:end], Span(node, start, end), identity, placed))
    return tuple(found)


def _named(text: str, known: Directory) -> Iterator[tuple[int, int, Identity]]:
    """Yield (start, end, identity) of tier and name, the longest name at each place."""
    stop = 0
    for tier in _TIER.finditer(text):
        if tier.start() < stop:
            continue
        if end := _stem(text, tier.end(), known):
            stop = end
            yield tier.start(), end, Identity(tier.group(), known.organs[text[tier.end() : end]])


def _stem(text: str, at: int, known: Directory) -> int:
    """The end of the longest name that begins at a place, 0 without any."""
    for end in range(min(len(text), at + _LONGEST), at + 1, -1):
        organ = known.organs.get(text[at:end])
        if organ and not organ.central:
            return 0 if text[end : end + 1] in _GOES_ON and end < len(text) else end
    return 0


def _is_place(text: str, start: int) -> bool:
    before = text[start - 1]
    return "\u4e00" <= before <= "\u9fff" and before not in _OPENERS
