"""TSK013: a row of the division and the task of the body with its title do not agree."""

from collections.abc import Iterator, Sequence

from linter.document.nodes import Span
from linter.plan.finding import Finding, Related, check
from linter.plan.plan import Plan
from linter.subjects.offices.row_tasks import RowTask, name, row_tasks, stem
from linter.subjects.offices.unit_lists import ResponsibleUnit, UnitList
from linter.subjects.offices.unit_words import Duty
from linter.subjects.quantities.agreement import Verdict, compare
from linter.subjects.quantities.quantities import Comparator, Quantity, quantities
from linter.subjects.quantities.units import units_of
from linter.subjects.times.deadlines import Deadline, cell_deadline, deadlines
from linter.subjects.times.periods import period
from linter.text.folding import key
from linter.text.patterns import lazily

# A first step, which a row that names the end of the whole task need not repeat.
_STEP = lazily(
    r"制定|编制|印发|出台|启动|开工|摸底|摸排|排查|调研|试点|动员|部署|首批|一期|先行|选址|立项|前期"
)
_MARK = lazily(r"[,。;:!?、()]")
_DIFFERENT = (Verdict.CONTRADICT, Verdict.SHIFTED, Verdict.TENFOLD)
_LEAD_IN = lazily(r"^(?:.*年(?:底|末|度)?[以之]?前?)?(?:力争|争取|计划|共|累计|完成|全部|再)*")
_YEARLY = lazily(r"每年|年均|其中|‹year›年(?!年?[底末]?[以之]?前|‹to-year›)")
_WORDS = 2


@check
def contradicted(plan: Plan) -> Iterator[Finding]:
    """TSK013: another lead, deadline or number than the body gives for the task of that title."""
    for pair in plan.get(row_tasks):
        yield from _units(pair)
        later = list(_deadline(plan, pair))
        yield from later or _numbers(plan, pair)


def _units(pair: RowTask) -> Iterator[Finding]:
    """Leads against leads; where neither side names one, the units against the units."""
    lists = _own_lists(pair)
    row, body = _units_of(pair.row.lists), _units_of(lists)
    if not row or not body or any(unit.collective for unit in (*row, *body)):
        return
    leads, told = _leads(row), _leads(body)
    if leads and told:
        if not _common(leads, told):
            yield _finding(pair, leads, told, None)
    elif not leads and not told:
        if not _common(row, body):
            yield _finding(pair, row, body, "units")
    elif told and not pair.row.lead_cell and not _common(row, told):
        yield _finding(pair, row, told, "units")


def _own_lists(pair: RowTask) -> Sequence[UnitList]:
    """The lists of the task; none where its parts have lists of their own."""
    inner = [child for child in pair.heading.walk() if child is not pair.heading]
    if any(child.assignments for child in inner):
        return ()
    return pair.heading.lists


def _units_of(lists: Sequence[UnitList]) -> list[ResponsibleUnit]:
    return [unit for listed in lists for unit in listed.units]


def _leads(units: Sequence[ResponsibleUnit]) -> list[ResponsibleUnit]:
    return [unit for unit in units if unit.role is Duty.LEAD]


def _common(some: Sequence[ResponsibleUnit], others: Sequence[ResponsibleUnit]) -> bool:
    return any(_same(one, other) for one in some for other in others)


def _same(one: ResponsibleUnit, other: ResponsibleUnit) -> bool:
    """Tell whether two names may be one unit: misspelt, shortened and without its tier, too."""
    if one.identity and other.identity and one.identity.organ.key == other.identity.organ.key:
        return True
    a, b = one.name, other.name
    near = len(a) == len(b) and sum(x != y for x, y in zip(a, b, strict=True)) <= 1
    return near or a in b or b in a or not (one.shaped and other.shaped)


