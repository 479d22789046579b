"""The plan: every fact of one draft, computed once, when a check first asks for it."""

from functools import cached_property

from linter.document import Box, Document, Span, TextNode, Zone
from linter.facts.abbreviations import Abbreviation, abbreviations, unused_terms
from linter.facts.assignments import Assignment, assignments
from linter.facts.attachments import Attachments, attachments
from linter.facts.box_names import NearName, near_names
from linter.facts.boxes import BoxFault, box_faults, numbered_boxes
from linter.facts.citations import Meeting, TitlePair, meetings, title_pairs
from linter.facts.dates import IssueDate, issue_date, issue_dates
from linter.facts.definitions import Definition, Title, definitions, titles
from linter.facts.divisions import Division, divisions
from linter.facts.document_numbers import DocumentNumber, document_numbers
from linter.facts.endings import EndFault, end_faults
from linter.facts.enumerations import CountedList, counted_lists
from linter.facts.expressions import Deviation, deviations, expressions
from linter.facts.goals import Goal, goals, horizons
from linter.facts.indicators import Indicator, IndicatorTable, indicator_tables
from linter.facts.masks import mask
from linter.facts.misspellings import Misspelling, misspellings
from linter.facts.name_index import NameIndex, name_index
from linter.facts.norm import Habit, neighbours, width
from linter.facts.ordinals import Run, ordinal_runs
from linter.facts.organisations import Directory, directory
from linter.facts.outline import Outline, outline
from linter.facts.pair_faults import pair_faults
from linter.facts.pairs import PairFault
from linter.facts.parts import Part, parts
from linter.facts.percentages import ExcessPercentage, excess_percentages
from linter.facts.periods import Period, period
from linter.facts.redlines import Redlines, redlines
from linter.facts.references import (
    Caption,
    Reference,
    attachment_references,
    box_references,
    captions,
    drawn_references,
    section_references,
)
from linter.facts.repetitions import Repetition, repetitions
from linter.facts.spaces import beside_marks, split_words
from linter.facts.statements import Statement, statements_of
from linter.facts.tasks import Heading, TaskGroup, task_groups, task_headings
from linter.facts.terms import GluedTerms, LatinTerms, Variant, glued_terms, latin_terms, variants
from linter.facts.unit_lists import UnitList
from linter.facts.unit_names import UnitNames
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
    def box_references(self) -> tuple[Reference, ...]:
        """The mentions of boxes by number."""
        return tuple(box_references(self.document))

    @cached_property
    def period(self) -> Period | None:
        """The plan's own years (规划期), None where it states none."""
        return period(self.document)

    @cached_property
    def issue_dates(self) -> tuple[IssueDate, ...]:
        """The dates that stand as lines of their own, in reading order."""
        return tuple(issue_dates(self.document))

    @cached_property
    def date(self) -> IssueDate | None:
        """The day of issue (成文日期), None where the draft has none."""
        return issue_date(self.issue_dates)

    @cached_property
    def month(self) -> str | None:
        """The month of the draft, YYYY-MM: of its issue, else the last before its period."""
        if self.date is not None:
            return f"{self.date.day:%Y-%m}"
        return f"{self.period.base}-12" if self.period else None

    @cached_property
    def excess_percentages(self) -> tuple[ExcessPercentage, ...]:
        """The percentages above 100 of known measures."""
        return tuple(excess_percentages(self.document, self.lexicon))

    @cached_property
    def ordinal_runs(self) -> tuple[Run, ...]:
        """The runs of 一是…二是… and 第一，…第二，…."""
        return tuple(ordinal_runs(self.nodes))

    @cached_property
    def goals(self) -> tuple[Goal, ...]:
        """The goals with a year: 到2020年，…."""
        return tuple(goals(self.document, self.nodes))

    @cached_property
    def horizons(self) -> frozenset[int]:
        """The years that the draft declares as its long range (远景、展望)."""
        return horizons(self.document, self.nodes)

    @cached_property
    def counted_lists(self) -> tuple[CountedList, ...]:
        """The lists whose label counts them: 五大体系."""
        return tuple(counted_lists(self.nodes))

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
        return task_headings(self.document, self.assignments)

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
