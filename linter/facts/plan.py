"""The plan: every fact of one draft, computed once, when a check first asks for it."""

from functools import cached_property

from linter.document import Box, Document, TextNode
from linter.facts.attachments import Attachments, attachments
from linter.facts.boxes import BoxReference, box_references, numbered_boxes
from linter.facts.dates import IssueDate, issue_date, issue_dates
from linter.facts.enumerations import CountedList, counted_lists
from linter.facts.goals import Goal, goals, horizons
from linter.facts.masks import mask
from linter.facts.ordinals import Run, ordinal_runs
from linter.facts.outline import Outline, outline
from linter.facts.parts import Part, parts
from linter.facts.percentages import ExcessPercentage, excess_percentages
from linter.facts.periods import Period, period
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
