"""Meetings and documents that a draft dates itself and tells as past.

落实2026年5月召开的全市教育大会精神, 根据2024年印发的《…办法》: who acts on it has seen it.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from linter.document import Span, TextNode, Zone
from linter.facts.figures.clauses import sentence
from linter.patterns import lazily

_DATE = r"(?<!\d)(?P<year>20\d{2})年(?:(?P<month>\d{1,2})月(?:(?P<day>\d{1,2})日)?)?"
_DONE = r"召开|举行|印发|发布|公布|颁布|出台|下发|通过|审议通过|批准|批复|修订|修正|签署|签订"
_DATED = lazily(
    rf"{_DATE}(?P<done>[^\d,。;:、《》“”()的]{{0,12}}?(?:{_DONE}))的"
    r"(?P<what>《[^《》]{2,60}》|[^,。;:、《》()]{2,20}?(?:会议|大会|全会|座谈会|推进会|论坛))"
)
_ACTING = lazily(r"贯彻|落实|学习|根据|按照|依据|遵照|依照|对照")
_SAID = lazily(r"[“”]?(?:精神|部署|要求|决定|明确|提出|指出|强调|作出|确定)")
_AHEAD = lazily(
    r"迎接|喜迎|备战|筹[备办]|申办|承办|协办|举办|做好|保障|服务|将|拟|待|计划|预计|即将|争取|谋划|编制|起草"
)


class DatedEvent(NamedTuple):
    """What the draft refers back to; `first` is the first day that its date leaves open."""

    words: str
    first: tuple[int, int, int]
    when: str
    span: Span


def dated_events(nodes: Sequence[TextNode]) -> Iterator[DatedEvent]:
    """Yield the meetings and documents with a date behind words such as 落实 or 根据."""
    for node in nodes:
        if node.locator.zone is Zone.TOC or "的" not in node.folded:
            continue
        for match in _DATED.finditer(node.folded):
            start, _ = sentence(node.folded, match.start())
            before = node.folded[start : match.start()]
            acted = _ACTING.search(before) or _SAID.match(node.folded, match.end())
            if acted and not _AHEAD.search(before[-16:] + match["done"]):
                first = (int(match["year"]), int(match["month"] or 1), int(match["day"] or 1))
                when = node.folded[match.start() : match.end(_last_of(match)) + 1]
                span = Span(node, *match.span())
                yield DatedEvent(node.text[slice(*match.span("what"))], first, when, span)


def _last_of(match: re.Match[str]) -> str:
    return "day" if match["day"] else "month" if match["month"] else "year"
