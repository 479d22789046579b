"""The plan's own years, the five-year plans that it names, and the month of the draft.

Five-year plans are named by ordinal: 十三五 = 2016—2020. A plan may as well
state its years in the title, （2014—2020年）, or be the work of one year, 2023年…工作方案.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from linter.document.model import Document
from linter.document.nodes import Paragraph, Span, TextNode, Zone
from linter.plan.given import NOTHING, Given
from linter.plan.masks import mask
from linter.plan.plan import Plan, fact
from linter.subjects.times.dates import issued
from linter.text.numerals import parse_numeral
from linter.text.patterns import lazily

YEAR = "‹year›"
# To 到 as well, which elsewhere may lead from one value to another (从2015年到2020年).
RANGE = rf"(?<!\d)(?P<start>{YEAR})年?\s*(?:[-—－~～]{{1,2}}|至|到)\s*(?P<end>{YEAR})(?!\d)\s*年?"
_TERM = r"(?:规划|计划|时期|期间|末|以来)"
FIVE_YEARS = rf"(?P<ordinal>八|‹five-year›)五(?:”|(?={_TERM})|(?<=十[一二三四六七]五))"
FIVE_YEARS_LONG = r"第(?P<long>八|‹five-year›)个五年(?:规划|计划)"

_RANGE = lazily(RANGE)
_NAMED_WORDS = rf"“?(?<![‹ten›\d]){FIVE_YEARS}|{FIVE_YEARS_LONG}"
_NAMED = lazily(_NAMED_WORDS)
_ANNUAL = lazily(rf"(?<![\d到至向])(?P<year>{YEAR})年(?![远底末前以版修]|\s*\d{{1,2}}\s*月)")
_STATED = lazily(
    rf"(?:规划|计划|方案|行动|实施)(?:的)?(?:期限?|周期|时限|年限|时间)(?:为|是|:|,)?(?:从|自|由)?\s*{RANGE}"
)
_VALIDITY = lazily(
    rf"有效期(?:限)?(?:截?至|到)\s*(?P<year>{YEAR})年(?:\d{{1,2}}月(?:\d{{1,2}}日)?|[底末])?"
)
_COUNTED = lazily(
    r"(?<![\d十第])(?P<count>[二三四五六])年(?=行动|攻坚|工作|实施|滚动|建设|提升|专项|倍增|计划|规划)"
)
_TITLE_LINE = 45
_TITLE_LINES = 3
_EXPLAINED = lazily(
    rf"(?:{_NAMED_WORDS})(?:时期|期间|规划|计划)?\s*(?:[(,]即?|即|是指|指)\s*{RANGE}"
)


class Period(NamedTuple):
    """First and last year of a plan, both included, and the words that say so.

    No words where the years are given by the configuration, which may name another base year.
    """

    start: int
    end: int
    span: Span | None
    base_year: int | None = None

    @property
    def base(self) -> int:
        """The base year (基期): the last one before the plan, unless another is given."""
        return self.start - 1 if self.base_year is None else self.base_year

    @property
    def annual(self) -> bool:
        return self.start == self.end


def five_years(ordinal: str) -> tuple[int, int] | None:
    """Return the years of a five-year plan by its ordinal: 十三 gives (2016, 2020)."""
    number = parse_numeral(ordinal)
    if number is None or not 8 <= number <= 17:
        return None
    return 1951 + 5 * number, 1955 + 5 * number


@fact
def period(plan: Plan) -> Period | None:
    """The plan's own years (规划期), None where it states none."""
    return period_of(plan.document, plan.given)


def period_of(document: Document, given: Given = NOTHING) -> Period | None:
    """Return the plan's own years: as given, else as the draft has them."""
    if given.period is not None:
        return Period(*given.period, None, given.base_year)
    stated = stated_period(document)
    return stated._replace(base_year=given.base_year) if stated else None


def stated_period(document: Document) -> Period | None:
    """Return the years in the title, else on the cover, else in a statement of the body."""
    for node in title_lines(document):
        if found := _titled(node):
            return found
    for node in _cover(document):
        if found := _titled(node):
            return found
    for node in document.paragraphs():
        if node.locator.zone is Zone.BODY and (match := _STATED.search(node.folded)):
            years = int(match["start"]), int(match["end"])
            if years[0] < years[1]:
                return Period(*years, Span(node, match.start("start"), match.end()))
    return None


