"""REF007: what is cited before it can have happened."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from linter.document.model import Document
from linter.document.nodes import Span, TextNode, Zone
from linter.plan.finding import Finding, Related, check
from linter.plan.lexicon import Lexicon
from linter.plan.plan import Plan, fact
from linter.subjects.citations.document_numbers import document_numbers
from linter.subjects.times.dates import issue_date, issued
from linter.text.numerals import NUMERAL, parse_numeral
from linter.text.patterns import lazily
from linter.text.sentences import sentence

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
_MEETING = lazily(
    rf"(?<![{NUMERAL}\d])(?P<session>[{NUMERAL}]{{1,3}})(?:届(?P<plenum>[{NUMERAL}])中全会"
    r"|大(?=[^\u4e00-\u9fff]|会|报告|精神|以来|作出|提出|关于|部署|和|与|及|胜利|召开|确定|对))"
)
_EXPECTED = lazily(r"(?:迎接|喜迎|将|召开前|筹备)(?:党的)?$")


class DatedEvent(NamedTuple):
    """What the draft refers back to; `first` is the first day that its date leaves open."""

    words: str
    first: tuple[int, int, int]
    when: str
    span: Span


@fact
def dated_events(plan: Plan) -> tuple[DatedEvent, ...]:
    """The meetings and documents that the draft dates itself and tells as past."""
    return tuple(_dated_events(plan.worded))


def _dated_events(nodes: Sequence[TextNode]) -> Iterator[DatedEvent]:
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


class Meeting(NamedTuple):
    """A party congress or plenum: its words, its year and month as one sortable number."""

    name: str
    month: int
    span: Span


def _calendar(lexicon: Lexicon) -> dict[tuple[int, int], int]:
    """(congress, plenum or 0): year * 100 + month."""
    return {
        (entry["congress"], entry.get("plenum", 0)): entry["year"] * 100 + entry["month"]
        for entry in lexicon.entries("meetings")
    }


@fact
def meetings(plan: Plan) -> tuple[Meeting, ...]:
    """The party congresses and plenums that the draft names."""
    return tuple(_meetings(plan.document, plan.lexicon))


def _meetings(document: Document, lexicon: Lexicon) -> Iterator[Meeting]:
    """Yield the party congresses and plenums that a draft names, by the lexicon's calendar."""
    for node in document.worded():
        for match in _MEETING.finditer(node.folded):
            congress = parse_numeral(match["session"])
            plenum = parse_numeral(match["plenum"]) if match["plenum"] else 0
            month = lexicon.get(_calendar).get((congress or 0, plenum or 0))
            if month and not _EXPECTED.search(
                node.folded[max(0, match.start() - 6) : match.start()]
            ):
                name = node.text[match.start() : match.end()]
                yield Meeting(name, month, Span(node, *match.span()))


@check
def later_than_issued(plan: Plan) -> Iterator[Finding]:
    """REF007: a meeting or a document that is later than the draft's own date."""
    day, stated = plan.get(issued), plan.get(issue_date)
    if day is None:
        return
    month = day.year * 100 + day.month
    today = (day.year, day.month, day.day)
    line = stated.span if stated and stated.day == day else None
    shown = line.quote.strip() if line else f"{day.year}年{day.month}月{day.day}日"
    related = (Related("issued", line),) if line else ()
    for meeting in plan.get(meetings):
        if meeting.month > month:
            when = f"{meeting.month // 100}年{meeting.month % 100}月"
            values = {"words": meeting.name, "when": when, "issued": shown}
            yield Finding(meeting.span, values, related)
    for event in plan.get(dated_events):
        if event.first > today:
            values = {"words": event.words, "when": event.when, "issued": shown}
            yield Finding(event.span, values, related)
    for number in plan.get(document_numbers):
        if number.year > month // 100:
            values = {
                "words": number.issuer + number.span.quote,
                "when": f"{number.year}年",
                "issued": shown,
            }
            yield Finding(number.span, values, related)
