"""IND015: indicators of the table that the body never names, goals of the body that it lacks."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

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
from linter.subjects.quantities.years import GOAL_HEADING, Dated, is_text
from linter.subjects.times.periods import period
from linter.text.folding import key


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
    for row in rows:
        if id(row) not in named and not _is_named(plan, row, body):
            yield _unnamed(row, free, near)
    yield from _untabled(plan, rows, free)


def _is_named(plan: Plan, row: Indicator, body: str) -> bool:
    aliases = plan.get(name_index).aliases(row.name, row.unit)
    return any(alias in body for alias in {key(row.name), *aliases})


def _unnamed(row: Indicator, free: Sequence[Statement], near: float) -> Finding:
    name = canonical(row.name)
    best = max(free, key=lambda s: _likeness(name, s.name), default=None)
    if best is None or _likeness(name, best.name) < near:
        return Finding(row.span, {"indicator": row.name})
    values = {"indicator": row.name, "words": best.subject.quote.strip()}
    return Finding(row.span, values, (Related("body", quoted(best)),), "near")


def _likeness(one: str, other: str) -> float:
    """The share of pairs of characters that two names have in common."""
    a = {x + y for x, y in pairwise(one)}
    b = {x + y for x, y in pairwise(other)}
    return len(a & b) / max(len(a), len(b), 1)


def _untabled(
    plan: Plan, rows: Sequence[Indicator], free: Sequence[Statement]
) -> Iterator[Finding]:
    """The goals for the last year of the plan, in the sections of goals, that no row has."""
    years = plan.get(period)
    known = {canonical(row.name) for row in rows}
    seen: set[str] = set()
    for statement in free:
        node = statement.span.node
        if not isinstance(node, Paragraph) or statement.name in known | seen:
            continue
        in_goals = any(GOAL_HEADING.search(line) for line in node.locator.section)
        sure = statement.dated in (Dated.SENTENCE, Dated.OPENING, Dated.SECTION)
        last = years is not None and statement.year == years.end
        if in_goals and sure and last and statement.kind is Kind.VALUE:
            seen.add(statement.name)
            values = {"words": statement.subject.quote.strip(), "value": figure(statement.quantity)}
            yield Finding(quoted(statement), values, variant="untabled")
