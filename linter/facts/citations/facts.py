"""What the draft cites: places of its own, documents, meetings, short titles."""

from functools import cached_property

from linter.facts.citations.citations import Meeting, TitlePair, meetings, title_pairs
from linter.facts.citations.dated import DatedEvent, dated_events
from linter.facts.citations.definitions import Definition, Title, definitions, titles
from linter.facts.citations.document_numbers import DocumentNumber, document_numbers
from linter.facts.citations.references import (
    Caption,
    Reference,
    attachment_references,
    box_references,
    captions,
    drawn_references,
    section_references,
)
from linter.facts.source import Source
from linter.facts.structure.facts import StructureFacts


class CitationFacts:
    """What the draft cites: places of its own, documents, meetings, short titles."""

    def __init__(self, source: Source, structure: StructureFacts) -> None:
        self._source = source
        self._structure = structure

    @cached_property
    def box_references(self) -> tuple[Reference, ...]:
        """The mentions of boxes by number."""
        return tuple(box_references(self._source.document))

    @cached_property
    def attachment_references(self) -> tuple[Reference, ...]:
        """The mentions of attachments by number."""
        return tuple(attachment_references(self._source.document, self._structure.attachments))

    @cached_property
    def captions(self) -> tuple[Caption, ...]:
        """The numbered titles of tables and figures."""
        return tuple(captions(self._source.document))

    @cached_property
    def drawn_references(self) -> tuple[Reference, ...]:
        """The mentions of tables and figures by number."""
        return tuple(drawn_references(self._source.document, self.captions))

    @cached_property
    def section_references(self) -> tuple[Reference, ...]:
        """The mentions of the draft's own chapters, parts and articles."""
        return tuple(section_references(self._source.document))

    @cached_property
    def document_numbers(self) -> tuple[DocumentNumber, ...]:
        """The numbers of documents (发文字号), malformed ones included."""
        return tuple(document_numbers(self._source.document))

    @cached_property
    def definitions(self) -> tuple[Definition, ...]:
        """The short forms that the draft defines (以下简称)."""
        return tuple(definitions(self._source.document))

    @cached_property
    def titles(self) -> tuple[Title, ...]:
        """The titles in 《》."""
        return tuple(titles(self._source.document))

    @cached_property
    def title_pairs(self) -> tuple[TitlePair, ...]:
        """Different titles of one document."""
        return tuple(title_pairs(self.titles, self.document_numbers))

    @cached_property
    def meetings(self) -> tuple[Meeting, ...]:
        """The party congresses and plenums that the draft names."""
        return tuple(meetings(self._source.document, self._source.lexicon))

    @cached_property
    def dated_events(self) -> tuple[DatedEvent, ...]:
        """The meetings and documents that the draft dates itself and tells as past."""
        return tuple(dated_events(self._source.worded))
