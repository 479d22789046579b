"""Reads Markdown drafts, line by line, so that every character keeps its line and column.

A paragraph's lines are joined as CommonMark joins them, except that a line that begins with a
number (一、 （一） 1.), a box, an attachment, or is a date always begins a paragraph. Indented
lines are text: drafts indent their paragraphs.
"""

import re
from collections.abc import Callable, Iterator, Sequence

from linter.readers.assembly.titles import demote_title
from linter.readers.markdown.comments import read_comments
from linter.readers.markdown.inline import plain
from linter.readers.raw import RawBlock, RawDocument, RawFrame, RawParagraph, RawTable
from linter.readers.recovery.joining import begins_paragraph
from linter.readers.source.lines import Line, split_lines
from linter.readers.source.pipe_tables import read_table, table_length
from linter.text.patterns import lazily

_MARKED = lazily(r"\s*[-*_>\[#<]")  # with what every line begins that is more than text
_HEADING = lazily(r"\s{0,3}(#{1,6})(?:\s+(.*?))??(?:\s+#+)?(?:\s*\{[#.][^{}]*\})?\s*$")
_UNDERLINE = lazily(r"\s{0,3}(=+|-{2,})\s*$")
_QUOTE = lazily(r"(?:\s{0,3}>)+ ?")
_THEMATIC = lazily(r"\s{0,3}([-*_])(?:\s*\1){2,}\s*$")
_BULLET = lazily(r"\s*[-*+]\s+(?:\[[ xX]\]\s+)?")
_FENCE = lazily(r"\s{0,3}(`{3,}|~{3,})[^`]*$")
_FRONT = lazily(r"(?:---|\.\.\.)\s*$")
_DEFINITION = lazily(r"\s{0,3}\[[^\[\]^][^\[\]]*\]:\s*\S+\s*(?:[\"'(].*)?$")
_NOTE = lazily(r"\s{0,3}\[\^[^\[\]\s]+\]:\s*")
_TABLE = lazily(r"\s*<[tT][aA][bB][lL][eE]\b")
_HARD_BREAK = lazily(r"(?: {2,}|\\)$")
_TITLE_LENGTH = 60


def read(path: str, source: str) -> RawDocument:
    """Return the blocks of a Markdown text."""
    lines = _without_code(_without_front(split_lines(source)))
    blocks = list(_blocks(_without_comments(lines)))
    demote_title(blocks)
    return RawDocument(path, "md", blocks, comments=list(read_comments(lines, blocks)))


def _without_front(lines: list[Line]) -> list[Line]:
    """Leave out a block of properties (YAML) at the head."""
    if not lines or lines[0].text.rstrip() != "---":
        return lines
    for i, line in enumerate(lines[1:], 1):
        if _FRONT.match(line.text):
            return lines[i + 1 :]
        if not line.blank and not re.match(r"\s|#|-|[\w-]+\s*:", line.text):
            break
    return lines


def _without_code(lines: list[Line]) -> list[Line]:
    """Blank out fenced code; a fence that is never closed is text."""
    out: list[Line] = []
    at = 0
    unclosed: set[str] = set()
    while at < len(lines):
        match = _FENCE.match(lines[at].text)
        end = None
        if match and match[1] not in unclosed:
            close = re.compile(rf"\s{{0,3}}{re.escape(match[1])}{re.escape(match[1][0])}*\s*$")
            end = next((i for i in range(at + 1, len(lines)) if close.match(lines[i].text)), None)
            if end is None:
                unclosed.add(match[1])
        last = at if end is None else end
        out += [lines[at]] if end is None else [line.cut(0, 0) for line in lines[at : last + 1]]
        at = last + 1
    return out


def _without_comments(lines: list[Line]) -> list[Line]:
    """Blank out comments that run over several lines; those within a line are markup."""
    out: list[Line] = []
    inside = False
    for line in lines:
        start = 0
        if inside:
            end = line.text.find("-->")
            inside = end < 0
            start = len(line.text) if inside else end + 3
        opening = line.text.rfind("<!--", start)
        if not inside and opening >= 0 and line.text.find("-->", opening) < 0:
            out.append(line.cut(start, opening))
            inside = True
        else:
            out.append(line.cut(start) if start else line)
    return out


