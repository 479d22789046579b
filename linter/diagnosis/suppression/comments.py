"""Suppressions in the comments of Markdown drafts and web pages.

<!-- planlint-disable IND001: reason -->        the next block: a paragraph, a table, a box
<!-- planlint-disable IND001: reason --> … <!-- planlint-enable IND001 -->    what stands between
<!-- planlint-disable-file IND001: reason -->   the whole draft
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import takewhile

from linter.diagnosis.suppression.directions import Named, parse
from linter.diagnosis.suppression.model import Problem, Suppression
from linter.diagnosis.suppression.source_map import SourceMap
from linter.document.model import Document
from linter.document.nodes import Comment, Locator, SourceMark, Span, TextNode
from linter.text.patterns import lazily

_DIRECTIVE = lazily(r"^[ \t　]*(planlint-([a-z-]+)\b[^\n]*)", re.MULTILINE | re.IGNORECASE)
VERBS = ("disable", "disable-file", "enable")
_ALL = "ALL"


@dataclass(slots=True)
class _CommentDirective:
    """One directive; `closed` says where an enable ends it, for each of its rules."""

    verb: str
    named: Named
    said: Span
    origin: SourceMark
    closed: dict[str, SourceMark] = field(default_factory=dict)

    @property
    def keys(self) -> tuple[str, ...]:
        return (_ALL,) if self.named.everything else tuple(r.upper() for r in self.named.rules)

    @property
    def open(self) -> set[str]:
        return set(self.keys) - self.closed.keys() if self.verb == "disable" else set()


def comment_suppressions(document: Document) -> list[Suppression]:
    """Return what the comments of a draft with lines suppress, in their order."""
    if not any("planlint-" in comment.text.lower() for comment in document.comments):
        return []
    source_map = SourceMap(document)
    directives = [d for comment in document.comments for d in _directives(comment, source_map)]
    opened = _Opened()
    found: list[Suppression] = []
    unpaired: set[int] = set()
    for d in directives:
        if d.verb == "enable" and not _end(opened, d, source_map):
            unpaired.add(id(d))
        if d.verb == "disable" and d.keys:
            opened.add(d)
    for d in directives:
        found += _suppressions(d, source_map, id(d) in unpaired)
    return found


def _directives(comment: Comment, source_map: SourceMap) -> Iterator[_CommentDirective]:
    if comment.origin is None:
        return
    near = source_map.near(comment.origin)
    locator = near.locator if near else Locator()
    at = SourceMark(0, comment.origin.line, comment.origin.column)
    node = TextNode(comment.text, locator, (at,))
    for match in _DIRECTIVE.finditer(comment.text):
        words = match[1].rstrip()
        rest = words[len("planlint-") + len(match[2]) :]
        said = Span(node, match.start(1), match.start(1) + len(words))
        yield _CommentDirective(match[2].lower(), parse(rest), said, comment.origin)


class _Opened:
    """The disables that no enable has ended yet, in their order."""

    def __init__(self) -> None:
        self._all: dict[int, _CommentDirective] = {}
        self._by_key: dict[str, list[_CommentDirective]] = defaultdict(list)

    def add(self, disable: _CommentDirective) -> None:
        self._all[id(disable)] = disable
        for key in disable.keys:
            self._by_key[key].append(disable)

    def nearest(self, key: str) -> _CommentDirective | None:
        """The last one that is open for a rule."""
        there = self._by_key[key]
        while there and key not in there[-1].open:
            there.pop()
        return there[-1] if there else None

    def backwards(self) -> Iterator[_CommentDirective]:
        return reversed(self._all.values())

    def close(self, disable: _CommentDirective, key: str, at: SourceMark) -> None:
        disable.closed[key] = at
        if not disable.open:
            self._all.pop(id(disable), None)


def _end(opened: _Opened, enable: _CommentDirective, source_map: SourceMap) -> bool:
    """Let an enable end the open disables in front of it; False if it ends none.

    It ends the nearest one of each of its rules; without rules, the nearest one with those that
    stand at the same place.
    """
    ended: list[tuple[_CommentDirective, str]] = []
    for key in enable.keys:
        nearest = opened.nearest(key)
        ended += [(nearest, key)] if nearest else []
    if not enable.keys:
        last = next(opened.backwards(), None)
        place = source_map.after(last.origin) if last else None
        beside = takewhile(lambda d: source_map.after(d.origin) is place, opened.backwards())
        ended = [(d, key) for d in beside for key in d.open]
    for d, key in ended:
        opened.close(d, key, enable.origin)
    return bool(ended)


def _suppressions(
    d: _CommentDirective, source_map: SourceMap, unpaired: bool
) -> Iterator[Suppression]:
    rules = frozenset(d.named.rules)
    problem = _problem(d, unpaired)
    if problem is not None:
        yield _suppression(d, rules, (), problem=problem)
    elif d.verb == "disable-file":
        yield _suppression(d, rules, (), everywhere=True)
    elif d.verb == "disable":
        ends = {key: d.closed.get(key) for key in d.keys}
        for end in dict.fromkeys(ends.values()):
            spans = source_map.between(d.origin, end) if end else source_map.block(d.origin)
            yield _suppression(d, frozenset(r for r in rules if ends[r.upper()] == end), spans)


def _problem(d: _CommentDirective, unpaired: bool) -> Problem | None:
    if d.verb not in VERBS:
        return Problem.DIRECTIVE
    if unpaired:
        return Problem.UNPAIRED
    return Problem.EMPTY if not d.keys and d.verb != "enable" else None


def _suppression(
    d: _CommentDirective,
    rules: frozenset[str],
    spans: tuple[Span, ...],
    *,
    everywhere: bool = False,
    problem: Problem | None = None,
) -> Suppression:
    where = f"{d.origin.line}:{d.origin.column}"
    words, reason = d.said.quote, d.named.reason
    return Suppression(rules, spans, reason, where, words, d.said, everywhere, problem)
