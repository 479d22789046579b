"""Attachments (附件): the list below the body, and the attachments that follow it.

GB/T 9704-2012, 7.3.4: 附件：1.… 2.… below the body, names without a mark at the end; 7.3.7: an
attachment begins with 附件1 alone on its line and its title on the next. Drafts also write
附件1：title on one line, and 附表 or 附图 for tables and maps at the end.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from linter.document.model import Document
from linter.document.nodes import Block, LabelKind, Paragraph, Span, Zone
from linter.plan.plan import Plan, fact
from linter.text.folding import key
from linter.text.numerals import NUMERAL, parse_numeral
from linter.text.patterns import lazily, once

WORD = "‹attachment›"
_LINE = lazily(
    rf"\s*(?P<word>{WORD})\s*(?P<numeral>\d{{1,2}}|[{NUMERAL}]{{1,3}})?"
    r"(?P<mark>\s*(?:\((?:略|另[附发]|附后)\)\s*(?=[:.、]))?[:.、]?\s*)(?P<title>[^。;]*)$"
)
_NUMBERED = lazily(r"(?P<numeral>\d{1,2})\s*[.、]\s*")
_TITLE_LENGTH = 60
_LINE_LENGTH = 80
_TITLE_LINES = 3


class ListedAttachment(NamedTuple):
    """A line of the list: its number (None where it has none), its title and their words."""

    number: int | None
    title: str
    span: Span


class AttachmentList(NamedTuple):
    """附件说明. `word` is 附件, 附表 …; `zone` the part of the draft that it stands in."""

    word: str
    zone: Zone
    entries: tuple[ListedAttachment, ...]
    at: int  # place of its first line among the blocks


class Attachment(NamedTuple):
    """An attachment that is in the draft: the line that opens it and the lines of its title.

    `titles` are its possible titles: one line, two lines joined, …; empty where none was found.
    """

    word: str
    number: int | None
    head: Paragraph
    titles: tuple[str, ...]
    span: Span  # the words of the title, or of the head where there is no title
    at: int


@dataclass(frozen=True)
class Attachments:
    """All lists and all attachments of a draft, in reading order."""

    lists: tuple[AttachmentList, ...]
    present: tuple[Attachment, ...]
    headings: tuple[Attachment, ...] = ()  # 1.3.1 附件一：泵站名录, a section of the draft itself

    def numbers(self, word: str) -> set[int]:
        """The numbers that a reference may name; a single one without a number is number 1."""
        listed = [(e.number, i) for one in self._lists(word) for i, e in enumerate(one.entries, 1)]
        found = [(a.number, 1) for a in (*self.present, *self.headings) if a.word == word]
        return {number or place for number, place in listed + found}

    @cached_property
    def heads(self) -> set[int]:
        """The ids of the paragraphs that open an attachment, or a section that is one."""
        return {id(one.head) for one in (*self.present, *self.headings)}

    @cached_property
    def listed(self) -> set[int]:
        """The ids of the paragraphs that are lines of a list."""
        return {id(entry.span.node) for one in self.lists for entry in one.entries}

    def _lists(self, word: str) -> Iterator[AttachmentList]:
        return (one for one in self.lists if one.word == word)


class _Line(NamedTuple):
    at: int
    paragraph: Paragraph
    match: re.Match[str]

    @property
    def number(self) -> int | None:
        return parse_numeral(self.match["numeral"]) if self.match["numeral"] else None

    @property
    def titled(self) -> bool:
        return bool(self.match["title"].strip())


@fact
def attachments(plan: Plan) -> Attachments:
    """The lists of attachments (附件说明) and the attachments."""
    return attachments_of(plan.document)


def attachments_of(document: Document) -> Attachments:
    """Return the lists of attachments and the attachments of a draft."""
    blocks = document.blocks
    lists: list[AttachmentList] = []
    present: list[Attachment] = []
    taken = 0
    named: set[str] = set()
    for line in _lines(blocks):
        if line.at < taken:
            continue
        word = line.match["word"]
        again = key(line.match["title"]) in named
        entries, taken = ((), line.at + 1) if again else _entries(blocks, line)
        if entries:
            lists.append(AttachmentList(word, line.paragraph.locator.zone, entries, line.at))
            named.update(key(entry.title) for entry in entries)
        else:
            present.append(_attachment(blocks, line))
    return Attachments(tuple(lists), tuple(present), tuple(_headings(blocks)))


def _headings(blocks: Sequence[Block]) -> Iterator[Attachment]:
    """The headings with a number of the draft that name an attachment: 6.2 附表2：管网名录."""
    for at, block in enumerate(blocks):
        if isinstance(block, Paragraph) and block.level is not None and block.label is not None:
            match = _LINE.match(block.folded) if len(block.text) <= _LINE_LENGTH else None
            if match and match["numeral"] and match["title"] and match["mark"].strip():
                yield _attachment(blocks, _Line(at, block, match))


def _lines(blocks: Sequence[Block]) -> Iterator[_Line]:
    """The short lines that begin with 附件 and are no sentence."""
    for at, block in enumerate(blocks):
        if isinstance(block, Paragraph) and block.locator.zone is not Zone.TOC and not block.label:
            line = _line(block, at)
            if line is not None:
                yield line


def _line(block: Block | None, at: int) -> _Line | None:
    if not isinstance(block, Paragraph) or block.label or len(block.text) > _LINE_LENGTH:
        return None
    match = _LINE.match(block.folded)
    if match is None or (not match["mark"] and once(r"[所中的和与及、,]").match(match["title"])):
        return None
    if not match["numeral"] and not match["mark"] and match["title"]:
        return None
    return _Line(at, block, match)


def _entries(blocks: Sequence[Block], line: _Line) -> tuple[tuple[ListedAttachment, ...], int]:
    """The entries of the list that begins with a line and where it ends, () if it is no list."""
    after = _at(blocks, line.at + 1)
    if line.number is not None:
        return _numbered_lines(blocks, line)
    if ":" not in line.match["mark"]:
        return (), line.at + 1
    if line.titled:
        entries = [_entry(line)]
    elif _is_item(after, 1):
        entries = []
    else:
        return (), line.at + 1
    end = line.at + 1
    while _is_item(_at(blocks, end), len(entries) + 1, strict=False):
        item = blocks[end]
        assert isinstance(item, Paragraph)
        assert item.label is not None
        entries.append(
            ListedAttachment(item.label.number, item.text, Span.whole(item, _TITLE_LENGTH))
        )
        end += 1
    return tuple(entries), end


def _numbered_lines(
    blocks: Sequence[Block], line: _Line
) -> tuple[tuple[ListedAttachment, ...], int]:
    """附件1：… 附件2：… on neighbouring lines, or one such line with nothing behind, are a list."""
    lines, end = [line], line.at + 1
    while (more := _line(_at(blocks, end), end)) and more.titled and more.number == len(lines) + 1:
        lines.append(more)
        end += 1
    after = _at(blocks, end)
    open_ended = after is not None and after.locator.zone is not Zone.SIGNATURE
    if not line.titled or (len(lines) == 1 and open_ended):
        return (), line.at + 1
    return tuple(_entry(one) for one in lines), end


def _entry(line: _Line) -> ListedAttachment:
    """The entry on the line 附件：… itself, with or without a number of its own."""
    start, number = line.match.start("title"), line.number
    own = _NUMBERED.match(line.paragraph.folded, start)
    if own:
        number = int(own["numeral"])
    begin = own.end() if own else start
    title = line.paragraph.text[begin:]
    first = 0 if line.number is not None else start
    return ListedAttachment(number, title, Span(line.paragraph, first, len(line.paragraph.text)))


def _is_item(block: Block | None, number: int, strict: bool = True) -> bool:
    if not isinstance(block, Paragraph) or block.label is None:
        return False
    fits = block.label.kind is LabelKind.ARABIC and "。" not in block.text
    near = block.label.number == number if strict else abs(block.label.number - number) <= 2
    return fits and near and len(block.text) <= _TITLE_LENGTH


def _at(blocks: Sequence[Block], at: int) -> Block | None:
    return blocks[at] if at < len(blocks) else None


def _attachment(blocks: Sequence[Block], line: _Line) -> Attachment:
    lines: list[Paragraph] = []
    if line.titled:
        text = line.paragraph.text[line.match.start("title") :]
        span = Span(line.paragraph, line.match.start("title"), len(line.paragraph.text))
        titles = [text]
    else:
        titles, span = [], Span.whole(line.paragraph)
    for block in blocks[line.at + 1 : line.at + 1 + _TITLE_LINES]:
        if not isinstance(block, Paragraph) or not _may_be_title(block):
            break
        lines.append(block)
        titles.append((titles[-1] if titles else "") + block.text)
    if lines and not line.titled:
        span = Span.whole(lines[0], _TITLE_LENGTH)
    return Attachment(line.match["word"], line.number, line.paragraph, tuple(titles), span, line.at)


def _may_be_title(block: Paragraph) -> bool:
    if block.label is not None or "。" in block.text:
        return False
    return len(block.text) <= _TITLE_LENGTH or len(key(block.text)) <= _TITLE_LENGTH
