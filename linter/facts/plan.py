"""The plan: every fact of one draft, computed once, when a check first asks for it."""

from functools import cached_property

from linter.document import Box, Document, TextNode
from linter.facts.assignments import Assignment, assignments
from linter.facts.boxes import BoxReference, box_references, numbered_boxes
from linter.facts.divisions import Division, divisions
from linter.facts.masks import mask
from linter.facts.organisations import Directory, directory
from linter.facts.tasks import Heading, TaskGroup, outline, task_groups
from linter.facts.unit_lists import UnitList
from linter.facts.unit_names import UnitNames
from linter.lexicon import Lexicon


class Plan:
    """What a draft says. Each property is one kind of fact from its module in linter.facts."""

    def __init__(self, document: Document, lexicon: Lexicon) -> None:
        self.document = document
        self.lexicon = lexicon
        self._masked: dict[int, str] = {}

    @cached_property
    def nodes(self) -> tuple[TextNode, ...]:
        """Every text node in reading order."""
        return tuple(self.document.nodes())

    def masked(self, node: TextNode) -> str:
        """The node's folded text with titles, addresses, numbers of documents … filled out."""
        found = self._masked.get(id(node))
        if found is None:
            found = self._masked[id(node)] = mask(node.folded)
        return found

    @cached_property
    def boxes(self) -> tuple[Box, ...]:
        """The numbered boxes (专栏)."""
        return numbered_boxes(self.document)

    @cached_property
    def box_references(self) -> tuple[BoxReference, ...]:
        """The mentions of boxes by number."""
        return tuple(box_references(self.document))

    @cached_property
    def organisations(self) -> Directory:
        """The organisations that the lexicon knows."""
        return directory(self.lexicon)

    @cached_property
    def assignments(self) -> tuple[Assignment, ...]:
        """The places in paragraphs at which responsible units are named."""
        return tuple(assignments(self.document, self.organisations))

    @cached_property
    def divisions(self) -> tuple[Division, ...]:
        """The tables that divide the tasks (分工方案)."""
        return tuple(divisions(self.document, self.organisations))

    @cached_property
    def headings(self) -> tuple[Heading, ...]:
        """The outermost headings with what is below them and the units named there."""
        return outline(self.document, self.assignments)

    @cached_property
    def task_groups(self) -> tuple[TaskGroup, ...]:
        """The groups of tasks whose units stand in paragraphs."""
        return tuple(task_groups(self.headings))

    @cached_property
    def unit_lists(self) -> tuple[UnitList, ...]:
        """Every list of responsible units: those in paragraphs, then those in divisions."""
        placed = [units for a in self.assignments for units in a.lists]
        placed += [units for d in self.divisions for row in d.rows for units in row.lists]
        return tuple({u.span: u for u in placed if u.units}.values())

    @cached_property
    def unit_names(self) -> UnitNames:
        """The names of units in the lists, counted and compared."""
        return UnitNames(self.unit_lists, self.nodes)
