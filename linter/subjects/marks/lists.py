"""Lists within a sentence (甲、乙和丙): an item that stands twice, two items without their 、.

促进公平、提高质量、促进公平: said twice. 心理健康教育生态文明教育、国防教育和法治教育: where every
other item ends in 教育, an item that has it twice is two.
"""

import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from linter.document.nodes import Paragraph, Span, TextNode, Zone
from linter.plan.plan import Plan, fact
from linter.text.patterns import lazily

_WORD = r"[\u4e00-\u9fffA-Za-z0-9“”+]+"
_LIST = lazily(rf"{_WORD}(?:、{_WORD})+")
_ITEM = lazily(r"[^、]+")
_JOIN = lazily("‹and›")
_SHORT = 6  # characters of a word in a list of words
_ENOUGH = 4  # characters: shorter items are words that a list may need twice
_PEERS = 2
_TAIL = 2
_LONGER = 2  # characters that an item may have more than its longest peer
_SENTENCE = lazily(r"[的和与及等为是对由将在把向按经以于从被有无不应]|包括|提供|其他|各类|相关")
_FEW = 8
_OWN = 2  # characters that an item has in front of the common tail, at least

Place = tuple[int, int]


class ItemTwice(NamedTuple):
    """An item that an earlier one of its list, not the one before it, says already."""

    span: Span
    first: Span


class GluedItems(NamedTuple):
    """Two items with no mark between them, in a list whose other items end as both do."""

    span: Span
    first: str
    second: str


@fact
def items_twice(plan: Plan) -> tuple[ItemTwice, ...]:
    """The items that an earlier one of their list says already."""
    return tuple(found for node in plan.worded for found in items_twice_in(node))


def items_twice_in(node: TextNode) -> Iterator[ItemTwice]:
    """Yield the repeated items; the first of a list may have words in front."""
    text = node.folded
    for found in _LIST.finditer(text) if _may_repeat(text) else ():
        places = list(_items(text, found))
        whole = text.count("、", *found.span()) + 1
        within = len(places) > whole and text[places[-1][0] - 1] in "与及"
        if within or (len(places) > whole and not _is_plain(text, places)):
            # 调解仲裁对接、行政执法与调解仲裁对接; 提交申请材料、增加环节和申请材料: of two verbs
            places = places[: whole - 1]
        seen: dict[str, int] = {}
        for i, (start, end) in enumerate(places):
            words = text[start:end]
            at = seen.setdefault(words, i)
            if at == i and i > 1 and text.endswith(words, *places[0]):
                at = 0
            if i - at > 1 and end - start >= _ENOUGH:
                first = places[at][1]
                yield ItemTwice(Span(node, start, end), Span(node, first - len(words), first))


def _is_plain(text: str, places: list[Place]) -> bool:
    """Tell whether a list is one of words, so that what 和 joins are two of its items."""
    return all(
        end - start <= _SHORT and _JOIN.search(text, start, end) is None for start, end in places
    )


def _may_repeat(text: str) -> bool:
    """Whether the end of an item stands in the text twice: quick to tell."""
    ends = {item[-_ENOUGH:] for item in text.split("、")[:-1]}
    return _stands(text, {end for end in ends if len(end) == _ENOUGH}, _ENOUGH, 2)


def _may_glue(text: str) -> bool:
    """Whether the tail of an item stands in the text as often as two items and their peers."""
    tails = {item[-_TAIL:] for item in text.split("、")[:-1]}
    return _stands(text, tails, _TAIL, _PEERS + 2)


def _stands(text: str, words: set[str], length: int, times: int) -> bool:
    """Whether one of many words of a length may stand in a text so often."""
    if len(words) <= _FEW:
        return any(text.count(word) >= times for word in words)
    counted = Counter(text[i : i + length] for i in range(len(text) - length + 1))
    return any(counted[word] >= times for word in words)


@fact
def glued_items(plan: Plan) -> tuple[GluedItems, ...]:
    """The items of lists that run together."""
    return tuple(_glued_items(plan.masked_texts))


def _glued_items(texts: list[tuple[TextNode, str]]) -> Iterator[GluedItems]:
    """Yield the pairs of items that run together in the lists of the paragraphs."""
    for node, text in texts:
        if not isinstance(node, Paragraph) or node.locator.zone in (Zone.TOC, Zone.SIGNATURE):
            continue
        for found in _LIST.finditer(text) if _may_glue(text) else ():
            yield from _glued(node, list(_items(text, found)))


def _items(text: str, found: re.Match[str]) -> Iterator[Place]:
    """The items of a list; 和 may join the last two, 等 stand behind them."""
    places = [match.span() for match in _ITEM.finditer(text, *found.span())]
    yield from places[:-1]
    start, end = places[-1]
    etc = text.find("等", start + _OWN, end)
    end = etc if etc >= 0 else end
    join = _JOIN.search(text, start + _OWN, end)
    if join is None:
        yield start, end
    else:
        yield start, join.start()
        yield join.end(), end


def _glued(node: TextNode, places: list[Place]) -> Iterator[GluedItems]:
    text = node.folded
    tails = Counter(text[max(start, end - _TAIL) : end] for start, end in places)
    if len(places) <= _PEERS or len(tails) > 2:
        return
    for i, (start, end) in enumerate(places):
        tail = text[end - _TAIL : end]
        alike = tails[tail] - (text[max(start, end - _TAIL) : end] == tail)
        if alike != len(places) - 1:
            continue
        cut = text.find(tail, start + _OWN, end - _TAIL - _OWN)
        if cut < 0 or text.count(tail, start, end) != 2:
            continue
        cut += _TAIL
        others = places[:i] + places[i + 1 :]
        if any(text.count(tail, a, b) > 1 for a, b in others):
            return  # two items at least have it twice: so has the list
        if end - cut > max(b - a for a, b in others) + _LONGER:
            continue
        if _SENTENCE.search(text, start, end):
            continue
        yield GluedItems(Span(node, start, end), text[start:cut], text[cut:end])
