"""Years: the points in time that sentences and headers name."""

from collections.abc import Iterator, Sequence
from enum import Enum, auto
from typing import NamedTuple

from linter.document.model import Document
from linter.document.nodes import Paragraph, Zone
from linter.subjects.times.periods import five_years
from linter.text.patterns import lazily

_ORDINAL = "‹five-year›"
_QUOTED = rf"[“\"'‘]?(?P<plan>{_ORDINAL})五[”\"'’]?"
_NAMED = lazily(_QUOTED)
MOMENT = r"(?P<year>‹year›)\s*年(?:\s*(?:年底|年末|底|末|前|初|度))?"
_ANCHOR = lazily(
    r"(?=[12比较相同自从由以是为“\"'‘九十规目当现近过])"  # for speed: what an anchor begins with
    rf"(?:(?P<range>‹year›‹to-year›‹year›\s*年?(?:期间|间|以来)?)"
    rf"|(?P<refers>比|较|相比|相较|同比|自|从|由|以|是|为)?\s*{MOMENT}"
    rf"|{_QUOTED}(?P<end>期?末|结束时|规划(?=的?目标))"
    rf"|(?P<end_of_plan>规划期末|规划期(?:结束|内末)|规划末期)"
    rf"|(?P<period>{_QUOTED.replace('?P<plan>', '?:')}(?:时期|期间|以来|规划期)"
    rf"|目前|当前|现已|近年来|近\S年|过去\S年))"
)
_DEADLINE = lazily(r"\s*年\s*(?:\d{1,2}\s*月|年?[底末]?\s*[以之]?前)")

_COMPARED = lazily(
    r"(?:高于|低于|超过|多于|少于|优于|快于|慢于|好于|比|较|与)$"
)  # 高于“十三五”时期


class Moment(NamedTuple):
    """A point in time named at `start`–`end` of a text. `year` is None for a period or 目前.

    `deadline` marks a day or month, or 年底前: it is that of its own sentence only.
    """

    start: int
    end: int
    year: int | None
    refers: bool = False
    deadline: bool = False


def moments(text: str, plan_end: int | None) -> Iterator[Moment]:
    """Yield the points in time that a folded text names, in order."""
    for match in _ANCHOR.finditer(text):
        start, end = match.span()
        if match["year"]:
            deadline = bool(_DEADLINE.match(text, match.end("year")))
            yield Moment(start, end, int(match["year"]), bool(match["refers"]), deadline)
        elif match["end"]:
            refers = _is_compared(text, start)
            yield Moment(start, end, _last_year(match["plan"]), refers=refers)
        elif match["end_of_plan"]:
            yield Moment(start, end, plan_end)
        elif match["range"] or match["period"]:
            yield Moment(start, end, None, refers=_is_compared(text, start))


def _is_compared(text: str, at: int) -> bool:
    return bool(_COMPARED.search(text, max(0, at - 2), at))


def blanked_out(text: str, moments: Sequence[Moment]) -> str:
    """The text with its years blanked out, so that they are no part of names and verbs."""
    parts, at = [], 0
    for moment in moments:
        parts += [text[at : moment.start], " " * (moment.end - moment.start)]
        at = moment.end
    return "".join((*parts, text[at:]))


def years_in(words: str) -> list[int]:
    """The years of a table's header: 2020年, “十三五”末, in order of mention."""
    found = [(m.start(), int(m[0])) for m in _PLAIN.finditer(words)]
    named = [(m.start(), _last_year(m["plan"])) for m in _NAMED.finditer(words)]
    return [year for _, year in sorted(found + [(at, year) for at, year in named if year])]


def _last_year(ordinal: str) -> int | None:
    years = five_years(ordinal)
    return years[1] if years else None


_PLAIN = lazily(r"(?<!\d)‹year›(?!\d)")
GOAL_HEADING = lazily(r"目标|指标|愿景|展望")
REVIEW_HEADING = lazily(r"现状|基础|回顾|成效|成就|形势|背景|问题|环境|挑战|面临|发展情况|进展")


class Dated(Enum):
    """How the year of a statement is known, the surest first."""

    SENTENCE = auto()
    OPENING = auto()  # the one year of the paragraph, which opens with it: 2023年，全省…
    PARAGRAPH = auto()  # named in an earlier sentence of the paragraph
    SECTION = auto()  # named where the goals of the section open
    PLAN = auto()  # nothing is named: the end of the plan
    UNKNOWN = auto()


def text_paragraphs(document: Document) -> Iterator[Paragraph]:
    """Yield the paragraphs that state facts of the plan, those of boxes included."""
    return (p for p in document.paragraphs() if is_text(p.locator.zone))


def is_text(zone: Zone) -> bool:
    """Tell whether a part of the draft states facts of the plan (not a list, notice, glossary)."""
    return zone in (Zone.BODY, Zone.ATTACHMENT)
