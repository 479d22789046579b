"""NUM020: stages of the work that end before they begin, overlap or leave the plan's years; tasks
and an entry into force that lie before the draft's own date."""

import datetime
import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from linter.document.nodes import Paragraph, Span, Zone
from linter.plan.everywhere import Place, everywhere
from linter.plan.finding import Finding, Related, check
from linter.plan.plan import Plan
from linter.subjects.times.dates import IssueDate, issue_date
from linter.subjects.times.periods import period
from linter.text.patterns import lazily

_MONTH = r"\d{1,2}\s?月\s?(?:\d{1,2}\s?日|[底初末]|[上中下]旬)?"
_RANGE = lazily(
    rf"""(?<![\d.〔—-])
      (?P<first>(?:‹year›\s?年\s?)(?:{_MONTH})? | {_MONTH})
      \s?(?:[-—~]{{1,2}}|至|到)\s?
      (?P<last>(?:‹year›\s?年\s?)(?:{_MONTH})? | {_MONTH})
    """,
    re.X,
)
_YEARS = lazily(r"(?P<first>‹year›)\s?[-—~]{1,2}\s?(?P<last>‹year›)年")
_HINT = r"[年月日底初末旬]\s?[-—~至到]{1,2}\s?\d"
_PARTS = lazily(
    r"(?:(?P<y>\d{4})\s?年?)?\s?(?:(?P<m>\d{1,2})\s?月)?\s?(?:(?P<d>\d{1,2})\s?日|(?P<part>[底初末上中下]))?"
)
_DAYS = {"初": 1, "上": 1, "中": 11, "下": 21}
_LAST_DAYS = {"初": 10, "上": 10, "中": 20}
_NEXT_YEAR = lazily(r"每年|历年|学年|年度|供暖|采暖|汛期|次年|翌年|从$|由$")
_STAGED = lazily(r"阶段|步骤|进度|安排|时间表|步走")
_STAGE_HEAD = 60
_GRACE = 1  # years around a plan in which it is prepared and summed up
_DEADLINE = lazily(
    r"(?P<words>(?P<y>‹year›)(?<![\d至到—-]\d{4})年(?P<m>\d{1,2})月(?:(?P<d>\d{1,2})日|[底末])?(?:之|以)?前)(?P<rest>[^,。;]{0,24})"
)
_DONE = lazily(
    r"[已未]|了|成立|注册|登记|建成的|出生|取得|投[产运用]|发生|印发|开工的|形成的|购[置买]|签订|存量|[的入]"
)
_FORCE = lazily(
    r"本(?:[一-龥]{0,4})‹plan-kind›\s?自\s?(?P<words>(?P<y>‹year›)年(?P<m>\d{1,2})月(?P<d>\d{1,2})日)\s?起(?:正式)?(?:施行|实施|执行)"
)
_RETROACTIVE = 100  # days


class _Day(NamedTuple):
    """A point of time by year, month and day; where the draft names no day it is an end of it."""

    year: int
    month: int
    day: int


class _Stage(NamedTuple):
    start: _Day
    end: _Day
    span: Span


@check
def stage_dates(plan: Plan) -> Iterator[Finding]:
    """NUM020: （2024年10月—2024年5月）; stages that overlap, go back or leave the period."""
    draft = plan.get(everywhere)
    for place in draft.find(_RANGE, hint=_HINT):
        if fault := _backward(place):
            yield fault
    for place in draft.find(_YEARS):
        if int(place.match["first"]) > int(place.match["last"]):
            yield Finding(place.span, {"words": place.words})
    for run in _stage_runs(plan):
        for before, stage in pairwise(run):
            if stage.start < before.start or stage.start < (*before.end[:2], 1):
                variant = "order" if stage.end < before.start else "overlap"
                values = {"words": stage.span.quote, "before": before.span.quote}
                yield Finding(stage.span, values, (Related("before", before.span),), variant)
        yield from _outside(plan, run)


def _backward(place: Place) -> Finding | None:
    """A range whose end is before its start; a season (10月至3月) runs into the next year."""
    stage = _read(place.match, None, place.span)
    if stage is None or stage.start <= stage.end or _NEXT_YEAR.search(place.before[-8:]):
        return None
    if _parts(place.match["last"])["y"] is None and not place.after.startswith((")", "。", ",")):
        return None
    return Finding(place.span, {"words": place.words})


