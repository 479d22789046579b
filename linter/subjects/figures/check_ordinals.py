"""NUM010: a number left out in 一是…二是…."""

from collections.abc import Iterator

from linter.document.nodes import Cell, Span, Table
from linter.plan.finding import Finding, Related, check
from linter.plan.plan import Plan
from linter.subjects.figures.ordinals import Ordinal, Run, inline_runs, ordinal_runs
from linter.text.folding import key
from linter.text.numerals import to_chinese
from linter.text.patterns import lazily


@check
def ordinal_gap(plan: Plan) -> Iterator[Finding]:
    """NUM010: 一是…三是 in one run. A run is reported once, where it first goes wrong."""
    for run in (*plan.get(ordinal_runs), *plan.get(inline_runs)):
        at = _first_fault(run)
        if at is None:
            continue
        here, before = run[at], run[at - 1]
        values = {
            "words": here.span.quote,
            "before": before.span.quote,
            "expected": _next(before),
        }
        variant = "repeated" if here.number <= before.number else None
        yield Finding(here.span, values, (Related("before", before.span),), variant)
    for table in plan.document.tables():
        if finding := _column_fault(table):
            yield finding


_SERIAL = lazily("‹number-column›")
_INDICATORS = lazily(r"指\s*标|(?:19|20)\d{2}\s*年|基\s*期")
_WHOLE = lazily(r"\s*(\d{1,3})\s*[.、]?\s*")


def _column_fault(table: Table) -> Finding | None:
    """The first number of a 序号 column that neither follows the one above nor starts again.

    Behind a row without a number nothing is sure: it may belong to the one above.
    """
    head = table.rows[0] if table.rows else ()
    if not head or not _SERIAL.fullmatch(key(head[0].text)):
        return None
    if any(_INDICATORS.search(cell.folded) for cell in head):  # theirs are judged by IND011
        return None
    before: tuple[int, Cell] | None = None
    for row in table.rows[1:]:
        cell, match = row[0], _WHOLE.fullmatch(row[0].folded)
        if cell.covered:
            continue
        if match is None:
            before = None
            continue
        number = int(match[1])
        if before is not None and number not in (1, before[0] + 1):
            span, above = (Span(c, 0, len(c.text)) for c in (cell, before[1]))
            values = {"words": str(number), "before": str(before[0])}
            values["expected"] = str(before[0] + 1)
            return Finding(span, values, (Related("before", above),), "column")
        before = number, cell
    return None


def _next(before: Ordinal) -> str:
    """The ordinal that should follow, in the form of the one before."""
    words, number = before.span.quote, before.number + 1
    if words[:1] in "(（":
        return f"（{number}）"
    return chr(ord("①") + before.number) if "①" <= words[:1] <= "⑳" else to_chinese(number)


def _first_fault(run: Run) -> int | None:
    """The index of the first ordinal that does not follow the one before it.

    Across paragraphs only those that open their paragraph are sure to be of one run.
    """
    if run[0].number != 1:
        return None
    for i in range(1, len(run)):
        here, before = run[i], run[i - 1]
        together = here.span.node is before.span.node or here.span.start == 0
        if here.number != before.number + 1:
            return i if together else None
    return None
