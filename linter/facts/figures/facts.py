"""Figures of other kinds: percentages, ordinals, counted lists."""

from functools import cached_property
from typing import TYPE_CHECKING

from linter.facts.figures.enumerations import CountedList, counted_lists
from linter.facts.figures.ordinals import Run, ordinal_runs
from linter.facts.figures.percentages import ExcessPercentage, excess_percentages

if TYPE_CHECKING:
    from linter.facts.plan import Plan


class FigureFacts:
    """Figures of other kinds: percentages, ordinals, counted lists."""

    def __init__(self, plan: "Plan") -> None:
        self._plan = plan

    @cached_property
    def excess_percentages(self) -> tuple[ExcessPercentage, ...]:
        """The percentages above 100 of known measures."""
        return tuple(excess_percentages(self._plan.document, self._plan.lexicon))

    @cached_property
    def ordinal_runs(self) -> tuple[Run, ...]:
        """The runs of 一是…二是… and 第一，…第二，…."""
        return tuple(ordinal_runs(self._plan.nodes))

    @cached_property
    def counted_lists(self) -> tuple[CountedList, ...]:
        """The lists whose label counts them: 五大体系."""
        return tuple(counted_lists(self._plan.nodes))
