"""Finds the indicator that the words before a number name."""

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property
from typing import NamedTuple

from linter.document.model import Document
from linter.plan.given import NOTHING, Given
from linter.plan.lexicon import Lexicon
from linter.plan.plan import Plan, fact
from linter.subjects.indicators.contexts import Kind
from linter.subjects.indicators.indicators import Indicator, indicators
from linter.subjects.indicators.name_words import NameWords, name_words
from linter.subjects.indicators.names import (
    Naming,
    canonical,
    canonical_forms,
    change_stem,
    count_stem,
    generic_measures,
    growth_stem,
    share_stem,
    without_verb,
)
from linter.subjects.quantities.units import Unit
from linter.subjects.times.periods import Period, period

_COUNTABLE = frozenset({"", "count", "people", "visits"})
_SHORTEST = 3


class Found(NamedTuple):
    """The subject of a clause: where it starts in the words, its canonical name, its indicator."""

    start: int
    name: str
    indicator: Indicator | None


class NameIndex:
    """The names and aliases of the indicators of a draft."""

    def __init__(
        self,
        indicators: Iterable[Indicator],
        naming: Naming,
        generic: re.Pattern[str],
        words: NameWords,
    ) -> None:
        self._naming = naming
        self._generic = generic
        self._words = words
        self._aliases: dict[tuple[str, str | None], set[str]] = {}
        by_alias: dict[str, list[Indicator]] = defaultdict(list)
        by_growth: dict[str, list[Indicator]] = defaultdict(list)
        by_change: dict[str, list[Indicator]] = defaultdict(list)
        for indicator in indicators:
            for alias in self.aliases(indicator.name, indicator.unit):
                by_alias[alias].append(indicator)
            growth = growth_stem(canonical(indicator.name))
            if growth and indicator.unit and indicator.unit.dimension == "ratio":
                by_growth[naming.bare(growth[0])].append(indicator)
            change = change_stem(canonical(indicator.name))
            if change is not None:
                by_change[_change_key(naming.bare(change[0]), falls=change[1])].append(indicator)
        self._named = [named for named in by_alias.values() if len(named) > 1]
        self._changes = _unambiguous(by_change)
        self._levels = _unambiguous(by_alias)
        self._growths = _unambiguous(by_growth)

    def aliases(self, words: str, unit: Unit | None) -> set[str]:
        """The canonical names under which a measure may be known, too general ones left out."""
        dimension = None if unit is None else unit.dimension
        known = self._aliases.get((words, dimension))  # a draft names its measures often
        if known is None:
            known = self._aliases[words, dimension] = self._find_aliases(words, dimension)
        return known

    def _find_aliases(self, words: str, dimension: str | None) -> set[str]:
        forms = canonical_forms(words)
        forms |= {self._naming.bare(form) for form in forms}
        forms |= {share_stem(form) for form in forms}
        if dimension:
            forms |= {stem for form in forms if len(stem := self._headless(form, dimension)) > 3}
        if dimension is None or dimension in _COUNTABLE:
            forms |= {stem for form in forms if len(stem := count_stem(form)) > _SHORTEST}
        return {form for form in forms if self.is_specific(form)}

    def _headless(self, name: str, dimension: str) -> str:
        return self._words.headless(name, dimension)

    def is_specific(self, name: str) -> bool:
        """Tell whether a name says by itself what is measured."""
        return len(name) >= _SHORTEST and not self._generic.fullmatch(name)

    def is_thing(self, name: str) -> bool:
        """Tell whether a short name may be that of things: 泵站, 冷库; not 企业, 数量."""
        return len(name) > 1 and not self._generic.fullmatch(name)

    def is_territory(self, words: str) -> bool:
        """Tell whether words name all of the plan's own territory."""
        return canonical(words) in self._naming.territory

    def find(self, words: str, unit: Unit | None, kind: Kind) -> Found:
        """Return what the words in front of a number name.

        The indicator is found only if all that stands before its name is without weight.
        """
        for cut in self._naming.prefixes.cuts(words):
            rest = words[cut:]
            for alias in self.aliases(rest, unit):
                indicator = self.related(alias, kind)
                if indicator is not None:
                    return Found(cut, self._naming.bare(canonical(rest)), indicator)
        lead = self._naming.prefixes.lead(words)
        name = without_verb(canonical(words[lead:]))
        return Found(lead, self._naming.bare(name), None)

    def lead(self, words: str) -> int:
        """Where a subject starts: behind all words without weight."""
        return self._naming.prefixes.lead(words)

    def bare(self, name: str) -> str:
        """A canonical name without the own territory's words at its head."""
        return self._naming.bare(name)

    def changed(self, name: str, *, falls: bool) -> Indicator | None:
        """The indicator that is itself the change of a measure: 能耗降低 for 能耗 … 下降13%."""
        return self._changes.get(_change_key(name, falls=falls))

    def twins(self, indicator: Indicator) -> tuple[Indicator, ...]:
        """The indicator and what other tables say of the same measure, in reading order."""
        return self._twins.get(id(indicator), (indicator,))

    @cached_property
    def _twins(self) -> dict[int, tuple[Indicator, ...]]:
        """The indicators of one name and alias, each in a table of its own."""
        found: dict[int, tuple[Indicator, ...]] = {}
        for named in self._named:
            by_name: dict[str, list[Indicator]] = defaultdict(list)
            for indicator in named:
                by_name[canonical(indicator.name)].append(indicator)
            for same in by_name.values():
                if len({id(i.table) for i in same}) == len(same):
                    for indicator in same:
                        found.setdefault(id(indicator), tuple(same))
        return found

    def exact(self, name: str, kind: Kind) -> Indicator | None:
        """The indicator of all of a canonical name, by any of its aliases."""
        found = (self.related(alias, kind) for alias in sorted(self.aliases(name, None)))
        return next((indicator for indicator in found if indicator is not None), None)

    def related(self, name: str, kind: Kind) -> Indicator | None:
        """The indicator of a canonical name: its growth rate for a statement of growth if any."""
        if kind is Kind.GROWTH and name in self._growths:
            return self._growths[name]
        return None if kind is Kind.ANNUAL else self._levels.get(name)


@fact
def name_index(plan: Plan) -> NameIndex:
    """The names under which the draft may mention its indicators."""
    return _name_index(
        plan.document, plan.get(indicators), plan.lexicon, plan.get(period), plan.given
    )


def _name_index(
    document: Document,
    indicators: Iterable[Indicator],
    lexicon: Lexicon,
    period: Period | None,
    given: Given = NOTHING,
) -> NameIndex:
    """The index of a draft's indicators."""
    naming = Naming(document, lexicon, period, given.province or "")
    return NameIndex(indicators, naming, lexicon.get(generic_measures), lexicon.get(name_words))


def _change_key(name: str, *, falls: bool) -> str:
    return ("-" if falls else "+") + name


def _unambiguous(found: dict[str, list[Indicator]]) -> dict[str, Indicator]:
    """Keep the aliases of one indicator, or of one that several tables repeat."""
    out = {}
    for alias, named in found.items():
        names = {canonical(indicator.name) for indicator in named}
        tables = {id(indicator.table) for indicator in named}
        if len(names) == 1 and len(tables) == len(named):
            out[alias] = named[0]
        elif len(names) > 1 and alias in names:
            exact = [i for i in named if canonical(i.name) == alias]
            if len({id(i.table) for i in exact}) == len(exact):
                out[alias] = exact[0]
    return out
