"""TSK014: cells of a division: a lead or deadline left out, a deadline beyond the plan, two columns
changed for each other, a task twice."""

from collections.abc import Iterator

from linter.document.nodes import Cell, Span
from linter.plan.finding import Finding, Related, check
from linter.plan.plan import Plan
from linter.subjects.offices.divisions import Division, DivisionRow, divisions
from linter.subjects.offices.organisations import Directory, is_unit_shaped, organisations
from linter.subjects.offices.row_tasks import dated, row_index
from linter.subjects.times.deadlines import cell_deadline
from linter.subjects.times.periods import Period, period
from linter.text.folding import key
from linter.text.patterns import lazily

_DATE = lazily(r"\s*‹year›\s*[年./-].{0,16}")
_NO_UNIT = lazily(r"\d|年|月|季度|长期|持续|常态|定期|适时|即时|阶段|期间|期末|‹number›")
_NEARLY = 0.6
_SHORT, _SHOWN = 4, 20
_GRACE = 6  # months of the next year that a plan of one year may close in


@check
def cell(plan: Plan) -> Iterator[Finding]:
    """TSK014: what is wrong in a row by itself."""
    years, known = plan.get(period), plan.get(organisations)
    for division in plan.get(divisions):
        yield from _leads(division)
        yield from _twice(division)
        deadlines = list(dated(division))
        filled = sum(bool(c.text.strip()) for _, c in deadlines)
        for row, place in deadlines:
            if not place.text.strip():
                if filled >= max(2, _NEARLY * len(deadlines)) and row.text.strip():
                    yield Finding(_named(row), {"task": _title(row)}, variant="undated")
            elif swapped := _swapped(row, place, known):
                yield swapped
            elif years is not None:
                yield from _outside(row, place, years)


def _leads(division: Division) -> Iterator[Finding]:
    """A lead left out in a table that has a column of leads."""
    for row in division.rows:
        if row.lead_cell is None or row.lead_cell.text.strip():
            continue
        helper = next((c for c in row.cells if c is not row.lead_cell and c.text.strip()), None)
        if helper is not None and row.text.strip():
            related = (Related("task", _named(row)),)
            yield Finding(Span.whole(helper), {"task": _title(row)}, related)


def _named(row: DivisionRow) -> Span:
    return Span.whole(row.tasks[-1], _SHOWN) if row.tasks[-1].text.strip() else _first(row)


def _first(row: DivisionRow) -> Span:
    filled = (c for c in (*row.tasks, *row.cells) if c.text.strip())
    return Span.whole(next(filled, row.cells[0]), _SHOWN)


def _title(row: DivisionRow) -> str:
    return key(_named(row).quote)


def _swapped(row: DivisionRow, place: Cell, known: Directory) -> Finding | None:
    """A unit in the column of deadlines, or a date in that of units."""
    words = key(place.text)
    unit = known.identify(words) is not None or is_unit_shaped(words)
    if unit and len(words) <= _SHOWN and not _NO_UNIT.search(words):
        return Finding(Span.whole(place), {"task": _title(row), "cell": words}, variant="swapped")
    for cell in row.cells:
        if _DATE.fullmatch(cell.folded) and cell_deadline(cell):
            values = {"task": _title(row), "cell": key(cell.text)}
            return Finding(Span.whole(cell), values, variant="date")
    return None


def _outside(row: DivisionRow, place: Cell, years: Period) -> Iterator[Finding]:
    deadline = cell_deadline(place)
    if deadline is None or years.start <= deadline.year <= years.end:
        return
    closing = years.annual and deadline.year == years.end + 1 and (deadline.month or 0) <= _GRACE
    if closing or (deadline.year < years.start and not years.span):
        return
    values = {
        "task": _title(row),
        "deadline": deadline.span.quote,
        "start": str(years.start),
        "end": str(years.end),
    }
    related = (Related("period", years.span),) if years.span else ()
    yield Finding(deadline.span, values, related, "outside")


def _twice(division: Division) -> Iterator[Finding]:
    """A row that says in every cell but its number what another says."""
    seen: dict[tuple[str, ...], DivisionRow] = {}
    for row in division.rows:
        at = row_index(row)
        if at is None or len(key(row.text)) < _SHORT or any(c.row != at for c in row.tasks):
            continue
        line = division.table.rows[at]
        words = tuple(key((c.origin or c).text) for c in line if c is not row.number)
        first = seen.setdefault(words, row)
        if first is not row and not row.blank:
            related = (Related("first", _named(first)),)
            yield Finding(_named(row), {"task": _title(row)}, related, "twice")
