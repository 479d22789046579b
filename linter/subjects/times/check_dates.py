"""NUM: dates that the calendar does not have, dates of issue that contradict each other."""

import calendar
import re
from collections.abc import Iterator

from linter.document.nodes import Span, TextNode, Zone
from linter.plan.finding import Finding, Related, check
from linter.plan.plan import Plan
from linter.subjects.times.dates import IssueDate, issue_date, issue_dates
from linter.text.numerals import parse_numeral
from linter.text.patterns import lazily

_DIGIT = "[‹ten›]"
_HAN = _DIGIT + "{1,3}"
_DATE = lazily(
    r"(?P<year>(?<!\d)‹year›\s*年)?\s*"
    rf"(?P<month>(?<![\d.])\d{{1,2}}|(?<!{_DIGIT}){_HAN})\s*月\s*"
    rf"(?:(?P<day>\d{{1,2}}|{_HAN})\s*日)?"
)
_FORWARDED = lazily(r"转发|批转")
_LUNAR = lazily(r"农历|阴历|夏历|正月|腊月")


@check
def invalid(plan: Plan) -> Iterator[Finding]:
    """NUM012: 2月30日, 13月."""
    for node in plan.worded:
        if "月" in node.folded and node.locator.zone is not Zone.TOC:
            for match in _DATE.finditer(plan.masked(node)):
                if (reason := _fault(match)) and not _is_lunar(node, match.start()):
                    span = Span(node, match.start() + _lead(match.group()), match.end())
                    yield Finding(span, {"words": span.quote} | reason)
    yield from _wrong_parts(plan)


# 第二季度（4月—6月）, 下半年（7—12月）
_PART = lazily(
    r"(?:第?(?P<quarter>[一二三四1-4])季度|(?P<half>[上下])半年)\(\s*"
    r"(?P<first>\d{1,2})\s*月?\s*(?:[-—~]{1,2}|至|到)\s*(?P<last>\d{1,2})\s*月(?:份|底|末)?\s*\)"
)


def _wrong_parts(plan: Plan) -> Iterator[Finding]:
    """Quarters and halves of a year with other months than theirs."""
    for node in plan.worded:
        if "季度(" not in node.folded and "半年(" not in node.folded:
            continue
        for match in _PART.finditer(node.folded):
            if match["quarter"]:
                last = 3 * (parse_numeral(match["quarter"]) or 0)
                first = last - 2
            else:
                first, last = (1, 6) if match["half"] == "上" else (7, 12)
            if (int(match["first"]), int(match["last"])) != (first, last):
                span = Span(node, *match.span())
                yield Finding(span, {"words": span.quote, "months": f"{first}—{last}"}, (), "part")


def _fault(match: re.Match[str]) -> dict[str, str] | None:
    """What is wrong with a date, in Chinese and English; None if the calendar has it."""
    month = parse_numeral(match["month"])
    day = parse_numeral(match["day"]) if match["day"] else None
    if month is None or (match["day"] is None and match["year"] is None):
        return None
    if not 1 <= month <= 12:
        return {"reason": f"没有{month}月", "reason_en": f"there is no month {month}"}
    year = parse_numeral(match["year"].rstrip("年 ")) if match["year"] else 2000
    last = calendar.monthrange(year or 2000, month)[1]
    if day is None or 1 <= day <= last:
        return None
    return {
        "reason": f"{match['year'] or ''}{month}月只有{last}天",
        "reason_en": f"month {month} has {last} days",
    }


def _is_lunar(node: TextNode, at: int) -> bool:
    return bool(_LUNAR.search(node.folded[max(0, at - 6) : at + 2]))


def _lead(words: str) -> int:
    return len(words) - len(words.lstrip())


@check
def conflict(plan: Plan, *, printing: int = 31) -> Iterator[Finding]:
    """NUM013: two dates of issue.

    A last date up to `printing` days after the first is that of printing (印发), whose word is
    missing; a printing before the issue is a contradiction as well, and so are two printings.
    A plan that another office forwards (转发) has a date of its own, no later than the notice's.
    """
    issued = plan.get(issue_date)
    if issued is None or issued.remark:
        return
    for other in plan.get(issue_dates):
        days = (other.day - issued.day).days
        twice = issued.noted and other.printed
        if days == 0 or other.remark or (other.printed and days > 0 and not twice):
            continue
        if not other.printed and days < 0 and _is_forwarded(plan, issued, other):
            continue
        values = {"words": other.span.quote, "first": issued.span.quote, "days": str(abs(days))}
        unmarked = 0 < days <= printing and other is plan.get(issue_dates)[-1]
        printed = "twice" if twice else "printed" if other.printed else None
        variant = printed or ("unmarked" if unmarked else None)
        yield Finding(other.span, values, (Related("first", issued.span),), variant)


def _is_forwarded(plan: Plan, notice: IssueDate, own: IssueDate) -> bool:
    """The notice above the plan hands on what others have signed before."""
    if own.office and notice.office:
        return own.office != notice.office
    above = (p for p in plan.document.paragraphs() if p.locator.zone is Zone.COVER)
    return own.office != "" and any(_FORWARDED.search(p.folded) for p in above)
