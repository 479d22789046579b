"""IND009: part and whole against the share that is stated."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from linter.document.nodes import Paragraph
from linter.plan.finding import Finding, Related, check
from linter.plan.plan import Plan, fact
from linter.subjects.indicators.contexts import Kind
from linter.subjects.indicators.indicators import Indicator, indicators
from linter.subjects.indicators.names import canonical
from linter.subjects.indicators.phrases import figure
from linter.subjects.indicators.statement import Statement
from linter.subjects.indicators.statements import statements
from linter.subjects.quantities.agreement import common_factors
from linter.subjects.quantities.breakdowns import Breakdown, breakdowns, is_plain
from linter.subjects.quantities.numbers import Numbers, numbers
from linter.subjects.quantities.quantities import Comparator, Quantity
from linter.subjects.quantities.years import Dated, text_paragraphs
from linter.text.folding import key
from linter.text.patterns import lazily

_SAID = lazily("占|比例|比重|比率|率")


_SHARE_OF = lazily(r"\s*[,(]?\s*占[^,。;:%\d]{0,16}")


_OF = lazily(r"\s*的?(?:比重|比例)?(?:达到|达|为|约|近)*\s*")


_SHARE_SAID = lazily(
    r"\s*[,(]?\s*(?:占比|占(?P<whole>[^,。;:、%\d]{0,16}?)的?(?:比重|比例)?)(?:达到|达|为|约|近|超过|的)*\s*"
)


_RATE_SAID = lazily(  # 其中免费开放41家，免费开放比例达到89.1%: the part by its own words
    r"[,(;]\s*(?P<named>[^,。;:、%\d]{2,12}?)(?:的?(?:数量)?(?:比例|比重|占比|比率)|率)(?:达到|达|为|约|近|超过|是)*\s*"
)


_DONE = lazily(r"^(?:已经|已|实现|完成|达到|属于|为)+|的$")


_TOTAL = lazily(r"总[数量额户]|总(?:面积|里程|投资|资金|人数|人口|产量|规模)|全部|合计|其$")


_OUTER = lazily(r"全国|全省|全市|全县|全区|全州|全球|世界|生产总值|GDP|同期|上年|年度|当年")


_SHARE = lazily(r"(?P<part>.{2,30}?)占(?P<whole>.{2,30}?)‹share›?$")


class Share(NamedTuple):
    """A stated share in per cent, with the part and the whole that it relates."""

    stated: Quantity
    part: Quantity
    whole: Quantity

    @property
    def per_cent(self) -> float:
        factors = common_factors(self.part.unit, self.whole.unit)
        assert factors is not None
        return float(self.part.value * factors[0] / (self.whole.value * factors[1]) * 100)

    @property
    def place(self) -> tuple[int, int]:
        """Where the share is stated, to tell it from others."""
        return self.stated.place

    @property
    def slack(self) -> float:
        """The room that the rounding of part and whole leaves, in percentage points."""
        rooms = (q.value and Decimal("0.5").scaleb(-q.places) / q.value for q in self.sides)
        return self.per_cent * float(sum(rooms))

    @property
    def sides(self) -> tuple[Quantity, Quantity]:
        return self.part, self.whole


@fact
def shares(plan: Plan) -> tuple[Share, ...]:
    """The stated shares whose part and whole the draft gives."""
    paragraphs = text_paragraphs(plan.document)
    spoken = shares_in_text(paragraphs, plan.get(breakdowns), plan.get(numbers))
    found = (*_shares(plan.get(indicators), plan.get(statements)), *spoken)
    return tuple({share.place: share for share in found}.values())


def _shares(indicators: Sequence[Indicator], statements: Sequence[Statement]) -> Iterator[Share]:
    """Yield the stated shares whose part and whole have one exact value in the same year."""
    known: dict[tuple[str, int], Quantity] = {}
    stated: list[tuple[str, int, Quantity]] = []
    for indicator in indicators:
        name = canonical(indicator.name)
        for value in indicator.values:
            if value.quantity is not None and value.year is not None:
                known.setdefault((name, value.year), value.quantity)
                stated.append((name, value.year, value.quantity))
    for s in statements:
        plain = s.dated is not Dated.PLAN and s.kind is Kind.VALUE and not s.scope
        if plain and s.year is not None:
            if not s.inherited:
                known.setdefault((s.name, s.year), s.quantity)
            stated.append((s.name, s.year, s.quantity))
    for name, year, quantity in stated:
        match = _SHARE.fullmatch(name)
        if match is None or quantity.unit is None or quantity.unit.dimension != "ratio":
            continue
        part, whole = known.get((match["part"], year)), known.get((match["whole"], year))
        if part and whole and is_plain(part) and is_plain(whole) and whole.value:
            factors = common_factors(part.unit, whole.unit)
            if factors and part.unit and whole.unit and part.unit.dimension != "ratio":
                yield Share(quantity, part, whole)


def shares_in_text(
    paragraphs: Iterable[Paragraph], known: Sequence[Breakdown], numbers: Numbers
) -> Iterator[Share]:
    """Yield the shares right behind their part, of a whole with its figure beside or before it.

    1260户，占养殖户总数4500户的28% names the whole; behind 其中 it is the whole of the breakdown.
    """
    wholes = {part.quantity.place: b for b in known for part in b.parts}
    for paragraph in paragraphs:
        if "%" not in paragraph.folded or not _SAID.search(paragraph.folded):
            continue
        found = numbers.of(paragraph)
        for i, stated in enumerate(found):
            if stated.unit is None or stated.unit.dimension != "ratio" or i == 0:
                continue
            share = _beside(paragraph.folded, found[max(0, i - 2) : i], stated)
            share = share or _of_breakdown(paragraph.folded, found[i - 1], stated, wholes)
            share = share or _of_named(paragraph.folded, found[i - 1], stated, wholes)
            if share is not None:
                yield share


def _beside(text: str, before: Sequence[Quantity], stated: Quantity) -> Share | None:
    """1260户，占养殖户总数4500户的32%."""
    if len(before) < 2:
        return None
    part, whole = before
    lead, of = text[part.span.end : whole.span.start], text[whole.span.end : stated.span.start]
    if not _SHARE_OF.fullmatch(lead) or not _OF.fullmatch(of):
        return None
    return Share(stated, part, whole) if _comparable(part, whole) else None


def _of_breakdown(
    text: str, part: Quantity, stated: Quantity, wholes: Mapping[tuple[int, int], Breakdown]
) -> Share | None:
    """36亿元，其中用于改造的15.5亿元，占专项资金总额的46%."""
    found = wholes.get(part.place)
    said = _SHARE_SAID.fullmatch(text[part.span.end : stated.span.start])
    if found is None or said is None or not _comparable(part, found.whole):
        return None
    named = said["whole"] or ""
    if _OUTER.search(named) and named not in found.words:
        return None
    total = not named or _TOTAL.search(named) or named in found.words
    return Share(stated, part, found.whole) if total else None


def _of_named(
    text: str, part: Quantity, stated: Quantity, wholes: Mapping[tuple[int, int], Breakdown]
) -> Share | None:
    """博物馆46家，其中免费开放41家，免费开放比例达到89.1%."""
    found = wholes.get(part.place)
    said = _RATE_SAID.fullmatch(text[part.span.end : stated.span.start])
    if found is None or said is None or not _comparable(part, found.whole):
        return None
    words = next(p.words for p in found.parts if p.quantity.place == part.place)
    named = _DONE.sub("", said["named"])
    return Share(stated, part, found.whole) if _DONE.sub("", words) == named else None


def _comparable(part: Quantity, whole: Quantity) -> bool:
    """Whether part and whole are plain amounts of one kind, the part no more than the whole."""
    if part.unit is None or whole.unit is None or part.unit.dimension in ("ratio", "points"):
        return False
    alike = part.unit.dimension == whole.unit.dimension and bool(whole.value)
    return alike and is_plain(part) and is_plain(whole)


@check
def share_mismatch(plan: Plan, *, tolerance: float = 0.5) -> Iterator[Finding]:
    """IND009: a stated share against part and whole of the same year.

    `tolerance` is in percentage points; the rounding of the stated share widens it.
    """
    for share in plan.get(shares):
        stated, computed = share.stated, share.per_cent
        slack = max(tolerance, 0.5 * 10.0**-stated.places) + share.slack
        value = float(stated.value)
        above, below = value > computed + slack, value < computed - slack
        if stated.comparator is Comparator.ABOUT:
            above, below = value > computed + 2, value < computed - 2
        if (above and not stated.comparator.upper_bound) or (
            below and not stated.comparator.lower_bound
        ):
            values = {
                "stated": key(stated.words),
                "part": figure(share.part),
                "whole": figure(share.whole),
                "computed": f"{computed:.1f}",
            }
            related = (Related("part", share.part.span), Related("whole", share.whole.span))
            yield Finding(stated.span, values, related)
