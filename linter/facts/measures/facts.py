"""What the draft measures: indicators (指标) and the statements about them."""

from functools import cached_property

from linter.facts.measures.breakdowns import Breakdown, breakdowns
from linter.facts.measures.indicators import Indicator, IndicatorTable, indicator_tables
from linter.facts.measures.name_index import NameIndex, name_index
from linter.facts.measures.pledges import Pledge, pledges
from linter.facts.measures.schedules import Schedule, schedules
from linter.facts.measures.shares import Share, shares, shares_in_text
from linter.facts.measures.statements import Statement, statements_of
from linter.facts.measures.supports import Support, supports
from linter.facts.measures.unit_columns import UnitColumn, unit_columns
from linter.facts.measures.units import units_of
from linter.facts.measures.works import Work, works
from linter.facts.measures.years import is_text
from linter.facts.source import Source
from linter.facts.times.facts import TimeFacts


class MeasureFacts:
    """What the draft measures: indicators (指标) and the statements about them."""

    def __init__(self, source: Source, times: TimeFacts) -> None:
        self._source = source
        self._times = times

    @cached_property
    def indicator_tables(self) -> tuple[IndicatorTable, ...]:
        """The tables that list indicators (指标表)."""
        source = self._source
        return indicator_tables(source.document, units_of(source.lexicon), self._times.period)

    @cached_property
    def indicators(self) -> tuple[Indicator, ...]:
        """The rows of the indicator tables, in reading order."""
        return tuple(i for table in self.indicator_tables for i in table.indicators)

    @cached_property
    def names(self) -> NameIndex:
        """The names under which the draft may mention its indicators."""
        source = self._source
        years = self._times.period
        return name_index(source.document, self.indicators, source.lexicon, years, source.given)

    @cached_property
    def statements(self) -> tuple[Statement, ...]:
        """What body and boxes say of measures; each with the indicator that it is about or None."""
        source = self._source
        return statements_of(
            source.document, self.indicators, self.names, source.lexicon, self._times.period
        )

    @cached_property
    def breakdowns(self) -> tuple[Breakdown, ...]:
        """The sentences of body and boxes that give a whole and its parts."""
        paragraphs = (p for p in self._source.document.paragraphs() if is_text(p.locator.zone))
        return tuple(breakdowns(paragraphs, units_of(self._source.lexicon)))

    @cached_property
    def schedules(self) -> tuple[Schedule, ...]:
        """The tables of works year by year (年度任务分解表)."""
        source = self._source
        units = units_of(source.lexicon)
        return tuple(schedules(source.document.tables(), units, self._times.period))

    @cached_property
    def unit_columns(self) -> tuple[UnitColumn, ...]:
        """The columns of units (计量单位) of tables that list no indicators."""
        source = self._source
        known = {id(table.table) for table in self.indicator_tables}
        others = (table for table in source.document.tables() if id(table) not in known)
        return tuple(unit_columns(others, units_of(source.lexicon)))

    @cached_property
    def works(self) -> tuple[Work, ...]:
        """The amounts of work that the draft sets out to do."""
        source, period = self._source, self._times.period
        units = units_of(source.lexicon)
        return tuple(works(source.document, self.names, units, period.end if period else None))

    @cached_property
    def supports(self) -> tuple[Support, ...]:
        """The rates at which the draft pays for things (每部补助15万元)."""
        paragraphs = (p for p in self._source.document.paragraphs() if is_text(p.locator.zone))
        return tuple(supports(paragraphs, units_of(self._source.lexicon)))

    @cached_property
    def pledges(self) -> tuple[Pledge, ...]:
        """What body and boxes say of the works that a schedule sets out year by year."""
        source = self._source
        found = self.schedules
        known = self.breakdowns if found else ()
        units = units_of(source.lexicon)
        return tuple(pledges(source.document, found, known, self.names, units) if found else ())

    @cached_property
    def shares(self) -> tuple[Share, ...]:
        """The stated shares whose part and whole the draft gives."""
        paragraphs = (p for p in self._source.document.paragraphs() if is_text(p.locator.zone))
        spoken = shares_in_text(paragraphs, self.breakdowns, units_of(self._source.lexicon))
        found = (*shares(self.indicators, self.statements), *spoken)
        return tuple({share.place: share for share in found}.values())
