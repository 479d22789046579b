"""How the draft is worded: marks, characters, terms, repetitions."""

from functools import cached_property

from linter.document import Span
from linter.facts.source import Source
from linter.facts.structure.facts import StructureFacts
from linter.facts.times.facts import TimeFacts
from linter.facts.wording.abbreviations import Abbreviation, abbreviations, unused_terms
from linter.facts.wording.endings import EndFault, end_faults
from linter.facts.wording.expressions import Deviation, deviations, expressions
from linter.facts.wording.gluing import GluedTerms, glued_abbreviations, glued_terms
from linter.facts.wording.lists import GluedItems, ItemTwice, glued_items, items_twice
from linter.facts.wording.misspellings import Misspelling, misspellings
from linter.facts.wording.norm import Habit, neighbours, width
from linter.facts.wording.pair_faults import pair_faults
from linter.facts.wording.pairs import PairFault
from linter.facts.wording.redlines import Redlines, redlines
from linter.facts.wording.repetitions import Repetition, repetitions
from linter.facts.wording.run_ons import RunOn, run_ons
from linter.facts.wording.spaces import beside_marks, split_words
from linter.facts.wording.terms import LatinTerms, Mentions, Variant, latin_terms, variants


class WordingFacts:
    """How the draft is worded: marks, characters, terms, repetitions."""

    def __init__(self, source: Source, structure: StructureFacts, times: TimeFacts) -> None:
        self._source = source
        self._structure = structure
        self._times = times

    @cached_property
    def pair_faults(self) -> tuple[PairFault, ...]:
        """The brackets and quotation marks that do not pair."""
        return pair_faults(self._source.document, self._structure.stray_entries)

    @cached_property
    def end_faults(self) -> tuple[EndFault, ...]:
        """The long paragraphs and cells that do not end as a sentence does."""
        return end_faults(self._source.document)

    @cached_property
    def punctuation_width(self) -> Habit:
        """The full-width and the half-width marks."""
        return width(self._source.document)

    @cached_property
    def neighbour_marks(self) -> tuple[Habit, Habit]:
        """What stands between two titles in 《》, and between two quotations."""
        return neighbours(self._source.document, "》"), neighbours(self._source.document, "”")

    @cached_property
    def repetitions(self) -> tuple[Repetition, ...]:
        """The words and clauses that stand twice."""
        return tuple(repetitions(self._source.document))

    @cached_property
    def redlines(self) -> Redlines:
        """The names that must never be wrong."""
        return redlines(self._source.lexicon)

    @cached_property
    def misspellings(self) -> tuple[Misspelling, ...]:
        """The wrong characters."""
        return tuple(misspellings(self._source.document, self._source.lexicon, self.redlines))

    @cached_property
    def latin(self) -> LatinTerms:
        """What the lexicon knows about Latin terms."""
        return LatinTerms.of(self._source.lexicon)

    @cached_property
    def mentions(self) -> Mentions:
        """The Latin terms of the draft and where they stand."""
        return latin_terms(self._source.masked_texts)

    @cached_property
    def term_variants(self) -> tuple[Variant, ...]:
        """The rarer forms of the terms that are written in two ways."""
        words = self._source.lexicon.entries("variants")
        return tuple(variants(self._source.masked_texts, self.mentions, self.latin, words))

    @cached_property
    def glued_terms(self) -> tuple[GluedTerms, ...]:
        """The Latin terms run together."""
        texts = self._source.masked_texts
        return (*glued_terms(self.mentions, self.latin), *glued_abbreviations(texts, self.latin))

    @cached_property
    def run_ons(self) -> tuple[RunOn, ...]:
        """The clauses that run on into each other."""
        return tuple(run_ons(self._source.masked_texts, self._source.lexicon))

    @cached_property
    def abbreviations(self) -> tuple[Abbreviation, ...]:
        """The abbreviations without an explanation at their first mention."""
        return tuple(abbreviations(self._source.masked_texts, self.mentions, self.latin))

    @cached_property
    def unused_terms(self) -> tuple[Span, ...]:
        """The glossary entries for words that the draft never uses."""
        return tuple(unused_terms(self._source.masked_texts))

    @cached_property
    def expression_deviations(self) -> tuple[Deviation, ...]:
        """The fixed expressions with an item missing or in another order."""
        known = expressions(self._source.lexicon)
        return tuple(deviations(self._source.masked_texts, known, self._times.month))

    @cached_property
    def items_twice(self) -> tuple[ItemTwice, ...]:
        """The items that an earlier one of their list says already."""
        return tuple(found for node in self._source.worded for found in items_twice(node))

    @cached_property
    def glued_items(self) -> tuple[GluedItems, ...]:
        """The items of lists that run together."""
        return tuple(glued_items(self._source.masked_texts))

    @cached_property
    def split_words(self) -> tuple[tuple[Span, str], ...]:
        """The words with a space inside."""
        known = self.latin.known | self.latin.canonical | self.mentions.keys()
        return tuple(split_words(self._source.masked_texts, frozenset(known)))

    @cached_property
    def stray_spaces(self) -> list[Span]:
        """The spaces beside Chinese marks."""
        return beside_marks(self._source.masked_texts)
