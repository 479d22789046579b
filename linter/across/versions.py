"""Two versions of one plan, and all that has changed from one to the other."""

from collections.abc import Iterator
from functools import cached_property

from linter.across.alignment import Pair, Pairing
from linter.across.box_pairs import BoxPairs, box_changes, pair_boxes
from linter.across.changes import ChangeKind, VersionChange
from linter.across.heading_numbers import renumbered
from linter.across.indicator_changes import (
    IndicatorPairs,
    indicator_changes,
    other_cells,
    pair_indicators,
)
from linter.across.marks import marks
from linter.across.moved_places import numbers_now, references_of
from linter.across.table_pairs import TablePair, pair_tables, table_changes
from linter.across.text_changes import TextChanges
from linter.catalogue.language import Lang
from linter.diagnosis.sheet import Sheet
from linter.document.nodes import Paragraph, Span, Zone
from linter.plan.plan import Plan
from linter.subjects.offices.assignments import assignments
from linter.subjects.offices.tasks import task_groups
from linter.subjects.offices.unit_lists import ResponsibleUnit
from linter.text.folding import key
from linter.text.patterns import lazily

_OF_UNITS = (ChangeKind.UNITS, ChangeKind.LEAD, ChangeKind.HELPERS)
_ITEM = 30  # characters of the title of an item
_CHARGED = lazily(r"[(\[][^()\[\]]*(?:牵头|责任|负责|配合|主办)[^()\[\]]*[)\]]")
_BARE = 8  # characters besides the units: a line of units is no more


Units = tuple[ResponsibleUnit, ...]


