"""PUN005: full-width and half-width marks in one draft."""

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from linter.document.nodes import Span, Zone
from linter.plan.finding import Finding, Related, check
from linter.plan.plan import Plan, fact
from linter.subjects.marks.check_doubled import with_neighbours
from linter.text.patterns import lazily

# Marks whose neighbours show that they belong to Chinese text, not to 1,000, 10:30 or V2.0.
# They come first, which is quick to look for, and what stands before them after.
_MARK = lazily(
    r"[,，:：;；!！?？(（.。](?:"
    r"(?<=[\u4e00-\u9fff”》)）%][,，:：;；!！?？])(?!\d)"
    r"|(?<=[(（])(?=[\u4e00-\u9fff])"
    r"|(?<=[\u4e00-\u9fff”》)）%][。.])(?=$|[\u4e00-\u9fff“《（(])"
    r")"
)
_FULL = {",": "，", ":": "：", ";": "；", "!": "！", "?": "？", "(": "（", ".": "。"}
_LISTED = 50  # other places that are named


class Widths(NamedTuple):
    """The places of one kind of mark, by width, in reading order."""

    full: tuple[Span, ...]
    half: tuple[Span, ...]


@fact
def widths(plan: Plan) -> dict[str, Widths]:
    """The marks of the Chinese text by kind: the full-width mark names it."""
    found: dict[str, list[Span]] = defaultdict(list)
    for node in plan.nodes:
        if node.locator.zone is not Zone.TOC:
            for match in _MARK.finditer(node.text):
                found[match.group()].append(Span(node, *match.span()))
    return {
        full: Widths(tuple(found[full]), tuple(found[half]))
        for half, full in _FULL.items()
        if found[full] or found[half]
    }


@check
def half_width(plan: Plan, *, tolerance: float = 0.05, told_each: int = 3) -> Iterator[Finding]:
    """PUN005: each kind of mark by itself, held against the width of most marks of the draft.

    Up to `told_each` half-width marks of a kind are told each, more as one. In a draft of
    half-width marks, as a web page may be, the others are one finding if they are more than
    `tolerance` of all.
    """
    kinds = plan.get(widths)
    full = sum(len(kind.full) for kind in kinds.values())
    half = sum(len(kind.half) for kind in kinds.values() if kind.half)
    if half > full:
        others = [kind for mark, kind in kinds.items() if mark != "。" and kind.full]
        few = [place for kind in others for place in kind.full]
        if few and len(few) > tolerance * (len(few) + half):
            values = {"few": str(len(few)), "many": str(half)}
            peer = next(place for kind in kinds.values() for place in kind.half)
            yield Finding(with_neighbours(few[0]), values, (Related("peer", peer),), "full")
        return
    for mark, kind in kinds.items():
        if kind.half:
            yield from _half_width(mark, kind, full, told_each)


def _half_width(mark: str, kind: Widths, full: int, told_each: int) -> Iterator[Finding]:
    """The half-width marks of a kind in a draft of full-width ones."""
    values = {"mark": kind.half[0].quote, "full": mark, "few": str(len(kind.half))}
    values["many"] = str(len(kind.full) or full)
    peer = tuple(Related("peer", place) for place in kind.full[:1])
    many = len(kind.half) > told_each
    variant = "all" if not kind.full else None
    if many:
        others = tuple(Related("other", place) for place in kind.half[1 : _LISTED + 1])
        yield Finding(with_neighbours(kind.half[0]), values, peer + others, variant)
        return
    for place in kind.half:
        yield Finding(with_neighbours(place), values, peer, variant)
