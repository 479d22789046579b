"""What stands below the headings: levels that are left out, headings with nothing under them."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from linter.document import LabelKind, Paragraph
from linter.facts.structure.items import RANK, Item
from linter.facts.structure.parts import Part

_LINE = 40
_PEERS = 2


class Skip(NamedTuple):
    """The first item below a heading that lacks the level between them; `peer` has that level."""

    item: Item
    peer: Item


def is_line(paragraph: Paragraph) -> bool:
    """Tell a heading that fills its paragraph from one with text behind it."""
    text = paragraph.folded.strip()
    return len(text) <= _LINE and not re.search(r"[。;:]", text[:-1])


def skipped_levels(part: Part, items: Sequence[Item]) -> Iterator[Skip]:
    """Yield the places of one part where 一、 has 1. below it, and elsewhere （一） with 1.

    Numbers that run on through the draft, and lists behind a colon, skip nothing.
    """
    lists = _behind_colon(part.paragraphs)
    children: dict[int, list[Item]] = defaultdict(list)
    heads = {id(item.paragraph): item for item in items}
    for item in items:
        if item.parent is not None and id(item.parent) in heads:
            children[id(item.parent)].append(item)
    pairs: dict[tuple[LabelKind, LabelKind], list[Item]] = defaultdict(list)
    for parent, below in children.items():
        pairs[heads[parent].kind, below[0].kind].append(below[0])
    opening: dict[LabelKind, list[int]] = defaultdict(list)
    for below in children.values():
        opening[below[0].kind].append(below[0].number)
    for parent, below in children.items():
        head, first = heads[parent], below[0]
        if 2 * opening[first.kind].count(1) < len(opening[first.kind]):
            continue  # 1.…45. through the draft
        if first.number != 1 or not is_line(head.paragraph) or id(first.paragraph) in lists:
            continue
        between = (k for k in LabelKind if RANK[head.kind] < RANK[k] < RANK[first.kind])
        for kind in between:
            peers = pairs.get((head.kind, kind), [])
            used = (kind, first.kind) in pairs and not any(i.kind is kind for i in below)
            if used and len(peers) >= _PEERS:
                yield Skip(first, peers[0])
                break


def empty_headings(part: Part, items: Sequence[Item], filled: set[int]) -> Iterator[Item]:
    """Yield the heading lines of a part with nothing below, where their peers have something.

    `filled` holds the ids of paragraphs that a table or a box follows at once.
    """
    firm = {id(item.paragraph): item for item in items}
    after = _followers(part)
    by_kind: dict[LabelKind, list[tuple[Item, bool]]] = defaultdict(list)
    for item in items:
        if not is_line(item.paragraph) or item.paragraph.folded.rstrip().endswith((";", "。")):
            continue
        follower = after.get(id(item.paragraph))
        label = firm.get(id(follower)) if follower is not None else None
        below = follower is not None and (label is None or RANK[label.kind] > RANK[item.kind])
        by_kind[item.kind].append((item, below or id(item.paragraph) in filled))
    for pairs in by_kind.values():
        full_ones = sum(full for _, full in pairs)
        if full_ones >= max(_PEERS, 3 * len(pairs) // 4):
            yield from (item for item, full in pairs if not full)


def _followers(part: Part) -> dict[int, Paragraph]:
    return {id(a): b for a, b in pairwise(part.paragraphs)}


def _behind_colon(paragraphs: Iterable[Paragraph]) -> set[int]:
    """The ids of paragraphs that follow one that ends in a colon: the first items of lists."""
    out: set[int] = set()
    colon = False
    for paragraph in paragraphs:
        if colon:
            out.add(id(paragraph))
        colon = paragraph.folded.rstrip().endswith(":")
    return out
