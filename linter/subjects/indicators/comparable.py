"""Which mentions of an indicator can be held against each other."""

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from linter.plan.plan import Plan, fact
from linter.subjects.indicators.contexts import Kind
from linter.subjects.indicators.indicators import Indicator, YearValue, indicators
from linter.subjects.indicators.names import canonical, change_stem
from linter.subjects.indicators.statement import Statement
from linter.subjects.indicators.statements import statements
from linter.subjects.quantities.agreement import Verdict, common_factors, compare
from linter.subjects.quantities.quantities import Comparator, Quantity, is_exact
from linter.subjects.quantities.schedules import Row, schedules
from linter.subjects.quantities.years import Dated
from linter.subjects.times.periods import period
from linter.text.patterns import lazily, once

_PLANNED = lazily("(?:规划|计划|原定|预期)(?:的)?(?:目标|值)|目标值|原定")


DIFFERENT = frozenset({Verdict.CONTRADICT, Verdict.TENFOLD})
Entry = tuple[Indicator, YearValue, Quantity]


class Apart(StrEnum):
    """Why a statement is not held against the indicator table."""

    NO_INDICATOR = "no-indicator"
    NO_YEAR = "no-year"
    CHANGE = "change"
    GROWTH = "growth"
    NO_VALUE = "no-value"
    BUILT = "built"
    CUMULATIVE = "cumulative"
    OTHER_BASE = "other-base"
    ALL_YEARS = "all-years"
    UNCLEAR = "unclear"
    PART = "part"


class Held(NamedTuple):
    """A statement beside the table's value of its year; `apart` tells why they are left alone."""

    statement: Statement
    value: YearValue | None
    apart: Apart | None = None


@fact
def held(plan: Plan) -> tuple[Held, ...]:
    """Every statement of a value, with what of the indicator table it is held against."""
    years = plan.get(period)
    base = years.base if years else None
    scheduled = {id(r.span.node): r for s in plan.get(schedules) for r in s.rows if r.is_sum}
    return tuple(_held(statement, base, scheduled) for statement in plan.get(statements))


def tabled(plan: Plan) -> Iterator[tuple[Statement, YearValue]]:
    """The statements of an indicator's value in a year for which the table has a number."""
    for one in plan.get(held):
        if one.value is not None and one.apart is None:
            yield one.statement, one.value


def _held(statement: Statement, base: int | None, scheduled: dict[int, Row]) -> Held:
    indicator = statement.indicator
    if indicator is None:
        return Held(statement, None, Apart.NO_INDICATOR)
    if statement.year is None:
        return Held(statement, None, Apart.NO_YEAR)
    if statement.kind is Kind.CHANGE:
        return Held(statement, None, Apart.CHANGE)
    if statement.kind is Kind.GROWTH and not _is_rate(indicator, statement):
        return Held(statement, None, Apart.GROWTH)
    value = indicator.at(statement.year, superseded=_is_planned(statement))
    if value is None or value.quantity is None:
        return Held(statement, None, Apart.NO_VALUE)
    return Held(statement, value, _apart(statement, indicator, value, base, scheduled))


def _apart(
    statement: Statement,
    indicator: Indicator,
    value: YearValue,
    base: int | None,
    scheduled: dict[int, Row],
) -> Apart | None:
    """Why a statement may speak of something else than the value of its year."""
    if statement.built and not (_is_stock(statement, value) or _may_be_all(statement, value)):
        return Apart.BUILT
    if statement.cumulative and not statement.built and "累计" not in indicator.name:
        return Apart.CUMULATIVE
    if statement.since not in (None, base) and change_stem(canonical(indicator.name)):
        return Apart.OTHER_BASE  # 比2015年下降20% in a plan that reckons from 2020
    row = scheduled.get(id(indicator.span.node))
    if row is not None and _is_total(row, statement):
        return Apart.ALL_YEARS
    if statement.dated is Dated.PLAN and not _is_clear(statement, value):
        return Apart.UNCLEAR
    if statement.dated is Dated.PLAN and _is_part(statement, value):
        return Apart.PART
    return None


def _is_planned(statement: Statement) -> bool:
    """Whether a statement of the past tells what was planned: 规划目标为80%."""
    before = statement.span.node.folded[statement.sentence : statement.quantity.span.start]
    return bool(_PLANNED.search(before.rpartition(",")[2]))


def _is_total(row: Row, statement: Statement) -> bool:
    """Whether a value is that of all years so far, where the table gives them one by one."""
    assert statement.year is not None
    amount = statement.quantity.amount
    return amount in (row.total.amount, row.up_to(statement.year))


def _is_part(statement: Statement, value: YearValue) -> bool:
    """Less of what is 新增 over the period, without a year: what one project adds to it."""
    indicator = statement.indicator
    if indicator is None or value.quantity is None or not indicator.name.startswith("新增"):
        return False
    table, body = value.quantity, statement.quantity
    return body.amount < table.amount


def _is_stock(statement: Statement, value: YearValue) -> bool:
    """Tell whether what has been built by a year's end is all there is, not what is new."""
    indicator = statement.indicator
    text = statement.span.node.folded[statement.sentence : statement.span.start]
    if indicator is None or value.quantity is None or statement.dated is not Dated.SENTENCE:
        return False
    if not once(rf"[到至前]\s*{statement.year}年|{statement.year}年年?[底末]|五[”\"]?期?末").search(
        text
    ):
        return False
    target, built = value.quantity, statement.quantity
    if target.unit is None or built.unit is None or target.upper or built.upper:
        return False
    new = {
        (target.value - v.quantity.value) * target.factor
        for v in indicator.values
        if v.quantity is not None and v is not value
    }
    return built.amount not in new


