"""The day of issue (成文日期, GB/T 9704-2012, 7.3.5.4) and the other dates beside it."""

import datetime
import re
from collections.abc import Iterator
from typing import NamedTuple

from linter.document.model import Document
from linter.document.nodes import Paragraph, Span, Zone
from linter.plan.plan import Plan, fact
from linter.text.folding import key
from linter.text.numerals import parse_numeral
from linter.text.patterns import lazily

_NUMBER = r"\d{1,2}|[‹ten›]{1,3}"
DATE = (
    r"(?P<year>‹year›|[一二][九〇零○O0][\d〇零○O一二三四五六七八九]{2})\s*年"
    rf"\s*(?P<month>{_NUMBER})\s*月\s*(?P<day>{_NUMBER})\s*日"
)
# 政办发〔2024〕19号, which may stand in front of the date below a title.
_NUMBERED = r"(?:[\u4e00-\u9fff]{1,14}‹document-number›\s*[,;]?\s*)?"
_LINE = lazily(rf"\(?\s*{_NUMBERED}{DATE}(?P<rest>(?!.*印发)[^。;]{{0,40}})")
_NOTED = lazily(
    rf"\(\s*{_NUMBERED}(?:[^()。;,\d]{{2,30}}\s*于?)?{DATE}\s*"
    r"(?P<rest>[^\d()。;,]{0,30}(?:印发|发布|公布|下发))\s*\)"
)
_PRINTED = lazily(rf"(?:[^。;,\d]{{2,30}}\s)?\s*{DATE}\s*(?P<rest>印发)")
_BELOW_TITLE = 4
_ZEROS = str.maketrans({"○": "〇", "O": "〇"})


class IssueDate(NamedTuple):
    """A date that stands as a line of its own: `day` and the words.

    `printed` marks the date of printing (…印发) in the 版记, which may be later than the issue.
    `noted` marks the day of printing in a note below the title, （…印发）: it is that of issue.
    `remark` is what else the line says: 市人大常委会批准.
    `office` is the line above a date below a text, by whom it is signed; empty elsewhere.
    """

    day: datetime.date
    span: Span
    printed: bool = False
    remark: str = ""
    noted: bool = False
    office: str = ""


def parse_date(year: str, month: str, day: str) -> datetime.date | None:
    """Return the date of Arabic or Chinese numerals, None if the calendar has no such day."""
    numbers = [parse_numeral(part.translate(_ZEROS)) for part in (year, month, day)]
    if None in numbers:
        return None
    try:
        return datetime.date(*(number for number in numbers if number is not None))
    except ValueError:
        return None


@fact
def issue_date(plan: Plan) -> IssueDate | None:
    """The line with the day of issue (成文日期), None where the draft has none."""
    return _issue_date(plan.get(issue_dates))


def _issue_date(dates: tuple[IssueDate, ...]) -> IssueDate | None:
    """Return the day of issue: the first date line that is not one of printing."""
    return next((date for date in dates if not date.printed), None)


@fact
def issue_dates(plan: Plan) -> tuple[IssueDate, ...]:
    """The dates that stand as lines of their own, in reading order."""
    return tuple(_issue_dates(plan.document))


def _issue_dates(document: Document) -> Iterator[IssueDate]:
    """Yield the lines that are dates: in the notice, below the title, in the signature."""
    since_title = _BELOW_TITLE + 1
    attached = False
    above = ""
    for node in document.paragraphs():
        office, above = above, key(node.text) if node.locator.zone is Zone.SIGNATURE else ""
        since_title = 0 if node is document.title else since_title + 1
        zone = node.locator.zone
        if printed := _date(node, _PRINTED):
            yield printed
            continue
        attached = attached or zone in (Zone.ATTACHMENT, Zone.GLOSSARY)
        below_title = since_title <= _BELOW_TITLE and node.level is None
        if attached:  # an attachment may be a document of its own, with a date of its own
            continue
        if not below_title and zone not in (Zone.SIGNATURE, Zone.COVER):
            continue
        if found := _date(node, _LINE) or _date(node, _NOTED):
            yield found._replace(office=office) if zone is Zone.SIGNATURE else found


def _date(node: Paragraph, form: re.Pattern[str]) -> IssueDate | None:
    match = form.fullmatch(node.folded.strip())
    if match is None or node.label:
        return None
    day = parse_date(match["year"], match["month"], match["day"])
    lead = len(node.folded) - len(node.folded.lstrip())
    span = Span(node, lead + match.start("year"), lead + match.start("rest"))
    printed = form is _PRINTED
    noted = form is _NOTED
    remark = match["rest"].strip(" ()") if form is _LINE else ""
    return IssueDate(day, span, printed, remark, noted) if day else None


@fact
def issued(plan: Plan) -> datetime.date | None:
    """The day of issue: as the configuration gives it, else as the draft does."""
    line = plan.get(issue_date)
    return plan.given.issued or (line.day if line else None)
