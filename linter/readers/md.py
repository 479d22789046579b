"""Reads Markdown drafts, line by line, so that every character keeps its line and column.

A paragraph's lines are joined as CommonMark joins them, except that a line that begins with a
number (一、 （一） 1.) always begins a paragraph. Emphasis marks and comments are set aside.
"""

import re
from collections.abc import Callable, Iterator
from itertools import pairwise

from linter.document import Origin
from linter.readers.labels import split_label
from linter.readers.raw import RawBlock, RawCell, RawDocument, RawFrame, RawParagraph, RawTable

_HEADING = re.compile(r"(#{1,6})\s+(.*?)(?:\s+#+)?\s*$")
_QUOTE = re.compile(r"\s{0,3}> ?")
_RULE_ROW = re.compile(r"\s*\|?\s*:?-{1,}:?\s*(?:\|\s*:?-{1,}:?\s*)*\|?\s*$")
_THEMATIC = re.compile(r"\s{0,3}([-*_])(?:\s*\1){2,}\s*$")
_MARKUP = re.compile(r"<!--.*?-->|\*\*|__|`|\\(?=[\\`*_{}\[\]()#+.!|>-])|<br\s*/?>")
_BULLET = re.compile(r"\s*[-*+]\s+")

Line = tuple[int, int, str]  # line number, column of its first character, text


def read(path: str, source: str) -> RawDocument:
    """Return the blocks of a Markdown text."""
    lines = [(number, 1, line) for number, line in enumerate(source.splitlines(), 1)]
    blocks = list(_blocks(_without_comments(lines)))
    _demote(blocks)
    return RawDocument(path, "md", blocks)


def _demote(blocks: list[RawBlock]) -> None:
    """A single top heading is the draft's title; without one, `#` headings are sections."""
    headings = [b for b in blocks if isinstance(b, RawParagraph) and b.heading]
    top = min((b.heading for b in headings if b.heading), default=0)
    tops = [b for b in headings if b.heading == top]
    if len(tops) == 1 and blocks and headings[0] is tops[0] and not split_label(tops[0].text)[0]:
        tops[0].heading = 0


def _without_comments(lines: list[Line]) -> list[Line]:
    """Blank out comments that run over several lines."""
    out, open_comment = [], False
    for number, column, text in lines:
        if open_comment:
            end = text.find("-->")
            open_comment = end < 0
            text = "" if end < 0 else " " * (end + 3) + text[end + 3 :]
        start = text.rfind("<!--")
        if start >= 0 and text.find("-->", start) < 0:
            text, open_comment = text[:start], True
        out.append((number, column, text))
    return out


def _blocks(lines: list[Line]) -> Iterator[RawBlock]:
    at = 0
    while at < len(lines):
        text = lines[at][2]
        if not text.strip() or _THEMATIC.match(text):
            at += 1
        elif _QUOTE.match(text):
            end = _while(lines, at, lambda t: bool(_QUOTE.match(t)))
            inner = [_unquoted(line) for line in lines[at:end]]
            parts = [b for b in _blocks(inner) if isinstance(b, RawParagraph | RawTable)]
            yield RawFrame(parts)
            at = end
        elif "|" in text and at + 1 < len(lines) and _RULE_ROW.match(lines[at + 1][2]):
            end = _while(lines, at, lambda t: "|" in t)
            yield _table([lines[at], *lines[at + 2 : end]])
            at = end
        elif match := _HEADING.match(text):
            number, column, _ = lines[at]
            yield _paragraph(
                [(number, column + match.start(2), match.group(2))], len(match.group(1))
            )
            at += 1
        else:
            end = _paragraph_end(lines, at)
            yield _paragraph(lines[at:end])
            at = end


def _unquoted(line: Line) -> Line:
    number, column, text = line
    match = _QUOTE.match(text)
    cut = match.end() if match else 0
    return number, column + cut, text[cut:]


def _while(lines: list[Line], at: int, holds: Callable[[str], bool]) -> int:
    while at < len(lines) and holds(lines[at][2]):
        at += 1
    return at


def _paragraph_end(lines: list[Line], at: int) -> int:
    end = at + 1
    while end < len(lines):
        text = lines[end][2]
        starts = _QUOTE.match(text) or _HEADING.match(text) or _BULLET.match(text)
        if not text.strip() or starts or split_label(text)[0] or lines[end - 1][2].endswith("  "):
            break
        end += 1
    return end


def _paragraph(lines: list[Line], heading: int | None = None) -> RawParagraph:
    text, origins = "", []
    for i, (number, column, line) in enumerate(lines):
        bullet = _BULLET.match(line) if heading is None and i == 0 else None
        skipped = bullet.end() if bullet else len(line) - len(line.lstrip())
        if (
            text
            and text[-1].isascii()
            and text[-1].isalnum()
            and line[skipped : skipped + 1].isascii()
        ):
            text += " "
        piece, pieces = _plain(line[skipped:].rstrip())
        origins += [Origin(len(text) + o, number, column + skipped + c) for o, c in pieces]
        text += piece
    return RawParagraph(text, tuple(origins), heading)


def _plain(line: str) -> tuple[str, list[tuple[int, int]]]:
    """Return the line without markup, and (offset, column offset) where its pieces begin."""
    text, pieces, at = "", [], 0
    for match in _MARKUP.finditer(line):
        if match.start() > at:
            pieces.append((len(text), at))
            text += line[at : match.start()]
        if match.group().startswith("<br"):
            text += "\n"
        at = match.end()
    if at < len(line) or not pieces:
        pieces.append((len(text), at))
        text += line[at:]
    return text, pieces


def _table(lines: list[Line]) -> RawTable:
    rows = [_row(line) for line in lines]
    width = len(rows[0])
    return RawTable([(row + [RawCell() for _ in range(width - len(row))])[:width] for row in rows])


def _row(line: Line) -> list[RawCell | None]:
    number, column, text = line
    cells: list[RawCell | None] = []
    bounds = [m.start() for m in re.finditer(r"(?<!\\)\|", text)]
    if not text.lstrip().startswith("|"):
        bounds = [-1, *bounds]
    if not text.rstrip().endswith("|"):
        bounds = [*bounds, len(text)]
    for start, end in pairwise(bounds):
        words = text[start + 1 : end]
        lead = len(words) - len(words.lstrip())
        piece, pieces = _plain(words.strip())
        origins = tuple(Origin(o, number, column + start + 1 + lead + c) for o, c in pieces)
        cells.append(RawCell([RawParagraph(piece, origins)] if piece else []))
    return cells
