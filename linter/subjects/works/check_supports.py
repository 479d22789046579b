"""IND003 of rates of support: what is paid for a thing, told twice with different sums."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from linter.document.nodes import Paragraph, Span
from linter.plan.finding import Finding, Related, check
from linter.plan.plan import Plan, fact
from linter.subjects.indicators.phrases import figure
from linter.subjects.quantities.quantities import Comparator, Quantity, quantities
from linter.subjects.quantities.units import MONEY, Units, units_of
from linter.subjects.quantities.years import text_paragraphs
from linter.text.folding import key
from linter.text.patterns import lazily
from linter.text.sentences import start_of

_KIND = "补助|补贴|奖励|奖补|资助|补偿"


_CHARACTER = r"(?:[^\d\W每年月日次由按给予可最]|年(?![补均度给由奖内资])|日(?=[间托照]))"


_OF = rf"每(?P<of>{_CHARACTER}{{3,9}}?)"


_PAYER = r"(?P<payer>(?:中央|[‹tiers›镇乡])?(?:、[省市县区])*级?(?:本级)?财政|中央|[省市县区]级)"


_HOW = r"(?:资金|专项资金|统一|定额|一次性|给予|予以|按|将|均)*"


_GIVEN = lazily(
    rf"{_OF},?(?:可|将|均|统一|由|从|获|获得|享受)*{_PAYER}?{_HOW}"
    rf"(?:(?P<kind>{_KIND})(?:资金|经费|标准)?(?:为|是)?|(?<=[给予按])|(?<=一次性))(?=\d)"
)


_BEHIND = lazily(rf"的?(?:标准)?(?:给予|予以|一次性|财政|资金|定额)*(?P<kind>{_KIND})")


_GRADED = lazily(
    r"对[^,。;]{2,30}的,|其中|‹year›年|[一二三四五\dA-Z]级|类|档|以上|以下|超过|不足|首[个次台]|第[一二三四五]|不同|分别|原|新建|[改扩自]建"
)


_CLASSIFIERS = "个部台座张家所户名条间套辆支处项"


_GRADED_BEHIND = lazily(r"(?:以上|以下|以内|左右|,[^。;]{0,12}(?:每增加|超过|不足)|;对)")


class Support(NamedTuple):
    """A rate of support. `of` is the thing that it is paid for, without its classifier."""

    of: str
    payer: str
    kind: str
    quantity: Quantity
    span: Span


@fact
def supports(plan: Plan) -> tuple[Support, ...]:
    """The rates at which the draft pays for things (每部补助15万元)."""
    return tuple(supports_in(text_paragraphs(plan.document), plan.lexicon.get(units_of)))


def supports_in(paragraphs: Iterable[Paragraph], units: Units) -> Iterator[Support]:
    """Yield the rates of support of the paragraphs in reading order."""
    for paragraph in paragraphs:
        text = paragraph.folded
        if "每" not in text or not (matches := list(_GIVEN.finditer(text))):
            continue
        numbers = {q.span.start: q for q in quantities(paragraph, units)}
        for match in matches:
            quantity = numbers.get(match.end())
            if quantity is None or not _is_exact_sum(quantity):
                continue
            behind = _BEHIND.match(text, quantity.span.end)
            kind = match["kind"] or (behind["kind"] if behind else None)
            start = start_of(text, match.start(), "。;\n")
            if kind is None or _GRADED.search(text, start, match.start()):
                continue
            if _GRADED_BEHIND.match(text, quantity.span.end):
                continue
            end = behind.end() if behind and not match["kind"] else quantity.span.end
            span = Span(paragraph, match.start(), end)
            yield Support(_thing(match["of"]), match["payer"] or "", kind, quantity, span)


def _is_exact_sum(quantity: Quantity) -> bool:
    exact = quantity.comparator is Comparator.EXACT and quantity.upper is None and quantity.literal
    return exact and quantity.unit is not None and quantity.unit.dimension in MONEY


def _thing(words: str) -> str:
    return words[1:].removeprefix("的") if words[0] in _CLASSIFIERS else words


_QUOTE = 40


@check
def retold(plan: Plan) -> Iterator[Finding]:
    """A rate that two paragraphs give differently; a paragraph with several grades them."""
    groups: dict[tuple[str, str], list[Support]] = defaultdict(list)
    for support in plan.get(supports):
        groups[support.of, support.kind].append(support)
    for group in groups.values():
        first = group[0]
        for other in group[1:] if not _is_graded(group) else ():
            if _amount(other) != _amount(first) and _may_be_one(first, other):
                yield _finding(other, first)


def _amount(support: Support) -> object:
    return support.quantity.amount


def _is_graded(group: list[Support]) -> bool:
    """Whether a paragraph has several sums, or the draft more than two: grades, or kinds."""
    by_node: dict[int, set[object]] = defaultdict(set)
    for support in group:
        by_node[id(support.span.node)].add(_amount(support))
    several = any(len(amounts) > 1 for amounts in by_node.values())
    return several or len({_amount(support) for support in group}) > 2


def _may_be_one(first: Support, second: Support) -> bool:
    """Whether both are paid by one, or one does not tell by whom; lists of a section grade."""
    if _above(first) == _above(second):
        return False
    return first.payer == second.payer or not (first.payer and second.payer)


def _above(support: Support) -> tuple[str, ...]:
    """The headings above a rate, without the one that its own paragraph begins with."""
    node = support.span.node
    level = node.level if isinstance(node, Paragraph) else None
    return node.locator.section[: level - 1] if level else node.locator.section


def _finding(support: Support, other: Support) -> Finding:
    words = support.span.node.text[support.span.start : support.quantity.span.start]
    values = {
        "indicator": key(words).rstrip("按给予为"),
        "year": "",
        "body": figure(support.quantity),
        "other": figure(other.quantity),
    }
    sure = support.payer and support.payer == other.payer
    related = (Related("other", _quoted(other)),)
    return Finding(_quoted(support), values, related, "support" if sure else "support-near")


def _quoted(support: Support) -> Span:
    span = support.span
    return span if span.end - span.start <= _QUOTE else support.quantity.span
