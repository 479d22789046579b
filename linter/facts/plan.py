"""The plan: every fact of one draft, computed once, when a check first asks for it."""

from functools import cached_property

from linter.document import Box, Document, TextNode
from linter.facts.attachments import Attachments, attachments
from linter.facts.box_names import NearName, near_names
from linter.facts.boxes import BoxFault, box_faults, numbered_boxes
from linter.facts.citations import Meeting, TitlePair, meetings, title_pairs
from linter.facts.definitions import Definition, Title, definitions, titles
from linter.facts.document_numbers import DocumentNumber, document_numbers
from linter.facts.masks import mask
from linter.facts.outline import Outline, outline
from linter.facts.parts import Part, parts
from linter.facts.references import (
    Caption,
    Reference,
    attachment_references,
    box_references,
    captions,
    drawn_references,
    section_references,
)
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
    def box_references(self) -> tuple[Reference, ...]:
        """The mentions of boxes by number."""
        return tuple(box_references(self.document))

    @cached_property
    def box_faults(self) -> tuple[BoxFault, ...]:
        """The boxes that are numbered wrongly."""
        return tuple(box_faults(self.document, self.attachments))

    @cached_property
    def near_names(self) -> tuple[NearName, ...]:
        """The names that are close to the title of a box and not it."""
        return tuple(near_names(self.document, self.boxes))

    @cached_property
    def attachments(self) -> Attachments:
        """The lists of attachments (附件说明) and the attachments."""
        return attachments(self.document)

    @cached_property
    def parts(self) -> tuple[Part, ...]:
        """Notice, body, attachments, boxes: each with its own numbers and short titles."""
        return parts(self.document, self.attachments)

    @cached_property
    def outline(self) -> Outline:
        """The numbered headings and items."""
        return outline(self.parts, self.attachments)

    @cached_property
    def attachment_references(self) -> tuple[Reference, ...]:
        """The mentions of attachments by number."""
        return tuple(attachment_references(self.document, self.attachments))

    @cached_property
    def captions(self) -> tuple[Caption, ...]:
        """The numbered titles of tables and figures."""
        return tuple(captions(self.document))

    @cached_property
    def drawn_references(self) -> tuple[Reference, ...]:
        """The mentions of tables and figures by number."""
        return tuple(drawn_references(self.document, self.captions))

    @cached_property
    def section_references(self) -> tuple[Reference, ...]:
        """The mentions of the draft's own chapters, parts and articles."""
        return tuple(section_references(self.document))

    @cached_property
    def document_numbers(self) -> tuple[DocumentNumber, ...]:
        """The numbers of documents (发文字号), malformed ones included."""
        return tuple(document_numbers(self.document))

    @cached_property
    def definitions(self) -> tuple[Definition, ...]:
        """The short forms that the draft defines (以下简称)."""
        return tuple(definitions(self.document))

    @cached_property
    def titles(self) -> tuple[Title, ...]:
        """The titles in 《》."""
        return tuple(titles(self.document))

    @cached_property
    def title_pairs(self) -> tuple[TitlePair, ...]:
        """Different titles of one document."""
        return tuple(title_pairs(self.titles, self.document_numbers))

    @cached_property
    def meetings(self) -> tuple[Meeting, ...]:
        """The party congresses and plenums that the draft names."""
        return tuple(meetings(self.document, self.lexicon))
