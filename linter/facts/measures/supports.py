"""Rates of support: 每部电梯由市财政补助15万元, 每张护理床位给予2000元奖励.

Rates that the draft grades (对6层以上的, 2025年, 首个) are left out: they differ by intent.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from linter.document import Paragraph, Span
from linter.facts.measures.quantities import Comparator, Quantity, quantities
from linter.facts.measures.units import MONEY, Units
from linter.patterns import lazily

_KIND = "补助|补贴|奖励|奖补|资助|补偿"
_CHARACTER = r"(?:[^\d\W每年月日次由按给予可最]|年(?![补均度给由奖内资])|日(?=[间托照]))"
_OF = rf"每(?P<of>{_CHARACTER}{{3,9}}?)"
_PAYER = (
    r"(?P<payer>(?:中央|[省市县区州盟旗镇乡])?(?:、[省市县区])*级?(?:本级)?财政|中央|[省市县区]级)"
)
_HOW = r"(?:资金|专项资金|统一|定额|一次性|给予|予以|按|将|均)*"
_GIVEN = lazily(
    rf"{_OF},?(?:可|将|均|统一|由|从|获|获得|享受)*{_PAYER}?{_HOW}"
    rf"(?:(?P<kind>{_KIND})(?:资金|经费|标准)?(?:为|是)?|(?<=[给予按])|(?<=一次性))(?=\d)"
)
_BEHIND = lazily(rf"的?(?:标准)?(?:给予|予以|一次性|财政|资金|定额)*(?P<kind>{_KIND})")
_GRADED = lazily(
    r"对[^,。;]{2,30}的,|其中|(?:19|20)\d\d年|[一二三四五\dA-Z]级|类|档|以上|以下|超过|不足|首[个次台]|第[一二三四五]|不同|分别|原|新建|[改扩自]建"
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


def supports(paragraphs: Iterable[Paragraph], units: Units) -> Iterator[Support]:
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
            start = 1 + max(text.rfind(mark, 0, match.start()) for mark in "。;\n")
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
