"""Fixed expressions (固定提法): the list that stands beside its label, compared with the standard.

An expression has had several wordings in its life; every wording that was ever right is accepted,
so the draft's date is not needed to tell a slip from an old form.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from linter.document import Span, TextNode
from linter.lexicon import Lexicon

_SENTENCE = re.compile(r"[^。;!?]+")
_LIST = re.compile(r"[^,。;:、“”()]{2,24}(?:、[^,。;:、“”()]{2,24})+")
_LAST = re.compile(r"以及|和|与")


@dataclass(frozen=True, slots=True)
class Expression:
    """A label and its items, with the other wordings that are or were in use."""

    label: str
    items: tuple[str, ...]
    wordings: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Deviation:
    """A list that is neither of the wordings: `missing` items, or all of them in another order."""

    span: Span
    expression: Expression
    missing: tuple[str, ...]


@lru_cache(maxsize=4)
def expressions(lexicon: Lexicon) -> tuple[Expression, ...]:
    """The fixed expressions of a lexicon."""
    return tuple(
        Expression(
            entry["label"],
            tuple(entry["items"].split("、")),
            tuple(tuple(w.split("、")) for w in (entry["items"], *entry.get("also", ()))),
        )
        for entry in lexicon.entries("expressions")
    )


def deviations(
    texts: list[tuple[TextNode, str]], known: tuple[Expression, ...]
) -> Iterator[Deviation]:
    """Yield the labelled lists that share half of an expression's items and differ from it."""
    for node, text in texts:
        if "、" not in text:
            continue
        for expression in known:
            if expression.label in text:
                yield from _in_sentences(node, text, expression)


def _in_sentences(node: TextNode, text: str, expression: Expression) -> Iterator[Deviation]:
    for sentence in _SENTENCE.finditer(text):
        if expression.label not in sentence.group():
            continue
        for found in _LIST.finditer(text, sentence.start(), sentence.end()):
            items = _items(found.group(), expression.items)
            shared = [item for item in items if item in expression.items]
            if 2 * len(shared) < len(expression.items) or len(shared) < 3:
                continue
            if any(_reads(items, wording) for wording in expression.wordings):
                continue
            missing = tuple(item for item in expression.items if item not in shared)
            if len(missing) <= 1 or not missing:
                yield Deviation(Span(node, *found.span()), expression, missing)


def _items(words: str, standard: tuple[str, ...]) -> list[str]:
    """Split a list; the first item may have words in front, the last one words behind."""
    pieces = words.split("、")
    last = _LAST.split(pieces[-1], maxsplit=1)
    pieces[-1:] = last
    out = []
    for i, piece in enumerate(pieces):
        fits = [s for s in standard if piece == s]
        if not fits and i == 0:
            fits = [s for s in standard if piece.endswith(s)]
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
