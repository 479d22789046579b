"""IND003 of works: what is to be built, told twice with different amounts."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from linter.document.nodes import Span
from linter.plan.finding import Finding, Related, check
from linter.plan.plan import Plan
from linter.subjects.indicators.phrases import figure
from linter.subjects.times.periods import period
from linter.subjects.works.works import Setting, Work, works
from linter.text.folding import key

_QUOTE = 40
_OTHERS = 50  # amounts of one work, each told once: more are a list that we do not understand


@check
def retold(plan: Plan) -> Iterator[Finding]:
    """A work whose amount differs between goals, body, box and table.

    What a part tells of several times is counted anew each time, and held against nothing.
    """
    years = plan.get(period)
    end = years.end if years else None
    groups: dict[tuple[object, ...], list[Work]] = defaultdict(list)
    for work in plan.get(works):
        dimension = work.quantity.unit.dimension if work.quantity.unit else ""
        groups[work.deeds, work.object, dimension, work.year or end].append(work)
    for group in groups.values():
        yield from _twice(group)
        told = _by_part(group)
        if len({work.amount for work in told}) > 1:
            yield from _contradictions(told)


def _twice(group: Sequence[Work]) -> Iterator[Finding]:
    """Two amounts of what one part of the plan tells twice, each time for all of the plan."""
    for part in Setting:
        told = [w for w in group if w.part is part and w.whole and part is not Setting.TABLE]
        others = [w for w in group if w.part is part and not w.whole]
        first = next((w for w in told[1:] if w.amount != told[0].amount), None)
        if first is None or others or "新增" in first.deeds or len({w.amount for w in told}) > 2:
            continue
        if first.topic == told[0].topic and first.span.node is not told[0].span.node:
            yield _finding(first, told[0], sure=False)


def _by_part(group: Sequence[Work]) -> list[Work]:
    """One work a part, in reading order; none where a part tells of different amounts."""
    parts: dict[Setting, Work] = {}
    for work in group:
        first = parts.setdefault(work.part, work)
        if first.amount != work.amount:
            return []
    return list(parts.values())


def _contradictions(told: Sequence[Work]) -> Iterator[Finding]:
    """Each work that differs from what most say, else from the first."""
    amount, count = Counter(work.amount for work in told).most_common(1)[0]
    usual = next(work for work in told if work.amount == amount)
    for i, work in enumerate(told):
        others = [usual] if count > 1 else told[: min(i, _OTHERS)]
        other = next((o for o in others if o.amount != work.amount and _is_one(o, work)), None)
        if other is not None:
            yield _finding(work, other)


def _is_one(first: Work, second: Work) -> bool:
    """Whether two works of different parts of the plan are meant to be one."""
    if first.topic != second.topic:
        return False
    parts = {first.part, second.part}
    if parts == {Setting.BODY, Setting.BOX}:
        return first.section == second.section
    if Setting.GOAL in parts:  # a section may do a part of what the goals set, but no more
        goal, other = (first, second) if first.part is Setting.GOAL else (second, first)
        return other.amount > goal.amount
    return True


def _finding(work: Work, other: Work, *, sure: bool = True) -> Finding:
    values = {
        "indicator": key(work.span.quote[: work.quantity.span.start - work.span.start]),
        "year": str(work.year or ""),
        "body": figure(work.quantity),
        "other": figure(other.quantity),
    }
    sure = sure and work.year is not None and work.year == other.year
    return Finding(
        _quoted(work), values, (Related("other", _quoted(other)),), None if sure else "works"
    )


def _quoted(work: Work) -> Span:
    span = work.span
    return span if span.end - span.start <= _QUOTE else work.quantity.span
