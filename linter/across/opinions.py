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
_NO = lazily(r"(?:暂?[不未没][予有]?|无法|难以)(?:以)?采纳.*|否|×|不同意.*")


class OpinionSlip(NamedTuple):
    """What became of an opinion: absent (new words), left (old words), reason (none given).

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
        if _NO.fullmatch(entry.adopted):
            if not entry.reason:
                yield OpinionSlip("reason", "", entry, None)
        elif _YES.fullmatch(entry.adopted):
            for old, new in wishes(entry.opinion.text):
                if new and key(new) not in whole:
                    yield OpinionSlip("absent", new, entry, None)
                span = _still(draft, old, new) if old else None
                if span is not None:
                    yield OpinionSlip("left", old, entry, span)


def wishes(opinion: str) -> Iterator[tuple[str, str]]:
    """(words that were to go, words that were to come) of what an opinion quotes."""
    rest = opinion
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
