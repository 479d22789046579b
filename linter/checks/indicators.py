"""IND001–IND003, IND005, IND012: whether the mentions of an indicator agree."""

import re
from collections import defaultdict
from collections.abc import Iterator

from linter.checks.finding import Finding, Plan, Related, check
from linter.chinese import key
from linter.document import Span
from linter.facts.agreement import Verdict, compare
from linter.facts.cells import CellKind
from linter.facts.clauses import Kind
from linter.facts.indicators import Indicator, YearValue
from linter.facts.names import canonical
from linter.facts.near_names import is_near
from linter.facts.quantities import Comparator, Quantity
from linter.facts.statements import Statement
from linter.facts.years import Dated

_QUOTE = 40
_SELF_CONTAINED = 6  # shorter names lean on the topic of their section: 国产化率, 示范基地
_DEED = re.compile(  # what is built or trained is counted anew in every section
    r"建成|新建|改建|改造|新增|培育|打造|建设|引进|培训|组织|开展|创建|认定|扶持|举办|完成|形成|创办|设立"
    r"|推广|布局|实施|制定|修订|选派|招收|发展|集聚|吸引|带动|服务|覆盖"
)


@check
def target_mismatch(plan: Plan) -> Iterator[Finding]:
    """IND001: table and body give different targets for one indicator and year."""
    yield from _mismatches(plan, base=False)
    yield from _growth_mismatches(plan)
    for first, second in _repeated(plan):
        if not first[1].base and compare(first[2], second[2]) is Verdict.CONTRADICT:
            yield _between_tables(first, second)


@check
def baseline_mismatch(plan: Plan) -> Iterator[Finding]:
    """IND002: the same for the value at the start of the plan."""
    yield from _mismatches(plan, base=True)
    for first, second in _repeated(plan):
        if first[1].base and compare(first[2], second[2]) is Verdict.CONTRADICT:
            yield _between_tables(first, second)


@check
def restated_differently(plan: Plan) -> Iterator[Finding]:
    """IND003: two statements of the body give one measure two exact values in one year."""
    seen: dict[tuple[str, int | None, str], Statement] = {}
    for statement in plan.statements:
        if not _restatable(plan, statement):
            continue
        place = (statement.name, statement.year, statement.scope)
        first = seen.setdefault(place, statement)
        if first is statement or first.cumulative != statement.cumulative:
            continue
        verdict = compare(first.quantity, statement.quantity)
        if verdict in (Verdict.CONTRADICT, Verdict.SHIFTED):
            values = _values(statement, statement.name) | {"other": first.quantity.words}
            yield Finding(_quoted(statement), values, (Related("other", _quoted(first)),))


@check
def unit_mismatch(plan: Plan) -> Iterator[Finding]:
    """IND005: a value whose unit is of another kind or off by a power of ten; words under %."""
    for statement, value in _tabled(plan):
        verdict = _verdict(value, statement)
        if verdict in (Verdict.SHIFTED, Verdict.OTHER_DIMENSION):
            values = _values(statement, _name(statement)) | {"table": _shown(value)}
            variant = "dimension" if verdict is Verdict.OTHER_DIMENSION else None
            related = (Related("table", value.value.span),)
            yield Finding(_quoted(statement), values, related, variant)
    for table in plan.indicator_tables:
        worded = [
            (indicator, value)
            for indicator in table.indicators
            for value in indicator.values
            if value.value.kind is CellKind.WORDS and indicator.unit and indicator.unit.words == "%"
        ]
        if worded:
            indicator, value = worded[0]
            others = tuple(Related("other", v.value.span) for _, v in worded[1:])
            sides = (Related("indicator", indicator.span), *others)
            values = {"indicator": indicator.name, "count": str(len(worded))}
            yield Finding(value.value.span, values, sides, "words")


@check
def name_variant(plan: Plan) -> Iterator[Finding]:
    """IND012: the body gives a tabled value in a tabled year under a near name."""
    for statement in plan.statements:
        if statement.indicator is not None or statement.inherited or statement.scope:
            continue
        if statement.kind is not Kind.VALUE or statement.year is None:
            continue
        for indicator in plan.indicators:
            value = indicator.at(statement.year)
            if value is None or value.quantity is None or statement.quantity.value in (0, 100):
                continue
            same = compare(value.quantity, statement.quantity) is Verdict.AGREE
            if same and is_near(canonical(indicator.name), statement.name, plan.lexicon):
                values = {"words": statement.subject.quote.strip(), "indicator": indicator.name}
                related = (Related("table", indicator.span),)
                yield Finding(_trim(statement.subject), values, related)
                break


