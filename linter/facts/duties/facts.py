"""Who does what: organisations, tasks and their responsible units (责任单位)."""

from functools import cached_property

from linter.facts.duties.assignments import Assignment, assignments
from linter.facts.duties.divisions import Division, divisions
from linter.facts.duties.organisations import Directory, directory
from linter.facts.duties.tasks import Heading, TaskGroup, task_groups, task_headings
from linter.facts.duties.unit_lists import UnitList
from linter.facts.duties.unit_names import UnitNames
from linter.facts.source import Source


class DutyFacts:
    """Who does what: organisations, tasks and their responsible units (责任单位)."""

    def __init__(self, source: Source) -> None:
        self._source = source

    @cached_property
    def organisations(self) -> Directory:
        """The organisations that the lexicon knows."""
        return directory(self._source.lexicon, self._source.given)

    @cached_property
    def assignments(self) -> tuple[Assignment, ...]:
        """The places in paragraphs at which responsible units are named."""
        return tuple(assignments(self._source.document, self.organisations))

    @cached_property
    def divisions(self) -> tuple[Division, ...]:
        """The tables that divide the tasks (分工方案)."""
        return tuple(divisions(self._source.document, self.organisations))

    @cached_property
    def headings(self) -> tuple[Heading, ...]:
        """The outermost headings with what is below them and the units named there."""
        return task_headings(self._source.document, self.assignments)

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
        return UnitNames(self.unit_lists, self._source.nodes, self.organisations)
