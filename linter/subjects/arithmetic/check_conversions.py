"""NUM019: a value in brackets that is another one than the value it converts."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from linter.document.nodes import Span, TextNode
from linter.plan.finding import Finding, Related, check
from linter.plan.plan import Plan
from linter.subjects.arithmetic.figures import amount, are_exact, number, shown, step, texts
from linter.subjects.quantities.quantities import Comparator, Quantity
from linter.subjects.quantities.units import MONEY, Unit
from linter.text.patterns import lazily

_SIGN = lazily(
    r"\((?:大?约|折|合|即|相当于|等于)?[约合近]?(?:为)?\s?\d[^,。;:()]{1,12}\)|(?:约合|折合|[,\u4e00-\u9fff]合)约?\d"
)
_OPENS = lazily(
    r"\s*(?:\((?:约合?|大约|折合?约?|合约?|即|相当于|等于|约为|折算为)?|,?(?:约合|折合|合)约?)\s*(?:约|近)?\s*"
)
_MEASURED = frozenset(
    (
        *MONEY,
        "area",
        "length",
        "mass",
        "volume",
        "energy",
        "power",
        "coal-equivalent",
        "carbon",
        "heat",
        "time",
    )
)
_ROUNDED = ("area", "length", "mass", "volume")
_OWN_KIND = ("皮长公里", "芯公里", "车道公里", "亩次", "标准立方米")
_EXTRA = {
    "里": ("length", Decimal(500)),
    "华里": ("length", Decimal(500)),
    "市里": ("length", Decimal(500)),
}
_SLACK = Decimal("0.02")
_ABOUT = Decimal("0.06")
_SURE = Decimal("0.1")


@check
def converted_value(plan: Plan) -> Iterator[Finding]:
    """NUM019: 30万亩（约3万公顷）, 1.2亿元（1200万元）."""
    for node, text, numbers in texts(plan, _SIGN):
        found = numbers.of(node, text)
        for a, b in pairwise(found):
            finding = _pair(node, text, a, b)
            if finding is not None:
                yield finding


def _pair(node: TextNode, text: str, a: Quantity, b: Quantity) -> Finding | None:
    opens = _OPENS.fullmatch(text[a.span.end : b.span.start])
    b = _with_unit(text, b)
    if opens is None or ("(" in opens.group() and text[b.span.end : b.span.end + 1] != ")"):
        return None
    if not _is_conversion(a.unit, b.unit) or a.upper is not None or b.upper is not None:
        return None
    first, second = amount(a), amount(b)
    if not first or not second or not (a.literal and b.literal):
        return None
    about = "约" in opens.group() or "近" in opens.group() or not are_exact((a, b))
    bounded = {q.comparator for q in (a, b)} - {Comparator.EXACT, Comparator.ABOUT}
    slack = (_ABOUT if about else _SLACK) * (2 if bounded else 1)
    gap = abs(first - second)
    if gap <= max(slack * first, _rounding(a) + _rounding(b)):
        return None
    assert b.unit is not None
    right = first / b.unit.factor
    values = {"value": shown(a), "right": f"{number(right, 4)}{b.unit.words}", "stated": shown(b)}
    sure = not about and gap > _SURE * first
    span = Span(node, b.span.start, b.span.end)
    return Finding(span, values, (Related("first", a.span),), None if sure else "about")


def _rounding(quantity: Quantity) -> Decimal:
    """What rounding may make: nothing of money, people and years in whole numbers."""
    rounds = quantity.places or (quantity.unit and quantity.unit.dimension in _ROUNDED)
    return step(quantity) / 2 if rounds else Decimal(0)


def _with_unit(text: str, quantity: Quantity) -> Quantity:
    """A quantity in an old unit that the lexicon does not know: 10里."""
    end = quantity.span.end
    unit = quantity.unit
    if unit is not None and not unit.bare:
        return quantity
    for words, (dimension, factor) in _EXTRA.items():
        if text.startswith(words + ")", end):
            times = unit.factor if unit else Decimal(1)
            whole = Unit((unit.words if unit else "") + words, dimension, factor * times)
            span = Span(quantity.span.node, quantity.span.start, end + len(words))
            return quantity._replace(unit=whole, span=span)
    return quantity


def _is_conversion(a: Unit | None, b: Unit | None) -> bool:
    """Whether two units measure one thing: 亩 and 公顷, 亿元 and 万元, 万户 and 户."""
    if a is None or b is None or a.dimension != b.dimension or a.words == b.words:
        return False
    if any(word in unit.words for unit in (a, b) for word in _OWN_KIND):
        return False
    if a.dimension in _MEASURED:
        return True
    if a.numerator is not None and b.numerator is not None:
        return a.dimension.partition("/")[0] in _MEASURED
    return bool(a.times or b.times) and a.words[len(a.times) :] == b.words[len(b.times) :] != ""
