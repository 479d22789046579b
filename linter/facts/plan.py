"""The plan: every fact of one draft, computed once, when a check first asks for it."""

from functools import cached_property

from linter.facts.citations.facts import CitationFacts
from linter.facts.duties.facts import DutyFacts
from linter.facts.figures.facts import FigureFacts
from linter.facts.layout.facts import LayoutFacts
from linter.facts.measures.facts import MeasureFacts
from linter.facts.source import Source
from linter.facts.structure.facts import StructureFacts
from linter.facts.times.facts import TimeFacts
from linter.facts.wording.facts import WordingFacts


class Plan(Source):
    """What a draft says, a room for each kind of fact; nothing is computed before its time."""

    @cached_property
    def structure(self) -> StructureFacts:
        """How the draft is built: parts, numbering, boxes (专栏), attachments (附件)."""
        return StructureFacts(self)

    @cached_property
    def citations(self) -> CitationFacts:
        """What the draft cites: places of its own, documents, meetings, short titles."""
        return CitationFacts(self, self.structure)

    @cached_property
    def measures(self) -> MeasureFacts:
        """What the draft measures: indicators (指标) and the statements about them."""
        return MeasureFacts(self, self.times)

    @cached_property
    def duties(self) -> DutyFacts:
        """Who does what: organisations, tasks and their responsible units (责任单位)."""
        return DutyFacts(self)

    @cached_property
    def figures(self) -> FigureFacts:
        """Figures of other kinds: percentages, ordinals, counted lists."""
        return FigureFacts(self)

    @cached_property
    def times(self) -> TimeFacts:
        """The years of the plan, its day of issue, and the years of its goals."""
        return TimeFacts(self)

    @cached_property
    def wording(self) -> WordingFacts:
        """How the draft is worded: marks, characters, terms, repetitions."""
        return WordingFacts(self, self.structure, self.times)

    @cached_property
    def layout(self) -> LayoutFacts:
        """How the draft looks, where it is a Word file."""
        return LayoutFacts(self)