class Versions:
    """An old and a new version. What is worked out of them is worked out once."""

    def __init__(self, old: Plan, new: Plan) -> None:
        self.old, self.new = old, new

    def fault(self) -> str:
        """Drafts can always be compared."""
        return ""

    def sheet(self, lang: Lang) -> Sheet:
        """The table of the changes (修改对照表)."""
        from linter.across.change_words import sheet_of

        return sheet_of(self, lang)

    @cached_property
    def paragraphs(self) -> Pairing:
        return Pairing(_paragraphs(self.old), _paragraphs(self.new))

    @cached_property
    def indicators(self) -> IndicatorPairs:
        return pair_indicators(self.old, self.new)

    @cached_property
    def boxes(self) -> BoxPairs:
        return pair_boxes(self.old, self.new, self.paragraphs)

    @cached_property
    def tables(self) -> tuple[TablePair, ...]:
        return pair_tables(self.old, self.new)

    @cached_property
    def changes(self) -> tuple[VersionChange, ...]:
        """Every change: those of indicators, boxes and tables as a whole, then by paragraph."""
        texts = TextChanges(self.old, self.new)
        found = (
            *indicator_changes(self.indicators),
            *box_changes(self.boxes),
            *other_cells(self.indicators, texts),
            *table_changes(self.tables, texts),
            *self._dropped_and_added(),
            *renumbered(self.paragraphs.pairs),
            *(change for pair in self.paragraphs.pairs for change in self._of(pair, texts)),
        )
        return tuple(self._followed(change) for change in found)

    @cached_property
    def unit_pairs(self) -> tuple[tuple[Units, Units], ...]:
        """The units of every place at which they have changed, before and after."""
        places = {(c.old, c.new) for c in self.changes if c.kind in _OF_UNITS and c.old and c.new}
        found = []
        for old, new in sorted(places, key=lambda pair: str(pair[1].node.locator)):
            sides = _units(self.old, old), _units(self.new, new)
            if all(sides):
                found.append(sides)
        return tuple(found)

    @cached_property
    def title_pairs(self) -> tuple[tuple[Span, Span], ...]:
        """The titles in 《》 that stand where another one stood."""
        return tuple(
            (c.old, c.new)
            for c in self.changes
            if c.kind is ChangeKind.CITATION and c.old and c.new and c.old.quote.startswith("《")
        )

    @cached_property
    def tasks(self) -> frozenset[int]:
        """The ids of the paragraphs of both versions that open a task with units."""
        return frozenset(
            id(task.paragraph)
            for plan in (self.old, self.new)
            for group in plan.get(task_groups)
            for task in group.tasks
            if task.lists
        )

    def is_task(self, paragraph: Paragraph) -> bool:
        return id(paragraph) in self.tasks

    def _of(self, pair: Pair, texts: TextChanges) -> Iterator[VersionChange]:
        old, new = pair.old, pair.new
        spans = Span.whole(old), Span.whole(new)
        if pair.moved and not self._moved_with_its_heading(pair):
            kind = ChangeKind.TASK_MOVED if self.is_task(new) else ChangeKind.MOVED
            places = _section(old), _section(new)
            yield VersionChange(kind, subject_of(new), *spans, *places)
        if len(pair.olds) != len(pair.news):
            kind = ChangeKind.SPLIT if len(pair.news) > 1 else ChangeKind.JOINED
            before, after = ("".join(p.text for p in side) for side in (pair.olds, pair.news))
            yield VersionChange(kind, subject_of(new), *spans, before, after)
        if pair.same:
            return
        renamed = self._renamed(old, new)
        if renamed is not None:
            heads = Span(old, 0, len(old.title)), Span(new, 0, len(new.title))
            yield VersionChange(renamed, new.title, *heads, old.title, new.title)
            if renamed is ChangeKind.HEADING_RENAMED and self._is_title(new):
                return
        same_rest = key(old.text[len(old.title) :]) == key(new.text[len(new.title) :])
        for change in texts.of(pair.olds, pair.news, subject_of(new)):
            if not (renamed and same_rest and change.kind is ChangeKind.REWORDED):
                yield change

    def _renamed(self, old: Paragraph, new: Paragraph) -> ChangeKind | None:
        """What was renamed: a task, a heading, the plan itself, an item of a box; None if none."""
        if _head(old) == _head(new):
            return None
        if self._is_title(new) and self._is_title(old):
            return ChangeKind.HEADING_RENAMED
        if new.level is not None and old.level is not None:
            return ChangeKind.TASK_RENAMED if self.is_task(new) else ChangeKind.HEADING_RENAMED
        titled = all(p.label and p.locator.box and p.title != p.text for p in (old, new))
        short = max(len(old.title), len(new.title)) < _ITEM
        return ChangeKind.ITEM_RENAMED if titled and short else None

    def _is_title(self, paragraph: Paragraph) -> bool:
        return paragraph in (self.old.document.title, self.new.document.title)

    def _moved_with_its_heading(self, pair: Pair) -> bool:
        above = self._heads.get(id(pair.new))
        return above is not None and id(above) in self._moved

    @cached_property
    def _moved(self) -> frozenset[int]:
        return frozenset(id(pair.new) for pair in self.paragraphs.pairs if pair.moved)

    @cached_property
    def _heads(self) -> dict[int, Paragraph]:
        """The heading above each paragraph of either version."""
        found: dict[int, Paragraph] = {}
        for plan in (self.old, self.new):
            stack: list[Paragraph] = []
            for paragraph in plan.document.paragraphs():
                if paragraph.level is not None:
                    while stack and (stack[-1].level or 0) >= paragraph.level:
                        stack.pop()
                if stack:
                    found[id(paragraph)] = stack[-1]
                if paragraph.level is not None:
                    stack.append(paragraph)
        return found

    def _dropped_and_added(self) -> Iterator[VersionChange]:
        for paragraphs, dropped in (
            (self.paragraphs.dropped, True),
            (self.paragraphs.added, False),
        ):
            gone = {id(p) for p in paragraphs}
            boxes = self.boxes.dropped if dropped else self.boxes.added
            whole = {id(part) for box in boxes for part in box.body}
            for paragraph in paragraphs:
                above = self._heads.get(id(paragraph))
                if id(paragraph) in whole or (
                    id(paragraph) in self._unit_lines and above is not None and id(above) in gone
                ):
                    continue
                kind = self._kind(paragraph, dropped=dropped)
                span = Span.whole(paragraph)
                sides = (span, None, span.quote, "") if dropped else (None, span, "", span.quote)
                yield VersionChange(kind, subject_of(paragraph), *sides)

    def _kind(self, paragraph: Paragraph, *, dropped: bool) -> ChangeKind:
        if paragraph.locator.box:
            return ChangeKind.ITEM_DROPPED if dropped else ChangeKind.ITEM_ADDED
        if self.is_task(paragraph):
            return ChangeKind.TASK_DROPPED if dropped else ChangeKind.TASK_ADDED
        if paragraph.level is not None:
            return ChangeKind.HEADING_DROPPED if dropped else ChangeKind.HEADING_ADDED
        return ChangeKind.PARAGRAPH_DROPPED if dropped else ChangeKind.PARAGRAPH_ADDED

    @cached_property
    def _unit_lines(self) -> frozenset[int]:
        """The paragraphs that name the units of the task above and nothing else."""
        return frozenset(
            id(a.paragraph)
            for plan in (self.old, self.new)
            for a in plan.get(assignments)
            if a.lists and a.lists[0].span.start < _BARE
        )

    def _followed(self, change: VersionChange) -> VersionChange:
        """A reference that follows its place to another number refers to what it did."""
        if change.kind is not ChangeKind.REFERENCE or not change.old or not change.new:
            return change
        old, new = _referred(self.old, change.old), _referred(self.new, change.new)
        kept = old[0] == new[0] and self._numbers.get(old) == new[1]
        return change._replace(kept=kept)

    @cached_property
    def _numbers(self) -> dict[tuple[str, int], int]:
        return numbers_now(self)


def _units(plan: Plan, span: Span) -> Units:
    found = (m for m in plan.get(marks).of(span.node) if m.start == span.start)
    return next((mark.units for mark in found), ())


def _referred(plan: Plan, span: Span) -> tuple[str, int]:
    found = (r for r in references_of(plan) if r.span == span)
    return next(((r.kind, r.number[0]) for r in found), ("", 0))


def _paragraphs(plan: Plan) -> list[Paragraph]:
    """What is compared by paragraph: no contents, no titles of boxes, nothing empty."""
    titles = {id(box.title) for box in plan.document.boxes()}
    return [
        p
        for p in plan.document.paragraphs()
        if p.text.strip() and p.locator.zone is not Zone.TOC and id(p) not in titles
    ]


def subject_of(paragraph: Paragraph) -> str:
    """What a paragraph is about: its title, else the heading above it."""
    if paragraph.level is not None or (paragraph.label and len(paragraph.title) < 30):
        return paragraph.title
    section = paragraph.locator.section
    return section[-1] if section else ""


def _head(paragraph: Paragraph) -> str:
    """The title as compared: the units in charge in its brackets are told by themselves."""
    return _CHARGED.sub("", key(paragraph.title))


def _section(paragraph: Paragraph) -> str:
    return " › ".join(paragraph.locator.section)
