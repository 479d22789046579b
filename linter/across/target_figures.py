"""The figures of a task's target (目标值) in a ledger, and those of the draft that they are."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from linter.document.nodes import TextNode
from linter.plan.plan import Plan
from linter.subjects.quantities.agreement import common_factors
from linter.subjects.quantities.quantities import Quantity, quantities
from linter.subjects.quantities.units import units_of
from linter.text.folding import key
from linter.text.nearness import shared_order
from linter.text.patterns import lazily

_STOPS = ",;。:、()\n"
_SENTENCE = ";。\n"
_YEAR = lazily(r"(?<!\d)((?:19|20)\d\d)年(?!\s*[-—－~～至到])")
_LIGHT = lazily(
    r"(?:19|20)\d\d年[底末]?|[\d.%]|达到?|至|为|不低于|不少于|以上|左右|力争|全市|全省|控制在|提高到?"
)
_NAMED = 2  # characters of a name that tells its figure from others
_IS, _CLEARLY, _MAY_BE = 0.75, 0.3, 0.34


class NamedFigure(NamedTuple):
    """A figure, what its clause calls it, the year that its sentence names before it, and the words
    up to it."""

    quantity: Quantity
    name: str
    year: int | None
    words: str


class TargetSlip(NamedTuple):
    """A figure of the ledger that the task has not; `told` are those that it may be, none if the
    task has no such figure. `mistaken` marks a figure that the task gives to something else."""

    figure: NamedFigure
    told: tuple[NamedFigure, ...]
    mistaken: bool = False


def named_figures(plan: Plan, nodes: Iterable[TextNode]) -> list[NamedFigure]:
    """The figures of texts with their names."""
    units = plan.lexicon.get(units_of)
    return [
        NamedFigure(q, *_named(node, q, others))
        for node in nodes
        for others in [list(quantities(node, units, plan.masked(node)))]
        for q in others
    ]


def target_slips(said: Sequence[NamedFigure], told: Sequence[NamedFigure]) -> Iterator[TargetSlip]:
    """What of a target is not what the task says: another figure, that of another thing, that of
    another year, or none."""
    for one in said:
        kind = [t for t in told if is_comparable(one.quantity, t.quantity)]
        equal = [t for t in kind if is_equal(one.quantity, t.quantity) and not _opposed(one, t)]
        others = [t for t in kind if t not in equal]
        if equal:
            meant = _meant(one, equal, others)
            if meant:
                yield TargetSlip(one, (meant,), mistaken=True)
            continue
        near = [t for t in kind if _likeness(one.name, t.name) >= _MAY_BE]
        yield TargetSlip(one, tuple(near if len(one.name) >= _NAMED else kind))


def _meant(
    one: NamedFigure, equal: Sequence[NamedFigure], others: Sequence[NamedFigure]
) -> NamedFigure | None:
    """The figure that is surely meant where an equal one is that of something else."""
    best = max(others, key=lambda t: _likeness(one.name, t.name), default=None)
    if best is None:
        return None
    own = max(_likeness(one.name, t.name) for t in equal)
    score = _likeness(one.name, best.name)
    if len(one.name) > _NAMED and score >= _IS and own <= score - _CLEARLY:
        return best
    if one.year is not None and all(t.year not in (None, one.year) for t in equal):
        return next((t for t in others if t.year == one.year), None)
    return None


def _named(
    node: TextNode, figure: Quantity, others: Sequence[Quantity]
) -> tuple[str, int | None, str]:
    text, start, end = node.folded, figure.span.start, figure.span.end
    before = [q.span.end for q in others if q.span.end <= start]
    after = [q.span.start for q in others if q.span.start >= end]
    low = max([text.rfind(stop, 0, start) + 1 for stop in _STOPS] + before[-1:])
    stops = [at for stop in _STOPS if (at := text.find(stop, end)) >= 0]
    high = min([*stops, *after[:1], len(text)])
    name = _LIGHT.sub("", key(text[low:start] + text[end:high]))
    opened = max(text.rfind(stop, 0, start) for stop in _SENTENCE) + 1
    years = _YEAR.findall(text[opened:start])
    year = int(years[-1]) if years else None
    return name, year, node.text[low:end].strip()


def _likeness(one: str, other: str) -> float:
    """How much of the shorter name stands in the longer one, in order."""
    shorter = min(len(one), len(other))
    return shared_order(one, other) / shorter if shorter >= _NAMED else 0.0


def _opposed(one: NamedFigure, other: NamedFigure) -> bool:
    """Whether one is a ceiling and the other a floor."""
    first, second = one.quantity.comparator, other.quantity.comparator
    return (first.upper_bound and second.lower_bound) or (first.lower_bound and second.upper_bound)


def is_comparable(one: Quantity, other: Quantity) -> bool:
    """Whether both figures have units of one kind, or none."""
    if (one.unit is None) != (other.unit is None):
        return False
    return common_factors(one.unit, other.unit) is not None


def is_equal(one: Quantity, other: Quantity) -> bool:
    """Whether two figures are one: value and both ends of a range; a bound may be left out."""
    factors = common_factors(one.unit, other.unit)
    if factors is None:
        return False
    ends = [
        (q.value * factor, None if q.upper is None else q.upper * factor)
        for q, factor in zip((one, other), factors, strict=True)
    ]
    return ends[0] == ends[1]
