"""STR: levels, forms and contents of headings."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from linter.checks.finding import Finding, Plan, Related, check
from linter.chinese import NUMERAL, fold
from linter.document import Box, LabelKind, Paragraph, Span, Table
from linter.facts.structure.items import Item
from linter.facts.structure.sections import empty_headings, is_line, skipped_levels

_MINORITY = 3  # the rarer form is at most a third of the usual one
_STOPPED = (LabelKind.CHAPTER, LabelKind.SECTION, LabelKind.CHINESE, LabelKind.PAREN_CHINESE)


@check
def level_skipped(plan: Plan) -> Iterator[Finding]:
    """STR003: 一、 and then 1., where the draft elsewhere has （一） between them."""
    for part, items in plan.structure.outline.parts:
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
    glued = [stuck.item for stuck in plan.structure.outline.glued]
    for _, items in plan.structure.outline.parts:
        by_kind: dict[LabelKind, list[Item]] = defaultdict(list)
        for item in items:
            if item.slipped:
                peer = next(i for i in items if i.kind is item.kind and not i.slipped)
                yield _mixed([item], peer, "form")
            elif item.kind is not LabelKind.DECIMAL and not _generated(item):
                by_kind[item.kind].append(item)
        for kind, peers in by_kind.items():
            mixed = list(_split(peers, _mark, "form"))
            yield from mixed or _split_runs(peers, [i for i in glued if i.kind is kind])
            lines = [item for item in _headings(peers) if is_line(item.paragraph)]
            if kind in _STOPPED:
                yield from _split(lines, _stop, "stop")
        spaced += by_kind[LabelKind.ARABIC]
    yield from _split(spaced, _space, "space")


def _headings(items: Sequence[Item]) -> Iterator[Item]:
    """The items that are no members of a sentence: （一）…；（二）…；（三）…。"""
    open_list = False
    for item in items:
        member = item.paragraph.folded.rstrip().endswith((";", ","))
        if not (member or open_list):
            yield item
        open_list = member


def _split(items: Sequence[Item], form: Callable[[Item], str], variant: str) -> Iterator[Finding]:
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
        yield _mixed([item for item, _ in rare], rare[0][1], "form")


def _runs(items: Sequence[Item]) -> Iterator[list[Item]]:
    """The items that follow each other by number below one heading."""
    run: list[Item] = []
    for item in items:
        if run and (item.scope, item.number) != (run[-1].scope, run[-1].number + 1):
            yield run
            run = []
        run.append(item)
    yield run


def _mixed(rare: Sequence[Item], peer: Item, variant: str) -> Finding:
    values = {"label": rare[0].label, "peer": peer.label, "count": str(len(rare))}
    return Finding(rare[0].words, values, (Related("peer", peer.words),), variant)


@check
def section_empty(plan: Plan) -> Iterator[Finding]:
    """STR006: a heading with nothing under it, where its peers have something."""
    blocks = plan.document.blocks
    filled = {id(block) for block, after in pairwise(blocks) if isinstance(after, Table | Box)}
    for part, items in plan.structure.outline.parts:
        if part.box is None:
            for item in empty_headings(part, items, filled):
                yield Finding(item.words, {"words": item.words.quote.strip()})


@check
def contents_mismatch(plan: Plan) -> Iterator[Finding]:
    """STR008: the table of contents against the headings, words only."""
    for fault in plan.structure.contents_faults:
        entry, heading = fault.entry, fault.heading
        if entry is not None and heading is not None:
            values = {"entry": entry.line.strip(), "heading": _line(heading)}
            related = (Related("heading", _span(heading)),)
            yield Finding(Span.whole(entry), values, related)
        elif entry is not None:
            yield Finding(Span.whole(entry), {"entry": entry.line.strip()}, (), "extra")
        elif heading is not None:
            yield Finding(_span(heading), {"heading": _line(heading)}, (), "missing")


def _generated(item: Item) -> bool:
    return item.paragraph.label is not None and item.paragraph.label.generated


def _line(heading: Paragraph) -> str:
    return (heading.label.raw if heading.label else "") + heading.title


def _span(heading: Paragraph) -> Span:
    return Span.whole(heading, min(40, len(heading.title)))


def _mark(item: Item) -> str:
    """The marks of a number without the number; brackets that do not match are PUN002's."""
    mark = re.sub(rf"[\d{NUMERAL}\s]|[①-⑳]", "", fold(item.label))
    return "()" if mark[:1] in tuple("(〔[【") and mark not in ("()、", "().", "【】") else mark


def _stop(item: Item) -> str:
    return "。" if item.paragraph.text.rstrip().endswith("。") else ""


def _space(item: Item) -> str:
    raw = item.paragraph.label.raw if item.paragraph.label else ""
    return " " if raw != raw.rstrip() else ""
