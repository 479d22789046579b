"""Figures of other kinds: percentages, ordinals, counted lists."""

from functools import cached_property

from linter.facts.figures.enumerations import CountedList, counted_lists
from linter.facts.figures.ordinals import Run, ordinal_runs
from linter.facts.figures.percentages import ExcessPercentage, excess_percentages
from linter.facts.source import Source


class FigureFacts:
    """Figures of other kinds: percentages, ordinals, counted lists."""

    def __init__(self, source: Source) -> None:
        self._source = source

    @cached_property
    def excess_percentages(self) -> tuple[ExcessPercentage, ...]:
        """The percentages above 100 of known measures."""
        return tuple(excess_percentages(self._source.document, self._source.lexicon))

    @cached_property
    def ordinal_runs(self) -> tuple[Run, ...]:
        """The runs of 一是…二是… and 第一，…第二，…."""
        return tuple(ordinal_runs(self._source.worded))

    @cached_property
    def counted_lists(self) -> tuple[CountedList, ...]:
        """The lists whose label counts them: 五大体系."""
        return tuple(counted_lists(self._source.worded))
