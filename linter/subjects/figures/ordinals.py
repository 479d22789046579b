"""Ordinals that lead the members of an enumeration in running text: 一是…二是…, 第一，…第二，….

A run begins with the first ordinal. It may go on through the paragraphs of one section; a run
inside a member of another closes when the outer one goes on.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from linter.document.nodes import Cell, Paragraph, Span, TextNode, Zone
from linter.plan.plan import Plan, fact
from linter.text.folding import fold
from linter.text.numerals import parse_numeral
from linter.text.patterns import lazily

_NUMERAL = "[‹ten›]{1,3}"
_START = r"(?:^|(?<=[。;:,!?)”\n—]))\s*"
_ANY = lazily(r"[‹ten›][是要,:]")
_FAMILIES = (
    lazily(rf"{_START}(?P<words>(?P<numeral>{_NUMERAL})(?:是|要(?!素)))"),
    lazily(rf"(?:^|(?<=[。;:!?\n]))\s*(?P<words>第(?P<numeral>{_NUMERAL}))(?=[,是])"),
    lazily(rf"{_START}(?P<words>其(?P<numeral>{_NUMERAL}))(?=[,是:])"),
)
# （1）…；（2）…, ①…②… inside a paragraph; what stands beside a mark or is cited is no such number.
_NUMBERED = (
    lazily(r"(?P<words>\((?P<numeral>\d{1,2})\))"),
    lazily(r"(?P<words>(?P<numeral>[①-⑳]))"),
    lazily(r"(?<=[:;。])(?P<words>\((?P<numeral>[‹ten›]{1,3})\))"),
    lazily(r"(?<=[:;。])(?P<words>(?P<numeral>\d{1,2})[.．])(?=[\u4e00-\u9fff])"),
)
_CITED = lazily(r"[第见图表式注款项及和与至、—~\dA-Za-z]\s*$")
_CITING = lazily(r"\s*(?:[、和及与至—~式项款条]|$)")
_NUMBERS = lazily(r"\((?:\d{1,2}|[‹ten›]{1,3})\)|[①-⑳]|\d[.．][\u4e00-\u9fff]")
_CIRCLED = ord("①") - 1


class Ordinal(NamedTuple):
    """One leading ordinal: its value and its words (三是)."""

    number: int
    span: Span


Run = list[Ordinal]


@fact
def ordinal_runs(plan: Plan) -> tuple[Run, ...]:
    """The runs of 一是…二是… and 第一，…第二，…."""
    return tuple(_ordinal_runs(plan.worded))


def _ordinal_runs(nodes: Sequence[TextNode]) -> Iterator[Run]:
    """Yield the runs of leading ordinals, each in reading order, with whatever gaps it has."""
    for scope in list(_scopes(nodes)):
        scope = [node for node in scope if _ANY.search(node.folded)]
        for pattern in _FAMILIES if scope else ():
            yield from _runs([o for node in scope for o in _ordinals(node, pattern)])


@fact
def inline_runs(plan: Plan) -> tuple[Run, ...]:
    """The runs of （1）…（2）… and ①…②… inside a paragraph, its own label included."""
    runs: list[Run] = []
    for node in plan.worded:
        if node.locator.zone not in (Zone.BODY, Zone.ATTACHMENT):
            continue
        for pattern in _NUMBERED if _NUMBERS.search(node.folded) else ():
            runs += _runs(list(_inline(node, pattern)))
    return tuple(runs)


def _inline(node: TextNode, pattern: re.Pattern[str]) -> Iterator[Ordinal]:
    """The numbers of one form in a paragraph, none where one of them is cited."""
    found: list[Ordinal] = []
    label = getattr(node, "label", None)
    if label is not None and pattern.fullmatch(fold(label.raw).strip()):
        found.append(Ordinal(label.number, Span(node, 0, 0, with_label=True)))
    for match in pattern.finditer(node.folded):
        start, end = match.span("words")
        if _CITED.search(node.folded, max(0, start - 3), start) or _CITING.match(node.folded, end):
            return
        if _NUMBERS.match(node.folded, end):
            return  # 参考①③
        numeral = match["numeral"]
        if "①" <= numeral <= "⑳":
            number: int | None = ord(numeral) - _CIRCLED
        else:
            number = parse_numeral(numeral)
        if number:
            found.append(Ordinal(number, Span(node, start, end)))
    yield from found


def _ordinals(node: TextNode, pattern: re.Pattern[str]) -> Iterator[Ordinal]:
    for match in pattern.finditer(node.folded):
        number = parse_numeral(match["numeral"])
        if number:
            yield Ordinal(number, Span(node, *match.span("words")))


def _scopes(nodes: Sequence[TextNode]) -> Iterator[list[TextNode]]:
    """Cells alone; paragraphs together from one heading, box or labelled item to the next."""
    scope: list[TextNode] = []
    before: TextNode | None = None
    for node in nodes:
        if isinstance(node, Cell):
            yield [node]
            continue
        opens = isinstance(node, Paragraph) and (node.level is not None or node.label is not None)
        if opens or before is None or before.locator.box != node.locator.box:
            yield scope
            scope = []
        scope.append(node)
        before = node
    yield scope


_DEEPEST = 8  # runs inside one another


def _runs(ordinals: Sequence[Ordinal]) -> Iterator[Run]:
    """Sort the ordinals of a scope into runs: a first one opens a run, inside an open one or not.

    An ordinal that continues no open run belongs to the innermost, whose gap it is.
    """
    open_runs: list[Run] = []
    for ordinal in ordinals:
        goes_on = [i for i, run in enumerate(open_runs) if run[-1].number + 1 == ordinal.number]
        if ordinal.number == 1 or not open_runs:
            open_runs.append([ordinal])
            if len(open_runs) > _DEEPEST:
                yield open_runs.pop(0)
        elif goes_on:
            yield from open_runs[goes_on[-1] + 1 :]
            del open_runs[goes_on[-1] + 1 :]
            open_runs[-1].append(ordinal)
        else:
            open_runs[-1].append(ordinal)
    yield from open_runs