def _tabled(plan: Plan) -> Iterator[tuple[Statement, YearValue]]:
    """The statements of an indicator's value in a year for which the table has a number."""
    for statement in plan.statements:
        indicator = statement.indicator
        if indicator is None or statement.year is None or statement.kind is Kind.CHANGE:
            continue
        if statement.kind is Kind.GROWTH and not _is_rate(indicator, statement):
            continue
        value = indicator.at(statement.year)
        if value is None or value.quantity is None:
            continue
        if statement.cumulative and "累计" not in indicator.name:
            continue
        if statement.dated is Dated.PLAN and not _is_clear(statement, value):
            continue
        yield statement, value


def _growth_mismatches(plan: Plan) -> Iterator[Finding]:
    """年均增长 of the body against the table's column of growth, where both speak of the plan."""
    for statement in plan.statements:
        growth = statement.indicator.growth if statement.indicator else None
        if growth is None or growth.quantity is None or growth.kind is not CellKind.VALUE:
            continue
        assert statement.indicator is not None
        ends = {value.year for value in statement.indicator.values if not value.base}
        if statement.kind is not Kind.GROWTH or statement.year not in ends or len(ends) != 1:
            continue
        verdict = compare(growth.quantity, statement.quantity)
        if verdict in (Verdict.CONTRADICT, Verdict.ROUNDED):
            values = {
                "indicator": statement.indicator.name,
                "table": key(growth.quantity.words).rstrip("%"),
                "body": key(_with_bound(statement)),
                "year": str(statement.year),
            }
            span = _trim(statement.quantity.span)
            yield Finding(span, values, (Related("table", growth.span),), "growth")


def _is_rate(indicator: Indicator, statement: Statement) -> bool:
    """Whether a statement of growth can be held against the indicator's own value: 年均 both."""
    return "年均" in indicator.name and not canonical(indicator.name).endswith(statement.name)


def _is_clear(statement: Statement, value: YearValue) -> bool:
    """A statement without a year may be the plan's target, or a report of what has been reached."""
    indicator = statement.indicator
    if indicator is None or len(indicator.targets) != 1 or value.base:
        return False
    if statement.quantity.comparator is Comparator.EXACT and indicator.base is not None:
        start = indicator.base.quantity
        return start is None or compare(start, statement.quantity) is not Verdict.AGREE
    return True


def _mismatches(plan: Plan, *, base: bool) -> Iterator[Finding]:
    groups: dict[int, list[tuple[Statement, YearValue, Verdict]]] = defaultdict(list)
    for statement, value in _tabled(plan):
        if value.base == base:
            groups[id(value)].append((statement, value, _verdict(value, statement)))
    for group in groups.values():
        yield from _report(group)


def _verdict(value: YearValue, statement: Statement) -> Verdict:
    assert value.quantity is not None
    verdict = compare(value.quantity, statement.quantity)
    if verdict is Verdict.WEAKER and value.base:
        return Verdict.AGREE  # 突破500亿元 is true of 659, and a report may say so
    return verdict


def _report(group: list[tuple[Statement, YearValue, Verdict]]) -> Iterator[Finding]:
    """One finding a contradiction; the cell itself where the body is of one mind against it."""
    wrong = [(s, v) for s, v, verdict in group if verdict is Verdict.CONTRADICT and _is_sure(s, v)]
    right = [s for s, _, verdict in group if verdict is Verdict.AGREE]
    alike = len(wrong) > 1 and all(
        compare(wrong[0][0].quantity, s.quantity) is Verdict.AGREE for s, _ in wrong[1:]
    )
    if alike and not right:
        statement, value = wrong[0]
        values = _values(statement, _name(statement)) | {"table": _shown(value)}
        yield Finding(
            value.value.span, values, tuple(Related("body", _quoted(s)) for s, _ in wrong)
        )
        wrong = []
    for statement, value, verdict in group:
        variant = _variant(statement, value, verdict)
        told = verdict is Verdict.CONTRADICT and _is_sure(statement, value) and not wrong
        if variant is None or told:
            continue
        values = _values(statement, _name(statement)) | {"table": _shown(value)}
        related = (Related("table", value.value.span),)
        yield Finding(_quoted(statement), values, related, variant or None)


