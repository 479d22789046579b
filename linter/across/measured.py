"""What a plan measures: the rows of its indicator tables and the goals that its text states, in a
form in which those of two plans can be held against each other."""

import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from linter.across.territories import is_foreign, territory, whole_of
from linter.document.nodes import Span
from linter.plan.lexicon import Lexicon
from linter.plan.plan import Plan, fact
from linter.subjects.indicators.contexts import Kind
from linter.subjects.indicators.directions import way_of
from linter.subjects.indicators.indicators import Indicator, YearValue, indicators
from linter.subjects.indicators.name_index import name_index
from linter.subjects.indicators.names import (
    canonical,
    canonical_forms,
    change_stem,
    growth_stem,
)
from linter.subjects.indicators.statement import Statement
from linter.subjects.indicators.statements import statements
from linter.subjects.quantities.cells import CellKind
from linter.subjects.quantities.quantities import Comparator, Quantity
from linter.subjects.quantities.units import Unit
from linter.subjects.quantities.years import Dated
from linter.subjects.times.periods import period
from linter.text.patterns import lazily

GROWTH = "增速"
_NATIONAL = lazily("^(?:全国|我国|中国|国家)")
_WHOSE = lazily("^[全我本](?:国|省|自治区|市|县|区|州|盟|旗)")
_YEARLY = lazily("年均|年平均|平均每年|每年|年增")
_FIGURES = (CellKind.VALUE, CellKind.CUMULATIVE, CellKind.RANGE)
# What offices write in two ways; the first is the one that is compared.
_ONE = (
    (lazily("能源消耗(?=降低|下降|减少|年均|$)"), "能耗"),
    (lazily("(?:降低|下降|减少|降幅)(?:率|幅度|比例)?$"), "降低"),
    (lazily("PM2[.]?5"), "细颗粒物"),
    (lazily("(?<=^细颗粒物)(?:细颗粒物)?(?:年均|年平均|平均)?(?=浓度)"), ""),
    (lazily("(?<=[百千万])人口(?=拥有|[^拥])"), "人"),
    (
        lazily(
            "^(?:全社会)?(?:研发|研究与?和?试验发展|R&D)(?:经费)?(?:投入|支出)?(?:强度|占GDP(?:比重|比例|比率)?)$"
        ),
        "研发强度",
    ),
)
_SURE = (Dated.SENTENCE, Dated.OPENING, Dated.PARAGRAPH)


class YearFigure(NamedTuple):
    """The figure of a measure in a year; `base` marks the one at the start, `summed` one that is
    the sum or the change over the period: 〔13.5〕."""

    year: int
    quantity: Quantity
    base: bool
    summed: bool = False


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
    def yearly(self) -> bool:
        """Whether the name tells that it is the change of one year: 年均增长."""
        return bool(_YEARLY.search(self.name))

    @property
    def falls(self) -> bool:
        """Whether it is itself a cut, 能耗降低, or a part of one: more of it is better."""
        of = self.indicator
        above = [of.group, of.parent.name if of.parent else ""] if of else []
        stems = (change_stem(canonical(name)) for name in (self.name, *above) if name)
        return any(stem is not None and stem[1] for stem in stems)

    @property
    def start(self) -> YearFigure | None:
        """The last figure at the start."""
        bases = [f for f in self.figures if f.base]
        return max(bases, key=lambda f: f.year) if bases else None

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
        figures = tuple(f for v in indicator.values if (f := _figure(v)) is not None)
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


def _figure(value: YearValue) -> YearFigure | None:
    said = value.value
    if said.kind not in _FIGURES or said.quantity is None or value.year is None or value.superseded:
        return None
    summed = said.kind is CellKind.CUMULATIVE
    return YearFigure(value.year, said.quantity, value.base, summed)


@fact
def quoted(plan: Plan) -> tuple[tuple[str, Measured], ...]:
    """What the text says of the territory of another plan, with its word: 全省森林覆盖率."""
    own = plan.get(territory)
    found: list[tuple[str, Measured]] = []
    for s in plan.get(statements):
        word = whole_of(s)
        if word and is_foreign(word, own) and not s.scope and not s.inherited:
            found += [(word, one) for one in _of_statements(plan, [s])]
    return tuple(found)


def _stated(plan: Plan) -> Iterator[Measured]:
    """The goals of the text under a name that tells by itself what is measured."""
    own = plan.get(territory)
    told = [
        s
        for s in plan.get(statements)
        if s.indicator is None and not s.inherited and not is_foreign(whole_of(s), own)
    ]
    yield from _of_statements(plan, told)


def _of_statements(plan: Plan, told: list[Statement]) -> Iterator[Measured]:
    index = plan.get(name_index)
    found: dict[tuple[str, bool], list[tuple[int, Statement]]] = {}
    for s in told:
        if s.scope or s.cumulative or s.built or (s.topic and s.topic not in s.name):
            continue
        year, name = _year(plan, s), _bare(s.name)
        sure = s.kind in (Kind.VALUE, Kind.GROWTH) and index.is_specific(name)
        if sure and year is not None:
            found.setdefault((name, s.kind is Kind.GROWTH), []).append((year, s))
    measures = plan.lexicon.get(_measure_words)
    for (name, grows), said in found.items():
        first = said[0][1]
        if not name.endswith(measures):
            continue  # 3月31日前继续按照: no measure, whatever is said of it
        if grows:
            names = frozenset({_one(name) + GROWTH}) if len(name) > 2 else frozenset()
        else:
            names = _names(plan, name, first.quantity.unit)
        figures = {year: YearFigure(year, s.quantity, base=False) for year, s in said}
        shown = name + ("年均增速" if grows else "")
        yield Measured(shown, names, first.quantity.unit, tuple(figures.values()), "", first.span)


def _bare(name: str) -> str:
    """A name without the word for a whole territory at its head."""
    rest = _WHOSE.sub("", name)
    return rest if len(rest) > 2 else name


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
        return frozenset({_one(_plain(index.bare(stem[0]))) + GROWTH})
    forms = index.aliases(words, unit) | {
        index.bare(form) for form in canonical_forms(words) if index.is_specific(form)
    }
    return frozenset(_one(_plain(form)) for form in forms)


def _one(name: str) -> str:
    """The one form of what is written in several ways: 能源消耗, PM2.5, Ⅴ类."""
    words = unicodedata.normalize("NFKC", name).upper()
    for pattern, form in _ONE:
        words = pattern.sub(form, words)
    return words


def _plain(name: str) -> str:
    """A name without 全国 in front, which another plan would not say."""
    rest = _NATIONAL.sub("", name)
    return rest if len(rest) > 2 else name