def _read(match: re.Match[str], year: int | None, span: Span) -> _Stage | None:
    """The stage of a range; `year` is that of the stage before, for one that names none."""
    first, last = _parts(match["first"]), _parts(match["last"])
    y1 = int(first["y"]) if first["y"] else year
    y2 = int(last["y"]) if last["y"] else y1
    if y1 is None or y2 is None or (first["m"] is None) != (last["m"] is None):
        return None
    start = _Day(y1, int(first["m"] or 1), int(first["d"] or _DAYS.get(first["part"] or "", 1)))
    end = _Day(y2, int(last["m"] or 12), int(last["d"] or _LAST_DAYS.get(last["part"] or "", 31)))
    if first["part"] in ("底", "末"):
        start = start._replace(day=25)
    return _Stage(start, end, span)


def _parts(words: str) -> dict[str, str | None]:
    match = _PARTS.match(words)
    assert match is not None
    return match.groupdict()


def _stage_runs(plan: Plan) -> Iterator[list[_Stage]]:
    """Neighbouring headings or items, each with one range of dates in its first words."""
    groups: dict[tuple[tuple[str, ...], object, int | None], list[Paragraph]] = {}
    for node in plan.document.paragraphs():
        if node.label and node.locator.zone in (Zone.BODY, Zone.ATTACHMENT):
            above = node.locator.section if node.level is None else node.locator.section[:-1]
            groups.setdefault((above, node.label.kind, node.level), []).append(node)
    for (above, *_), nodes in groups.items():
        named = _STAGED.search("".join(above[-1:]))
        heads = [node.folded[:_STAGE_HEAD] for node in nodes]
        if len(nodes) > 1 and (named or sum("阶段" in head for head in heads) > 1):
            run = list(_stages(nodes))
            if len(run) == len(nodes):
                yield run


def _stages(nodes: Sequence[Paragraph]) -> Iterator[_Stage]:
    year: int | None = None
    for node in nodes:
        head, _, _ = node.folded[:_STAGE_HEAD].partition("。")
        ranges = list(_RANGE.finditer(head))
        if len(ranges) != 1:
            continue
        stage = _read(ranges[0], year, Span(node, *ranges[0].span()))
        if stage is not None and stage.start <= stage.end:
            year = stage.end.year
            yield stage


def _outside(plan: Plan, run: Sequence[_Stage]) -> Iterator[Finding]:
    years = plan.get(period)
    if years is None:
        return
    for stage in run:
        early = stage.end.year < years.start - _GRACE
        if early or stage.start.year > years.end + _GRACE:
            values = {"words": stage.span.quote, "start": str(years.start), "end": str(years.end)}
            related = (Related("period", years.span),) if years.span else ()
            yield Finding(stage.span, values, related, "outside")


@check
def before_issue(plan: Plan) -> Iterator[Finding]:
    """NUM020: 2024年2月底前制定细则 in a draft of March 2024; in force long before its date."""
    own = plan.get(issue_date)
    if own is None or own.remark:
        return
    for place in plan.get(everywhere).find(_DEADLINE, "前"):
        ended = int(place.match["y"]), int(place.match["m"])
        late = ended < (own.day.year, own.day.month) and own.day.year - ended[0] <= 1
        if late and place.node.locator.zone is Zone.BODY and not _DONE.search(place.match["rest"]):
            yield _early(place, own, "deadline")
    for place in plan.get(everywhere).find(_FORCE, hint=r"自\s?20\d\d年\d+月\d+日起"):
        day = _date(place.match)
        if day and (own.day - day).days > _RETROACTIVE:
            yield _early(place, own, "force")


def _date(match: re.Match[str]) -> datetime.date | None:
    try:
        return datetime.date(int(match["y"]), int(match["m"]), int(match["d"]))
    except ValueError:
        return None  # NUM012 tells


def _early(place: Place, own: IssueDate, variant: str) -> Finding:
    span = place.of("words")
    values = {"words": span.quote, "issued": own.span.quote}
    return Finding(span, values, (Related("issued", own.span),), variant)
