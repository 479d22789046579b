"""IND007: growth and change against base, target and years."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from enum import StrEnum
from functools import lru_cache

from linter.document.nodes import Span
from linter.plan.finding import Finding, Related, check
from linter.plan.plan import Plan, fact
from linter.subjects.indicators.contexts import Kind
from linter.subjects.indicators.indicators import Indicator, YearValue, indicators
from linter.subjects.indicators.measures import Measures, measures_of
from linter.subjects.indicators.name_index import name_index
from linter.subjects.indicators.phrases import figure, quoted, trim
from linter.subjects.indicators.rates import Rate, average_growth, fits
from linter.subjects.indicators.statement import Statement
from linter.subjects.indicators.statements import statements
from linter.subjects.quantities.agreement import Verdict, compare
from linter.subjects.quantities.cells import CellKind
from linter.subjects.quantities.quantities import Comparator, Quantity, is_exact
from linter.subjects.quantities.units import ADDITIVE
from linter.subjects.quantities.years import Dated
from linter.subjects.times.periods import FIVE_YEARS, five_years
from linter.text.folding import key
from linter.text.patterns import lazily

_LEVELS = frozenset({"ratio", "points", "score", "temperature", "sound", "times"})
_FIVE_YEARS = lazily(FIVE_YEARS)
_FAR = 1.0  # percentage points
_SHARE = lazily("‹share›$")


class Ungrown(StrEnum):
    """Why the growth of an indicator's row is not held against its values."""

    NO_GROWTH = "no-growth"
    CONSTANT_PRICE = "constant-price"
    NO_FIGURE = "no-figure"
    NO_BASE = "no-base"
    NO_TARGET = "no-target"
    NO_UNIT = "no-unit"
    CUMULATIVE = "cumulative"
    INEXACT = "inexact"
    LEVEL = "level"


def ungrown(indicator: Indicator, measures: Measures) -> Ungrown | None:
    """Tell why the growth of an indicator's row is left alone, None where it is not."""
    growth, unit = indicator.growth, indicator.unit
    base, targets = indicator.base, indicator.targets
    if growth is None:
        return Ungrown.NO_GROWTH
    if measures.is_constant_price(indicator.name):
        return Ungrown.CONSTANT_PRICE
    if growth.quantity is None:
        return Ungrown.NO_FIGURE
    if base is None or not targets:
        return Ungrown.NO_BASE if base is None else Ungrown.NO_TARGET
    if unit is None:
        return Ungrown.NO_UNIT
    if growth.kind is not CellKind.CUMULATIVE:
        return Ungrown.LEVEL if unit.dimension in _LEVELS else None
    if unit.dimension != "ratio":
        return Ungrown.CUMULATIVE
    ends = (base.quantity, targets[-1].quantity)
    plain = all(end is not None and end.comparator is Comparator.EXACT for end in ends)
    return None if plain else Ungrown.INEXACT


@check
def growth_mismatch(plan: Plan, *, tolerance: float = 0.15) -> Iterator[Finding]:
    """IND007: a stated or tabled 年均增长 against base, target and years.

    `tolerance` is in percentage points; the rounding of the figures widens it.
    """
    measures = plan.lexicon.get(measures_of)
    for indicator in plan.get(indicators):
        if ungrown(indicator, measures) is None:
            yield from _tabled_growth(indicator, tolerance)
    for statement in plan.get(statements):
        yield from _stated_change(statement)
        yield from _against_cumulative(statement)
    for i, statement in enumerate(plan.get(statements)):
        if statement.kind is not Kind.GROWTH:
            continue
        if statement.inherited and _SHARE.search(statement.name):
            yield _growth_of_share(statement)
        elif not measures.is_constant_price(statement.name):
            yield from _stated_growth(plan, i, tolerance)


def _growth_of_share(statement: Statement) -> Finding:
    """比重达到35%，年均增长28%: the words for what grows are missing."""
    values = {"indicator": statement.name, "stated": key(statement.quantity.words)}
    related = (Related("indicator", trim(statement.subject)),)
    return Finding(quoted(statement), values, related, "share")


def _tabled_growth(indicator: Indicator, tolerance: float) -> Iterator[Finding]:
    growth, base, target = indicator.growth, indicator.base, indicator.targets[-1]
    assert growth is not None
    assert base is not None
    stated, first, last = growth.quantity, base.quantity, target.quantity
    assert stated is not None
    assert first is not None
    assert last is not None
    if growth.kind is CellKind.CUMULATIVE:  # 〔5〕 beside percentages is in percentage points
        span = Span(growth.cell, 0, len(growth.cell.text))
        yield from _change(indicator, stated, first, last, span)
    else:
        rate = _rate(first, last, base.year, target.year)
        if rate is not None and not fits(rate, stated, tolerance):
            yield _growth_finding(indicator.name, stated, rate, first, last)


