"""Finds tables that a web page's text has flattened to one cell a line, and rebuilds them.

Only a header that cannot be anything else opens a table: 指标 with years, 重点任务 with 责任单位,
名词 with 解释. Elsewhere the lines stay paragraphs.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import takewhile

from linter.readers.assembly.framing import TITLE
from linter.readers.assembly.zones import ATTACHMENT
from linter.readers.labels import SECTIONS, split_label
from linter.readers.raw import RawBlock, RawCell, RawParagraph, RawTable
from linter.readers.recovery.columns import PAIRS, TextColumn, header, holds, is_value
from linter.text.folding import fold, key

_WORDS = (
    TextColumn.CATEGORY,
    TextColumn.NAME,
    TextColumn.TASK,
    TextColumn.TERM,
    TextColumn.MEANING,
    TextColumn.NOTE,
)
_REPEATED = (TextColumn.VALUE, TextColumn.OFFICE, TextColumn.CATEGORY, TextColumn.NOTE)
_NAME_LENGTH = 40
_ROWS = 2  # fewer rows prove nothing
_GLANCE = 60  # lines that show whether there are rows at all

Row = list[RawParagraph]


def gather_tables(blocks: Sequence[RawBlock]) -> list[RawBlock]:
    """Return the blocks with every flattened table put together."""
    out: list[RawBlock] = []
    at = 0
    while at < len(blocks):
        found = _table(blocks, at)
        if found is None:
            out.append(blocks[at])
            at += 1
        else:
            table, length = found
            out.append(table)
            at += length
    return out


def _table(blocks: Sequence[RawBlock], at: int) -> tuple[RawTable, int] | None:
    columns = _header(blocks, at)
    if not any(pair <= set(columns) for pair in PAIRS):
        return None
    start = at + len(columns)
    if _filled(_rows(_lines(blocks, start, _GLANCE), columns)) < _ROWS:
        return None
    lines = _lines(blocks, start, None)
    rows = _rows(lines, columns)
    taken = sum(len(row) for row in rows)
    if taken < len(lines) and is_value(lines[taken].text):
        return None  # more values than columns: not the table that it seemed to be
    names = [block for block in blocks[at:start] if isinstance(block, RawParagraph)]
    head: list[RawCell | None] = [RawCell([name]) for name in names]
    table = RawTable([head, *(_place(row, columns) for row in rows)])
    return table, len(columns) + taken


def _lines(blocks: Sequence[RawBlock], start: int, limit: int | None) -> Row:
    """The paragraphs from `start` up to the next block of another kind, at most `limit`."""
    end = None if limit is None else start + limit
    run = takewhile(lambda block: isinstance(block, RawParagraph), blocks[start:end])
    return [block for block in run if isinstance(block, RawParagraph)]


def _filled(rows: Sequence[Row]) -> int:
    return sum(len(row) > 1 for row in rows)


def _header(blocks: Sequence[RawBlock], at: int) -> tuple[TextColumn, ...]:
    """The columns that the lines from `at` on announce; () where a caption comes first."""
    columns: list[TextColumn] = []
    for block in blocks[at : at + 12]:
        found = header(block.text) if isinstance(block, RawParagraph) else None
        if found is None:
            break
        if found in columns and found not in _REPEATED:
            return ()
        columns.append(found)
    return tuple(columns)


def _rows(lines: Row, columns: tuple[TextColumn, ...]) -> list[Row]:
    if TextColumn.NUMBER in columns and lines and key(lines[0].text).isdigit():
        return list(_numbered_rows(lines, columns))
    rows = list(_pairs(lines) if TextColumn.TERM in columns else _unnumbered_rows(lines, columns))
    while rows and len(rows[-1]) == 1:  # a heading behind the table, not a group of rows
        rows.pop()
    return rows


def _numbered_rows(lines: Row, columns: tuple[TextColumn, ...]) -> Iterator[Row]:
    """Rows that begin with the numbers 1, 2, 3 …; a line too many in front of one is a group."""
    width = len(columns)
    row: Row = []
    expected = int(key(lines[0].text))
    for i, line in enumerate(lines):
        if _stops(line) or (len(row) >= width and not _number_ahead(lines, i, expected)):
            break
        if len(row) != 1 and _opens_row(lines, i, expected, columns, len(row)):
            group = row.pop() if len(row) > width and _is_group(row[-1], columns) else None
            if row:
                yield row
            if group is not None:
                yield [group]
            row, expected = [], expected + 1
        row.append(line)
    if row:
        yield row


def _opens_row(
    lines: Row, at: int, expected: int, columns: tuple[TextColumn, ...], filled: int
) -> bool:
    """The next number, with words behind it: a value of the row above may be the same number."""
    if key(lines[at].text) != str(expected):
        return False
    below = lines[at + 1].text if at + 1 < len(lines) else ""
    if is_value(below) or (TextColumn.PROPERTY in columns and holds(TextColumn.PROPERTY, below)):
        return False
    unit = TextColumn.UNIT in columns and holds(TextColumn.UNIT, below)
    return not unit or filled in (0, len(columns) - 1, len(columns))


def _is_group(line: RawParagraph, columns: tuple[TextColumn, ...]) -> bool:
    trailing = (column for column in columns if column not in _WORDS)
    return _is_name(line) and not any(holds(column, line.text) for column in trailing)


def _number_ahead(lines: Row, at: int, expected: int) -> bool:
    """The next number comes soon enough to make the lines before it cells of this row."""
    return any(key(line.text) == str(expected) for line in lines[at : at + 6])


def _unnumbered_rows(lines: Row, columns: tuple[TextColumn, ...]) -> Iterator[Row]:
    """Rows of words and then values, or units; words alone are the name of a group."""
    trailing = [column for column in columns if column not in _WORDS]
    heads = len(columns) - len(trailing)
    row: Row = []
    values = 0
    for line in lines:
        section = split_label(line.text)[0]
        if _stops(line) or (section and section.kind in SECTIONS):
            break
        if len(row) < len(columns) and row and any(holds(c, line.text) for c in trailing):
            values += 1
            row.append(line)
            continue
        if (TextColumn.VALUE in columns and not _is_name(line)) or is_value(line.text):
            break
        if row and not values and len(row) >= heads:
            yield [row.pop(0)]
        if values:
            yield row
            row, values = [], 0
        row.append(line)
    if row:
        yield row if values else [row[0]]


def _pairs(lines: Row) -> Iterator[Row]:
    """Rows of a term and what it means."""
    for term, meaning in zip(lines[::2], lines[1::2], strict=False):
        label = split_label(term.text)[0]
        if _stops(term) or _stops(meaning) or not _is_name(term):
            return
        if label and label.kind in SECTIONS:
            return
        yield [term, meaning]


def _stops(line: RawParagraph) -> bool:
    text = fold(line.text)
    return bool(TITLE.match(text) or ATTACHMENT.fullmatch(key(text)) or text.startswith("注:"))


def _is_name(line: RawParagraph) -> bool:
    text = line.text.rstrip()
    return len(text) <= _NAME_LENGTH and not text.endswith("。") and not is_value(text)


def _place(row: Row, columns: tuple[TextColumn, ...]) -> list[RawCell | None]:
    """Put the cells of a row into its columns."""
    if len(row) == 1:
        covered: list[RawCell | None] = [None] * (len(columns) - 1)
        return [RawCell(list(row), column_span=len(columns)), *covered]
    cells: list[RawCell | None] = [RawCell() for _ in columns]
    for line, column in zip(row, _fit(tuple(p.text for p in row), columns), strict=True):
        cell = cells[column]
        if cell is not None:
            cell.parts.append(line)
    return cells


def _fit(texts: tuple[str, ...], columns: tuple[TextColumn, ...]) -> list[int]:
    """The column of each text, in order: as many as possible where they may stand.

    Where a row has fewer values than columns, the earlier columns stay empty: a plan that has no
    figure for the base year still has a target.
    """

    @cache
    def best(i: int, c: int) -> tuple[float, tuple[int, ...]]:
        if i == len(texts):
            return 0.0, ()
        if c == len(columns):
            return -10.0 * (len(texts) - i), (c - 1,) * (len(texts) - i)
        skip = best(i, c + 1)
        score = 1.0 if holds(columns[c], texts[i]) else -3.0
        if columns[c] is TextColumn.VALUE:
            score += c / 100
        here = best(i + 1, c + 1)
        again = best(i + 1, c) if columns[c] in _WORDS or columns[c] is TextColumn.OFFICE else here
        take = (score + here[0], (c, *here[1]))
        stay = (score - 0.5 + again[0], (c, *again[1]))
        return max(take, stay, skip, key=lambda option: option[0])

    return list(best(0, 0)[1])
