"""Figures of a sentence: its quantities, with what is spelt out among them (翻两番, 一倍, 三成)."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from linter.document.nodes import Span, TextNode
from linter.plan.plan import Plan
from linter.subjects.quantities.numbers import Numbers, numbers
from linter.subjects.quantities.quantities import Comparator, Quantity
from linter.subjects.quantities.units import COUNTED, Unit
from linter.subjects.quantities.years import is_text
from linter.text.folding import key
from linter.text.numerals import parse_numeral
from linter.text.patterns import lazily
from linter.text.sentences import SENTENCE_END

DOUBLINGS = Unit("番", "doublings", Decimal(1))
MULTIPLE = Unit("倍", "multiple", Decimal(1))
PER_CENT = Unit("%", "ratio", Decimal("0.01"))

_SPELT = lazily(
    r"""翻了?(?P<doubled>[‹ten›两]|\d)?个?番
    | 翻(?P<twice>一?倍)
    | (?<![‹ten›百千万两])(?P<times>[‹ten›两])倍
    | (?P<half>(?<=[减降少低了])(?:一?半))
    | (?P<below>[‹ten›])分之(?P<above>[‹ten›])(?![‹ten›])
    | (?<=[长加高升降低少了约近])(?P<tenths>[‹ten›两])成(?![立为员果本长都效绩])""",
    re.X,
)
_BEHIND = lazily(r"\s*(?:(?P<more>以上|多|余)|(?P<about>左右))")
_LEAD = lazily(r"(?:(?P<more>超过?|逾|不低于|不少于)|(?P<about>近|约|接近))(?:了|到|达)?$")


def sentences(node: TextNode, text: str, known: Numbers) -> Iterator[Sequence[Quantity]]:
    """Yield the figures of each sentence of a text that has two of them at least."""
    found = figures(node, text, known)
    at = 0
    for end in [*(m.start() for m in SENTENCE_END.finditer(text)), len(text)]:
        first = at
        while at < len(found) and found[at].span.start < end:
            at += 1
        if at - first > 1:
            yield found[first:at]


def figures(node: TextNode, text: str, known: Numbers) -> Sequence[Quantity]:
    """The figures of a text in order, those spelt out among them."""
    found = known.of(node, text)
    spelt = [q for m in _SPELT.finditer(text) if (q := _spelt(node, text, m)) is not None]
    if not spelt:
        return found
    merged: list[Quantity] = []
    for q in sorted([*found, *spelt], key=lambda q: (q.span.start, -q.span.end)):
        if not merged or q.span.start >= merged[-1].span.end:
            merged.append(q)
    return merged


def _spelt(node: TextNode, text: str, match: re.Match[str]) -> Quantity | None:
    value, unit = _value(match)
    if value is None:
        return None
    behind = _BEHIND.match(text, match.end())
    lead = _LEAD.search(text, max(0, match.start() - 6), match.start())
    comparator = Comparator.EXACT
    for side in (lead, behind):
        if side is not None:
            comparator = Comparator.AT_LEAST if side["more"] else Comparator.ABOUT
    span = Span(node, match.start(), behind.end() if behind else match.end())
    return Quantity(value, unit, comparator, 0, span)


def _value(match: re.Match[str]) -> tuple[Decimal | None, Unit]:
    if match["below"]:
        below, above = parse_numeral(match["below"]), parse_numeral(match["above"])
        share = Decimal(100 * above) / below if below and above else None
        return share, PER_CENT
    if match["half"]:
        return Decimal(50), PER_CENT
    if match["tenths"]:
        return 10 * (_number(match["tenths"]) or Decimal(0)), PER_CENT
    if match["twice"]:
        return Decimal(1), DOUBLINGS
    if match["times"]:
        return _number(match["times"]), MULTIPLE
    return _number(match["doubled"] or "一"), DOUBLINGS


def _number(words: str) -> Decimal | None:
    value = int(words) if words.isdigit() else parse_numeral(words.replace("两", "二"))
    return None if value is None else Decimal(value)


def texts(
    plan: Plan, trigger: re.Pattern[str], *others: re.Pattern[str]
) -> Iterator[tuple[TextNode, str, Numbers]]:
    """Yield what states facts of the plan, cells included, where all triggers are found."""
    known = plan.get(numbers)
    for node in plan.worded:
        text = node.folded
        if not trigger.search(text) or not all(t.search(text) for t in others):
            continue
        if is_text(node.locator.zone):
            yield node, plan.masked(node), known


def amount(quantity: Quantity) -> Decimal:
    """The value in the base unit of its dimension."""
    return quantity.amount


def step(quantity: Quantity) -> Decimal:
    """One step of the last place, nothing of things that are counted one by one."""
    unit = quantity.unit
    if unit is not None and unit.dimension in COUNTED and unit.factor == 1 and not quantity.places:
        return Decimal(0)
    return quantity.factor.scaleb(-quantity.places)


def steps_of(found: Sequence[Quantity]) -> list[Decimal]:
    """One step of the last place of each: 5万 beside 3.5万 is 5.0万."""
    places: dict[Decimal, int] = {}
    for q in found:
        places[q.factor] = max(q.places, places.get(q.factor, 0))
    return [step(q._replace(places=places[q.factor])) for q in found]


def are_exact(found: Sequence[Quantity]) -> bool:
    """Tell whether each is one figure without a bound."""
    return all(q.comparator is Comparator.EXACT and q.upper is None and q.literal for q in found)


def number(value: Decimal, places: int = 1) -> str:
    """A value as people write it: at most so many places, no zeros behind."""
    rounded = value.quantize(Decimal(1).scaleb(-places))
    return f"{rounded.normalize():f}" if rounded else "0"


def shown(quantity: Quantity) -> str:
    """A figure as written: its number and unit, without the bound."""
    unit = quantity.unit.words if quantity.unit else ""
    words = key(quantity.words)
    if unit and unit in words:
        return words[: words.index(unit) + len(unit)]
    return f"{quantity.value:f}{unit}"
