"""The coverage of a draft: by rule, by material, and for every value of its indicator tables."""

from collections.abc import Iterator

from linter.catalogue.rule import Rule
from linter.diagnosis.coverage.model import CellMark, CellState, DraftCoverage, Looked, RuleCoverage
from linter.document.nodes import Span
from linter.engine.coverage.materials import MATERIALS, comparable, materials_of
from linter.plan.plan import Plan
from linter.subjects.indicators.comparable import held, verdict_of
from linter.subjects.indicators.indicators import indicators
from linter.subjects.indicators.phrases import quoted
from linter.subjects.quantities.agreement import Verdict


def coverage_of(plan: Plan, rules: tuple[Rule, ...]) -> DraftCoverage:
    """Return what the rules of a run looked at."""
    wanted = dict.fromkeys(key for rule in rules for key in materials_of(rule))
    looked = {key: one for key in wanted if (one := _looked(plan, key)) is not None}
    return DraftCoverage(
        tuple(_of_rule(rule, looked) for rule in rules if not rule.reviews),
        tuple(one for key in MATERIALS if (one := looked.get(key)) is not None),
        tuple(_cells(plan)) if "table-text" in looked else (),
    )


def _looked(plan: Plan, key: str) -> Looked | None:
    try:
        return MATERIALS[key](plan)
    except Exception:  # the fact is at fault; the rule that asks for it has said so
        return None


def _of_rule(rule: Rule, looked: dict[str, Looked]) -> RuleCoverage:
    found = tuple(looked[key] for key in materials_of(rule) if key in looked)
    return RuleCoverage(rule.id, rule.title, rule.name, found)


def compared_nothing(plan: Plan, rules: tuple[Rule, ...]) -> bool:
    """Tell whether rules that hold one thing against another ran and found nothing of the kind."""
    counts = list(comparable(rules))
    return bool(counts) and not any(_compared(count(plan)) for count in counts)


def _compared(one: Looked) -> int:
    return one.seen if one.compared is None else one.compared


def _cells(plan: Plan) -> Iterator[CellMark]:
    """Yield a mark for every figure of the indicator tables, with what the text says of it."""
    said: dict[int, list[tuple[Span, Verdict]]] = {}
    for one in plan.get(held):
        if one.value is not None and one.apart is None and one.value.quantity is not None:
            verdict = verdict_of(one.value, one.statement)
            if verdict is not Verdict.INCOMPARABLE:
                said.setdefault(id(one.value), []).append((quoted(one.statement), verdict))
    for indicator in plan.get(indicators):
        for value in indicator.values:
            if value.quantity is None:
                continue
            places = said.get(id(value), [])
            differs = [span for span, verdict in places if verdict is not Verdict.AGREE]
            state = CellState.AGREES if places else CellState.ABSENT
            state = CellState.DIFFERS if differs else state
            span = Span(value.value.cell, 0, len(value.value.cell.text))
            others = (span for span, _ in places if span not in differs)
            yield CellMark(span, state, (*differs, *others))
