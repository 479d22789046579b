"""The materials of which two sides are held against each other, and what is left alone."""

from collections import Counter
from collections.abc import Iterable, Iterator

from linter.diagnosis.coverage.model import LeftAlone, Looked
from linter.plan.plan import Plan
from linter.subjects.boxes.boxes import numbered_boxes
from linter.subjects.citations.check_titles import title_pairs
from linter.subjects.citations.definitions import titles
from linter.subjects.citations.references import (
    attachment_references,
    box_references,
    drawn_references,
    section_references,
)
from linter.subjects.indicators.check_restated import retold
from linter.subjects.indicators.check_shares import shares
from linter.subjects.indicators.comparable import Held, held, pairs_of_tables
from linter.subjects.indicators.families import families
from linter.subjects.indicators.indicators import Indicator, indicator_tables, indicators
from linter.subjects.offices.divisions import divisions
from linter.subjects.offices.row_tasks import row_tasks
from linter.subjects.offices.tasks import task_groups
from linter.subjects.quantities.agreement import Verdict, compare
from linter.subjects.structure.attachments import attachments


def counted(what: str, reasons: Iterable[str | None]) -> Looked:
    """A material of whose every piece it is known why it was left alone, None where it was not."""
    tally = Counter(reasons)
    compared = tally.pop(None, 0)
    left = tuple(LeftAlone(reason, n) for reason, n in tally.items() if reason)
    return Looked(what, compared + sum(one.times for one in left), compared, left)


def table_text(plan: Plan) -> Looked:
    return counted("table-text", map(_table_text, plan.get(held)))


def _table_text(one: Held) -> str | None:
    if one.apart is not None or one.value is None or one.value.quantity is None:
        return one.apart or "no-value"
    verdict = compare(one.value.quantity, one.statement.quantity)
    return "range" if verdict is Verdict.INCOMPARABLE else None


def text_text(plan: Plan) -> Looked:
    return counted("text-text", (one.lone for one in retold(plan)))


def tables(plan: Plan) -> Looked:
    pairs = sum(1 for _ in pairs_of_tables(plan))
    rest = len(plan.get(indicators)) - len({id(b[0]) for _, b in pairs_of_tables(plan)})
    return Looked("tables", pairs + rest, pairs, _left("one-table", rest))


def _left(reason: str, count: int) -> tuple[LeftAlone, ...]:
    return (LeftAlone(reason, count),) if count else ()


def growth(plan: Plan) -> Looked:
    return counted("growth", map(_growth, plan.get(indicators)))


def _growth(indicator: Indicator) -> str | None:
    return "no-growth" if indicator.growth is None else _ends(indicator)


def direction(plan: Plan) -> Looked:
    return counted("direction", map(_ends, plan.get(indicators)))


def _ends(indicator: Indicator) -> str | None:
    if indicator.base is None:
        return "no-base"
    return None if indicator.targets else "no-target"


def sums(plan: Plan) -> Looked:
    found = [family for table in plan.get(indicator_tables) for family in families(table)]
    compared = sum(len(family.sums) for family in found)
    rest = len(plan.get(indicators)) - len({id(family.whole) for family in found})
    return Looked("sums", compared + rest, compared, _left("no-parts", rest))


def shares_of(plan: Plan) -> Looked:
    found = len(plan.get(shares))
    return Looked("shares", found, found)


def references_to_boxes(plan: Plan) -> Looked:
    return _references("box-references", len(plan.get(box_references)))


def references_to_attachments(plan: Plan) -> Looked:
    return _references("attachment-references", len(plan.get(attachment_references)))


def references_to_drawings(plan: Plan) -> Looked:
    return _references("drawing-references", len(plan.get(drawn_references)))


def references_to_sections(plan: Plan) -> Looked:
    return _references("section-references", len(plan.get(section_references)))


def _references(what: str, count: int) -> Looked:
    """Every reference is held against all that it may name."""
    return Looked(what, count, count)


def attachment_list(plan: Plan) -> Looked:
    found = plan.get(attachments)
    listed = sum(len(one.entries) for one in found.lists)
    if not found.lists:
        reasons: list[str | None] = ["no-list"] * len(found.present)
    else:
        reasons = [None if found.present else "no-attachment"] * listed
    return counted("attachment-list", reasons)


def cited_titles(plan: Plan) -> Looked:
    names = Counter(title.words for title in plan.get(titles))
    again = sum(count - 1 for count in names.values()) + len(plan.get(title_pairs))
    seen = sum(names.values())
    return counted("titles", [None] * min(again, seen) + ["said-once"] * max(0, seen - again))


def tasks(plan: Plan) -> Looked:
    found = (task for group in plan.get(task_groups) for task in group.tasks)
    return counted("tasks", [None if task.lists else "unassigned" for task in found])


def rows_tasks(plan: Plan) -> Looked:
    rows = sum(len(division.rows) for division in plan.get(divisions))
    return counted("rows-tasks", _rows(rows, len(plan.get(row_tasks))))


def _rows(rows: int, matched: int) -> Iterator[str | None]:
    yield from [None] * matched
    yield from ["no-task"] * max(0, rows - matched)


def boxes(plan: Plan) -> Looked:
    return Looked("boxes", len(plan.get(numbered_boxes)))
