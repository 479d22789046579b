"""STR: levels, forms and contents of headings."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from linter.document.nodes import Box, LabelKind, Paragraph, Table, Zone
from linter.plan.finding import Finding, Related, check
from linter.plan.plan import Plan
from linter.subjects.structure.items import RANK, Item
from linter.subjects.structure.outline import outline
from linter.subjects.structure.parts import Part
from linter.text.folding import fold
from linter.text.numerals import ENCLOSED, NUMERAL
from linter.text.patterns import lazily, once

_LINE = 40
_PEERS = 2
_NAME = 20  # characters of a heading, by which people find it
_MINORITY = 3  # the rarer form is at most a third of the usual one
_TERM = lazily(r"(?:(?!是指|指)[^。:,;()]|\([^()]*\)){1,40}(?P<mark>[。:,])")
_STOPPED = (LabelKind.CHAPTER, LabelKind.SECTION, LabelKind.CHINESE, LabelKind.PAREN_CHINESE)


class Skip(NamedTuple):
    """The first item below a heading that lacks the level between them; `peer` has that level."""

    item: Item
    peer: Item


def is_line(paragraph: Paragraph) -> bool:
    """Tell a heading that fills its paragraph from one with text behind it."""
    text = paragraph.folded.strip()
    return len(text) <= _LINE and not once(r"[。;:]").search(text[:-1])


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
    by_form: dict[tuple[int, int], list[tuple[Item, bool]]] = defaultdict(list)
    for item in items:
        if not is_line(item.paragraph) or item.paragraph.folded.rstrip().endswith((";", "。")):
            continue
        follower = after.get(id(item.paragraph))
        label = firm.get(id(follower)) if follower is not None else None
        below = follower is not None and (label is None or _depth(label) > _depth(item))
        by_form[_depth(item)].append((item, below or id(item.paragraph) in filled))
    for pairs in by_form.values():
        full_ones = sum(full for _, full in pairs)
        if full_ones >= max(_PEERS, 3 * len(pairs) // 4):
            yield from (item for item, full in pairs if not full)


def _depth(item: Item) -> tuple[int, int]:
    """How deep a form of number is: 4.2.1 is below 4.2."""
    label = item.paragraph.label
    return RANK[item.kind], len(label.numbers) if label and not item.slipped else 1


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


@check
def level_skipped(plan: Plan) -> Iterator[Finding]:
    """STR003: 一、 and then 1., where the draft elsewhere has （一） between them."""
    for part, items in plan.get(outline).parts:
        if part.box is None:
            for skip in skipped_levels(part, items):
                parent = skip.item.parent
                values = {
                    "label": skip.item.label,
                    "parent": parent.line[:20] if parent else "",
                    "level": skip.peer.label,
                }
                yield Finding(skip.item.words, values, (Related("peer", skip.peer.words),))


@check
def style_mixed(plan: Plan) -> Iterator[Finding]:
    """STR004: siblings in different forms; a form that pervades is reported once, with a count."""
    spaced: list[Item] = []
    glued = [stuck.item for stuck in plan.get(outline).glued]
    for _, items in plan.get(outline).parts:
        by_kind: dict[LabelKind, list[Item]] = defaultdict(list)
        for item in items:
            if item.slipped:
                peer = next(i for i in items if i.kind is item.kind and not i.slipped)
                yield _mixed([item], peer, None)
            elif item.kind is not LabelKind.DECIMAL and not _generated(item):
                by_kind[item.kind].append(item)
        for kind, peers in by_kind.items():
            mixed = list(_split(peers, _mark, None))
            yield from mixed or _split_runs(peers, [i for i in glued if i.kind is kind])
            lines = [item for item in _headings(peers) if is_line(item.paragraph)]
            if kind in _STOPPED:
                yield from _split(lines, _stop, "stop")
        spaced += by_kind[LabelKind.ARABIC]
        entries = [item for item in items if item.paragraph.locator.zone is Zone.GLOSSARY]
        yield from _split([item for item in entries if _term_mark(item)], _term_mark, "term")
    yield from _split(spaced, _space, "space")


def _headings(items: Sequence[Item]) -> Iterator[Item]:
    """The items that are no members of a sentence: （一）…；（二）…；（三）…。"""
    open_list = False
    for item in items:
        member = item.paragraph.folded.rstrip().endswith((";", ","))
        if not (member or open_list):
            yield item
        open_list = member


def _split(
    items: Sequence[Item], form: Callable[[Item], str], variant: str | None
) -> Iterator[Finding]:
    """One finding for the rarer form among siblings, if it is clearly the rarer one."""
    forms: dict[str, list[Item]] = defaultdict(list)
    for item in items:
        forms[form(item)].append(item)
    usual = max(forms.values(), key=len, default=[])
    rare = [item for group in forms.values() if group is not usual for item in group]
    if rare and len(rare) * _MINORITY <= len(usual):
        yield _mixed(rare, usual[0], variant)


def _split_runs(items: Sequence[Item], glued: Sequence[Item]) -> Iterator[Finding]:
    """One finding for the rarer marks within runs, 1. 2、 3., whatever the rest does."""
    usual = Counter(map(_mark, items))
    own = {id(item.paragraph) for item in items}
    usual.update(_mark(item) for item in glued if id(item.paragraph) in own)
    rare: list[tuple[Item, Item]] = []
    for run in _runs(items):
        marks = Counter(map(_mark, run))
        if len(marks) > 1:
            most = max(marks, key=lambda mark: (marks[mark], usual[mark]))
            peer = next(item for item in run if _mark(item) == most)
            rare += [(item, peer) for item in run if _mark(item) != most]
    if rare:
        yield _mixed([item for item, _ in rare], rare[0][1], None)


def _runs(items: Sequence[Item]) -> Iterator[list[Item]]:
    """The items that follow each other by number below one heading."""
    run: list[Item] = []
    for item in items:
        if run and (item.scope, item.number) != (run[-1].scope, run[-1].number + 1):
            yield run
            run = []
        run.append(item)
    yield run


def _mixed(rare: Sequence[Item], peer: Item, variant: str | None) -> Finding:
    values = {
        "label": rare[0].label,
        "peer": peer.label,
        "words": _named(rare[0]),
        "peer_words": _named(peer),
        "count": str(len(rare)),
    }
    return Finding(rare[0].words, values, (Related("peer", peer.words),), variant)


def _named(item: Item) -> str:
    return item.paragraph.line.strip()[:_NAME]


@check
def section_empty(plan: Plan) -> Iterator[Finding]:
    """STR006: a heading with nothing under it, where its peers have something."""
    blocks = plan.document.blocks
    filled = {id(block) for block, after in pairwise(blocks) if isinstance(after, Table | Box)}
    for part, items in plan.get(outline).parts:
        if part.box is None:
            for item in empty_headings(part, items, filled):
                yield Finding(item.words, {"words": item.words.quote.strip()})


def _generated(item: Item) -> bool:
    return item.paragraph.label is not None and item.paragraph.label.generated


def _mark(item: Item) -> str:
    """The marks of a number without the number; brackets that do not match are PUN002's."""
    mark = once(rf"[\d{NUMERAL}{ENCLOSED}\s★☆▲△※]").sub("", fold(item.label)).replace("﹒", ".")
    return "()" if mark[:1] in tuple("(〔[【") and mark not in ("()、", "().", "【】") else mark


def _stop(item: Item) -> str:
    return "。" if item.paragraph.text.rstrip().endswith("。") else ""


def _term_mark(item: Item) -> str:
    """The mark between a term of the glossary (名词解释) and its explanation."""
    match = _TERM.match(item.paragraph.folded)
    return match["mark"] if match else ""


def _space(item: Item) -> str:
    raw = item.paragraph.label.raw if item.paragraph.label else ""
    return " " if raw != raw.rstrip() else ""
