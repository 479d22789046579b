"""The text of a Markdown paragraph without its markup; what is left keeps its place.

Emphasis is read as writers mean it, not as CommonMark must: **专栏1：**内容 is bold there too.
A mark that stands alone (指标*, snake_case, 10*20*30) is text.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from html import unescape
from itertools import accumulate

from linter.document.nodes import SourceMark
from linter.readers.source.lines import Line, Piece, is_latin
from linter.text.patterns import lazily

_BREAK = "\r"  # between the lines of a paragraph; no line holds it
_TOKEN = lazily(
    r"(?P<escape>\\[!-/:-@\[-`{-~])"
    r"|(?P<code>(?<!`)(?P<ticks>`+)(?!`)(?P<words>[^`]+)(?P=ticks)(?!`))"
    r"|(?P<comment><!--)"
    r"|(?P<note>\[\^[^\[\]\s]{1,20}\])"
    r"|(?P<link>!?\[(?P<label>(?:[^\[\]\\]|\\.)*)\]"
    r"(?:\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*(?:\s+[\"'][^\"'()]*[\"'])?\s*\)|\[[^\[\]]*\]))"
    r"|<(?P<url>https?://[^<>\s]+)>"
    r"|(?P<br><br\s*/?>)"
    r"|(?P<tag></?[a-zA-Z][a-zA-Z0-9]*(?:\s[^<>]*)?/?>)"
    r"|(?P<entity>&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,30});)"
    r"|(?P<mark>\*{1,3}|_{1,3}|~~)"
)

_MARKUP = lazily(r"[\\`<\[&*_~]")  # with what every token begins

# CommonMark closes **好。** only before a blank, which is the mark's and not the text's.
_WIDE = lazily(r"[，。；：、！？”）》]")
_PARTED = lazily(r" (?=[^\x00-\x7f])")

Run = tuple[int, str]  # offset in the paragraph, characters


def plain(lines: Sequence[Line]) -> Piece:
    """Return the words of a paragraph's lines, joined, and their origins."""
    first, *more = lines
    if not more and not _MARKUP.search(first.text):
        return first.text, (SourceMark(0, first.number, first.column),) if first.text else ()
    source = _BREAK.join(line.text for line in lines)
    starts = [0, *accumulate(len(line.text) + 1 for line in lines)]
    text = ""
    origins: list[SourceMark] = []
    broken, expected = False, -1
    for at, words in _lines(_runs(source, 0, len(source), _emphasis(source))):
        if words == _BREAK:
            broken = True
            continue
        if broken and text and is_latin(text[-1]) and is_latin(words[0]):
            text += " "
        line = lines[bisect_right(starts, at) - 1]
        if at != expected or broken:
            column = line.column + at - starts[bisect_right(starts, at) - 1]
            origins.append(SourceMark(len(text), line.number, column))
        text += words
        broken, expected = False, at + len(words)
    return text, tuple(origins)


def _lines(runs: Iterator[Run]) -> Iterator[Run]:
    """The runs cut at the ends of lines; each end is a run of its own."""
    for at, words in runs:
        for part in re.finditer(rf"{_BREAK}|[^{_BREAK}]+", words):
            yield at + part.start(), part.group()


def _runs(text: str, start: int, end: int, markup: frozenset[int]) -> Iterator[Run]:
    """The pieces of a paragraph that are text, each with its offset."""
    at = start
    for token in _TOKEN.finditer(text, start, end):
        if token.start() < at:
            continue
        if at < token.start():
            yield at, text[at : token.start()]
        at = token.end()
        if token.start() in markup and _PARTED.match(text, at):
            at += bool(_WIDE.match(text, max(0, token.start() - 1)))
        if token["link"]:
            yield from _runs(text, *token.span("label"), markup)
        elif token["comment"]:
            close = text.find("-->", at)
            at = end if close < 0 else close + 3
        elif token.start() not in markup:
            yield from _said(token)
    if at < end:
        yield at, text[at:end]


def _said(token: re.Match[str]) -> Iterator[Run]:
    """What a piece of markup says itself; notes and tags of HTML say nothing."""
    for name in ("words", "url", "mark"):
        if token[name]:
            yield token.start(name), token[name]
    if token["entity"]:
        yield token.start(), unescape(token["entity"])
    elif token["br"]:
        yield token.start(), "\n"
    elif token["escape"]:
        yield token.end() - 1, token.group()[-1]


def _emphasis(text: str) -> frozenset[int]:
    """The offsets of the marks that open or close emphasis: pairs of the same mark."""
    found: set[int] = set()
    waiting: dict[str, int] = {}
    for token in _TOKEN.finditer(text):
        if not token["mark"]:
            continue
        mark, at = token["mark"], token.start()
        before, after = text[at - 1 : at], text[token.end() : token.end() + 1]
        if mark in waiting and _binds(mark, before, after, before, after):
            found |= {waiting.pop(mark), at}
        elif _binds(mark, after, before, before, after):
            waiting[mark] = at
    return frozenset(found)


def _binds(mark: str, inner: str, outer: str, before: str, after: str) -> bool:
    """A mark binds to the word at its inner side; between digits, and _ in a word, it is text."""
    if not inner.strip():
        return False
    if mark[0] == "_":
        return not outer.isalnum()
    return not (before.isdigit() and after.isdigit())