def stated_ranges(document: Document) -> Iterator[Period]:
    """Yield the years that the body gives as the plan's own: 规划期从2021年到2025年."""
    for node in document.paragraphs():
        if node.locator.zone is Zone.BODY and "20" in node.folded:
            for match in _STATED.finditer(mask(node.folded)):
                years = int(match["start"]), int(match["end"])
                if years[0] < years[1] and match.group().startswith("规划"):
                    yield Period(*years, Span(node, match.start("start"), match.end()))


def years_named(document: Document) -> tuple[int, Period] | None:
    """Return the number of years that the title names, and the years it gives: 三年…（…）."""
    lines = list(title_lines(document))
    count = next((m for line in lines if (m := _COUNTED.search(line.folded))), None)
    found = next((p for line in lines if _RANGE.search(line.folded) and (p := _titled(line))), None)
    number = parse_numeral(count["count"]) if count else None
    return (number, found) if number and found else None


@fact
def validity(plan: Plan) -> Period | None:
    """The years from the day of issue to the end of validity (有效期至), None if not stated."""
    day = plan.get(issued)
    return _validity(plan.document, day.year if day else None)


def _validity(document: Document, base: int | None) -> Period | None:
    """Return the years in which the document is in force, from `base`, its date: 有效期至2026年."""
    if base is None:
        return None
    for node in document.paragraphs():
        if match := _VALIDITY.search(node.folded):
            last = int(match["year"])
            return Period(base, last, Span(node, *match.span())) if last >= base else None
    return None


def title_lines(document: Document) -> Iterator[Paragraph]:
    """Yield the lines of the plan's title; the title of a draft may stand on several."""
    lines = iter(document.paragraphs())
    title = next((line for line in lines if line is document.title), None)
    if title is None:
        return
    yield title
    for line, _ in zip(lines, range(_TITLE_LINES - 1), strict=False):
        if line.level is not None or line.label or len(line.text) > _TITLE_LINE:
            return
        if "。" in line.text or line.locator.zone is not title.locator.zone:
            return
        yield line


def _cover(document: Document) -> Iterator[Paragraph]:
    for node in document.paragraphs():
        if node.locator.zone is Zone.COVER:
            yield node


def _titled(node: TextNode) -> Period | None:
    """The years in a title: a range before a named five-year plan before a single year."""
    if match := _RANGE.search(node.folded):
        years = int(match["start"]), int(match["end"])
        if 0 < years[1] - years[0] <= 30:
            return Period(*years, Span(node, *match.span()))
    if match := _NAMED.search(node.folded):
        named = five_years(match["ordinal"] or match["long"])
        if named:
            return Period(*named, Span(node, *match.span()))
    if match := _ANNUAL.search(node.folded):
        year = int(match["year"])
        return Period(year, year, Span(node, match.start(), match.start() + 5))
    return None


class NamedPeriod(NamedTuple):
    """A five-year plan with its years beside it: “十三五”（2016—2020年）."""

    start: int
    end: int
    named: tuple[int, int]
    span: Span

    @property
    def agrees(self) -> bool:
        """Whether the years are those of the five-year plan or lie inside them."""
        return self.named[0] <= self.start < self.end <= self.named[1]


def named_periods(document: Document, nodes: Sequence[TextNode]) -> Iterator[NamedPeriod]:
    """Yield the five-year plans whose years are given, those in cited titles left out."""
    own = set(map(id, title_lines(document)))
    for node in nodes:
        if "五" not in node.folded or not _EXPLAINED.search(node.folded):
            continue
        text = node.folded if id(node) in own else mask(node.folded)
        for match in _EXPLAINED.finditer(text):
            named = five_years(match["ordinal"] or match["long"])
            if named:
                years = int(match["start"]), int(match["end"])
                yield NamedPeriod(*years, named, Span(node, *match.span()))


@fact
def month(plan: Plan) -> str | None:
    """The month of the draft, YYYY-MM: of its issue, else the last before its period."""
    day = plan.get(issued)
    if day is not None:
        return f"{day:%Y-%m}"
    years = plan.get(period)
    return f"{years.base}-12" if years else None