def _blocks(lines: Sequence[Line]) -> Iterator[RawBlock]:
    at = 0
    while at < len(lines):
        text = lines[at].text
        end = at + 1
        marked = _MARKED.match(text) is not None
        if lines[at].blank or (marked and (_THEMATIC.match(text) or _DEFINITION.match(text))):
            pass
        elif marked and _QUOTE.match(text):
            end = _while(lines, at, lambda t: bool(_QUOTE.match(t)))
            yield RawFrame(_parts([_unquoted(line) for line in lines[at:end]]))
        elif length := table_length(lines, at):
            end = at + length
            yield read_table(lines[at:end], lambda line: plain([line]))
        elif marked and (match := _HEADING.match(text)):
            title = lines[at].cut(match.start(2), match.end(2)) if match[2] else lines[at].cut(0, 0)
            yield RawParagraph(*plain([title]), len(match[1]))
        elif marked and _TABLE.match(text):
            end = _html_end(lines, at)
            yield from _html(lines[at:end])
        else:
            end = _paragraph_end(lines, at)
            level = _underlined(lines, at, end)
            yield _paragraph(lines[at:end], level)
            end += level is not None
        at = end


def _parts(lines: Sequence[Line]) -> list[RawParagraph | RawTable]:
    return [block for block in _blocks(lines) if not isinstance(block, RawFrame)]


def _unquoted(line: Line) -> Line:
    match = _QUOTE.match(line.text)
    return line.cut(match.end() if match else 0)


def _while(lines: Sequence[Line], at: int, holds: Callable[[str], bool]) -> int:
    while at < len(lines) and holds(lines[at].text):
        at += 1
    return at


def _paragraph_end(lines: Sequence[Line], at: int) -> int:
    end = at + 1
    while end < len(lines) and not lines[end].blank and not _starts(lines, end):
        if _HARD_BREAK.search(lines[end - 1].text):
            break
        end += 1
    return end


def _starts(lines: Sequence[Line], at: int) -> bool:
    """A line that cannot go on with the paragraph above it."""
    text = lines[at].text
    marks = (_QUOTE, _HEADING, _BULLET, _UNDERLINE, _THEMATIC, _NOTE)
    return (
        any(mark.match(text) for mark in marks)
        or begins_paragraph(text)
        or table_length(lines, at) > 0
    )


def _underlined(lines: Sequence[Line], at: int, end: int) -> int | None:
    """The level of a heading that is underlined with = or -, None for other paragraphs."""
    match = _UNDERLINE.match(lines[end].text) if end < len(lines) else None
    text = lines[at].text.rstrip()
    if match is None or end > at + 1 or len(text) > _TITLE_LENGTH or text.endswith("。"):
        return None
    return 1 if match[1][0] == "=" else 2


def _paragraph(lines: Sequence[Line], heading: int | None) -> RawParagraph:
    match = (
        (_BULLET.match(lines[0].text) or _NOTE.match(lines[0].text)) if heading is None else None
    )
    head = lines[0].cut(match.end()) if match else lines[0]
    last = lines[-1].text.rstrip("\\") if _HARD_BREAK.search(lines[-1].text) else None
    rows = [line.trimmed() for line in (head, *lines[1:])]
    if last is not None:
        rows[-1] = rows[-1].cut(0, len(rows[-1].text.rstrip("\\")))
    return RawParagraph(*plain(rows), heading)


def _html_end(lines: Sequence[Line], at: int) -> int:
    end = _while(lines, at, lambda t: "</table" not in t.lower())
    return min(end + 1, len(lines))


def _html(lines: Sequence[Line]) -> Iterator[RawBlock]:
    """The tables of HTML in a draft. Blanks stand for what was cut off in front of its lines."""
    from linter.readers.html.blocks import Page
    from linter.readers.html.tokens import Places, tokens

    source = "\n".join(" " * (line.column - 1) + line.text for line in lines)
    page = Page(Places(source, lines[0].number))
    for token in tokens(source):
        page.take(token)
    page.end()
    yield from page.blocks
