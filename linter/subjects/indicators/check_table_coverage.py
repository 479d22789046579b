"""IND015: indicators of the table that the body never names, goals of the body that it lacks."""

from collections.abc import Iterator, Sequence
from operator import add

from linter.document.nodes import Paragraph
from linter.plan.finding import Finding, Related, check
from linter.plan.plan import Plan
from linter.subjects.indicators.contexts import Kind
from linter.subjects.indicators.indicators import Indicator, indicators
from linter.subjects.indicators.name_index import name_index
from linter.subjects.indicators.names import canonical
from linter.subjects.indicators.phrases import figure, quoted
from linter.subjects.indicators.statement import Statement
from linter.subjects.indicators.statements import statements
from linter.subjects.indicators.timeline import goal_depth
from linter.subjects.quantities.years import Dated, is_text
from linter.subjects.times.periods import period
from linter.text.folding import key

_MOST_PAIRS = 200_000  # of an indicator and a statement


@check
def coverage(plan: Plan, *, near: float = 0.5) -> Iterator[Finding]:
    """IND015: where table and body do not cover each other."""
    rows = plan.get(indicators)
    if not rows:
        return
    said = plan.get(statements)
    body = "\n".join(key(p.text) for p in plan.document.paragraphs() if is_text(p.locator.zone))
    named = {id(s.indicator) for s in said}
    free = [s for s in said if s.indicator is None and s.name]
    likely = _Likely(free)
    for row in rows:
        if id(row) not in named and not _is_named(plan, row, body):
            yield _unnamed(row, likely, near)
    yield from _untabled(plan, rows, free)


def _is_named(plan: Plan, row: Indicator, body: str) -> bool:
    aliases = plan.get(name_index).aliases(row.name, row.unit)
    return any(alias in body for alias in {key(row.name), *aliases})


class _Likely:
    """The statements by the pairs of characters of their names, the first of each name."""

    def __init__(self, free: Sequence[Statement]) -> None:
        first: dict[str, Statement] = {}
        for statement in free:
            first.setdefault(statement.name, statement)
        self._named = [(statement, _pairs(name)) for name, statement in first.items()]
        self._left = _MOST_PAIRS

    def of(self, name: str, near: float) -> Statement | None:
        """The statement whose name is most like a name, None where none is near.

        What is only a hint is not looked for without end.
        """
        self._left -= len(self._named)
        if self._left < 0 or not self._named:
            return None
        own = _pairs(name)
        best, likeness = max(
            ((s, _likeness(own, pairs)) for s, pairs in self._named), key=lambda found: found[1]
        )
        return best if likeness >= near else None


def _unnamed(row: Indicator, likely: _Likely, near: float) -> Finding:
    best = likely.of(canonical(row.name), near)
    if best is None:
        return Finding(row.span, {"indicator": row.name})
    values = {"indicator": row.name, "words": best.subject.quote.strip()}
    return Finding(row.span, values, (Related("body", quoted(best)),), "near")


def _pairs(name: str) -> frozenset[str]:
    return frozenset(map(add, name, name[1:]))


def _likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """The share of pairs of characters that two names have in common."""
    return len(one & other) / max(len(one), len(other), 1)


def _untabled(
    plan: Plan, rows: Sequence[Indicator], free: Sequence[Statement]
) -> Iterator[Finding]:
    """The goals for the last year of the plan, in the sections of goals, that no row has."""
    years = plan.get(period)
    known = {canonical(row.name) for row in rows}
    for statement in free:
        node = statement.span.node
        if not isinstance(node, Paragraph) or statement.name in known:
            continue
        in_goals = goal_depth(node.locator.section) is not None
        sure = statement.dated in (Dated.SENTENCE, Dated.OPENING, Dated.SECTION)
        last = years is not None and statement.year == years.end
        if in_goals and sure and last and statement.kind is Kind.VALUE:
            known.add(statement.name)
            values = {"words": statement.subject.quote.strip(), "value": figure(statement.quantity)}
            yield Finding(quoted(statement), values, variant="untabled")
