"""The plan: every fact of one draft, computed once, when a check first asks for it."""

from functools import cached_property

from linter.document import Box, Document, Span, TextNode, Zone
from linter.facts.abbreviations import Abbreviation, abbreviations, unused_terms
from linter.facts.boxes import BoxReference, box_references, numbered_boxes
from linter.facts.endings import EndFault, end_faults
from linter.facts.expressions import Deviation, deviations, expressions
from linter.facts.masks import mask
from linter.facts.misspellings import Misspelling, misspellings
from linter.facts.norm import Habit, neighbours, width
from linter.facts.pair_faults import pair_faults
from linter.facts.pairs import PairFault
from linter.facts.redlines import Redlines, redlines
from linter.facts.repetitions import Repetition, repetitions
from linter.facts.spaces import beside_marks, split_words
from linter.facts.terms import GluedTerms, LatinTerms, Variant, glued_terms, latin_terms, variants
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
    def pair_faults(self) -> tuple[PairFault, ...]:
        """The brackets and quotation marks that do not pair."""
        return pair_faults(self.document)

    @cached_property
    def end_faults(self) -> tuple[EndFault, ...]:
        """The long paragraphs and cells that do not end as a sentence does."""
        return end_faults(self.document)

    @cached_property
    def punctuation_width(self) -> Habit:
        """The full-width and the half-width marks."""
        return width(self.document)

    @cached_property
    def neighbour_marks(self) -> tuple[Habit, Habit]:
        """What stands between two titles in 《》, and between two quotations."""
        return neighbours(self.document, "》"), neighbours(self.document, "”")

    @cached_property
    def repetitions(self) -> tuple[Repetition, ...]:
        """The words and clauses that stand twice."""
        return tuple(repetitions(self.document))

    @cached_property
    def redlines(self) -> Redlines:
        """The names that must never be wrong."""
        return redlines(self.lexicon)

    @cached_property
    def misspellings(self) -> tuple[Misspelling, ...]:
        """The wrong characters."""
        return tuple(misspellings(self.document, self.lexicon, self.redlines))

    @cached_property
    def masked_texts(self) -> list[tuple[TextNode, str]]:
        """Every text node outside the table of contents, with its masked text."""
        return [(n, self.masked(n)) for n in self.nodes if n.locator.zone is not Zone.TOC]

    @cached_property
    def latin(self) -> LatinTerms:
        """What the lexicon knows about Latin terms."""
        return LatinTerms.of(self.lexicon)

    @cached_property
    def term_variants(self) -> tuple[Variant, ...]:
        """The rarer forms of the terms that are written in two ways."""
        return tuple(variants(self.masked_texts, self.latin, self.lexicon.entries("variants")))

    @cached_property
    def glued_terms(self) -> tuple[GluedTerms, ...]:
        """The Latin terms run together."""
        return tuple(glued_terms(self.masked_texts, self.latin))

    @cached_property
    def abbreviations(self) -> tuple[Abbreviation, ...]:
        """The abbreviations without an explanation at their first mention."""
        return tuple(abbreviations(self.masked_texts, self.latin))

    @cached_property
    def unused_terms(self) -> tuple[Span, ...]:
        """The glossary entries for words that the draft never uses."""
        return tuple(unused_terms(self.masked_texts))

    @cached_property
    def expression_deviations(self) -> tuple[Deviation, ...]:
        """The fixed expressions with an item missing or in another order."""
        return tuple(deviations(self.masked_texts, expressions(self.lexicon)))

    @cached_property
    def split_words(self) -> tuple[tuple[Span, str], ...]:
        """The words with a space inside."""
        known = self.latin.known | self.latin.canonical | latin_terms(self.masked_texts).keys()
        return tuple(split_words(self.masked_texts, frozenset(known)))

    @cached_property
    def stray_spaces(self) -> list[Span]:
        """The spaces beside Chinese marks."""
        return beside_marks(self.masked_texts)