def _is_sure(statement: Statement, value: YearValue) -> bool:
    """Whether the statement's year is beyond doubt; a review may change it with a sentence."""
    unsure = (Dated.PLAN, Dated.PARAGRAPH) if value.base else (Dated.PLAN,)
    return statement.dated not in unsure


def _variant(statement: Statement, value: YearValue, verdict: Verdict) -> str | None:
    """The variant of the rule for a verdict, "" for its main message, None for no finding."""
    if verdict is Verdict.CONTRADICT:
        if statement.quantity.hoped and statement.quantity.comparator is Comparator.EXACT:
            return "hoped"
        return "" if _is_sure(statement, value) else "undated"
    if not _is_sure(statement, value):
        return None
    return {Verdict.WEAKER: "weaker", Verdict.ROUNDED: "rounded"}.get(verdict)


Entry = tuple[Indicator, YearValue, Quantity]


def _repeated(plan: Plan) -> Iterator[tuple[Entry, Entry]]:
    """The pairs of values that two tables give one indicator for one year."""
    first: dict[tuple[str, int], Entry] = {}
    for indicator in plan.indicators:
        name = canonical(indicator.name)
        if len(name) < 4 or indicator.part:
            continue
        for value in indicator.values:
            if value.quantity is None or value.year is None:
                continue
            entry = (indicator, value, value.quantity)
            earlier = first.setdefault((name, value.year), entry)
            if earlier[0].table is not indicator.table:
                yield earlier, entry


def _between_tables(first: Entry, second: Entry) -> Finding:
    values = {
        "indicator": second[0].name,
        "year": str(second[1].year),
        "table": _shown(first[1]),
        "body": _shown(second[1]),
    }
    return Finding(second[1].value.span, values, (Related("table", first[1].value.span),), "tables")


def _restatable(plan: Plan, statement: Statement) -> bool:
    """Whether a statement says all by itself: exact, dated, of a measure that has a name."""
    if statement.quantity.comparator is not Comparator.EXACT or not statement.quantity.literal:
        return False
    if statement.inherited or statement.year is None or statement.dated is Dated.PLAN:
        return False
    if statement.kind is not Kind.VALUE or statement.quantity.hoped:
        return False
    if statement.quantity.unit is None or len(statement.name) < _SELF_CONTAINED:
        return False
    if not plan.names.is_specific(statement.name) or _DEED.match(statement.name):
        return False
    value = statement.indicator.at(statement.year) if statement.indicator else None
    return value is None or value.quantity is None


def _name(statement: Statement) -> str:
    return statement.indicator.name if statement.indicator else statement.name


def _values(statement: Statement, name: str) -> dict[str, str]:
    return {
        "indicator": name,
        "year": str(statement.year),
        "body": key(_with_bound(statement)),
    }


def _with_bound(statement: Statement) -> str:
    """The number's words with the bound in front of them: 超过1000亿元."""
    quantity = statement.quantity
    words = quantity.words
    if quantity.comparator is Comparator.EXACT or words[-2:] in ("以上", "以内", "以下", "左右"):
        return words
    return quantity.comparator.value + words


def _shown(value: YearValue) -> str:
    quantity = value.quantity
    assert quantity is not None
    unit = quantity.unit.words if quantity.unit else ""
    words = key(quantity.words)
    bound = quantity.comparator.value if quantity.comparator is not Comparator.EXACT else ""
    bound = "" if words.endswith(("以上", "以内", "以下", "左右")) else bound
    return bound + words + ("" if unit and words.endswith(unit) else unit)


def _quoted(statement: Statement) -> Span:
    """Subject, verb and number if that is short, else the number."""
    span = _trim(statement.span)
    return span if span.end - span.start <= _QUOTE else _trim(statement.quantity.span)


def _trim(span: Span) -> Span:
    text = span.node.text[span.start : span.end]
    start = span.start + len(text) - len(text.lstrip())
    return Span(span.node, start, start + len(text.strip()))