def _stated_change(statement: Statement) -> Iterator[Finding]:
    """比2020年提高6.7个百分点, 增加3万吨, against the table's values of both years."""
    indicator, since, year = statement.indicator, statement.since, statement.year
    if indicator is None or since is None or year is None or statement.kind is not Kind.CHANGE:
        return
    points = statement.quantity.unit is not None and statement.quantity.unit.dimension == "points"
    base, target = indicator.at(since), indicator.at(year)
    if not base or not target or not base.quantity or not target.quantity:
        return
    if points:
        span = quoted(statement)
        yield from _change(indicator, statement.quantity, base.quantity, target.quantity, span)
    else:
        yield from _amount(statement, base.quantity, target.quantity)


def _amount(statement: Statement, base: Quantity, target: Quantity) -> Iterator[Finding]:
    """A change in the measure's own unit, within one step of the coarsest figure."""
    said, name = statement.quantity, statement.indicator.name if statement.indicator else ""
    units = {q.unit.dimension if q.unit else None for q in (said, base, target)}
    if len(units) != 1 or not units <= ADDITIVE or not is_exact(said, base, target):
        return
    change = target.amount - base.amount
    room = max(q.factor.scaleb(-q.places) for q in (said, base, target))
    counted = all(q.factor == 1 and not q.places for q in (said, base, target))
    off = abs(abs(change) - said.amount)
    if off >= room or (off and counted):
        unit = said.unit.words if said.unit else ""
        values = {
            "indicator": name,
            "stated": figure(said),
            "computed": f"{(change / said.factor).normalize():f}{unit}",
            "base": figure(base),
            "target": figure(target),
        }
        related = (Related("baseline", base.span), Related("target", target.span))
        yield Finding(quoted(statement), values, related, "amount")


def _against_cumulative(statement: Statement) -> Iterator[Finding]:
    """人均预期寿命提高2岁 as the goal, where the table's column of changes says 〔1〕."""
    indicator, goal = statement.indicator, statement.quantity
    change = indicator.growth if indicator else None
    if indicator is None or change is None or change.quantity is None:
        return
    last = indicator.values[-1] if indicator.values else None
    sure = statement.dated in (Dated.SENTENCE, Dated.SECTION) and statement.since is None
    if statement.kind is not Kind.CHANGE or change.kind is not CellKind.CUMULATIVE or not sure:
        return
    if last is None or last.base or statement.year != last.year or last.quantity is not None:
        return
    kind = {u.dimension for u in (indicator.unit, goal.unit) if u is not None}
    if len(kind) != 1 and kind != {"ratio", "points"}:
        return
    tabled = change.quantity._replace(unit=goal.unit)
    if compare(tabled, goal) is Verdict.CONTRADICT:
        values = {"indicator": indicator.name, "stated": key(goal.words), "table": figure(tabled)}
        yield Finding(quoted(statement), values, (Related("table", change.span),), "tabled")


def _change(
    indicator: Indicator, stated: Quantity, base: Quantity, target: Quantity, span: Span
) -> Iterator[Finding]:
    """A change in percentage points against the two values, within one step of the coarsest."""
    if not all(q.comparator is Comparator.EXACT for q in (stated, base, target)):
        return
    change = target.value - base.value
    room = 10.0 ** -min(base.places, target.places, stated.places)
    if abs(abs(float(change)) - abs(float(stated.value))) >= room - 1e-9:
        values = {
            "indicator": indicator.name,
            "stated": key(stated.words),
            "computed": f"{change.normalize():f}",
            "base": figure(base),
            "target": figure(target),
        }
        related = (Related("baseline", base.span), Related("target", target.span))
        yield Finding(span, values, related, "cumulative")


def _rate(base: Quantity, target: Quantity, start: int | None, end: int | None) -> Rate | None:
    if start is None or end is None:
        return None
    return average_growth(base, target, end - start)


def _stated_growth(plan: Plan, at: int, tolerance: float) -> Iterator[Finding]:
    """A rate fits if any base that the draft names makes it right."""
    statement = plan.get(statements)[at]
    before = plan.get(statements)[max(0, at - 3) : at]
    after = _levels(plan.get(statements)[at + 1 : at + 4], statement)
    single = _ends_in_text(before, statement, after) or _ends_in_table(statement, after)
    known = [single] if single else list(_ends_in_body(plan, before, statement))
    rates = [(ends, _rate(*ends)) for ends in known if _is_amount(ends[0])]
    told = [(ends, rate) for ends, rate in rates if rate is not None]
    if told and not any(fits(rate, statement.quantity, tolerance) for _, rate in told):
        ends, rate = told[-1]
        span = quoted(statement)
        guessed = statement.dated in (Dated.PLAN, Dated.PARAGRAPH)
        yield _growth_finding(
            statement.name, statement.quantity, rate, ends[0], ends[1], span, doubtful=guessed
        )


def _is_amount(quantity: Quantity) -> bool:
    return quantity.unit is not None and quantity.unit.dimension not in _LEVELS


Ends = tuple[Quantity, Quantity, int | None, int | None]


def _ends_in_table(statement: Statement, after: list[Statement]) -> Ends | None:
    """Base and target of the table, for growth up to a target year."""
    indicator = statement.indicator
    base = indicator.base if indicator else None
    if indicator is None or base is None or base.quantity is None:
        return None
    target = _target_of(indicator, _end_year(statement, after))
    if target is None or target.quantity is None:
        return None
    return base.quantity, target.quantity, base.year, target.year


