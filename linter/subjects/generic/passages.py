"""What the generic kinds look at: the zones of a draft, and words and patterns found there."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from operator import itemgetter
from typing import Literal, NamedTuple

from linter.document.nodes import Cell, Paragraph, Span, TextNode, Zone
from linter.plan.plan import Plan
from linter.text.folding import fold
from linter.text.sentences import SENTENCE_END, sentence_number

Where = Literal["body", "boxes", "tables", "headings"]
Within = Literal["sentence", "paragraph", "section", "draft"]
EVERYWHERE: tuple[Where, ...] = ("body", "boxes", "tables", "headings")
# A pattern sees at most so many characters at once, which bounds what a slow one can cost.
PIECE = 1_000


class Region(NamedTuple):
    """Characters `start` to `end` of a node, and the text to match on (offsets of the node)."""

    node: TextNode
    text: str
    start: int
    end: int


class Hit(NamedTuple):
    """A word or pattern of a rule found in the draft. `match` is on the folded text."""

    span: Span
    match: re.Match[str]

    @property
    def word(self) -> str:
        return self.span.quote


def regions(plan: Plan, zones: Sequence[Where], *, in_titles: bool = False) -> Iterator[Region]:
    """Yield what belongs to the zones, in reading order; the table of contents is none of them.

    Titles in 《》, addresses and document numbers are masked, unless `in_titles`.
    """
    for node in plan.nodes:
        if node.locator.zone is Zone.TOC:
            continue
        text = node.folded if in_titles else plan.masked(node)
        for zone, start, end in _zones(plan, node):
            if zone in zones and start < end:
                yield Region(node, text, start, end)


def _zones(plan: Plan, node: TextNode) -> Iterator[tuple[Where, int, int]]:
    """The zones of a node: a run-in heading is a heading up to its first full stop."""
    size = len(node.text)
    if isinstance(node, Cell):
        yield "tables", 0, size
        return
    rest: Where = "boxes" if node.locator.box is not None else "body"
    # A draft that begins with a sentence has no title, whatever stands first.
    title = node is plan.document.title and not node.folded.rstrip().endswith("。")
    if title or (isinstance(node, Paragraph) and node.level is not None):
        head = size if title else heading_end(node)
        yield "headings", 0, head
        yield rest, head, size
    else:
        yield rest, 0, size


def heading_end(node: TextNode) -> int:
    """Where the heading ends in a paragraph that opens a section."""
    stop = node.text.find("。")
    return stop + 1 if stop >= 0 and node.text[stop + 1 :].strip() else len(node.text)


@lru_cache(maxsize=512)
def alternation(words: tuple[str, ...]) -> re.Pattern[str] | None:
    """One pattern for all of the words, longer ones first; None if there are none."""
    folded = sorted({fold(word) for word in words}, key=len, reverse=True)
    return re.compile("|".join(map(re.escape, folded))) if folded else None


def hits(
    where: Iterable[Region],
    words: tuple[str, ...],
    patterns: Iterable[re.Pattern[str]] = (),
    exceptions: tuple[str, ...] = (),
) -> Iterator[Hit]:
    """Yield the words and patterns in the regions, region by region, those in exceptions not."""
    listed, excused = alternation(words), alternation(exceptions)
    searched = [*([listed] if listed else []), *patterns]
    for region in where:
        taken: list[tuple[int, int]] = (
            [m.span() for m in excused.finditer(region.text)] if excused else []
        )
        found = []
        for pattern in searched:
            for match in _matches(pattern, region):
                start, end = match.span()
                last = bisect_right(taken, start, key=itemgetter(0)) - 1
                if start < end and not (last >= 0 and end <= taken[last][1]):
                    found.append(Hit(Span(region.node, start, end), match))
        yield from sorted(found, key=lambda hit: hit.span.start)


def _matches(pattern: re.Pattern[str], region: Region) -> Iterator[re.Match[str]]:
    start = region.start
    while start < region.end:
        end = _piece_end(region, start)
        yield from pattern.finditer(region.text, start, end)
        start = end


def _piece_end(region: Region, start: int) -> int:
    """The end of a piece: of the region, else of the last sentence that fits, else cut hard."""
    if region.end - start <= PIECE:
        return region.end
    ends = [m.end() for m in SENTENCE_END.finditer(region.text, start, start + PIECE)]
    return ends[-1] if ends else start + PIECE


def scope(span: Span, within: Within) -> object:
    """A key that two spans share if they stand in one sentence, paragraph, section or draft."""
    if within == "draft":
        return None
    if within == "section":
        return span.node.locator.section
    if within == "paragraph":
        return id(span.node)
    return id(span.node), sentence_number(span.node.folded, span.start)


def opening(plan: Plan) -> Span | None:
    """Where what a whole draft lacks is reported: its title, else its first paragraph."""
    node = plan.document.title or next((n for n in plan.nodes if n.text), None)
    return Span.whole(node, 40) if node else None
