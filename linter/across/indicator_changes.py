"""Indicators of two versions: which row is which, and what of it has changed."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from linter.across.changes import ChangeKind, VersionChange
from linter.across.text_changes import TextChanges, amount, figure_change
from linter.document.nodes import Cell, Span
from linter.plan.plan import Plan
from linter.subjects.indicators.indicators import Indicator, YearValue, indicators
from linter.subjects.indicators.names import canonical
from linter.subjects.indicators.phrases import figure
from linter.text.folding import key
from linter.text.nearness import shared_order
from linter.text.patterns import lazily

_ALIKE = 0.5  # of the longer name stands in the shorter one, in order
_SHORTEST = 2
# Columns of a table of indicators that tell something else than values, units and kinds.
_REMARK = lazily(
    r"完成率|完成情况|备注|说明|解释|口径|依据|来源|出处|部门|单位$|责任|牵头|评价|进度"
)


class IndicatorPair(NamedTuple):
    """A row of the old version and what it is in the new one."""

    old: Indicator
    new: Indicator

    @property
    def renamed(self) -> bool:
        return canonical(self.old.name) != canonical(self.new.name)


class IndicatorPairs(NamedTuple):
    pairs: tuple[IndicatorPair, ...]
    dropped: tuple[Indicator, ...]
    added: tuple[Indicator, ...]


def pair_indicators(old: Plan, new: Plan) -> IndicatorPairs:
    """Pair the indicators: by name, in order where a name stands several times; then those that
    have another name and are alike in values, unit and words."""
    left, right = list(old.get(indicators)), list(new.get(indicators))
    found: list[IndicatorPair] = []
    for name_of in (_full_name, lambda i: canonical(i.name)):
        places: dict[str, list[Indicator]] = defaultdict(list)
        for indicator in right:
            places[name_of(indicator)].append(indicator)
        for indicator in list(left):
            if named := places.get(name_of(indicator)):
                twin = named.pop(0)
                found.append(IndicatorPair(indicator, twin))
                left.remove(indicator)
                right.remove(twin)
    renamed = sorted(
        ((_score(a, b, found), i, j) for i, a in enumerate(left) for j, b in enumerate(right)),
        key=lambda s: (-s[0], s[1], s[2]),
    )
    taken: set[tuple[str, int]] = set()
    for score, i, j in renamed:
        if score > 0 and ("old", i) not in taken and ("new", j) not in taken:
            taken |= {("old", i), ("new", j)}
            found.append(IndicatorPair(left[i], right[j]))
    dropped = tuple(a for i, a in enumerate(left) if ("old", i) not in taken)
    added = tuple(b for j, b in enumerate(right) if ("new", j) not in taken)
    return IndicatorPairs(tuple(found), dropped, added)


def _full_name(indicator: Indicator) -> str:
    """The name with that of the whole which it is a part of, and its group."""
    parent = canonical(indicator.parent.name) if indicator.parent else ""
    return f"{indicator.group}|{parent}|{canonical(indicator.name)}"


def _score(one: Indicator, other: Indicator, known: Sequence[IndicatorPair]) -> float:
    """How sure it is that a row got another name, 0 where it is not."""
    if _dimension(one) != _dimension(other) and one.unit_words != other.unit_words:
        return 0.0
    names = canonical(one.name), canonical(other.name)
    likeness = shared_order(*names) / max(map(len, names))
    values = _shared_values(one, other)
    if values == 1.0 and likeness > 0:
        return 1 + likeness
    return likeness + values / 2 if likeness >= _ALIKE else 0.0


def _shared_values(one: Indicator, other: Indicator) -> float:
    """The share of the years of both in which they have one value; 1 only of figures, two at
    least."""
    both = [(v.quantity, w.quantity) for v, w in _years(one, other) if v and w]
    told = [(q, r) for q, r in both if q is not None and r is not None]
    if len(told) < _SHORTEST:
        return 0.0
    return sum(amount(q) == amount(r) for q, r in told) / len(told)


def _dimension(indicator: Indicator) -> str | None:
    return indicator.unit.dimension if indicator.unit else None


def indicator_changes(found: IndicatorPairs) -> Iterator[VersionChange]:
    """The changes of the indicators, row by row in the order of the new version."""
    for indicator in found.dropped:
        span = indicator.span
        yield VersionChange(
            ChangeKind.INDICATOR_DROPPED, indicator.name, span, None, indicator.name
        )
    for indicator in found.added:
        span = indicator.span
        yield VersionChange(
            ChangeKind.INDICATOR_ADDED, indicator.name, None, span, "", indicator.name
        )
    for pair in found.pairs:
        yield from pair_changes(pair)


def pair_changes(pair: IndicatorPair) -> Iterator[VersionChange]:
    """What has changed in one row."""
    one, other = pair
    spans = one.span, other.span
    if pair.renamed:
        yield VersionChange(ChangeKind.INDICATOR_RENAMED, other.name, *spans, one.name, other.name)
    if (one.unit_words or "") != (other.unit_words or ""):
        words = one.unit_words or "", other.unit_words or ""
        yield VersionChange(ChangeKind.UNIT, other.name, *spans, *words, _is_restated(pair))
    if one.attribute != other.attribute:
        words = one.attribute, other.attribute
        yield VersionChange(ChangeKind.ATTRIBUTE, other.name, *spans, *words)
    if not _is_restated(pair):
        for before, after in _years(one, other):
            yield from _value_change(pair, before, after)
        yield from _growth_change(pair)


def other_cells(found: IndicatorPairs, texts: TextChanges) -> Iterator[VersionChange]:
    """What has changed in the cells of the rows that are no value, unit or attribute: remarks, how
    much was reached."""
    for pair in found.pairs:
        rows = [_other_cells(indicator) for indicator in pair]
        for head, cell in rows[0].items():
            twin = rows[1].get(head)
            if twin is not None and key(cell.text) != key(twin.text):
                yield from texts.of((cell,), (twin,), pair.new.name)


def _other_cells(indicator: Indicator) -> dict[str, Cell]:
    """The cells of a row that its reading does not use, by the words of their columns."""
    of, cell = indicator.table, indicator.span.node
    if of is None or not isinstance(cell, Cell):
        return {}
    used = {id(cell), *(id(v.value.cell) for v in indicator.values)}
    if indicator.growth is not None:
        used.add(id(indicator.growth.cell))
    known = {key(words) for words in (indicator.unit_words or "", indicator.attribute)}
    heads = of.table.rows[0]
    return {
        key((heads[i].origin or heads[i]).text): other
        for i, other in enumerate(of.table.rows[cell.row])
        if i > 0
        and id(other) not in used
        and not other.covered
        and i < len(heads)
        and _REMARK.search(key((heads[i].origin or heads[i]).text))
        and key(other.text) not in known
    }


def _is_restated(pair: IndicatorPair) -> bool:
    """Whether another unit leaves every value what it was: 1.1万亿元, 11000亿元."""
    one, other = pair
    if (one.unit_words or "") == (other.unit_words or "") or _dimension(one) != _dimension(other):
        return False
    both = [(v.quantity, w.quantity) for v, w in _years(one, other) if v and w]
    told = [(q, r) for q, r in both if q is not None and r is not None]
    return bool(told) and all(amount(q) == amount(r) for q, r in told)


def _lost_unit(pair: IndicatorPair) -> bool:
    """Whether the row had a unit and has none, or the other way round: that is told by itself."""
    return (pair.old.unit is None) != (pair.new.unit is None)


def _years(one: Indicator, other: Indicator) -> Iterator[tuple[YearValue | None, YearValue | None]]:
    """The values of both by year; where the years are others, by their place in the row."""
    old = {(v.year, v.base, v.superseded): v for v in one.values}
    new = {(v.year, v.base, v.superseded): v for v in other.values}
    if len(one.values) == len(other.values) and old.keys() != new.keys():
        yield from zip(one.values, other.values, strict=True)
        return
    for place in dict.fromkeys((*old, *new)):
        yield old.get(place), new.get(place)


def _value_change(
    pair: IndicatorPair, before: YearValue | None, after: YearValue | None
) -> Iterator[VersionChange]:
    value = after or before
    assert value is not None
    kind = ChangeKind.BASE if value.base else ChangeKind.TARGET
    name = pair.new.name
    if before and after and before.quantity and after.quantity:
        same = amount(before.quantity) == amount(after.quantity)
        same = same or (_lost_unit(pair) and before.quantity.value == after.quantity.value)
        unchanged = same and before.quantity.comparator == after.quantity.comparator
        if not unchanged:
            change = figure_change(name, before.quantity, after.quantity)
            yield change._replace(kind=kind, before=_shown(before), after=_shown(after))
        elif before.year != after.year:
            spans = before.value.span, after.value.span
            yield VersionChange(kind, name, *spans, _shown(before), _shown(after))
        return
    words = [" ".join(v.value.cell.text.split()) if v else "" for v in (before, after)]
    if words[0] != words[1]:
        old, new = (_whole(v) if v else None for v in (before, after))
        yield VersionChange(kind, name, old, new, words[0], words[1])


def _growth_change(pair: IndicatorPair) -> Iterator[VersionChange]:
    cells = [i.growth.cell if i.growth else None for i in pair]
    words = [" ".join(cell.text.split()) if cell else "" for cell in cells]
    if words[0] != words[1]:
        old, new = (Span(c, 0, len(c.text)) if c else None for c in cells)
        yield VersionChange(ChangeKind.VALUE, pair.new.name, old, new, words[0], words[1])


def _shown(value: YearValue) -> str:
    year = f"{value.year}年" if value.year else ""
    return year + (figure(value.quantity) if value.quantity else "")


def _whole(value: YearValue) -> Span:
    return Span(value.value.cell, 0, len(value.value.cell.text))