def _may_be_all(statement: Statement, value: YearValue) -> bool:
    """Whether a report of what has been built speaks of all there is: it has nearly the figure."""
    sure = statement.dated in (Dated.SENTENCE, Dated.OPENING, Dated.PARAGRAPH)
    return sure and value.base and not is_topical(statement) and is_close(value, statement)


def _is_rate(indicator: Indicator, statement: Statement) -> bool:
    """Whether a statement of growth can be held against the indicator's own value: 年均 both."""
    return "年均" in indicator.name and not canonical(indicator.name).endswith(statement.name)


def _is_clear(statement: Statement, value: YearValue) -> bool:
    """A statement without a year may be the plan's target, or a report of what has been reached.

    Where the table has several targets it may be any of them, or lie between two.
    """
    indicator = statement.indicator
    exact = statement.quantity.comparator is Comparator.EXACT
    if indicator is not None and value.base:
        return exact and statement.quantity.unit is not None
    if indicator is None or not indicator.targets:
        return False
    if len(indicator.targets) > 1:
        floor = statement.quantity.comparator.lower_bound
        return (exact or floor) and _is_beyond(statement.quantity, indicator, above=floor)
    if exact and indicator.base is not None:
        start = indicator.base.quantity
        return start is None or compare(start, statement.quantity) is not Verdict.AGREE
    return True


def _is_beyond(quantity: Quantity, indicator: Indicator, *, above: bool) -> bool:
    """Whether a figure lies outside (or `above`) all that the table gives for the indicator."""
    tabled = [v.quantity for v in indicator.values if v.quantity is not None]
    values = [q.amount for q in tabled]
    stated = quantity.amount
    return stated > max(values) or (not above and stated < min(values))


def is_sure(statement: Statement, value: YearValue) -> bool:
    """Whether year and scope are beyond doubt; a review may change the year with a sentence."""
    unsure = (Dated.PLAN, Dated.PARAGRAPH) if value.base else (Dated.PLAN,)
    return statement.dated not in unsure and not is_topical(statement)


def is_topical(statement: Statement) -> bool:
    """Whether a heading above may limit the statement: 网络零售额 under 农村电商."""
    assert statement.indicator is not None
    return bool(statement.topic) and statement.topic not in statement.indicator.name


def repeated(plan: Plan) -> Iterator[tuple[Entry, Entry]]:
    """Yield the contradicting values that two tables give one indicator for one year.

    Tables that differ in more than half of what they share speak of different places.
    """
    shared: dict[tuple[int, int], list[tuple[Entry, Entry]]] = defaultdict(list)
    for earlier, entry in pairs_of_tables(plan):
        shared[id(earlier[0].table), id(entry[0].table)].append((earlier, entry))
    for pairs in shared.values():
        against = [(a, b) for a, b in pairs if compare(a[2], b[2]) in DIFFERENT]
        if len(pairs) == 1 or 2 * len(against) <= len(pairs):
            yield from against


def pairs_of_tables(plan: Plan) -> Iterator[tuple[Entry, Entry]]:
    """Yield the values that two tables give one indicator for one year."""
    first: dict[tuple[str, int, bool], Entry] = {}
    for indicator in plan.get(indicators):
        name = canonical(indicator.name)
        if len(name) < 4 or indicator.part:
            continue
        for value in indicator.values:
            if value.quantity is None or value.year is None:
                continue
            entry = (indicator, value, value.quantity)
            earlier = first.setdefault((name, value.year, value.superseded), entry)
            if earlier[0].table is not indicator.table:
                yield earlier, entry


def amounts(value: YearValue, statement: Statement) -> tuple[Decimal, Decimal]:
    """The figures of table and statement in one unit; a table may lack it."""
    assert value.quantity is not None
    table, body = value.quantity, statement.quantity
    factors = common_factors(table.unit, body.unit) or (table.factor, body.factor)
    return table.value * factors[0], body.value * factors[1]


def is_close(value: YearValue, statement: Statement) -> bool:
    """A contradiction by a quarter at most: more is rather another measure."""
    assert value.quantity is not None
    if compare(value.quantity, statement.quantity) is not Verdict.CONTRADICT:
        return False
    first, second = amounts(value, statement)
    return 3 * first <= 4 * second <= 5 * first


def is_likely(value: YearValue, statement: Statement) -> bool:
    """Whether a close value under a near name is the indicator's: off by a tenth at most."""
    first, second = amounts(value, statement)
    return not statement.built and 10 * abs(first - second) <= first


def verdict_of(value: YearValue, statement: Statement) -> Verdict:
    """How a statement stands to the value of the table that it is held against."""
    assert value.quantity is not None
    verdict = compare(value.quantity, statement.quantity)
    if verdict is Verdict.WEAKER and value.base and not is_rest(statement):
        return Verdict.AGREE  # 突破500亿元 is true of 659, and a report may say so
    if verdict is Verdict.AGREE and not value.base and _is_cut(value.quantity, statement.quantity):
        return Verdict.ROUNDED
    return verdict


def is_rest(statement: Statement) -> bool:
    """Whether a lower bound says that little is left out: 31万余张 is not true of 43万张."""
    return any(word in statement.quantity.words for word in ("余", "多"))


def _is_cut(table: Quantity, body: Quantity) -> bool:
    """Whether an exact target is stated exactly with other digits: a target is what is assessed."""
    if table.unit is None or body.unit is None or not is_exact(table, body):
        return False
    binary = table.unit.dimension == "storage" and table.unit.words != body.unit.words
    return not binary and table.amount != body.amount
