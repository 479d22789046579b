"""IND006: 三年共培训9000人次，2024年、2025年、2026年分别培训2000人次、3000人次和3000人次."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

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
from linter.subjects.quantities.quantities import Quantity
from linter.subjects.quantities.units import ADDITIVE
from linter.text.folding import key
from linter.text.numerals import parse_numeral
from linter.text.patterns import lazily

_RESPECTIVE = lazily("分别")
_ALL = lazily("累计|合计|总计|共|总|安排|计划|完成|‹build›|‹year›")
_SPELT = lazily(r"(?P<n>[二三四五六两2-6])年")
_RANGE = lazily(r"(?P<first>‹year›)‹to-year›(?P<last>‹year›)年")
_YEARS = lazily(
    r"[^\d,。;]{0,8},?(?:其中[:,]?)?(?P<years>‹year›年?(?:(?:、|和|与|,)‹year›年?){1,5})度?[^\d,。;]{0,6}分别[^\d,。;]{0,12}"
)
_NEXT = lazily(r"[^\d。;]{0,4}?(?:、|,|和|与|及)\s*")
_YEAR = lazily("‹year›")


@check
def respectively(plan: Plan) -> Iterator[Finding]:
    """Years with an amount each, said 分别, that are not the whole before them."""
    for node, text, units in texts(plan, _RESPECTIVE, _ALL):
        for found in sentences(node, text, units):
            for i in range(len(found) - 2):
                finding = _years(text, found[i:])
                if finding is not None:
                    yield finding


def _years(text: str, found: Sequence[Quantity]) -> Finding | None:
    whole, rest = found[0], found[1:]
    said = _YEARS.fullmatch(text[whole.span.end : rest[0].span.start])
    if said is None or whole.unit is None or whole.unit.dimension not in ADDITIVE:
        return None
    years = [int(y) for y in _YEAR.findall(said["years"])]
    parts = rest[: len(years)]
    run = years == list(range(years[0], years[0] + len(years)))
    listed = len(parts) == len(years) and _are_list(text, parts)
    if not run or not listed or not are_exact([whole, *parts]):
        return None
    if any(p.unit is not None and p.unit.dimension != whole.unit.dimension for p in parts):
        return None
    lead = text[max(0, whole.span.start - 40) : whole.span.start]
    if parts[-1].unit is None or not _covers(lead, years):
        return None
    parts = [p._replace(unit=p.unit or parts[-1].unit) for p in parts]
    total = sum((amount(p) for p in parts), Decimal(0))
    places = any(q.places for q in (whole, *parts))
    room = sum(steps_of([whole, *parts]), Decimal(0)) / 2 if places else Decimal(0)
    if abs(total - amount(whole)) <= room:
        return None
    values = {
        "parts": "＋".join(shown(p) for p in parts),
        "sum": f"{number(total / whole.factor, 4)}{whole.unit.words}",
        "whole": key(whole.words),
    }
    span = Span(whole.span.node, whole.span.end + said.start("years"), parts[-1].span.end)
    return Finding(span, values, (Related("whole", whole.span),), "years")


def _are_list(text: str, parts: Sequence[Quantity]) -> bool:
    return all(_NEXT.fullmatch(text[a.span.end : b.span.start]) for a, b in pairwise(parts))


def _covers(lead: str, years: Sequence[int]) -> bool:
    """Whether the whole is said to be of just these years: 三年, 2024—2026年."""
    lead = re.split("[。;]", lead)[-1]
    spans = list(_RANGE.finditer(lead))
    if spans:
        return (int(spans[-1]["first"]), int(spans[-1]["last"])) == (years[0], years[-1])
    counts = [parse_numeral(m["n"].replace("两", "二")) or 0 for m in _SPELT.finditer(lead)]
    return bool(counts) and counts[-1] == len(years)
