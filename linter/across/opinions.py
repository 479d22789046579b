"""Opinions that were adopted and are not carried out, or not adopted without a reason."""

from collections.abc import Iterator
from typing import NamedTuple

from linter.across.ledger import OpinionEntry
from linter.document.nodes import Span
from linter.plan.plan import Plan
from linter.text.folding import key
from linter.text.patterns import lazily

_WORDS = r"[“「『]([^“”「」『』]{1,200})[”」』]"
_TO = r"(?:修改|调整|更改|变更|完善|改|替换|表述)(?:为|成|作)|换成|更正为|改动为"
_CHANGE = lazily(
    rf"(?:将|把|原文(?:为)?|原稿|其中)?[^“”]{{0,20}}{_WORDS}[^“”。；;]{{0,20}}?(?:{_TO})\s*[:：]?\s*{_WORDS}"
)
_DROP = lazily(
    rf"(?:删除|删去|删掉|去掉|取消)[^“”。；;]{{0,16}}{_WORDS}"
    rf"|(?:将|把)?[^“”]{{0,20}}{_WORDS}(?:一句|一词|字样|等字样|的表述)?(?:删除|删去|删掉|去掉)"
)
_ADD = lazily(rf"(?:增加|补充|增写|加上|加入|新增|增补|写入)[^“”。；;]{{0,16}}{_WORDS}")
_YES = lazily(r"(?:已|予以|同意|全部|完全)?(?:采纳|吸收|是|√|✓|同意)(?:并.*|[。]?)|已.*采纳.*")
_NO = lazily(r"(?:(?:暂?[不未没][予有]?|无法|难以)(?:以)?采纳|不同意|否|×)(?P<why>.*)")
_PARTLY = lazily(r"(?:已|予以)?(?:部分|基本|原则上?|有条件)(?:采纳|吸收|同意)(?P<why>.*)")
_STRAIGHT = lazily('"([^"]*)"')
_REASON = 4  # characters behind 未采纳 that are a reason


class OpinionSlip(NamedTuple):
    """What became of an opinion: absent (new words), left (old words), reason (none given); partly
    (nothing of what was adopted in part), partly-reason.

    `words` are those in question; `span` is where old words still stand.
    """

    what: str
    words: str
    entry: OpinionEntry
    span: Span | None


def opinion_slips(opinions: tuple[OpinionEntry, ...], draft: Plan) -> Iterator[OpinionSlip]:
    """Hold the opinions against the draft."""
    texts = [(node, key(node.text)) for node in draft.nodes]
    whole = "\n".join(text for _, text in texts)
    for entry in opinions:
        asked = list(wishes(entry.opinion.text))
        if match := _NO.fullmatch(entry.adopted):
            if not _is_reasoned(entry, match["why"]):
                yield OpinionSlip("reason", "", entry, None)
        elif match := _PARTLY.fullmatch(entry.adopted):
            reasoned = _is_reasoned(entry, match["why"])
            if not reasoned:
                yield OpinionSlip("partly-reason", "", entry, None)
            done = [_is_done(draft, whole, *wish) for wish in asked]
            if asked and not any(done) and (len(asked) > 1 or not reasoned):
                words = "、".join(new or old for old, new in asked)
                yield OpinionSlip("partly", words, entry, None)
        elif _YES.fullmatch(entry.adopted):
            for old, new in asked:
                if new and key(new) not in whole:
                    yield OpinionSlip("absent", new, entry, None)
                span = _still(draft, old, new) if old else None
                if span is not None:
                    yield OpinionSlip("left", old, entry, span)


def _is_reasoned(entry: OpinionEntry, behind: str) -> bool:
    return bool(entry.reason) or len(behind.strip("。,，:：;；")) >= _REASON


def _is_done(draft: Plan, whole: str, old: str, new: str) -> bool:
    """Whether the new words stand in the draft, and old ones that were to go do not."""
    return key(new) in whole and (not old or _still(draft, old, new) is None)


def wishes(opinion: str) -> Iterator[tuple[str, str]]:
    """(words that were to go, words that were to come) of what an opinion quotes."""
    rest = _STRAIGHT.sub(r"“\1”", opinion)
    for pattern in (_CHANGE, _DROP, _ADD):
        for match in pattern.finditer(rest):
            words = [group for group in match.groups() if group]
            if pattern is _CHANGE:
                yield words[0], words[1]
            elif pattern is _DROP:
                yield words[0], ""
            else:
                yield "", words[0]
        rest = pattern.sub(lambda m: "。" * len(m.group()), rest)


def _still(draft: Plan, old: str, new: str) -> Span | None:
    """Where the old words still stand, not within the new ones."""
    for node in draft.nodes:
        at = node.text.find(old)
        while at >= 0:
            offset = new.find(old)
            held = offset >= 0 and at >= offset and node.text.startswith(new, at - offset)
            if not held:
                return Span(node, at, at + len(old))
            at = node.text.find(old, at + len(old))
    return None
