"""What a change between two versions is: its kind, its weight, both sides."""

from enum import StrEnum
from typing import NamedTuple

from linter.document.nodes import Span


class Nature(StrEnum):
    """What a change touches (性质)."""

    SUBSTANCE = "substance"  # 实质
    PLACE = "place"  # 位置、编号
    WORDING = "wording"  # 文字


class ChangeKind(StrEnum):
    """The kinds of changes, the semantic ones first."""

    INDICATOR_ADDED = "indicator-added"
    INDICATOR_DROPPED = "indicator-dropped"
    INDICATOR_RENAMED = "indicator-renamed"
    BASE = "base-changed"
    TARGET = "target-changed"
    UNIT = "unit-changed"
    ATTRIBUTE = "attribute-changed"
    VALUE = "value-changed"
    FIGURE_ADDED = "figure-added"
    FIGURE_DROPPED = "figure-dropped"
    TASK_ADDED = "task-added"
    TASK_DROPPED = "task-dropped"
    TASK_RENAMED = "task-renamed"
    TASK_MOVED = "task-moved"
    UNITS = "units-changed"
    LEAD = "lead-changed"
    HELPERS = "helpers-changed"
    DEADLINE = "deadline-changed"
    BOX_ADDED = "box-added"
    BOX_DROPPED = "box-dropped"
    BOX_RENAMED = "box-renamed"
    BOX_RENUMBERED = "box-renumbered"
    ITEM_ADDED = "box-item-added"
    ITEM_DROPPED = "box-item-dropped"
    ITEM_RENAMED = "box-item-renamed"
    REFERENCE = "reference-changed"
    CITATION = "citation-changed"
    HEADING_ADDED = "heading-added"
    HEADING_DROPPED = "heading-dropped"
    HEADING_RENAMED = "heading-renamed"
    HEADING_RENUMBERED = "heading-renumbered"
    CAPTION = "caption-renumbered"
    ROW_ADDED = "row-added"
    ROW_DROPPED = "row-dropped"
    PARAGRAPH_ADDED = "paragraph-added"
    PARAGRAPH_DROPPED = "paragraph-dropped"
    MOVED = "paragraph-moved"
    SPLIT = "paragraph-split"
    JOINED = "paragraphs-joined"
    REWORDED = "reworded"


_PLACE = frozenset(
    {
        ChangeKind.TASK_MOVED,
        ChangeKind.BOX_RENUMBERED,
        ChangeKind.HEADING_RENUMBERED,
        ChangeKind.CAPTION,
        ChangeKind.MOVED,
        ChangeKind.SPLIT,
        ChangeKind.JOINED,
    }
)


class VersionChange(NamedTuple):
    """One change. `subject` is what it is about; `before` and `after` are the words that changed,
    empty where there are none; `old` and `new` are where they stand.

    `kept` marks what only looks otherwise: a figure in another unit, a reference to a box that has
    another number.
    """

    kind: ChangeKind
    subject: str
    old: Span | None
    new: Span | None
    before: str = ""
    after: str = ""
    kept: bool = False

    @property
    def nature(self) -> Nature:
        if self.kind in _PLACE or (self.kind is ChangeKind.REFERENCE and self.kept):
            return Nature.PLACE
        wording = self.kind is ChangeKind.REWORDED or self.kept
        return Nature.WORDING if wording else Nature.SUBSTANCE
