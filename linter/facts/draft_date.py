"""The month in which a draft was written, from its signature, its cover or its period."""

import re

from linter.chinese import NUMERAL
from linter.document import Document, Paragraph, Zone

_DATE = re.compile(r"\s*\(?\s*(20\d\d)年(\d{1,2})月(?:\d{1,2}日)?\s*\)?\s*")
_PERIOD = re.compile(r"(20\d\d)\s*[—\-~～至]+\s*20\d\d年?")
_FIVE_YEARS = {"十二五": 2011, "十三五": 2016, "十四五": 2021, "十五五": 2026, "十六五": 2031}
_NAMED = re.compile(rf"“?([{NUMERAL}]{{2}}五)”?")


def draft_month(document: Document) -> str | None:
    """Return the month of the draft as YYYY-MM, None where nothing tells it.

    A date that stands alone on a line dates the draft (the latest counts); else a plan is not
    older than the year before the period in its title.
    """
    dates = [
        f"{match[1]}-{int(match[2]):02d}"
        for paragraph in document.blocks
        if isinstance(paragraph, Paragraph) and paragraph.locator.zone in _DATED
        if (match := _DATE.fullmatch(paragraph.folded))
    ]
    if dates:
        return max(dates)
    title = document.title.folded if document.title else ""
    if match := _PERIOD.search(title):
        return f"{int(match[1]) - 1}-12"
    named = _NAMED.search(title)
    year = _FIVE_YEARS.get(named[1]) if named else None
    return f"{year - 1}-12" if year else None


_DATED = (Zone.COVER, Zone.SIGNATURE, Zone.BODY)