def _finding(
    pair: RowTask,
    row: Sequence[ResponsibleUnit],
    body: Sequence[ResponsibleUnit],
    variant: str | None,
) -> Finding:
    values = {
        "task": name(pair.cell.text),
        "row": "、".join(unit.name for unit in row),
        "body": "、".join(unit.name for unit in body),
    }
    span = Span(row[0].span.node, row[0].span.start, row[0].span.end)
    return Finding(span, values, (Related("body", body[0].span),), variant)


def _deadline(plan: Plan, pair: RowTask) -> Iterator[Finding]:
    own = cell_deadline(pair.deadline) if pair.deadline else None
    if own is None:
        return
    years = plan.get(period)
    said = [d for p in pair.paragraphs for d in deadlines(p)]
    said = [d for d in said if years is None or d.year >= years.start]
    other = said[0] if said else None
    if other is None or not all(own.differs(d) for d in said):
        return
    if any(_is_step(d) for d in said) or len({(d.year, d.month) for d in said}) > 1:
        return
    values = {"task": name(pair.cell.text), "row": own.span.quote, "body": other.span.quote}
    variant = "deadline" if other.before else "goal"
    yield Finding(own.span, values, (Related("body", other.span),), variant)


def _is_step(deadline: Deadline) -> bool:
    """Whether the sentence goes on about a first step: 2024年6月底前制定方案."""
    text, end = deadline.span.node.folded, deadline.span.end
    stop = text.find("。", end)
    return bool(_STEP.search(text[end : stop if stop >= 0 else len(text)]))


def _numbers(plan: Plan, pair: RowTask) -> Iterator[Finding]:
    units = plan.lexicon.get(units_of)
    told = [(q, _object(q)) for p in pair.paragraphs for q in quantities(p, units) if _is_plain(q)]
    for quantity in quantities(pair.cell, units):
        if not _is_plain(quantity) or _is_yearly(quantity):
            continue
        other = _counterpart(quantity, told, pair)
        if other is not None and compare(quantity, other) in _DIFFERENT:
            values = {
                "task": name(pair.cell.text),
                "row": key(quantity.words),
                "body": key(other.words),
            }
            yield Finding(quantity.span, values, (Related("body", other.span),), "number")


def _counterpart(
    quantity: Quantity, told: Sequence[tuple[Quantity, str]], pair: RowTask
) -> Quantity | None:
    """The one amount of the body that is of the same thing, None where there are several."""
    named = _object(quantity)
    like = [(q, words) for q, words in told if _dimension(q) == _dimension(quantity)]
    if any(q.amount == quantity.amount for q, _ in like):
        return None
    titled = bool(named) and stem(pair.cell.text).endswith(named)
    same = [q for q, words in like if titled or (len(named) >= _WORDS and _is_like(named, words))]
    return same[0] if len(same) == 1 and (not titled or len(like) == 1) else None


def _is_like(one: str, other: str) -> bool:
    return one == other or (len(one) > _WORDS and other.endswith(one))


def _object(quantity: Quantity) -> str:
    """The words of the clause in front of a number: 新建冷库."""
    clause = _MARK.split(_before(quantity))[-1]
    return _LEAD_IN.sub("", key(clause))


def _dimension(quantity: Quantity) -> tuple[str, str]:
    unit = quantity.unit
    if unit is None:
        return "", ""
    return unit.dimension, unit.words if unit.dimension == "count" else ""


def _is_yearly(quantity: Quantity) -> bool:
    """Tell whether the sentence gives the amount for a year of several, or for a part."""
    return bool(_YEARLY.search(_before(quantity).rpartition("。")[2]))


def _before(quantity: Quantity) -> str:
    """The words in front of a number, as far as they can matter."""
    start = quantity.span.start
    return quantity.span.node.folded[max(0, start - 40) : start]


def _is_plain(quantity: Quantity) -> bool:
    exact = quantity.comparator is Comparator.EXACT and quantity.upper is None
    return exact and quantity.literal and quantity.unit is not None