def _end_year(statement: Statement, after: list[Statement]) -> int | None:
    """The year up to which a measure grows: named before, or behind: 年均增长8%，2027年达到120."""
    if after and statement.dated is not Dated.SENTENCE and after[0].dated is Dated.SENTENCE:
        return after[0].year
    return statement.year


def _target_of(indicator: Indicator, year: int | None) -> YearValue | None:
    if year is not None:
        return next((t for t in indicator.targets if t.year == year), None)
    return indicator.targets[0] if len(indicator.targets) == 1 else None


def _levels(around: Sequence[Statement], statement: Statement) -> list[Statement]:
    """The values that the statement's sentence gives its measure."""
    return [
        s
        for s in around
        if s.kind is Kind.VALUE
        and s.name == statement.name
        and s.sentence == statement.sentence
        and s.span.node is statement.span.node
    ]


def _ends_in_text(
    before: Sequence[Statement], statement: Statement, after: list[Statement]
) -> Ends | None:
    """从2015年的4.28万亿元增长至2020年的8.16万亿元: two values of the same sentence.

    The earlier one may be added behind the rate: 达到90亿元，年均增长8%（2023年为66亿元）.
    """
    found = _levels(before, statement)
    pair = [*found[-1:], *after][:2]
    if after and len(pair) == 2:
        target, base = pair
        if base.year is not None and target.year is not None and base.year < target.year:
            return base.quantity, target.quantity, base.year, target.year
    if len(found) < 2 or not statement.inherited:
        return None
    first, last = found[-2:]
    start, end = first.year, last.year
    if start is None:
        start, end = _reviewed(last)
    return (first.quantity, last.quantity, start, end) if start and end else None


@lru_cache(maxsize=32)
def _periods_named(text: str) -> tuple[list[int], list[str]]:
    """Where a text names periods of five years, and which."""
    found = list(_FIVE_YEARS.finditer(text))
    return [match.end() for match in found], [match["ordinal"] for match in found]


def _reviewed(last: Statement) -> tuple[int, int] | tuple[None, None]:
    """由38.6万张增加到52.3万张 in the review of “十三五”: its base year and its last."""
    node = last.span.node
    places = [(node.folded, last.span.start)]
    places += [(line, len(line)) for line in reversed(node.locator.section)]
    for words, end in places:
        ends, ordinals = _periods_named(words)
        before = bisect_right(ends, end)
        named = five_years(ordinals[before - 1]) if before else None
        if named is not None:
            fits_year = last.year in (None, named[1])
            return (named[0] - 1, named[1]) if fits_year else (None, None)
    return None, None


def _ends_in_body(
    plan: Plan, before: tuple[Statement, ...], statement: Statement
) -> Iterator[Ends]:
    """达到70亿元，年均增长10%, with the values of earlier years anywhere in the body."""
    target = before[-1] if before else None
    if target is None or not statement.inherited or not _is_level(plan, target):
        return
    if target.name != statement.name or target.sentence != statement.sentence:
        return
    bases = plan.get(levels).get((target.name, target.scope), {})
    for year, base in sorted(bases.items(), key=lambda item: item[0] or 0):
        if year is not None and target.year is not None and year < target.year:
            yield base.quantity, target.quantity, year, target.year


@fact
def levels(plan: Plan) -> dict[tuple[str, str], dict[int | None, Statement]]:
    """The last value that the text gives a measure in a year, by its name and scope."""
    found: dict[tuple[str, str], dict[int | None, Statement]] = defaultdict(dict)
    for statement in plan.get(statements):
        if _is_level(plan, statement):
            found[statement.name, statement.scope][statement.year] = statement
    return dict(found)


def _is_level(plan: Plan, statement: Statement) -> bool:
    """Whether a statement gives a measure that has a name of its own a value in a known year."""
    sure = (
        statement.dated in (Dated.SENTENCE, Dated.SECTION, Dated.OPENING)
        and not statement.inherited
    )
    plain = statement.kind is Kind.VALUE and not (statement.built or statement.cumulative)
    return sure and plain and plan.get(name_index).is_specific(statement.name)


def _growth_finding(
    name: str,
    stated: Quantity,
    rate: Rate,
    base: Quantity,
    target: Quantity,
    span: Span | None = None,
    *,
    doubtful: bool = False,
) -> Finding:
    """One point off where all figures are exact is an error: no rounding makes it."""
    off = max(float(stated.value) - rate.high, rate.low - float(stated.value))
    sure = is_exact(base, target, stated) and off > _FAR and not doubtful
    values = {
        "indicator": name,
        "stated": key(stated.words).rstrip("%"),
        "computed": f"{rate.value:.1f}",
        "base": figure(base),
        "target": figure(target),
        "years": str(rate.years),
    }
    related = (Related("baseline", base.span), Related("target", target.span))
    return Finding(span or stated.span, values, related, "exact" if sure else None)
