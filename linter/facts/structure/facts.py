"""How the draft is built: parts, numbering, boxes (专栏), attachments (附件)."""

from functools import cached_property
from typing import TYPE_CHECKING

from linter.document import Box
from linter.facts.structure.attachments import Attachments, attachments
from linter.facts.structure.box_names import NearName, near_names
from linter.facts.structure.boxes import BoxFault, box_faults, numbered_boxes
from linter.facts.structure.contents import ContentsFault, contents_faults
from linter.facts.structure.outline import Outline, outline
from linter.facts.structure.parts import Part, parts

if TYPE_CHECKING:
    from linter.facts.plan import Plan


class StructureFacts:
    """How the draft is built: parts, numbering, boxes (专栏), attachments (附件)."""

    def __init__(self, plan: "Plan") -> None:
        self._plan = plan

    @cached_property
    def parts(self) -> tuple[Part, ...]:
        """Notice, body, attachments, boxes: each with its own numbers and short titles."""
        return parts(self._plan.document, self.attachments)

    @cached_property
    def outline(self) -> Outline:
        """The numbered headings and items."""
        return outline(self.parts, self.attachments, self.stray_entries)

    @cached_property
    def contents_faults(self) -> tuple[ContentsFault, ...]:
        """Where the table of contents (目录) and the headings differ."""
        return tuple(contents_faults(self._plan.document))

    @cached_property
    def stray_entries(self) -> frozenset[int]:
        """The ids of entries of the contents that repeat no heading: their faults are theirs."""
        return frozenset(id(f.entry) for f in self.contents_faults if f.entry is not None)

    @cached_property
    def attachments(self) -> Attachments:
        """The lists of attachments (附件说明) and the attachments."""
        return attachments(self._plan.document)

    @cached_property
    def boxes(self) -> tuple[Box, ...]:
        """The numbered boxes (专栏)."""
        return numbered_boxes(self._plan.document)

    @cached_property
    def box_faults(self) -> tuple[BoxFault, ...]:
        """The boxes that are numbered wrongly."""
        return tuple(box_faults(self._plan.document, self.attachments))

    @cached_property
    def near_names(self) -> tuple[NearName, ...]:
        """The names that are close to the title of a box and not it."""
        return tuple(near_names(self._plan.document, self.boxes))
