"""Tables of two versions that list no indicators: rows by what they say, cells by their column."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from linter.across.alignment import likeness
from linter.across.changes import ChangeKind, VersionChange
from linter.across.text_changes import TextChanges
from linter.document.nodes import Cell, Span, Table
from linter.plan.plan import Plan
from linter.subjects.indicators.indicators import indicator_tables
from linter.text.folding import key
from linter.text.patterns import lazily

_NUMBER = lazily(r"[\d.．一二三四五六七八九十（）()、]*")
_ALIKE = 0.5
_TABLES = 0.25  # of the rows' words are shared by what is one table

Row = tuple[Cell, ...]


class RowPair(NamedTuple):
    """A row of the old version and what it is in the new one."""

    old: Row
    new: Row
    columns: tuple[tuple[int, int], ...]


class TablePair(NamedTuple):
    old: Table
    new: Table
    rows: tuple[RowPair, ...]
    dropped: tuple[Row, ...]
    added: tuple[Row, ...]


def pair_tables(old: Plan, new: Plan) -> tuple[TablePair, ...]:
    """Pair the tables by their words; a table without a twin is paired with an empty one."""
    left, right = _plain_tables(old), _plain_tables(new)
    bags = {id(table): _bag(key(c.text) for c in table.cells()) for table in (*left, *right)}
    scored = sorted(
        (
            (likeness(bags[id(a)], bags[id(b)]), i, j)
            for i, a in enumerate(left)
            for j, b in enumerate(right)
        ),
        key=lambda s: (-s[0], abs(s[1] - s[2]), s[1]),
    )
    taken_old: set[int] = set()
    taken_new: set[int] = set()
    pairs: list[TablePair] = []
    for score, i, j in scored:
        if score >= _TABLES and i not in taken_old and j not in taken_new:
            taken_old.add(i)
            taken_new.add(j)
            pairs.append(_pair_rows(left[i], right[j]))
    for i, table in enumerate(left):
        if i not in taken_old:
            pairs.append(TablePair(table, Table(()), (), table.rows[1:], ()))
    for j, table in enumerate(right):
        if j not in taken_new:
            pairs.append(TablePair(Table(()), table, (), (), table.rows[1:]))
    return tuple(pairs)


def table_changes(pairs: Sequence[TablePair], texts: TextChanges) -> Iterator[VersionChange]:
    """The changes of rows and cells."""
    for pair in pairs:
        for row in pair.dropped:
            cell = name_cell(row)
            span = Span(cell, 0, len(cell.text))
            yield VersionChange(ChangeKind.ROW_DROPPED, cell.text, span, None, words(row))
        for row in pair.added:
            cell = name_cell(row)
            span = Span(cell, 0, len(cell.text))
            yield VersionChange(ChangeKind.ROW_ADDED, cell.text, None, span, "", words(row))
        for found in pair.rows:
            yield from _cell_changes(found, texts)


def _cell_changes(pair: RowPair, texts: TextChanges) -> Iterator[VersionChange]:
    subject = " ".join(name_cell(pair.new).text.split())
    for i, j in pair.columns:
        before, after = pair.old[i], pair.new[j]
        if before.covered or after.covered or key(before.text) == key(after.text):
            continue
        if _NUMBER.fullmatch(key(before.text)) and _NUMBER.fullmatch(key(after.text)) and i == 0:
            continue  # rows are counted anew
        yield from texts.of((before,), (after,), subject)


def name_cell(row: Row) -> Cell:
    """The cell by which a row is known: the first with more than a number."""
    own = [cell for cell in row if not cell.covered and cell.text.strip()]
    return next((c for c in own if not _NUMBER.fullmatch(key(c.text))), row[0])


def words(row: Row) -> str:
    """The words of a row for people."""
    return " | ".join(" ".join(c.text.split()) for c in row if not c.covered)


def _plain_tables(plan: Plan) -> list[Table]:
    indicated = {id(table.table) for table in plan.get(indicator_tables)}
    return [t for t in plan.document.tables() if id(t) not in indicated and t.rows]


def _pair_rows(old: Table, new: Table) -> TablePair:
    columns = _columns(old, new)
    left, right = list(old.rows), list(new.rows)
    found: list[tuple[int, RowPair]] = []
    places = {id(row): at for at, row in enumerate(new.rows)}
    for same in (_equal, _named):
        for row in list(left):
            twin = next((other for other in right if same(row, other)), None)
            if twin is not None:
                _take(row, twin, left, right, found, places, columns)
    bags = {id(row): _bag([key(words(row))]) for row in (*left, *right)}
    scored = [(likeness(bags[id(a)], bags[id(b)]), a, b) for a in left for b in right]
    for score, row, twin in sorted(scored, key=lambda s: -s[0]):
        free = any(r is row for r in left) and any(r is twin for r in right)
        if score >= _ALIKE and free:
            _take(row, twin, left, right, found, places, columns)
    pairs = tuple(pair for _, pair in sorted(found, key=lambda f: f[0]))
    return TablePair(old, new, pairs, _real(left), _real(right))


def _take(
    row: Row,
    twin: Row,
    left: list[Row],
    right: list[Row],
    found: list[tuple[int, RowPair]],
    places: dict[int, int],
    columns: tuple[tuple[int, int], ...],
) -> None:
    found.append((places[id(twin)], RowPair(row, twin, columns)))
    left[:] = [r for r in left if r is not row]
    right[:] = [r for r in right if r is not twin]


def _real(rows: Sequence[Row]) -> tuple[Row, ...]:
    return tuple(row for row in rows if any(cell.text.strip() for cell in row))


def _equal(one: Row, other: Row) -> bool:
    return _texts(one) == _texts(other)


def _named(one: Row, other: Row) -> bool:
    name = key(name_cell(one).text)
    return len(name) > 1 and name == key(name_cell(other).text)


def _texts(row: Row) -> list[str]:
    """What a row says, its own number left out."""
    return [text for c in row if (text := key(c.text)) and not _NUMBER.fullmatch(text)] or [
        key(c.text) for c in row
    ]


def _columns(old: Table, new: Table) -> tuple[tuple[int, int], ...]:
    """The columns of both by their heads, else by their places."""
    ours = [key(c.text) for c in old.rows[0]]
    theirs = [key(c.text) for c in new.rows[0]]
    if len(set(ours)) == len(ours) and len(set(theirs)) == len(theirs):
        named = [(i, theirs.index(head)) for i, head in enumerate(ours) if head in theirs]
        if 2 * len(named) >= len(ours):
            return tuple(named)
    return tuple((i, i) for i in range(min(len(ours), len(theirs))))


def _bag(texts: "Iterator[str] | list[str]") -> Counter[str]:
    return Counter(t[i : i + 2] for t in texts for i in range(max(1, len(t) - 1)))
