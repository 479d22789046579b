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
from linter.subjects.quantities.breakdowns import breakdowns
from linter.subjects.quantities.quantities import Quantity
from linter.subjects.quantities.units import ADDITIVE
from linter.text.folding import key
from linter.text.numerals import parse_numeral
from linter.text.patterns import lazily
from linter.text.sentences import SENTENCE_END

_BY_YEAR = lazily(
    r"年[^,。;\d]{0,8}分别[^,。;\d]{0,12}\d|‹year›年[\u4e00-\u9fff]{1,8}\d[\d.]*[^,。;\d]{0,8}[、,和]‹year›年"
)
_ALL = lazily(r"[三两二四五六\d]年")
_SPELT = lazily(r"(?P<n>[二三四五六两2-6])年")
_RANGE = lazily(r"(?P<first>‹year›)‹to-year›(?P<last>‹year›)年")
# Behind the whole: 其中2024年、2025年、2026年分别培训 | 2024—2026年分别投入 | 每年分别新建
_YEARS = lazily(
    r"""[^\d,。;]{0,8},?(?:其中[:,]?)?
    (?:(?P<years>‹year›年?(?:(?:、|和|与|,)‹year›年?){1,5})
      |(?P<first>‹year›)‹to-year›(?P<last>‹year›)年|(?P<each>[每各]年|逐年))
    度?[^\d,。;]{0,6}分别[^\d,。;]{0,12}""",
    re.X,
)
_NEXT = lazily(r"[^\d。;]{0,4}?(?:、|,|和|与|及)\s*")
# 2024年培训2000人次、2025年培训3000人次
_FIRST_YEAR = lazily(
    r"[^\d,。;]{0,8},(?:其中[:,]?)?(?P<year>‹year›)年(?P<verb>[\u4e00-\u9fff]{1,8})"
)
_NEXT_YEAR = lazily(
    r"[^\d。;]{0,4}?(?:、|,|和|与|及)(?P<year>‹year›)年(?P<verb>[\u4e00-\u9fff]{0,8})"
)
_YEAR = lazily("‹year›")
_MOST = 12  # years with their whole


@check
def respectively(plan: Plan) -> Iterator[Finding]:
    """Years with an amount each, said 分别 or one by one, that are not the whole before them."""
    known = None
    for node, text, numbers in texts(plan, _BY_YEAR, _ALL):
        for found in sentences(node, text, numbers):
            for i in range(len(found) - 2):
                run = found[i : i + _MOST]
                listed = _listed(text, run) or _one_by_one(text, run)
                if listed is None:
                    continue
                if known is None:
                    known = {b.whole.place for b in plan.get(breakdowns)}
                if found[i].place not in known:
                    yield from _sum(text, found[i], *listed)


Years = tuple[int, list[int], list[Quantity]]


def _listed(text: str, found: Sequence[Quantity]) -> Years | None:
    """三年共9000人次，2024年、2025年、2026年分别2000人次、3000人次和3000人次."""
    whole, rest = found[0], found[1:]
    said = _YEARS.fullmatch(text[whole.span.end : rest[0].span.start])
    if said is None:
        return None
    years = [int(y) for y in _YEAR.findall(said["years"] or "")]
    if said["first"]:
        years = list(range(int(said["first"]), int(said["last"]) + 1))
    if said["each"]:
        years = _years_of(_lead(text, whole))
    parts = list(rest[: len(years)])
    if len(years) < 2 or len(parts) < len(years) or not _are_list(text, parts):
        return None
    behind = rest[len(years) :]
    if behind and _NEXT.fullmatch(text[parts[-1].span.end : behind[0].span.start]):
        return None  # more figures than years
    return whole.span.end + _words(said), years, parts


def _words(said: re.Match[str]) -> int:
    """Where the years begin."""
    return next(said.start(g) for g in ("years", "first", "each") if said[g])


def _one_by_one(text: str, found: Sequence[Quantity]) -> Years | None:
    """三年共9000人次，2024年培训2000人次、2025年培训3000人次、2026年培训3000人次."""
    whole, rest = found[0], found[1:]
    said = _FIRST_YEAR.fullmatch(text[whole.span.end : rest[0].span.start])
    if said is None:
        return None
    start = whole.span.end + said.start("year")
    years, parts, verb = [int(said["year"])], [rest[0]], said["verb"]
    for quantity in rest[1:]:
        said = _NEXT_YEAR.fullmatch(text[parts[-1].span.end : quantity.span.start])
        if said is None or (said["verb"] and said["verb"] != verb):
            break
        years.append(int(said["year"]))
        parts.append(quantity)
    return (start, years, parts) if len(parts) > 1 else None


def _sum(
    text: str, whole: Quantity, start: int, years: list[int], parts: list[Quantity]
) -> Iterator[Finding]:
    if whole.unit is None or whole.unit.dimension not in ADDITIVE or parts[-1].unit is None:
        return
    parts = [p._replace(unit=p.unit or parts[-1].unit) for p in parts]
    alike = all(p.unit and p.unit.dimension == whole.unit.dimension for p in parts)
    run = not any(years) or years == list(range(years[0], years[0] + len(years)))
    covered = _years_of(_lead(text, whole)) in (years, [0] * len(years))
    if not (alike and run and covered and are_exact([whole, *parts])):
        return
    total = sum((amount(p) for p in parts), Decimal(0))
    places = any(q.places for q in (whole, *parts))
    room = sum(steps_of([whole, *parts]), Decimal(0)) / 2 if places else Decimal(0)
    if abs(total - amount(whole)) <= room:
        return
    values = {
        "parts": "＋".join(shown(p) for p in parts),
        "sum": f"{number(total / whole.factor, 4)}{whole.unit.words}",
        "whole": key(whole.words),
    }
    span = Span(whole.span.node, start, parts[-1].span.end)
    yield Finding(span, values, (Related("whole", whole.span),), "years")


def _lead(text: str, whole: Quantity) -> str:
    return SENTENCE_END.split(text[max(0, whole.span.start - 40) : whole.span.start])[-1]


def _years_of(lead: str) -> list[int]:
    """The years that a whole is said to cover: those of 2024—2026年, as many zeros as 三年 has."""
    spans = list(_RANGE.finditer(lead))
    if spans:
        return list(range(int(spans[-1]["first"]), int(spans[-1]["last"]) + 1))
    counts = [parse_numeral(m["n"].replace("两", "二")) or 0 for m in _SPELT.finditer(lead)]
    return [0] * counts[-1] if counts else []


def _are_list(text: str, parts: Sequence[Quantity]) -> bool:
    return all(_NEXT.fullmatch(text[a.span.end : b.span.start]) for a, b in pairwise(parts))
