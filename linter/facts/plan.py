"""The plan: every fact of one draft, computed once, when a check first asks for it."""

from functools import cached_property

from linter.document import Box, Document, TextNode
from linter.facts.boxes import BoxReference, box_references, numbered_boxes
from linter.facts.indicators import Indicator, IndicatorTable, indicator_tables
from linter.facts.masks import mask
from linter.facts.name_index import NameIndex, name_index
from linter.facts.statements import Statement, statements_of
from linter.facts.units import units_of
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
    def indicator_tables(self) -> tuple[IndicatorTable, ...]:
        """The tables that list indicators (指标表)."""
        return indicator_tables(self.document, units_of(self.lexicon))

    @cached_property
    def indicators(self) -> tuple[Indicator, ...]:
        """The rows of the indicator tables, in reading order."""
        return tuple(i for table in self.indicator_tables for i in table.indicators)

    @cached_property
    def statements(self) -> tuple[Statement, ...]:
        """What body and boxes say of measures; each with the indicator that it is about or None."""
        return statements_of(self.document, self.indicators, self.names, self.lexicon)

    @cached_property
    def names(self) -> NameIndex:
        """The names under which the draft may mention its indicators."""
        return name_index(self.document, self.indicators, self.lexicon)
