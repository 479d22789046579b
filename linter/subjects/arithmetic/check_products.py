"""NUM015: so many a year against the sum of the years, a price and a number against the cost."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from linter.document.nodes import Span
from linter.plan.finding import Finding, Related, check
from linter.plan.plan import Plan
from linter.subjects.arithmetic.figures import (
    amount,
    are_exact,
    number,
    sentences,
    shown,
    steps_of,
    texts,
)
from linter.subjects.quantities.quantities import Comparator, Quantity
from linter.subjects.quantities.units import MULTIPLIERS, PEOPLE, Unit
from linter.subjects.times.periods import Period, period
from linter.text.folding import key
from linter.text.numerals import parse_numeral
from linter.text.patterns import lazily

_EACH = lazily(r"(?:每|年均|单)[^,。;\d]{1,24}\d|元/")
_SUM = lazily(r"(?:计|共|总)[^,。;\d]{0,14}\d")
_ALL = r"(?:累计|合计|总计|共计|总共|一共|共)"
_NOUNS = r"[\u4e00-\u9fffA-Za-z“”\"、]{0,20}?"
_LEAD = r"(?:不少于|不低于|至少|约|近|超过|达到?|完成)?"
_YEARS = (
    r"(?:(?P<n>[二三四五六十两]|\d{1,2})年(?:内|间|期间|来)?|(?P<first>‹year›‹to-year›)(?P<last>‹year›)年(?:期间|间)?"
    r"|(?:到|至)(?P<until>‹year›)年[底末]?|(?P<span>规划期内?|期间|期内)|全年(?P<year>))"
)
_YEARLY = lazily(rf"(?P<each>每年|年均|每季度?|每个?月|每月)(?P<did>{_NOUNS}){_LEAD}$")
_OVER = lazily(
    rf"(?P<noun>{_NOUNS})[,(]?(?:力争|确保|预计|计划)?{_YEARS},?(?P<did1>{_NOUNS}){_ALL}(?P<did2>{_NOUNS}){_LEAD}"
)
_TOTAL = lazily(rf"{_YEARS},?(?P<did1>{_NOUNS}){_ALL}(?P<did2>{_NOUNS}){_LEAD}$")
_YEARLY_THEN = lazily(
    rf"(?P<noun>{_NOUNS})[,(](?:平均|其中)?(?P<each>每年|年均)(?P<did>{_NOUNS}){_LEAD}"
)
_TIMES = {"每年": 1, "年均": 1}
_STEPS = {"季": 4, "月": 12}
_SPOKEN = lazily("力争|争取|完成|实现|计划|预计|可|将|要|开展|组织|‹build›")
_LOOSE = Decimal("1.1")
_NOT_COUNTED = ("ratio", "points", "money", "time", "multiple")
_NEAR = Decimal("0.1")


class Product(NamedTuple):
    """`each` for every one of `count` (in words: 3年, 200户), and what the draft says it makes."""

    each: Quantity
    number: Decimal
    counted: str
    total: Quantity
    other: Quantity | None = None

    @property
    def found(self) -> tuple[Quantity, ...]:
        return (self.each, self.total, self.other) if self.other else (self.each, self.total)

    @property
    def made(self) -> Decimal:
        """What it makes, in the unit of the total."""
        each = self.each.unit
        factor = each.numerator.factor if each and each.numerator else self.each.factor
        return self.each.value * factor * self.number / self.total.factor


@check
def product_total(plan: Plan) -> Iterator[Finding]:
    """NUM015: 每年2000人，三年累计5000人; 每户3000元，200户，共50万元."""
    years = plan.get(period)
    for node, text, numbers in texts(plan, _EACH, _SUM):
        for all_found in sentences(node, text, numbers):
            found = [_counted(text, q) for q in all_found if not _is_span(q)]
            for i in range(len(found) - 1):
                product = _by_year(text, found[i], found[i + 1], years)
                variant: str | None = "years"
                if product is None and i + 2 < len(found):
                    product, variant = _priced(text, found[i : i + 3]), None
                if product is not None and not _holds(product):
                    yield _finding(product, variant)


_ROUND = lazily("[期轮批届场班茬车桌节季]")


def _is_span(quantity: Quantity) -> bool:
    """3年累计: the years of a sum, not an amount."""
    return quantity.unit is not None and quantity.unit.words == "年"


def _counted(text: str, quantity: Quantity) -> Quantity:
    """A number with a measure word that is no unit of its own: 40期."""
    at = quantity.span.end
    if quantity.unit is not None or not _ROUND.match(text, at):
        return quantity
    unit = Unit(text[at], "count", Decimal(1))
    return quantity._replace(unit=unit, span=quantity.span._replace(end=at + 1))


def _by_year(text: str, a: Quantity, b: Quantity, years: Period | None) -> Product | None:
    """每年A，三年累计B; 三年累计B，每年A."""
    between = text[a.span.end : b.span.start]
    lead = text[max(0, a.span.start - 40) : a.span.start]
    if len(between) > 60 or not _alike(a, b):
        return None
    yearly = _YEARLY.search(lead)
    over = _OVER.fullmatch(between) if yearly else None
    if yearly and over:
        each, total, said, summed = a, b, yearly, over
    else:
        total_said = _TOTAL.search(lead)
        then = _YEARLY_THEN.fullmatch(between) if total_said else None
        if total_said is None or then is None:
            return None
        each, total, said, summed = b, a, then, total_said
    count = _count(summed, said["each"], years)
    if count is None or not _is_same_work(text, said, summed, each, total):
        return None
    unit = "年" if said["each"] in _TIMES else {4: "个季度", 12: "个月"}.get(count, "")
    return Product(each, Decimal(count), f"{count}{unit}", total)


def _count(match: re.Match[str], each: str, years: Period | None) -> int | None:
    """How many years (or months of 全年) a total is said to cover."""
    whole_year = match["year"] is not None
    if each not in _TIMES:
        return next(n for word, n in _STEPS.items() if word in each) if whole_year else None
    if whole_year:
        return None
    if match["n"]:
        n = match["n"]
        return int(n) if n.isdigit() else parse_numeral(n.replace("两", "二"))
    if match["last"]:
        return int(match["last"]) - int(match["first"][:4]) + 1
    if years is None or (match["until"] and int(match["until"]) != years.end):
        return None
    return years.end - years.start + 1


def _is_same_work(
    text: str, said: re.Match[str], summed: re.Match[str], each: Quantity, total: Quantity
) -> bool:
    """Whether the total is of the thing done every year: its words are those, or fewer."""
    did = _bare(said["did"])
    sums = _bare(summed["did1"] + summed["did2"])
    nouns = {_noun(text, each), _noun(text, total)} - {""}
    if len(nouns) > 1:
        return False
    if not sums or not did or set(sums) <= set(did + _noun(text, each)):
        return True
    return len(did) > 1 and sums.startswith(did)


def _bare(words: str) -> str:
    return _SPOKEN.sub("", key(words))


_NOUN = lazily(r"(?:的)?(?P<noun>[\u4e00-\u9fff]{2,8}?)(?=[,。;、()]|$)")


def _noun(text: str, quantity: Quantity) -> str:
    match = _NOUN.match(text, quantity.span.end)
    return match["noun"] if match else ""


def _alike(a: Quantity, b: Quantity) -> bool:
    if a.unit is None or b.unit is None or a.upper is not None or b.upper is not None:
        return False
    if not (a.literal and b.literal) or a.unit.dimension in ("ratio", "points", "multiple", "time"):
        return False
    kinds = {a.unit.dimension, b.unit.dimension}
    return len(kinds) == 1 or kinds <= PEOPLE


_HAN = r"[\u4e00-\u9fff()]"
_PER = lazily(rf"(?:每|单)(?P<per>{_HAN}{{1,16}})(?:为|约)?$")
_NOT_OF = lazily("其中|另|不足|超过|等")
_OF = lazily(rf"{_HAN}{{0,10}},?{_HAN}{{0,8}}")
_MAKES = lazily(
    rf"(?P<noun>{_HAN}{{0,6}}?)(?:,{_HAN}{{0,6}}?)?(?:每年|全年|预计|总投资|投资)?"
    rf"(?:{_ALL}|合|总){_HAN}{{0,8}}?{_LEAD}"
)
_THEN_PER = lazily(
    rf"(?P<noun>{_HAN}{{0,6}}?),?(?:按照?)?(?:每|单)(?P<per>{_HAN}{{1,16}}?)(?:为|约)?"
)
_AT = lazily(rf"(?P<noun>{_HAN}{{0,6}}?),?(?:按照?)?")
_THEN_MAKES = lazily(
    rf"{_HAN}{{0,6}}?(?:的?标准)?(?:测算|计算|补助|补贴|奖励|奖补)?,?(?:预计|总投资|投资)?"
    rf"(?:{_ALL}|合|总){_HAN}{{0,8}}?{_LEAD}"
)


def _priced(text: str, found: Sequence[Quantity]) -> Product | None:
    """每户补助3000元 | ，200户 | ，共50万元; 200户，每户3000元，共60万元; 3000元/户."""
    a, b, c = found
    if any(q.upper is not None or not q.literal or q.unit is None for q in found):
        return None
    first, second = text[a.span.end : b.span.start], text[b.span.end : c.span.start]
    if max(len(first), len(second)) > 30 or _NOT_OF.search(first):
        return None
    lead = text[max(0, a.span.start - 20) : a.span.start]
    per = _PER.search(lead, max(0, lead.rfind("每")))
    makes = _MAKES.fullmatch(second)
    if makes and (per or _below(a)) and _OF.fullmatch(first):
        return _product(a, b, c, per["per"] if per else _below(a), makes["noun"])
    if not _THEN_MAKES.fullmatch(second):
        return None
    then = _THEN_PER.fullmatch(first)
    if then:
        return _product(b, a, c, then["per"], then["noun"])
    at = _AT.fullmatch(first) if _below(b) else None
    return _product(b, a, c, _below(b), at["noun"]) if at else None


def _below(quantity: Quantity) -> str:
    """户 of 3000元/户."""
    words = quantity.unit.words if quantity.unit and quantity.unit.numerator else ""
    return words.partition("/")[2]


def _product(
    each: Quantity, count: Quantity, total: Quantity, per: str, noun: str
) -> Product | None:
    """The price, the number and the cost, if the number is one of what the price is for."""
    assert each.unit is not None
    assert count.unit is not None
    assert total.unit is not None
    kind = (each.unit.numerator or each.unit).dimension
    kinds = {kind, total.unit.dimension}
    if (len(kinds) > 1 and not kinds <= PEOPLE) or count.unit.dimension in _NOT_COUNTED:
        return None
    times = count.unit.times
    measure = count.unit.words[len(times) :]
    of = per.removeprefix("一").removeprefix("个")
    if per.startswith("价") or (noun and of.startswith(noun[:2])):
        pass
    elif not measure or not per.startswith(measure) or (measure == "个" and noun):
        return None
    return Product(
        each, count.value * MULTIPLIERS.get(times, Decimal(1)), shown(count), total, count
    )


def _holds(product: Product) -> bool:
    """Whether the total is the product, but for rounding and what bounds leave open."""
    made, total = product.made, product.total.value
    steps = steps_of(product.found)
    rooms = [s / 2 / amount(q) for q, s in zip(product.found, steps, strict=True) if q.value]
    rounded = any(q.places for q in product.found)
    gap = abs(made - total)
    if gap <= (sum(rooms, Decimal(0)) * made if rounded else Decimal(0)):
        return True
    if are_exact(product.found):
        return False
    if any(q.comparator is Comparator.ABOUT for q in product.found):
        return gap <= _NEAR * max(made, total)
    if product.each.comparator.lower_bound:
        return total > made  # 每年2000人以上: more than their sum is no fault
    return max(made, total) <= _LOOSE * min(made, total)


def _finding(product: Product, variant: str | None) -> Finding:
    unit = product.total.unit.words if product.total.unit else ""
    values = {
        "each": shown(product.each),
        "count": product.counted,
        "made": f"{number(product.made, 4)}{unit}",
        "total": key(product.total.words),
    }
    span = product.total.span
    related = (Related("part", product.each.span),)
    return Finding(Span(span.node, span.start, span.end), values, related, variant)
