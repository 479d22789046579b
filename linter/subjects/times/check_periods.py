"""NUM: goals and five-year plans against the plan's own years."""

from collections import Counter
from collections.abc import Iterable, Iterator

from linter.plan.finding import Finding, Related, check
from linter.plan.plan import Plan
from linter.subjects.times.dates import issue_date, issued
from linter.subjects.times.goals import Goal, goals, horizons
from linter.subjects.times.periods import (
    Period,
    named_periods,
    period,
    stated_ranges,
    validity,
    years_named,
)

_PAST = ("回顾", "现状", "成效", "基础", "完成情况", "发展情况", "成就", "形势")
_MOST = 3
_NEXT = 5  # years of a five-year plan
_SLIP = 3  # years: a plan that runs on for longer means to


@check
def year_mismatch(plan: Plan, *, reach: int = 5) -> Iterator[Finding]:
    """NUM011: 到2026年 as a goal of a plan for 2016—2020; 十三五 with other years.

    `reach` is how many years beyond its date a plan without stated years may set a goal freely.
    """
    own, day = plan.get(period), plan.get(issued)
    all_goals = plan.get(goals)
    years = Counter(goal.year for goal in all_goals)
    first_ends = _first_ends(all_goals)
    for goal in all_goals:
        if goal.long_range or goal.foreign or goal.year in plan.get(horizons):
            continue
        if own is not None and not own.annual:
            staged = first_ends[id(goal.span.node)] <= goal.span.start
            if goal.year == own.end + _NEXT and staged:
                continue  # the later of several stages: 到2025年，…；到2028年，…
            variant = _fault(goal, own, day.year if day else None)
            if variant is not None:
                yield _finding(goal, own, variant)
        elif found := _expired(plan, goal, years) or _far(plan, goal, reach):
            yield found
    yield from _stated_otherwise(plan)
    for named in named_periods(plan.document, plan.nodes):
        if not named.agrees:
            start, end = named.named
            values = {"words": named.span.quote, "start": str(start), "end": str(end)}
            yield Finding(named.span, values, variant="named")


def _stated_otherwise(plan: Plan) -> Iterator[Finding]:
    """规划期2021—2026年 in a plan for “十四五”; 三年行动计划（2023—2026年） with four years."""
    whole, own = plan.get(period), years_named(plan.document)
    if own is not None and own[1].span is not None:
        count, years = own
        length = years.end - years.start + 1
        if length != count and years.span is not None:
            values = {"words": years.span.quote, "count": str(count), "years": str(length)}
            values |= {"start": str(years.start), "end": str(years.end)}
            variant = "length-near" if length == count + 1 else "length"
            yield Finding(years.span, values, variant=variant)
    if whole is None or whole.span is None or (whole.start % 5, whole.end % 5) != (1, 0):
        return
    for stated in stated_ranges(plan.document):
        off = abs(stated.start - whole.start) + abs(stated.end - whole.end)
        one = (stated.start == whole.start) != (stated.end == whole.end)
        if one and off <= _SLIP and stated.start != whole.base and stated.span is not None:
            values = {
                "words": stated.span.quote,
                "start": str(whole.start),
                "end": str(whole.end),
            }
            yield Finding(stated.span, values, (Related("period", whole.span),), "stated")


def _finding(goal: Goal, period: Period, variant: str) -> Finding:
    values = {"words": goal.span.quote, "start": str(period.start), "end": str(period.end)}
    related = (Related("period", period.span),) if period.span else ()
    return Finding(goal.span, values, related, None if variant == "beyond" else variant)


def _fault(goal: Goal, period: Period, issued: int | None) -> str | None:
    """The variant that applies to a goal of a plan with a period, "beyond" for the main one."""
    if goal.year > period.end:
        # The last years of five-year plans, the next one of this plan included, are horizons.
        five = period.end - period.start == _NEXT - 1
        horizon = goal.year % _NEXT == 0 or (five and (goal.year - period.end) % _NEXT == 0)
        return None if horizon else "beyond"
    if (
        goal.grown
        or goal.deadline
        or goal.year >= period.start
        or (issued is not None and issued < period.start)
    ):
        return None
    section = "".join(goal.span.node.locator.section)
    if any(word in section for word in _PAST):
        return None
    stale = goal.will or ("目标" in section and goal.year < period.base)
    return "past" if stale else None


def _first_ends(all_goals: Iterable[Goal]) -> dict[int, int]:
    """Where the first goal of each text node ends, by the id of the node."""
    out: dict[int, int] = {}
    for goal in all_goals:
        node, end = id(goal.span.node), goal.span.end
        out[node] = min(end, out.get(node, end))
    return out


def _expired(plan: Plan, goal: Goal, years: Counter[int]) -> Finding | None:
    """A goal beyond the validity of a draft without stated years, most of whose goals are for
    the last year of its validity. `years` counts the goals of each year."""
    valid = plan.get(validity)
    if plan.get(period) is not None or valid is None or goal.year <= valid.end:
        return None
    if goal.year % 5 == 0 or years[valid.end] < _MOST or years[goal.year] > 1:
        return None
    values = {"words": goal.span.quote, "end": str(valid.end), "count": str(years[valid.end])}
    return Finding(
        goal.span, values, (Related("period", valid.span),) if valid.span else (), "expired"
    )


def _far(plan: Plan, goal: Goal, reach: int) -> Finding | None:
    """A goal too far from the date of a plan that states no years, and no five-year plan's last."""
    years, day, line = plan.get(period), plan.get(issued), plan.get(issue_date)
    base = years.end if years else day.year if day else None
    if base is None or goal.year <= base + reach or goal.year % 5 == 0:
        return None
    source = years.span if years else line.span if line and line.day == day else None
    values = {"words": goal.span.quote, "base": str(base), "years": str(goal.year - base)}
    values |= {"start": str(base), "end": str(base)}
    return Finding(goal.span, values, (Related("period", source),) if source else (), "far")
