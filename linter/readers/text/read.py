"""Reads plain text: drafts typed as text, and plans saved from a web page.

Lines that the page broke are joined, tables that it flattened are put together again, and what
the site had around the plan is set aside.
"""

from collections.abc import Iterator, Sequence

from linter.readers.raw import RawBlock, RawDocument, RawParagraph, RawTable
from linter.readers.recovery import tab_tables
from linter.readers.recovery.chrome import chrome_places
from linter.readers.recovery.flat_tables import gather_tables
from linter.readers.recovery.joining import line_style, paragraphs
from linter.readers.source import pipe_tables
from linter.readers.source.lines import Line, join_lines, split_lines

_RESIDUE = "?\ufeff\u200b"  # what is left in front of a line by a byte order mark misread


def read(path: str, source: str) -> RawDocument:
    """Return the blocks of a plain text, and what stood around it."""
    lines = [_clean(line) for line in split_lines(source)]
    places = chrome_places([line.text for line in lines])
    chrome = [RawParagraph(*join_lines([lines[i]])) for i in sorted(places)]
    kept = [line for i, line in enumerate(lines) if i not in places]
    return RawDocument(path, "txt", gather_tables(list(_blocks(kept))), chrome)


def _clean(line: Line) -> Line:
    text = line.trimmed().text
    if text[:1] in _RESIDUE and len(text) > 1:
        return line.cut(line.text.index(text[0]) + 1)
    return line


def _blocks(lines: Sequence[Line]) -> Iterator[RawBlock]:
    style = line_style([line for line in lines if not line.text.lstrip().startswith("|")])
    plain: list[Line] = []
    at = 0
    while at < len(lines):
        table, length = _table(lines, at)
        if table is not None:
            yield from paragraphs(plain, style)
            yield table
            plain = []
        else:
            plain.append(lines[at])
        at += length
    yield from paragraphs(plain, style)


def _table(lines: Sequence[Line], at: int) -> tuple[RawTable | None, int]:
    """The table that begins at a line and its length in lines; (None, 1) without one."""
    for kind in (pipe_tables, tab_tables):
        length = kind.table_length(lines, at)
        if length:
            return kind.read_table(lines[at : at + length]), length
    return None, 1
