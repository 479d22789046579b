"""Which material each rule looks at, and how it is counted."""

from collections.abc import Callable, Iterator, Mapping

from linter.catalogue.rule import Rule
from linter.diagnosis.coverage.model import Looked
from linter.diagnosis.coverage.words import SIDES
from linter.document.nodes import Zone
from linter.engine.coverage import pairs
from linter.plan.plan import Plan
from linter.subjects.arithmetic.changes import changes
from linter.subjects.citations.document_numbers import document_numbers
from linter.subjects.figures.enumerations import counted_lists
from linter.subjects.indicators.indicators import indicators
from linter.subjects.offices.divisions import divisions
from linter.subjects.offices.unit_names import unit_lists

Count = Callable[[Plan], Looked]


def _single(what: str, count: Callable[[Plan], int]) -> Count:
    """A material of which each piece is judged by itself."""
    return lambda plan: Looked(what, count(plan))


def _headings(plan: Plan) -> int:
    return sum(p.level is not None or p.label is not None for p in plan.document.paragraphs())


def _layout(plan: Plan) -> int:
    look = plan.document.look()
    return len(look.texts) if look else 0


PAIRS: Mapping[str, Count] = {
    "table-text": pairs.table_text,
    "text-text": pairs.text_text,
    "tables": pairs.tables,
    "growth": pairs.growth,
    "direction": pairs.direction,
    "sums": pairs.sums,
    "shares": pairs.shares_of,
    "box-references": pairs.references_to_boxes,
    "attachment-references": pairs.references_to_attachments,
    "drawing-references": pairs.references_to_drawings,
    "section-references": pairs.references_to_sections,
    "attachment-list": pairs.attachment_list,
    "titles": pairs.cited_titles,
    "tasks": pairs.tasks,
    "rows-tasks": pairs.rows_tasks,
}
MATERIALS: Mapping[str, Count] = {
    **PAIRS,
    "boxes": pairs.boxes,
    "indicators": _single("indicators", lambda plan: len(plan.get(indicators))),
    "numbers": _single("numbers", lambda plan: len(plan.get(document_numbers))),
    "units": _single("units", lambda plan: sum(len(u.units) for u in plan.get(unit_lists))),
    "divisions": _single("divisions", lambda plan: sum(len(d.rows) for d in plan.get(divisions))),
    "lists": _single("lists", lambda plan: len(plan.get(counted_lists))),
    "changes": _single("changes", lambda plan: len(plan.get(changes))),
    "headings": _single("headings", _headings),
    "contents": _single(
        "contents",
        lambda plan: sum(p.locator.zone is Zone.TOC for p in plan.document.paragraphs()),
    ),
    "text": _single("text", lambda plan: len(plan.masked_texts)),
    "residues": _single(
        "residues", lambda plan: len(plan.document.residues) + len(plan.document.comments)
    ),
    "layout": _single("layout", _layout),
}
_OF_RULE = {
    "IND001": ("table-text", "tables"),
    "IND002": ("table-text", "tables"),
    "IND003": ("text-text",),
    "IND005": ("table-text",),
    "IND006": ("sums",),
    "IND007": ("growth",),
    "IND008": ("direction",),
    "IND009": ("shares",),
    "IND012": ("table-text",),
    "BOX001": ("box-references",),
    "BOX006": ("box-references",),
    "REF001": ("attachment-references",),
    "REF002": ("drawing-references",),
    "REF003": ("section-references",),
    "REF004": ("titles",),
    "REF005": ("numbers",),
    "REF006": ("titles",),
    "REF007": ("titles",),
    "REF008": ("numbers",),
    "REF009": ("titles",),
    "REF010": ("drawing-references",),
    "TSK001": ("tasks",),
    "TSK006": ("tasks",),
    "TSK007": ("tasks",),
    "TSK008": ("divisions",),
    "TSK009": ("tasks", "divisions"),
    "TSK010": ("divisions",),
    "TSK013": ("rows-tasks",),
    "TSK014": ("divisions",),
    "NUM009": ("lists",),
    "NUM014": ("changes",),
    "STR007": ("attachment-list",),
    "STR008": ("contents",),
}
# What the other rules of a subject look at.
_OF_FAMILY = {
    "IND": ("indicators",),
    "BOX": ("boxes",),
    "TSK": ("units",),
    "STR": ("headings",),
    "DOC": ("residues",),
    "FMT": ("layout",),
}


def materials_of(rule: Rule) -> tuple[str, ...]:
    """What a rule looks at; a rule of a pack reads the text."""
    if rule.source or rule.reviews:
        return () if rule.reviews else ("text",)
    return _OF_RULE.get(rule.id) or _OF_FAMILY.get(rule.family) or ("text",)


def comparable(rules: tuple[Rule, ...]) -> Iterator[Count]:
    """Yield the counts of what these rules can hold together: pairs, and what pairs are made of."""
    wanted = dict.fromkeys(key for rule in rules for key in materials_of(rule))
    return (MATERIALS[key] for key in wanted if key in PAIRS or key in SIDES)
