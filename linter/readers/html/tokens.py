"""Splits HTML into tags and texts, with the offset of each.

Why not a parser of the usual kind: lxml knows the line of an element and nothing of its text, and
drops what is nested deeper than it likes; the parser of the standard library takes minutes over
some broken pages. This one passes once over the source, whatever it holds.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape
from typing import NamedTuple

from linter.text.patterns import lazily

_NEWLINE = lazily(r"\r\n|\r|\n")
_TAG = lazily(r"<(/?)([a-zA-Z][^\s/>]*)")
_ATTRIBUTE = lazily(
    r"[\s/]*([^\s/>=\"'][^\s/>=]*)?(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s>]*)))?[\s/\"']*"
)
_ENTITY = lazily(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,30});?")
RAW_TEXT = frozenset(("script", "style", "textarea", "title", "iframe", "noscript", "xmp"))


@dataclass(frozen=True, slots=True)
class Tag:
    """A start or end tag."""

    name: str
    closing: bool
    attributes: dict[str, str] = field(default_factory=dict)


class TextToken(NamedTuple):
    """A run of text as (characters, offset in the source): an entity is a piece of its own."""

    pieces: tuple[tuple[str, int], ...]


class Remark(NamedTuple):
    """A comment: its words, and their offset in the source."""

    words: str
    offset: int


class Places:
    """Turns an offset in a source into line and column, both from 1.

    `line` is the number of the source's first line, where it is a part of a longer text.
    """

    def __init__(self, source: str, line: int = 1) -> None:
        self._starts = [0, *(match.end() for match in _NEWLINE.finditer(source))]
        self._first = line

    def of(self, offset: int) -> tuple[int, int]:
        line = bisect_right(self._starts, offset)
        return self._first + line - 1, offset - self._starts[line - 1] + 1


def tokens(source: str) -> Iterator[Tag | TextToken | Remark]:
    """Yield the tags, texts and comments of a page in order; declarations are left out."""
    at = 0
    while at < len(source):
        opening = source.find("<", at)
        match = _TAG.match(source, opening) if opening >= 0 else None
        if match is not None:
            yield from _text(source, at, opening)
            tag, at = _tag(source, match)
            yield tag
            if tag.name in RAW_TEXT and not tag.closing:
                at = _after(source, re.compile(rf"</{tag.name}", re.IGNORECASE), at)
        elif opening >= 0 and source[opening + 1 : opening + 2] in ("!", "?", "/"):
            yield from _text(source, at, opening)
            comment = source.startswith("<!--", opening)
            end = source.find("-->" if comment else ">", opening + 2)
            if comment and end >= 0:
                yield _remark(source, opening + 4, end)
            at = len(source) if end < 0 else end + (3 if comment else 1)
        else:
            end = len(source) if opening < 0 else opening + 1
            yield from _text(source, at, end)
            at = end


def _after(source: str, end: re.Pattern[str], at: int) -> int:
    match = end.search(source, at)
    return match.start() if match else len(source)


def _remark(source: str, start: int, end: int) -> Remark:
    words = source[start:end]
    return Remark(words.strip(), start + len(words) - len(words.lstrip()))


def _tag(source: str, match: re.Match[str]) -> tuple[Tag, int]:
    attributes: dict[str, str] = {}
    at = match.end()
    while at < len(source) and source[at] != ">":
        found = _ATTRIBUTE.match(source, at)
        if found is None or found.end() == at:
            at += 1
            continue
        if found[1]:
            value = next((v for v in found.group(2, 3, 4) if v is not None), "")
            attributes.setdefault(found[1].lower(), unescape(value))
        at = found.end()
    return Tag(match[2].lower(), bool(match[1]), attributes), at + 1


def _text(source: str, start: int, end: int) -> Iterator[TextToken]:
    pieces: list[tuple[str, int]] = []
    at = start
    for match in _ENTITY.finditer(source, start, end):
        if match.start() > at:
            pieces.append((source[at : match.start()], at))
        pieces.append((unescape(match.group()), match.start()))
        at = match.end()
    if at < end:
        pieces.append((source[at:end], at))
    if pieces:
        yield TextToken(tuple(pieces))
