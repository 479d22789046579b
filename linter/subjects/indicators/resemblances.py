"""Statements that may be about an indicator though they call it otherwise (存疑).

Two mentions are surely one fact only under one name. Where no indicator bears the name, the year,
the unit and the scope agree and the words that carry weight are nearly the same, the statement is
shown with the indicator and marked as doubtful; what differs is worth a look, never an error.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from linter.plan.plan import Plan, fact
from linter.subjects.indicators.contexts import Kind
from linter.subjects.indicators.indicators import Indicator, YearValue, indicators
from linter.subjects.indicators.name_words import NameWords, name_words
from linter.subjects.indicators.names import canonical
from linter.subjects.indicators.statement import Form, Statement
from linter.subjects.indicators.statements import all_statements
from linter.subjects.quantities.agreement import Verdict, compare
from linter.subjects.quantities.units import THINGS, Unit
from linter.text.nearness import shared_order

_HEAD = 4  # characters: shorter names tell too little
_THING = 3  # characters at the head of names that tell one thing: 健康卡发卡数, 健康卡持有量
_ALIKE = 0.85  # of the shorter name stands in the longer one
_MOST = 0.6  # of the longer name stands in the shorter one
_INNER = 3  # characters within or behind a name that the other may lack
_MOST_PAIRS = 100_000  # of statements and rows; a plan of a hundred pages has a tenth of them
_COMMON = frozenset("个家户件项人名元亩吨米次年%")


class Resemblance(NamedTuple):
    """A statement with the indicator that it may be about and its value of that year.

    `near` tells that the names differ in words without weight only.
    """

    statement: Statement
    indicator: Indicator
    value: YearValue
    near: bool

    @property
    def verdict(self) -> Verdict:
        assert self.value.quantity is not None
        return compare(self.value.quantity, self.statement.quantity)

    @property
    def agrees(self) -> bool:
        return self.verdict is Verdict.AGREE


class _Row(NamedTuple):
    indicator: Indicator
    bones: str
    limits: frozenset[str]
    value: YearValue


@fact
def resemblances(plan: Plan) -> tuple[Resemblance, ...]:
    """The doubtful statements of the draft's indicators, in reading order."""
    words = plan.lexicon.get(name_words)
    rows: dict[int, list[_Row]] = defaultdict(list)
    units: Counter[str] = Counter()
    for indicator in plan.get(indicators):
        name = canonical(indicator.name)
        bones, limits = words.bones(name, _dimension(indicator.unit)), words.limits(name)
        units[_word(indicator.unit)] += 1
        for value in indicator.values:
            if value.quantity is not None and value.year is not None and not value.superseded:
                rows[value.year].append(_Row(indicator, bones, limits, value))
    rows = {year: _distinct(listed) for year, listed in rows.items()}
    near = _within(plan.get(all_statements), rows)
    found = (_best(s, rows, units, words) for s in near)
    return tuple(_one_a_place(r for r in found if r is not None))


def _distinct(rows: list[_Row]) -> list[_Row]:
    """The rows without those that say what one before them does."""
    said: dict[tuple[str, str, str], _Row] = {}
    for row in rows:
        indicator, cell = row.indicator, row.value.value.cell
        said.setdefault((indicator.name, indicator.unit_words or "", cell.text), row)
    return list(said.values())


def _within(statements: Iterable[Statement], rows: Mapping[int, list[_Row]]) -> Iterator[Statement]:
    """Yield the statements as long as they can be held against the rows of their year: what is
    doubtful is not looked for without end."""
    pairs = 0
    for statement in statements:
        pairs += len(rows.get(statement.year or 0, ()))
        if pairs > _MOST_PAIRS:
            return
        yield statement


def _one_a_place(found: Iterator[Resemblance]) -> Iterator[Resemblance]:
    """One resemblance of a figure said in words and an indicator, under its likeliest name."""
    seen: set[tuple[int, int, int]] = set()
    for one in found:
        place = one.statement.quantity.span
        key = (id(place.node), place.start, id(one.indicator))
        if one.statement.form is not Form.WHOLE or key not in seen:
            seen.add(key)
            yield one


def _best(
    statement: Statement, rows: Mapping[int, list[_Row]], units: Counter[str], words: NameWords
) -> Resemblance | None:
    """The row that the statement resembles most: near names first, then the same value."""
    if not _is_open(statement) or statement.year is None:
        return None
    dimension = _dimension(statement.quantity.unit)
    bones, limits = words.bones(statement.name, dimension), words.limits(statement.name)
    found = []
    for row in rows.get(statement.year, ()):
        if not _are_of_one_kind(statement.quantity.unit, row.indicator.unit):
            continue
        near = bones == row.bones and len(bones) >= _HEAD
        one = Resemblance(statement, row.indicator, row.value, near)
        if near or (
            row.limits == limits
            and (
                _is_alike(bones, row.bones, words, loose=False)
                or _is_headed(bones, row, statement, units)
                or (_is_alike(bones, row.bones, words, loose=True) and _is_told(one))
            )
        ):
            found.append(one)
    if not found:
        return None
    best = min(found, key=lambda one: (not one.near, not one.agrees))
    equal = [one for one in found if (one.near, one.agrees) == (best.near, best.agrees)]
    return best if best.near or len({one.indicator.name for one in equal}) == 1 else None


def _is_told(one: Resemblance) -> bool:
    """Whether the statement has the very value of the row."""
    return one.statement.quantity.value not in (0, 100) and one.agrees


def _is_open(statement: Statement) -> bool:
    """Whether a statement of a value could be an indicator's under another name."""
    named = statement.indicator is not None or statement.inherited or statement.scope
    return not named and statement.kind is Kind.VALUE and bool(statement.name)


def _are_of_one_kind(first: Unit | None, second: Unit | None) -> bool:
    return second is None or (first is not None and first.dimension == second.dimension)


def _is_headed(bones: str, row: _Row, statement: Statement, units: Counter[str]) -> bool:
    """Whether both names begin with one thing that is counted in a unit all its own (万张)."""
    word = _word(row.indicator.unit)
    thing = row.indicator.unit is not None and row.indicator.unit.dimension in THINGS
    lonely = thing and not _COMMON & set(word) and units[word] == 1
    if not lonely or _word(statement.quantity.unit) != word:
        return False
    return len(bones) >= _THING and bones[:_THING] == row.bones[:_THING]


def _is_alike(first: str, second: str, words: NameWords, *, loose: bool) -> bool:
    """Whether one name holds the other but for a few words that do not limit it."""
    short, long = sorted((words.unled(first), words.unled(second)), key=len)
    if len(short) < _HEAD or short[-1] != long[-1]:
        return False
    common = shared_order(short, long)
    if common < _ALIKE * len(short) or common < _MOST * len(long):
        return False
    if loose:
        return True  # the very value is told
    return long.startswith(short[:2]) and len(long) - common <= _INNER


def _dimension(unit: Unit | None) -> str:
    return unit.dimension if unit else ""


def _word(unit: Unit | None) -> str:
    """The unit without 万 and 亿."""
    return unit.words.lstrip("百千万亿") if unit else ""
