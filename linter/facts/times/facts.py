"""The years of the plan, its day of issue, and the years of its goals."""

import datetime
from functools import cached_property

from linter.facts.source import Source
from linter.facts.times.dates import IssueDate, issue_date, issue_dates
from linter.facts.times.goals import Goal, goals, horizons
from linter.facts.times.periods import Period, period, validity


class TimeFacts:
    """The years of the plan, its day of issue, and the years of its goals."""

    def __init__(self, source: Source) -> None:
        self._source = source

    @cached_property
    def period(self) -> Period | None:
        """The plan's own years (规划期), None where it states none."""
        return period(self._source.document, self._source.given)

    @cached_property
    def issue_dates(self) -> tuple[IssueDate, ...]:
        """The dates that stand as lines of their own, in reading order."""
        return tuple(issue_dates(self._source.document))

    @cached_property
    def date(self) -> IssueDate | None:
        """The line with the day of issue (成文日期), None where the draft has none."""
        return issue_date(self.issue_dates)

    @cached_property
    def issued(self) -> datetime.date | None:
        """The day of issue: as the configuration gives it, else as the draft does."""
        return self._source.given.issued or (self.date.day if self.date else None)

    @cached_property
    def month(self) -> str | None:
        """The month of the draft, YYYY-MM: of its issue, else the last before its period."""
        if self.issued is not None:
            return f"{self.issued:%Y-%m}"
        return f"{self.period.base}-12" if self.period else None

    @cached_property
    def goals(self) -> tuple[Goal, ...]:
        """The goals with a year: 到2020年，…."""
        return tuple(goals(self._source.document, self._source.worded))

    @cached_property
    def validity(self) -> Period | None:
        """The years from the day of issue to the end of validity (有效期至), None if not stated."""
        return validity(self._source.document, self.issued.year if self.issued else None)

    @cached_property
    def horizons(self) -> frozenset[int]:
        """The years that the draft declares as its long range (远景、展望)."""
        return horizons(self._source.document, self._source.worded)
