"""Names that are made of counts, and what the sentence behind them says of each count.

“一核两带三区”，即…核心，…带、…带，…区、…区; “5+3”工程，包括…5项…和…3项….
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from linter.document.nodes import Span, TextNode, Zone
from linter.plan.plan import Plan, fact
from linter.text.numerals import parse_numeral
from linter.text.patterns import lazily, once

_COUNT = "[一二两三四五六七八九十]"
_PART = lazily(rf"(?P<count>{_COUNT})(?P<noun>[\u4e00-\u9fff])(?=[、{_COUNT[1:-1]}]|$)")
_EXPLAINED = r"[^。;,:()“”\d]{0,8}(?:,?即|,?包括:?|:|,?分别[是为]|\((?:即|包括)?)"
_NAME = lazily(
    rf"“(?P<name>(?:{_COUNT}[\u4e00-\u9fff]、?){{2,5}})”{_EXPLAINED}(?P<rest>[^。()“”]{{6,200}})(?=[。)]|$)"
)
_SUM = lazily(
    rf"“(?P<name>(?:\d{{1,2}}|[NXn])(?:\+(?:\d{{1,2}}|[NXn])){{1,4}})”{_EXPLAINED}(?P<rest>[^。]{{6,200}})"
)
_COUNTED = lazily(
    rf"(?<![\d.第])(?P<count>\d{{1,2}}|{_COUNT}|[NXn])(?:个|大|项|类|张|种|支|座|级|套|条)"
)
_GROUP = lazily(r"[,;]")
_JOIN = lazily(r"以及|(?<![总中共调温平饱缓])和(?![谐平解睦])|(?<!参)与|(?<![普涉波触])及")
_LEAD = lazily(r"^(?:以及|和|及|与|以|为)")
_NEAR = 2  # parts that are further off were not meant


@dataclass(frozen=True, slots=True)
class Compound:
    """A part of a name whose count is not what follows: `low` to `high` were found at `found`."""

    name: str
    part: Span
    count: int
    low: int
    high: int
    found: Span


@fact
def wrong_parts(plan: Plan) -> tuple[Compound, ...]:
    """The parts of compound names that do not agree with their explanation."""
    return tuple(_wrong_parts(plan.worded))


def _wrong_parts(nodes: Sequence[TextNode]) -> Iterator[Compound]:
    for node in nodes:
        if "“" not in node.folded or node.locator.zone is Zone.TOC:
            continue
        for match in _NAME.finditer(node.folded):
            yield from _by_groups(node, match)
        for match in _SUM.finditer(node.folded):
            yield from _by_numbers(node, match)


def _by_groups(node: TextNode, match: re.Match[str]) -> Iterator[Compound]:
    """The explanation has one group for each part, and each group names the part's noun."""
    parts = list(_PART.finditer(node.folded, *match.span("name")))
    groups = list(_pieces(node.folded, *match.span("rest")))
    if len(parts) != len(groups) or len(parts) < 2:
        return
    wrong = []
    for part, (start, end) in zip(parts, groups, strict=True):
        words, count = node.folded[start:end], parse_numeral(part["count"])
        if part["noun"] not in words or "等" in words or count is None:
            return
        low = words.count("、") + 1
        high = low + len(_JOIN.findall(_LEAD.sub("", words)))
        if not low <= count <= high:
            label, found = Span(node, *part.span()), Span(node, start, end)
            wrong.append(Compound(match["name"], label, count, low, high, found))
    if len(wrong) == 1 and abs(wrong[0].count - wrong[0].low) <= _NEAR:
        yield wrong[0]


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for mark in _GROUP.finditer(text, start, end):
        yield start, mark.start()
        start = mark.end()
    yield start, end


def _by_numbers(node: TextNode, match: re.Match[str]) -> Iterator[Compound]:
    """The explanation counts as many things as the name has numbers, all but one the same."""
    at = match.start("name")
    named = [(m.group(), at + m.start()) for m in once(r"\w+").finditer(match["name"])]
    told = [(m["count"], m) for m in _COUNTED.finditer(node.folded, *match.span("rest"))]
    if not any(not n.isdigit() for n, _ in told):  # N is often left out
        named = [(n, place) for n, place in named if n.isdigit()]
    if len(named) != len(told):
        return
    off = [
        (number, place, count, m)
        for (number, place), (count, m) in zip(named, told, strict=True)
        if number.isdigit() and parse_numeral(count) != int(number)
    ]
    if len(off) == 1 and (other := parse_numeral(off[0][2])) is not None:
        number, place, _, m = off[0]
        part = Span(node, place, place + len(number))
        yield Compound(match["name"], part, int(number), other, other, Span(node, *m.span()))
