"""IND006: parts of an indicator that claim to be the whole and do not add up."""

from collections.abc import Iterator

from linter.plan.finding import Finding, Related, check
from linter.plan.plan import Plan
from linter.subjects.indicators.families import Family, Sum, families
from linter.subjects.indicators.indicators import indicator_tables
from linter.subjects.indicators.measures import Measures, measures_of
from linter.subjects.quantities.units import PEOPLE
from linter.text.folding import key

_TAIL = 2  # characters at the end of names that tell one kind: 公路货运量, 水路货运量
_NEARLY = 20  # parts over the whole by less than this part of it are meant to be the whole


@check
def sum_mismatch(plan: Plan) -> Iterator[Finding]:
    """IND006: 6.1 and 6.2 against 6, 其中 against the row above, year by year.

    Parts claim to be the whole if they add up in another year or are so by their names (城镇 and
    农村). Parts that make no such claim may still not exceed the whole.
    """
    measures = plan.lexicon.get(measures_of)
    for table in plan.get(indicator_tables):
        for family in families(table):
            yield from _mismatches(family, measures)


def _mismatches(family: Family, measures: Measures) -> Iterator[Finding]:
    names = [part.name for part in family.parts]
    open_list = any("等" in name[-2:] or "其他" in name for name in names)
    sums = family.sums
    claimed = any(s.holds for s in sums) or measures.are_complementary(names)
    for s in sums:
        if s.holds or (open_list and s.gap < 0):
            continue
        if claimed and len(names) > 1:
            yield _finding(family, s, None)
        elif s.gap > 0:
            yield from _beyond(family, s)


def _beyond(family: Family, s: Sum) -> Iterator[Finding]:
    """Parts beyond the whole, where they can hardly overlap as 公立 and 护理 or 女性 and 青年 do.

    Overlapping parts exceed the whole by much; what is meant to be the whole, by little.
    """
    names = [part.name for part in family.parts]
    people = s.whole.unit is not None and s.whole.unit.dimension in PEOPLE
    if len(names) == 1:
        yield _finding(family, s, None if family.listed else "exceeds")
    elif not family.listed:
        if not any(part.part for part in family.parts):
            yield _finding(family, s, "exceeds")
    elif not any("以上" in name for name in names):
        of_one_kind = len({name[-_TAIL:] for name in names}) == 1 and not people
        if _is_near(s) or of_one_kind:
            sure = _is_near(s) and len(names) > 2 and not people
            yield _finding(family, s, None if sure else "exceeds")


def _is_near(s: Sum) -> bool:
    return _NEARLY * s.gap <= s.whole.amount


def _finding(family: Family, s: Sum, variant: str | None) -> Finding:
    total = sum(q.amount for q in s.parts) / s.whole.factor
    unit = s.whole.unit.words if s.whole.unit else ""
    values = {
        "indicator": family.whole.name,
        "year": str(s.year),
        "parts": "＋".join(key(q.words) for q in s.parts),
        "sum": f"{total.normalize():f}",
        "whole": key(s.whole.words),
        "unit": unit,
    }
    related = tuple(Related("part", q.span) for q in s.parts)
    return Finding(s.whole.span, values, related, variant)
