"""Fixed expressions (固定提法): the list that stands beside its label, compared with the standard.

An expression has had several wordings in its life. Which of them a draft may use depends on its
date; where that is unknown, every wording that was ever right is accepted.
"""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from linter.document.nodes import Span, TextNode
from linter.plan.lexicon import Lexicon
from linter.plan.plan import Plan, fact
from linter.subjects.times.periods import month
from linter.text.patterns import compiled, lazily

_SENTENCE = lazily(r"[^。;!?]+")
_LIST = lazily(r"[^,。;:、“”()]{2,24}(?:、[^,。;:、“”()]{2,24})+")
_GRACE = 6
_SHORT = 3  # characters: an item of more is known by its end
_LAST = lazily(r"以及|和|与")


class Expression(NamedTuple):
    """A label and its items, with the other wordings that are or were in use.

    `since` is the month (YYYY-MM) in which the items came into use; `dated` are the wordings that
    they replaced, each with its last month. `slips` are wordings that were never right.
    """

    label: str
    items: tuple[str, ...]
    wordings: tuple[tuple[str, ...], ...]
    since: str
    dated: tuple[tuple[tuple[str, ...], str], ...]
    slips: tuple[str, ...]


class Deviation(NamedTuple):
    """A list that is neither of the wordings: `missing` items, or all of them in another order.

    `standard` is the wording meant. `until` is given where the list is a wording that was right
    up to that month; `disordered` where the items of the standard stand in another order.
    """

    span: Span
    expression: Expression
    missing: tuple[str, ...] = ()
    until: str = ""
    standard: tuple[str, ...] = ()
    disordered: bool = False


def expressions(lexicon: Lexicon) -> tuple[Expression, ...]:
    """The fixed expressions of a lexicon."""
    return tuple(
        Expression(
            entry["label"],
            _split(entry["items"]),
            tuple(map(_split, (entry["items"], *entry.get("also", ())))),
            str(entry["since"]),
            tuple((_split(old["items"]), str(old["until"])) for old in entry.get("old", ())),
            tuple(entry.get("slips", ())),
        )
        for entry in lexicon.entries("expressions")
    )


def _split(items: str) -> tuple[str, ...]:
    return tuple(items.split("、"))


def deviations(
    texts: list[tuple[TextNode, str]], known: tuple[Expression, ...], month: str | None
) -> Iterator[Deviation]:
    """Yield the labelled lists that share half of an expression's items and differ from it.

    `month` is that of the draft, YYYY-MM, None if it is unknown.
    """
    current = [e for e in known if month is None or month >= e.since]
    slips = compiled("|".join(re.escape(slip) for e in current for slip in e.slips) or "$.")
    for node, text in texts:
        slipped = slips.search(text)
        for expression in current:
            if "、" in text and expression.label in text:
                yield from _in_sentences(node, text, expression, month)
            for slip in expression.slips if slipped else ():
                if (at := text.find(slip)) >= 0:
                    yield Deviation(Span(node, at, at + len(slip)), expression)


def _in_sentences(
    node: TextNode, text: str, expression: Expression, month: str | None
) -> Iterator[Deviation]:
    for sentence in _SENTENCE.finditer(text):
        if expression.label not in sentence.group():
            continue
        for found in _LIST.finditer(text, sentence.start(), sentence.end()):
            if deviation := _judge(Span(node, *found.span()), expression, month):
                yield deviation


def _judge(list_: Span, expression: Expression, month: str | None) -> Deviation | None:
    """What is wrong with a list beside the label, None where it is right or another list."""
    words = list_.node.folded[list_.start : list_.end]
    for wording in expression.wordings:
        cut = _head(words, wording)
        items = _items(words[cut:], wording)
        shared = [item for item in items if item in wording]
        if 2 * len(shared) < len(wording) or len(shared) < 3:
            continue
        if any(_reads(_items(words[cut:], w), w) for w in expression.wordings):
            return None
        span = Span(list_.node, list_.start + cut, list_.end)
        old = [until for w, until in expression.dated if _reads(items, w)]
        if old:
            late = month is not None and _later(month, old[0])
            return Deviation(span, expression, until=old[0]) if late else None
        missing = tuple(item for item in wording if item not in shared)
        if len(missing) <= 1:
            ordered = sorted(dict.fromkeys(shared), key=wording.index)
            disordered = not missing and list(dict.fromkeys(shared)) != ordered
            return Deviation(span, expression, missing, "", wording, disordered)
    return None


def _head(words: str, standard: tuple[str, ...]) -> int:
    """Where the items begin: in 完整、准确、全面贯彻创新、协调、… another list stands in front."""
    pieces = words.split("、")
    at = 0
    for i, (piece, after) in enumerate(pairwise(pieces)):
        item = next((s for s in standard if piece.endswith(s)), None)
        if item is not None:
            ours = any(after.startswith(s) or after.endswith(s) for s in standard)
            return at + len(piece) - len(item) if i and ours and piece != item else 0
        at += len(piece) + 1
    return 0


def _later(month: str, until: str) -> bool:
    """Tell whether a month lies more than half a year behind another: drafts lag behind."""
    months = [12 * int(m[:4]) + int(m[5:7] or 12) for m in (month, f"{until}-12"[:7])]
    return months[0] - months[1] > _GRACE


def _items(words: str, standard: tuple[str, ...]) -> list[str]:
    """Split a list; the first item may have words in front, the last one words behind."""
    pieces = words.split("、")
    last = _LAST.split(pieces[-1], maxsplit=1)
    pieces[-1:] = last
    out = []
    for i, piece in enumerate(pieces):
        fits = [s for s in standard if piece == s]
        if not fits:  # 能源消费革命、能源供给革命
            fits = [s for s in standard if piece.endswith(s) and (i == 0 or len(s) > _SHORT)]
        if not fits and i >= len(pieces) - 2:
            fits = [s for s in standard if piece.startswith(s)]
        out.append(fits[0] if fits else piece)
    return out


def _reads(items: list[str], wording: tuple[str, ...]) -> bool:
    """Tell whether the list is the wording, its two ends perhaps with words around."""
    if len(items) < len(wording):
        return False
    head = items[: len(wording)]
    return all(
        a == b or (i == 0 and a.endswith(b)) or (i == len(wording) - 1 and a.startswith(b))
        for i, (a, b) in enumerate(zip(head, wording, strict=True))
    )


@fact
def expression_deviations(plan: Plan) -> tuple[Deviation, ...]:
    """The fixed expressions with an item missing or in another order."""
    known = plan.lexicon.get(expressions)
    return tuple(deviations(plan.masked_texts, known, plan.get(month)))
