"""The materials of which two sides are held against each other, and what is left alone."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from linter.diagnosis.coverage.model import LeftAlone, Looked
from linter.diagnosis.coverage.words import EXAMPLES
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
from linter.subjects.indicators.check_direction import adds_up
from linter.subjects.indicators.check_growth import Ungrown, ungrown
from linter.subjects.indicators.check_restated import retold
from linter.subjects.indicators.check_shares import shares
from linter.subjects.indicators.columns import ColumnRole
from linter.subjects.indicators.comparable import Held, held, pairs_of_tables
from linter.subjects.indicators.directions import direction_of
from linter.subjects.indicators.families import families
from linter.subjects.indicators.indicators import Indicator, indicator_tables, indicators
from linter.subjects.indicators.measures import Direction, Measures, measures_of
from linter.subjects.indicators.phrases import quoted
from linter.subjects.offices.divisions import DivisionRow, divisions
from linter.subjects.offices.row_tasks import row_tasks
from linter.subjects.offices.tasks import task_groups
from linter.subjects.quantities.agreement import Verdict, compare
from linter.subjects.structure.attachments import attachments

# A piece of a material: why it was left alone, None where it was not, and its words.
Piece = tuple[str | None, str]


def counted(what: str, pieces: Iterable[Piece]) -> Looked:
    """A material of whose every piece it is known why it was left alone, or that it was not."""
    times: Counter[str] = Counter()
    words: dict[str, list[str]] = defaultdict(list)
    seen = 0
    for reason, said in pieces:
        seen += 1
        if reason is not None:
            times[reason] += 1
            if said and len(words[reason]) < EXAMPLES and said not in words[reason]:
                words[reason].append(said)
    left = tuple(LeftAlone(reason, n, tuple(words[reason])) for reason, n in times.items())
    return Looked(what, seen, seen - times.total(), left)


def table_text(plan: Plan) -> Looked:
    tabled = bool(plan.get(indicators))
    found = ((_table_text(one, tabled=tabled), one.statement) for one in plan.get(held))
    return counted("table-text", ((reason, quoted(one).quote) for reason, one in found))


def _table_text(one: Held, *, tabled: bool) -> str | None:
    if not tabled:
        return "no-table"
    if one.apart is not None or one.value is None or one.value.quantity is None:
        return one.apart or "no-value"
    verdict = compare(one.value.quantity, one.statement.quantity)
    return "range" if verdict is Verdict.INCOMPARABLE else None


def text_text(plan: Plan) -> Looked:
    return counted("text-text", ((one.lone, quoted(one.statement).quote) for one in retold(plan)))


def tables(plan: Plan) -> Looked:
    pairs = [(other[0].name, id(other[0])) for _, other in pairs_of_tables(plan)]
    paired = {key for _, key in pairs}
    why = "one-table" if len(plan.get(indicator_tables)) > 1 else "single-table"
    rest = [one.name for one in plan.get(indicators) if id(one) not in paired]
    alone = ((why, name if why == "one-table" else "") for name in rest)
    return counted("tables", [*((None, name) for name, _ in pairs), *alone])


def growth(plan: Plan) -> Looked:
    measures = plan.lexicon.get(measures_of)
    return counted("growth", (_growth(i, measures) for i in plan.get(indicators)))


def _growth(indicator: Indicator, measures: Measures) -> Piece:
    why = ungrown(indicator, measures)
    if why is Ungrown.NO_GROWTH:
        header = indicator.table.header if indicator.table else None
        if header is None or not header.of(ColumnRole.GROWTH):
            return why, ""
        why = Ungrown.NO_FIGURE
    return why, indicator.name


def direction(plan: Plan) -> Looked:
    return counted("direction", ((_direction(plan, i), i.name) for i in plan.get(indicators)))


def _direction(plan: Plan, indicator: Indicator) -> str | None:
    if indicator.base is None:
        return "no-base"
    if not indicator.targets:
        return "no-target"
    if direction_of(plan, indicator) is Direction.EITHER:
        return "either"
    return "all-years" if adds_up(indicator) else None


def sums(plan: Plan) -> Looked:
    found = [family for table in plan.get(indicator_tables) for family in families(table)]
    wholes = {id(family.whole) for family in found}
    rest = [one.name for one in plan.get(indicators) if id(one) not in wholes]
    compared = sum(len(family.sums) for family in found)
    return counted("sums", [*[(None, "")] * compared, *(("no-parts", name) for name in rest)])


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
    if not found.lists:
        return counted("attachment-list", [("no-list", one.head.line) for one in found.present])
    why = None if found.present else "no-attachment"
    listed = sum(len(one.entries) for one in found.lists)
    return counted("attachment-list", [(why, "")] * listed)


def cited_titles(plan: Plan) -> Looked:
    names = Counter(title.words for title in plan.get(titles))
    likened = {pair.title.words for pair in plan.get(title_pairs)}
    return counted("titles", (_title(*item, likened) for item in _repeated(names)))


def _repeated(names: Counter[str]) -> Iterator[tuple[str, bool]]:
    """Every mention of a title, and whether it has been said before."""
    for name, times in names.items():
        yield from ((name, i > 0) for i in range(times))


def _title(name: str, again: bool, likened: set[str]) -> Piece:
    return (None if again or name in likened else "said-once"), name


def tasks(plan: Plan) -> Looked:
    found = (task for group in plan.get(task_groups) for task in group.tasks)
    whys = ((None if task.lists else "unassigned", task.paragraph.title) for task in found)
    return counted("tasks", whys)


def rows_tasks(plan: Plan) -> Looked:
    matched = {id(one.row) for one in plan.get(row_tasks)}
    rows = [row for division in plan.get(divisions) for row in division.rows]
    return counted("rows-tasks", (_row(row, matched) for row in rows))


def _row(row: DivisionRow, matched: set[int]) -> Piece:
    words = next((cell.text for cell in row.tasks if cell.text.strip()), "")
    return (None if id(row) in matched else "no-task"), words


def boxes(plan: Plan) -> Looked:
    return Looked("boxes", len(plan.get(numbered_boxes)))
