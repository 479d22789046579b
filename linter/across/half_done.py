"""What was changed here and not there, between two versions of one plan."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from linter.document.nodes import Span
from linter.subjects.indicators.comparable import DIFFERENT, tabled
from linter.subjects.indicators.indicators import Indicator, YearValue, indicators
from linter.subjects.indicators.name_index import name_index
from linter.subjects.indicators.names import canonical
from linter.subjects.indicators.statement import Statement
from linter.subjects.indicators.statements import statements
from linter.subjects.quantities.agreement import Verdict, common_factors, compare
from linter.subjects.quantities.quantities import Quantity

if TYPE_CHECKING:
    from linter.across.versions import Versions


class Left(NamedTuple):
    """A value that was changed at `changed` and stands as it was at `left`.

    `still` is the value there; `in_table` tells that a table has it; `sure` that both are surely of
    one thing.
    """

    name: str
    year: int | None
    before: Quantity
    after: Quantity
    left: Span
    changed: Span
    still: Quantity
    in_table: bool
    sure: bool


def values_left(versions: "Versions") -> Iterator[Left]:
    """The values that were changed in the table and not in the text, in the text and not in the
    table, or in one sentence and not in another."""
    told: set[tuple[int, int]] = set()
    for one in (*_against_table(versions), *_other_tables(versions), *_in_text(versions)):
        place = id(one.left.node), one.left.start
        if place not in told:
            told.add(place)
            yield one


def dropped_left(versions: "Versions") -> Iterator[tuple[Indicator, Span]]:
    """The indicators that are gone from every table, and the goals that the text still has."""
    kept = {canonical(i.name) for i in versions.new.get(indicators)}
    gone = {id(i) for i in versions.indicators.dropped if canonical(i.name) not in kept}
    for statement, _ in tabled(versions.old):
        new = versions.paragraphs.to_new.get(id(statement.span.node))
        if statement.indicator is None or id(statement.indicator) not in gone or new is None:
            continue
        at = new.text.find(statement.span.quote)
        if at >= 0:
            yield statement.indicator, Span(new, at, at + len(statement.span.quote))


def _changed_values(versions: "Versions") -> Iterator[tuple[Indicator, YearValue, YearValue]]:
    """(indicator, value before, value after) for every value of a table that was changed."""
    for pair in versions.indicators.pairs:
        for after in pair.new.values:
            before = next(
                (v for v in pair.old.values if (v.year, v.base) == (after.year, after.base)), None
            )
            if before and before.quantity and after.quantity and after.year:
                yield pair.new, before, after


def _against_table(versions: "Versions") -> Iterator[Left]:
    rows = {id(after.value.cell): (i, b, after) for i, b, after in _changed_values(versions)}
    said_before = {(id(s.span.node), id(value.value.cell)): s for s, value in tabled(versions.old)}
    for statement, value in tabled(versions.new):
        found = rows.get(id(value.value.cell))
        if found is None:
            continue
        indicator, old_value, new_value = found
        before, after = old_value.quantity, new_value.quantity
        assert before is not None
        assert after is not None
        if _is_other(before, after) and _is_still(statement.quantity, before, after):
            yield Left(
                indicator.name,
                statement.year,
                before,
                after,
                statement.quantity.span,
                after.span,
                statement.quantity,
                in_table=False,
                sure=True,
            )
        elif not _is_other(before, after) and _is_other(after, statement.quantity):
            node = versions.paragraphs.to_old.get(id(statement.span.node))
            was = said_before.get((id(node), id(old_value.value.cell)))
            if was is not None and compare(before, was.quantity) is Verdict.AGREE:
                yield Left(
                    indicator.name,
                    statement.year,
                    was.quantity,
                    statement.quantity,
                    after.span,
                    statement.quantity.span,
                    after,
                    in_table=True,
                    sure=True,
                )


def _other_tables(versions: "Versions") -> Iterator[Left]:
    """The same indicator in another table."""
    names = versions.new.get(name_index)
    for indicator, old_value, new_value in _changed_values(versions):
        before, after = old_value.quantity, new_value.quantity
        assert before is not None
        assert after is not None
        assert new_value.year is not None
        if not _is_other(before, after):
            continue
        for twin in names.twins(indicator):
            value = twin.at(new_value.year) if twin is not indicator else None
            if value and value.quantity and _is_still(value.quantity, before, after):
                yield Left(
                    indicator.name,
                    new_value.year,
                    before,
                    after,
                    value.quantity.span,
                    after.span,
                    value.quantity,
                    in_table=True,
                    sure=True,
                )


def _in_text(versions: "Versions") -> Iterator[Left]:
    """A value of the text under one name, changed in one sentence and left in another."""
    names = versions.new.get(name_index)
    old = _by_name(versions.old.get(statements))
    new = _by_name(versions.new.get(statements))
    for place, mentions in new.items():
        earlier = old.get(place, [])
        if len(mentions) < 2 or len(earlier) < 2 or not names.is_specific(place[0]):
            continue
        for changed in mentions:
            node = versions.paragraphs.to_old.get(id(changed.span.node))
            was = [s for s in earlier if s.span.node is node]
            if len(was) != 1 or not _is_other(was[0].quantity, changed.quantity):
                continue
            for other in mentions:
                before, after = was[0].quantity, changed.quantity
                source = versions.paragraphs.to_old.get(id(other.span.node))
                stood = any(
                    s.span.node is source and compare(before, s.quantity) is Verdict.AGREE
                    for s in earlier
                )
                if other is not changed and stood and _is_still(other.quantity, before, after):
                    spans = other.quantity.span, after.span
                    yield Left(
                        other.name,
                        other.year,
                        before,
                        after,
                        *spans,
                        other.quantity,
                        in_table=False,
                        sure=other.year is not None and not other.topic,
                    )


_Place = tuple[str, int | None, str, str, bool]


def _by_name(found: tuple[Statement, ...]) -> dict[_Place, list[Statement]]:
    """The statements that can be of one thing: name, year, scope, kind, whether it adds up."""
    out: dict[_Place, list[Statement]] = {}
    for s in found:
        if not s.inherited:
            place = (s.name, s.year, s.scope, s.kind.name, s.cumulative)
            out.setdefault(place, []).append(s)
    return out


def _is_other(one: Quantity, other: Quantity) -> bool:
    return compare(one, other) in DIFFERENT or compare(one, other) is Verdict.SHIFTED


def _is_still(said: Quantity, before: Quantity, after: Quantity) -> bool:
    """Whether what is said is the value before, and cannot be the one after."""
    if common_factors(said.unit, before.unit) is None:
        return False
    was = compare(before, said) is Verdict.AGREE
    return was and compare(after, said) not in (Verdict.AGREE, Verdict.ROUNDED)
