"""IND001, IND002: whether table and body agree on an indicator."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

from linter.plan.finding import Finding, Related, check
from linter.plan.plan import Plan
from linter.subjects.indicators.comparable import (
    DIFFERENT,
    Entry,
    amounts,
    is_close,
    is_likely,
    is_rest,
    is_sure,
    is_topical,
    repeated,
    tabled,
    verdict_of,
)
from linter.subjects.indicators.contexts import Kind
from linter.subjects.indicators.indicators import YearValue
from linter.subjects.indicators.phrases import figure, quoted, trim
from linter.subjects.indicators.resemblances import Resemblance, resemblances
from linter.subjects.indicators.statement import Statement
from linter.subjects.indicators.statements import statements
from linter.subjects.quantities.agreement import Verdict, compare
from linter.subjects.quantities.cells import CellKind
from linter.subjects.quantities.quantities import Comparator, Quantity
from linter.subjects.quantities.years import Dated
from linter.text.folding import key

_Judged = tuple[Statement, YearValue, Verdict]


@check
def target_mismatch(plan: Plan) -> Iterator[Finding]:
    """IND001: table and body give different targets for one indicator and year."""
    yield from _mismatches(plan, base=False)
    yield from _growth_mismatches(plan)


@check
def baseline_mismatch(plan: Plan) -> Iterator[Finding]:
    """IND002: the same for the value at the start of the plan."""
    yield from _mismatches(plan, base=True)


def _mismatches(plan: Plan, *, base: bool) -> Iterator[Finding]:
    groups: dict[int, list[_Judged]] = defaultdict(list)
    for statement, value in tabled(plan):
        if value.base == base:
            groups[id(value)].append((statement, value, verdict_of(value, statement)))
    for group in groups.values():
        yield from _report(group)
    told = {at for at, group in groups.items() if any(v is Verdict.AGREE for *_, v in group)}
    told |= {id(r.value) for r in plan.get(resemblances) if r.agrees}
    for one in plan.get(resemblances):
        variant = _doubt(one, told=id(one.value) in told) if one.value.base == base else None
        if variant is not None:
            statement = one.statement
            values = _values(replace(statement, indicator=one.indicator), one.value)
            values["words"] = statement.subject.quote.strip()
            related = (Related("table", one.value.value.span),)
            yield Finding(quoted(statement), values, related, variant)
    for first, second in repeated(plan):
        if first[1].base == base:
            yield _between_tables(first, second)


def _doubt(one: Resemblance, *, told: bool) -> str | None:
    """The variant for a statement that may be about an indicator, None where it is no matter."""
    statement, verdict = one.statement, one.verdict
    dated = statement.dated in (Dated.SENTENCE, Dated.SECTION)
    if not dated and not (one.value.base and statement.dated in (Dated.OPENING, Dated.PLAN)):
        return None
    if statement.topic or not statement.total or (statement.built and not one.near):
        return None
    likely = verdict is Verdict.CONTRADICT and one.near and dated and not told
    if likely and is_likely(one.value, statement):
        return "likely"
    if told and not (one.near and is_close(one.value, statement)):
        return None  # the indicator itself is told elsewhere
    if verdict in (Verdict.CONTRADICT, Verdict.WEAKER):
        return "near" if _is_comparable(one) else None
    return "near" if verdict in (Verdict.TENFOLD, Verdict.SHIFTED) else None


def _is_comparable(one: Resemblance) -> bool:
    """Whether values are within twice each other: more is rather another measure."""
    first, second = amounts(one.value, one.statement)
    weaker = one.verdict is Verdict.WEAKER and one.value.base and not is_rest(one.statement)
    return not weaker and first <= 2 * second <= 4 * first


def _report(group: list[_Judged]) -> Iterator[Finding]:
    """One finding a contradiction; the cell itself where the body is of one mind against it."""
    wrong = [(s, v) for s, v, verdict in group if verdict is Verdict.CONTRADICT and is_sure(s, v)]
    right = [s for s, _, verdict in group if verdict is Verdict.AGREE]
    alike = len(wrong) > 1 and all(
        compare(wrong[0][0].quantity, s.quantity) is Verdict.AGREE for s, _ in wrong[1:]
    )
    if alike and not right:
        statement, value = wrong[0]
        values = _values(statement, value)
        yield Finding(value.value.span, values, tuple(Related("body", quoted(s)) for s, _ in wrong))
        wrong = []
    for statement, value, verdict in group:
        variant = _variant(statement, value, verdict)
        told = verdict is Verdict.CONTRADICT and is_sure(statement, value) and not wrong
        if variant is None or told:
            continue
        if statement.quantity.hoped and any(s.sentence == statement.sentence for s in right):
            continue  # 确保65%，力争70%
        values = _values(statement, value) | {"topic": statement.topic}
        related = (Related("table", value.value.span),)
        yield Finding(quoted(statement), values, related, variant or None)


def _exceeds(body: Quantity, table: Quantity) -> bool:
    return body.amount > table.amount


def _variant(statement: Statement, value: YearValue, verdict: Verdict) -> str | None:
    """The variant of the rule for a verdict, "" for its main message, None for no finding."""
    if verdict is Verdict.CONTRADICT:
        if statement.quantity.hoped and statement.quantity.comparator is Comparator.EXACT:
            return "hoped"
        if is_topical(statement):
            return "topical"
        assert value.quantity is not None
        if statement.built and (value.base or not _exceeds(statement.quantity, value.quantity)):
            return "built"
        return "" if is_sure(statement, value) else "undated"
    if not is_sure(statement, value):
        return None
    return {Verdict.WEAKER: "weaker", Verdict.ROUNDED: "rounded"}.get(verdict)


def _growth_mismatches(plan: Plan) -> Iterator[Finding]:
    """年均增长 of the body against the table's column of growth, where both speak of the plan."""
    for statement in plan.get(statements):
        growth = statement.indicator.growth if statement.indicator else None
        if growth is None or growth.quantity is None or growth.kind is not CellKind.VALUE:
            continue
        assert statement.indicator is not None
        ends = {value.year for value in statement.indicator.values if not value.base}
        if statement.kind is not Kind.GROWTH or statement.year not in ends or len(ends) != 1:
            continue
        verdict = compare(growth.quantity, statement.quantity)
        if verdict in DIFFERENT or verdict is Verdict.ROUNDED:
            values = {
                "indicator": statement.indicator.name,
                "table": key(growth.quantity.words).rstrip("%"),
                "body": figure(statement.quantity),
                "year": str(statement.year),
            }
            span = trim(statement.quantity.span)
            yield Finding(span, values, (Related("table", growth.span),), "growth")


def _between_tables(first: Entry, second: Entry) -> Finding:
    values = {
        "indicator": second[0].name,
        "year": str(second[1].year),
        "table": figure(first[2]),
        "body": figure(second[2]),
    }
    return Finding(second[1].value.span, values, (Related("table", first[1].value.span),), "tables")


def _values(statement: Statement, value: YearValue) -> dict[str, str]:
    assert statement.indicator is not None
    assert value.quantity is not None
    return {
        "indicator": statement.indicator.name,
        "year": str(statement.year),
        "table": figure(value.quantity),
        "body": figure(statement.quantity),
    }
