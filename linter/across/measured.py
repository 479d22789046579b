"""What a plan measures: the rows of its indicator tables and the goals that its text states, in a
form in which those of two plans can be held against each other."""

from collections.abc import Iterator
from typing import NamedTuple

from linter.document.nodes import Span
from linter.plan.lexicon import Lexicon
from linter.plan.plan import Plan, fact
from linter.subjects.indicators.contexts import Kind
from linter.subjects.indicators.directions import way_of
from linter.subjects.indicators.indicators import Indicator, indicators
from linter.subjects.indicators.name_index import name_index
from linter.subjects.indicators.names import canonical, canonical_forms, growth_stem
from linter.subjects.indicators.statement import Statement
from linter.subjects.indicators.statements import statements
from linter.subjects.quantities.quantities import Comparator, Quantity
from linter.subjects.quantities.units import Unit
from linter.subjects.quantities.years import Dated
from linter.subjects.times.periods import period
from linter.text.patterns import lazily

GROWTH = "增速"
_NATIONAL = lazily("^(?:全国|我国|中国|国家)")
_SURE = (Dated.SENTENCE, Dated.OPENING, Dated.PARAGRAPH)


class YearFigure(NamedTuple):
    """The figure of a measure in a year; `base` marks the one at the start."""

    year: int
    quantity: Quantity
    base: bool


class Measured(NamedTuple):
    """A measure of a plan. `names` are the canonical names that it may have elsewhere, those of
    growth marked; `indicator` is its row, None where only the text states it."""

    name: str
    names: frozenset[str]
    unit: Unit | None
    figures: tuple[YearFigure, ...]
    attribute: str
    span: Span
    indicator: Indicator | None = None

    @property
    def binding(self) -> bool:
        return "约束" in self.attribute

    @property
    def target(self) -> YearFigure | None:
        """The last figure that is a goal."""
        goals = [f for f in self.figures if not f.base]
        return max(goals, key=lambda f: f.year) if goals else None


@fact
def measured(plan: Plan) -> tuple[Measured, ...]:
    """The measures of a plan: its indicators, then what the text states of others."""
    rows = list(_rows(plan))
    return (*rows, *_stated(plan))


def _rows(plan: Plan) -> Iterator[Measured]:
    for indicator in plan.get(indicators):
        figures = tuple(
            YearFigure(v.year, v.quantity, v.base)
            for v in indicator.values
            if v.quantity is not None and v.year is not None and not v.superseded
        )
        names = _names(plan, indicator.name, indicator.unit)
        if indicator.parent is not None and len(canonical(indicator.name)) < 5:
            names = frozenset()  # 城镇, 农村: only its whole tells what it measures
        yield Measured(
            indicator.name,
            names,
            indicator.unit,
            figures,
            indicator.attribute,
            indicator.span,
            indicator,
        )


def _stated(plan: Plan) -> Iterator[Measured]:
    """The goals of the text under a name that tells by itself what is measured."""
    index = plan.get(name_index)
    found: dict[tuple[str, bool], list[tuple[int, Statement]]] = {}
    for s in plan.get(statements):
        known = s.indicator is not None or s.inherited or s.scope or s.cumulative or s.built
        if known or (s.topic and s.topic not in s.name):
            continue
        year = _year(plan, s)
        told = s.kind in (Kind.VALUE, Kind.GROWTH) and index.is_specific(s.name)
        if told and year is not None:
            found.setdefault((s.name, s.kind is Kind.GROWTH), []).append((year, s))
    measures = plan.lexicon.get(_measure_words)
    for (name, grows), said in found.items():
        first = said[0][1]
        if not name.endswith(measures):
            continue  # 3月31日前继续按照: no measure, whatever is said of it
        if grows:
            names = frozenset({name + GROWTH}) if len(name) > 2 else frozenset()
        else:
            names = _names(plan, name, first.quantity.unit)
        figures = {year: YearFigure(year, s.quantity, base=False) for year, s in said}
        shown = name + ("年均增速" if grows else "")
        yield Measured(shown, names, first.quantity.unit, tuple(figures.values()), "", first.span)


def _year(plan: Plan, statement: Statement) -> int | None:
    """The year of a value: as its sentence or its heading says; a goal without one is reached by
    the plan's end."""
    year, words = statement.year, "".join(statement.span.node.locator.section)
    if statement.dated in _SURE or (statement.dated is Dated.SECTION and str(year) in words):
        return year
    goal = way_of(statement) is not None or statement.quantity.comparator is not Comparator.EXACT
    years = plan.get(period)
    return years.end if goal and years is not None else None


def _measure_words(lexicon: Lexicon) -> tuple[str, ...]:
    """How the names of measures end: 率, 比重, 产值 …"""
    entries = {entry["kind"]: entry["words"] for entry in lexicon.entries("measures")}
    return tuple(entries["generic"])


def _names(plan: Plan, words: str, unit: Unit | None) -> frozenset[str]:
    index = plan.get(name_index)
    stem = growth_stem(canonical(words))
    if stem is not None and unit is not None and unit.dimension == "ratio":
        return frozenset({_plain(index.bare(stem[0])) + GROWTH})
    forms = index.aliases(words, unit) | {
        index.bare(form) for form in canonical_forms(words) if index.is_specific(form)
    }
    return frozenset(_plain(form) for form in forms)


def _plain(name: str) -> str:
    """A name without 全国 in front, which another plan would not say."""
    rest = _NATIONAL.sub("", name)
    return rest if len(rest) > 2 else name
