"""IND001, IND002: whether table and body agree on an indicator."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

from linter.plan.finding import Finding, Related, check
from linter.plan.plan import Plan
from linter.subjects.indicators.comparable import (
    DIFFERENT,
    Entry,
    is_close,
    is_likely,
    is_sure,
    is_topical,
    near,
    repeated,
    tabled,
)
from linter.subjects.indicators.contexts import Kind
from linter.subjects.indicators.indicators import YearValue
from linter.subjects.indicators.phrases import figure, quoted, trim
from linter.subjects.indicators.statements import Statement, statements
from linter.subjects.quantities.agreement import Verdict, compare
from linter.subjects.quantities.cells import CellKind
from linter.subjects.quantities.quantities import Comparator, Quantity, is_exact
from linter.subjects.quantities.years import Dated
from linter.text.folding import key

Held = tuple[Statement, YearValue, Verdict]


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
    groups: dict[int, list[Held]] = defaultdict(list)
    for statement, value in tabled(plan):
        if value.base == base:
            groups[id(value)].append((statement, value, _verdict(value, statement)))
    for group in groups.values():
        yield from _report(group)
    for statement, indicator, value in near(plan):
        if value.base == base and is_close(value, statement) and _is_dated(statement):
            values = _values(replace(statement, indicator=indicator), value)
            values["words"] = statement.subject.quote.strip()
            told = any(verdict is Verdict.AGREE for *_, verdict in groups.get(id(value), ()))
            variant = (
                "likely" if is_likely(value, statement) and not told else "near"
            )  # the indicator itself may be told elsewhere
            related = (Related("table", value.value.span),)
            yield Finding(quoted(statement), values, related, variant)
    for first, second in repeated(plan):
        if first[1].base == base:
            yield _between_tables(first, second)


def _is_dated(statement: Statement) -> bool:
    return statement.dated in (Dated.SENTENCE, Dated.SECTION) and not statement.topic


def _verdict(value: YearValue, statement: Statement) -> Verdict:
    assert value.quantity is not None
    verdict = compare(value.quantity, statement.quantity)
    if verdict is Verdict.WEAKER and value.base:
        return Verdict.AGREE  # 突破500亿元 is true of 659, and a report may say so
    if verdict is Verdict.AGREE and not value.base and _is_cut(value.quantity, statement.quantity):
        return Verdict.ROUNDED
    return verdict


def _is_cut(table: Quantity, body: Quantity) -> bool:
    """Whether an exact target is stated exactly with other digits: a target is what is assessed."""
    if table.unit is None or body.unit is None or not is_exact(table, body):
        return False
    binary = table.unit.dimension == "storage" and table.unit.words != body.unit.words
    return not binary and table.value * table.factor != body.value * body.factor


def _report(group: list[Held]) -> Iterator[Finding]:
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
    return body.value * body.factor > table.value * table.factor


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
