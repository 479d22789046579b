"""The plan: every fact of one draft, computed once, when a check first asks for it."""

from functools import cached_property

from linter.document import Document, TextNode, Zone
from linter.facts.citations.facts import CitationFacts
from linter.facts.duties.facts import DutyFacts
from linter.facts.figures.facts import FigureFacts
from linter.facts.given import NOTHING, Given
from linter.facts.layout.facts import LayoutFacts
from linter.facts.masks import mask
from linter.facts.measures.facts import MeasureFacts
from linter.facts.structure.facts import StructureFacts
from linter.facts.times.facts import TimeFacts
from linter.facts.wording.facts import WordingFacts
from linter.lexicon import Lexicon


class Plan:
    """What a draft says, a room for each kind of fact; nothing is computed before its time."""

    def __init__(self, document: Document, lexicon: Lexicon, given: Given = NOTHING) -> None:
        self.document = document
        self.lexicon = lexicon
        self.given = given
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
    def masked_texts(self) -> list[tuple[TextNode, str]]:
        """Every text node outside the table of contents, with its masked text."""
        return [(n, self.masked(n)) for n in self.nodes if n.locator.zone is not Zone.TOC]

    @cached_property
    def structure(self) -> StructureFacts:
        """How the draft is built: parts, numbering, boxes (专栏), attachments (附件)."""
        return StructureFacts(self)

    @cached_property
    def citations(self) -> CitationFacts:
        """What the draft cites: places of its own, documents, meetings, short titles."""
        return CitationFacts(self)

    @cached_property
    def measures(self) -> MeasureFacts:
        """What the draft measures: indicators (指标) and the statements about them."""
        return MeasureFacts(self)

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
        return WordingFacts(self)

    @cached_property
    def layout(self) -> LayoutFacts:
        """How the draft looks, where it is a Word file."""
        return LayoutFacts(self)
