"""Wrong characters by composition: near readings that are likelier by far in their place.

A reading is told where the draft, its words or the phrases of plans speak for it; the evidence
asked for is less where the draft itself has the right form.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate
from typing import NamedTuple

from linter.document.nodes import Span, TextNode, Zone
from linter.plan.plan import Plan, fact
from linter.subjects.words.readings import Near, SlipKind, near_readings
from linter.subjects.words.wrong_forms import Certainty
from linter.text.counted import Counted
from linter.text.patterns import lazily
from linter.text.spelling import Spelling, spelling

_MOST = 2  # a form that a draft has more often is a word of its own
_LONG = 4  # characters of a phrase
_OPENS = 2  # what is lost nearer to the beginning opens the form
_SURE = 16.0  # the gain of a reading that leaves no doubt
_FIXED = 4.5  # the gain that is asked of a fixed phrase
_FIXED_LOST = 8.0
_SHORT = 5.0  # that is asked of a short word, beside
_FREE = (
    "已将可也都再又还均须应要就则才仍所之的了并且各新多全"  # what may stand by itself: 时间已压缩至
)
# The gain that is asked for: where the draft has the right form itself, and where it has not.
_ASKED = {
    SlipKind.CHANGED: (10.5, 12.0),
    SlipKind.SWAPPED: (7.0, 12.0),
    SlipKind.DOUBLED: (8.0, 9.0),
    SlipKind.ADDED: (13.0, 15.0),
    SlipKind.LOST: (11.5, 16.0),
}
_PLAIN = (SlipKind.CHANGED, SlipKind.SWAPPED, SlipKind.DOUBLED)
_NAME_BEHIND = lazily(
    r"[镇乡村县州路街巷河湖江岭沟湾港桥寺岛]|[\u4e00-\u9fff]{0,4}(?:公司|集团|股份|[〔\[]\d{4})"
)
_TITLE = lazily(r"《[^《》\n]{1,120}》")
_QUOTED = lazily(r"“[^“”\n]{1,10}”")


class Composed(NamedTuple):
    """Words with a wrong character, and what is meant."""

    span: Span
    right: str
    certainty: Certainty


@fact
def composed(plan: Plan) -> tuple[Composed, ...]:
    """The wrong characters that near readings tell, in reading order."""
    zones = (Zone.TOC, Zone.SIGNATURE)
    nodes = [node for node in plan.worded if node.locator.zone not in zones]
    text = "\n".join(node.folded for node in nodes)
    starts = list(accumulate((len(node.folded) + 1 for node in nodes), initial=0))
    return tuple(
        Composed(_span(nodes, starts, near), near.right, _certainty(near))
        for near in _told(Counted(text), spelling())
    )


def _span(nodes: list[TextNode], starts: list[int], near: Near) -> Span:
    i = bisect_right(starts, near.start) - 1
    return Span(nodes[i], near.start - starts[i], near.end - starts[i])


def _told(draft: Counted, model: Spelling) -> Iterator[Near]:
    """Yield the readings that are told, each place once, the likeliest first of those that meet."""
    told = [near for near in near_readings(draft.text, model) if _speaks(near, draft, model)]
    told.sort(key=lambda near: (-near.gain, near.start))
    taken: list[Near] = []
    covered: set[int] = set()
    for near in told:
        if covered.isdisjoint(range(near.start, near.end)):
            taken.append(near)
            covered.update(range(near.start, near.end))
    yield from sorted(taken, key=lambda near: near.start)


def _speaks(near: Near, draft: Counted, model: Spelling) -> bool:
    """Tell whether enough speaks for a reading, and nothing against it."""
    text = draft.text
    return (
        len(near.right) > 1
        and _is_likelier(near, model, draft)
        and not (_is_seen(near, text, model) or _is_name(near, text))
        and not (near.fixed and _is_of_words(text[near.start : near.end], model))
        and not (near.kind is SlipKind.LOST and _is_compound(near, text, model))
        and not (near.kind is SlipKind.DOUBLED and model.takes(text[near.at]))
        and not (near.kind is SlipKind.ADDED and text[near.at] in _FREE)
        and _times(near, draft) <= _MOST
    )


def _is_likelier(near: Near, model: Spelling, draft: Counted) -> bool:
    """Tell whether a reading gains what is asked of its kind."""
    if near.kind is SlipKind.LOST and model.is_fixed(near.right):
        return near.gain >= _FIXED_LOST
    more = _SHORT if near.kind is SlipKind.CHANGED and len(near.right) < _LONG else 0.0
    if near.fixed:
        return near.gain >= _FIXED + more
    at_hand, alone = (asked + more for asked in _ASKED[near.kind])
    # The whole draft is searched only where that decides.
    return near.gain >= alone or (near.gain >= at_hand and draft.times(near.right) > 0)


def _times(near: Near, draft: Counted) -> int:
    """How often a draft has the form, apart from the right one, which may hold it."""
    form = draft.text[near.start : near.end]
    inside = near.right.count(form)
    return draft.times(form) - (inside * draft.times(near.right) if inside else 0)


def _is_of_words(form: str, model: Spelling) -> bool:
    """Tell whether a form is made of usual words itself: 网络化管理, beside 网格化管理."""
    return all(j - i > 1 and form[i:j] in model.costs for i, j in model.best(form)[1])


def _is_compound(near: Near, text: str, model: Spelling) -> bool:
    """Tell whether what seems left of a word is one that compounds are made with (自助|端)."""
    before, after = text[near.at - 1 : near.at], text[near.at : near.at + 1]
    lost = near.right[near.at - near.start]
    if after == lost:
        return True
    if before + lost in model.costs:
        left, word, opens = before, text[near.at - 2 : near.at], near.at - near.start < _OPENS
    else:
        left, word, opens = after, text[near.at : near.at + 2], near.at == near.start
        if lost + after not in model.costs:
            return True
    if (opens and near.gain < _SURE) or (
        len(near.right) == _LONG and not model.is_fixed(near.right)
    ):
        return True
    return word in model.costs or model.takes(left)


def _is_seen(near: Near, text: str, model: Spelling) -> bool:
    """Tell whether some text has the characters that are taken for wrong side by side."""
    sure = len(near.right) >= _LONG and near.gain >= _SURE
    shaped = near.kind in (SlipKind.CHANGED, SlipKind.SWAPPED)
    if near.fixed or not shaped or (sure and near.kind is SlipKind.SWAPPED):
        return False
    pairs = [text[near.at : near.at + 2]]
    if near.kind is SlipKind.CHANGED:
        pairs.append(text[max(0, near.at - 1) : near.at + 1])
    return any(map(model.is_seen, pairs))


def _is_name(near: Near, text: str) -> bool:
    """Tell whether a name may stand there: of a place, in a title, coined, before 〔2023〕."""
    if _NAME_BEHIND.match(text, near.end):
        return True
    if _encloses(_TITLE, near, text, 122):
        return True
    if text[near.start - 1 : near.start] == "“" and text[near.end : near.end + 1] == "”":
        return near.kind is SlipKind.CHANGED  # 免审即享 beside 免申即享: a coinage of its own
    return len(near.right) < _LONG and _encloses(_QUOTED, near, text, 12)


def _encloses(pattern: re.Pattern[str], near: Near, text: str, reach: int) -> bool:
    around = pattern.finditer(text, max(0, near.start - reach), near.end + reach)
    return any(match.start() < near.start and near.end < match.end() for match in around)


def _certainty(near: Near) -> Certainty:
    """A fixed phrase that is lost beyond doubt is an error; else the draft may mean what it says:
    终期评估 stands beside 中期评估 with right."""
    if len(near.right) >= _LONG and near.gain >= _SURE and near.fixed and near.kind in _PLAIN:
        return Certainty.ERROR
    return Certainty.LIKELY
