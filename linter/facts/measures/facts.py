"""What the draft measures: indicators (指标) and the statements about them."""

from functools import cached_property
from typing import TYPE_CHECKING

from linter.facts.measures.breakdowns import Breakdown, breakdowns
from linter.facts.measures.indicators import Indicator, IndicatorTable, indicator_tables
from linter.facts.measures.name_index import NameIndex, name_index
from linter.facts.measures.shares import Share, shares, shares_in_text
from linter.facts.measures.statements import Statement, statements_of
from linter.facts.measures.units import units_of
from linter.facts.measures.works import Work, works
from linter.facts.measures.years import is_text

if TYPE_CHECKING:
    from linter.facts.plan import Plan


class MeasureFacts:
    """What the draft measures: indicators (指标) and the statements about them."""

    def __init__(self, plan: "Plan") -> None:
        self._plan = plan

    @cached_property
    def indicator_tables(self) -> tuple[IndicatorTable, ...]:
        """The tables that list indicators (指标表)."""
        plan = self._plan
        return indicator_tables(plan.document, units_of(plan.lexicon), plan.times.period)

    @cached_property
    def indicators(self) -> tuple[Indicator, ...]:
        """The rows of the indicator tables, in reading order."""
        return tuple(i for table in self.indicator_tables for i in table.indicators)

    @cached_property
    def names(self) -> NameIndex:
        """The names under which the draft may mention its indicators."""
        plan = self._plan
        years = plan.times.period
        return name_index(plan.document, self.indicators, plan.lexicon, years, plan.given)

    @cached_property
    def statements(self) -> tuple[Statement, ...]:
        """What body and boxes say of measures; each with the indicator that it is about or None."""
        plan = self._plan
        return statements_of(
            plan.document, self.indicators, self.names, plan.lexicon, plan.times.period
        )

    @cached_property
    def breakdowns(self) -> tuple[Breakdown, ...]:
        """The sentences of body and boxes that give a whole and its parts."""
        paragraphs = (p for p in self._plan.document.paragraphs() if is_text(p.locator.zone))
        return tuple(breakdowns(paragraphs, units_of(self._plan.lexicon)))

    @cached_property
    def works(self) -> tuple[Work, ...]:
        """The amounts of work that the draft sets out to do."""
        plan, period = self._plan, self._plan.times.period
        units = units_of(plan.lexicon)
        return tuple(works(plan.document, self.names, units, period.end if period else None))

    @cached_property
    def shares(self) -> tuple[Share, ...]:
        """The stated shares whose part and whole the draft gives."""
        paragraphs = (p for p in self._plan.document.paragraphs() if is_text(p.locator.zone))
        spoken = shares_in_text(paragraphs, self.breakdowns, units_of(self._plan.lexicon))
        found = (*shares(self.indicators, self.statements), *spoken)
        return tuple({share.place: share for share in found}.values())
