"""What every fact is computed from: a draft, the word lists, and what a configuration gives."""

from functools import cached_property

from linter.document import Document, TextNode, Zone
from linter.facts.given import NOTHING, Given
from linter.facts.masks import mask
from linter.lexicon import Lexicon


class Source:
    """A draft as the rooms of facts see it. `linter.facts.plan.Plan` adds the rooms."""

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
        """Every text node with a letter outside the contents, with its masked text."""
        worded = self.document.worded()
        return [(n, self.masked(n)) for n in worded if n.locator.zone is not Zone.TOC]

    @cached_property
    def worded(self) -> tuple[TextNode, ...]:
        """Every text node with a letter, in reading order."""
        return tuple(self.document.worded())
