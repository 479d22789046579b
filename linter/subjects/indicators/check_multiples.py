"""IND007 of multiples: 翻一番, 翻两番 and N倍 against the two values that they are said of."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise
from operator import attrgetter
from typing import NamedTuple

from linter.document.nodes import Paragraph, Span
from linter.plan.finding import Finding, Related, check
from linter.plan.plan import Plan
from linter.subjects.indicators.contexts import Kind
from linter.subjects.indicators.measures import measures_of
from linter.subjects.indicators.name_index import name_index
from linter.subjects.indicators.phrases import figure
from linter.subjects.quantities.agreement import common_factors
from linter.subjects.quantities.numbers import numbers
from linter.subjects.quantities.quantities import Quantity, is_exact
from linter.subjects.quantities.years import text_paragraphs
from linter.subjects.times.periods import period
from linter.text.numerals import parse_numeral
from linter.text.patterns import lazily
from linter.text.sentences import end_of, start_of

_TIMES = lazily(
    r"(?P<bound>接近|将近|超过|突破|力争|近|约|超)?翻(?:了|近)?(?:(?P<doublings>[一两二三四五\d])番|(?P<plain>番))"
    r"(?P<more>多|以上|左右)?"
    r"|(?P<verb>增长|扩大到|增加到|提高到|提升到|达到|增长到|为|是)(?:了)?(?:原来的|基期的|(?:19|20)\d\d年的)?"
    r"(?P<factor>\d+(?:\.\d+)?)倍(?P<also>多|以上|左右)?"
)
_RISE = r"(?:增加|增长|提高|提升|扩大|发展|上升|增|跃升)"
_FROM = lazily(r"[从由](?:(?:19|20)\d\d年(?:底|末)?的?|[^,;。\d]{0,4})?约?$")
_TO = lazily(rf",?{_RISE}(?:到|至)了?(?:(?:19|20)\d\d年(?:底|末)?的?)?约?")
_SINCE = lazily(
    r"(?P<name>[^,;。:]{2,30}?)(?:比|较|在)?(?:(?P<since>(?:19|20)\d\d)年(?:的?基础上)?)?$"
)
_UNTIL = lazily(r"(?:到|至)((?:19|20)\d\d)年")
_START = attrgetter("span.start")
_SHORT, _LONG = 0.95, 1.3  # of the multiple: 翻一番 may be a little less, or 翻一番多


class _Ends(NamedTuple):
    name: str
    first: Quantity
    last: Quantity


@check
def multiple_mismatch(plan: Plan) -> Iterator[Finding]:
    """IND007: a multiple that is far from what the two values make, in one clause or the table."""
    measures, known = plan.lexicon.get(measures_of), plan.get(numbers)
    for paragraph in text_paragraphs(plan.document):
        text = paragraph.folded
        if "番" not in text and "倍" not in text:
            continue
        found = known.of(paragraph)
        for match in _TIMES.finditer(text):
            start = start_of(text, match.start(), "。;!?\n")
            stop = end_of(text, match.end(), "。;")
            if measures.is_constant_price(text[start : match.start()]):
                continue
            first = bisect_left(found, start, key=_START)
            spans = [
                q for q in found[first : bisect_left(found, stop, key=_START)] if q.span.end <= stop
            ]
            ends = _in_sentence(text, spans) or _in_table(plan, paragraph, start, match.start())
            expected = _factor(match["doublings"], match["factor"], match["verb"])
            if ends is None or expected is None:
                continue
            loose = bool(match["bound"] or match["more"] or match["also"])
            ratio = _ratio(ends)
            if ratio is None or _fits(ratio, expected, loose=loose):
                continue
            yield _finding(Span(paragraph, *match.span()), match.group(), ends, ratio)


def _factor(doublings: str | None, factor: str | None, verb: str | None) -> float | None:
    if factor is not None:
        return float(factor) + (1 if verb == "增长" else 0)
    number = 1 if doublings is None else parse_numeral(doublings.replace("两", "二"))
    number = int(doublings) if doublings and doublings.isdigit() else number
    return None if number is None else float(2**number)


def _in_sentence(text: str, found: Sequence[Quantity]) -> _Ends | None:
    """由36亿元增加到72亿元, if the sentence has one such pair."""
    pairs = [
        _Ends("", a, b)
        for a, b in pairwise(found)
        if _FROM.search(text, max(0, a.span.start - 14), a.span.start)
        and _TO.fullmatch(text, a.span.end, b.span.start)
    ]
    return pairs[0] if len(pairs) == 1 else None


def _in_table(plan: Plan, paragraph: Paragraph, start: int, at: int) -> _Ends | None:
    """到2025年，网络零售额比2020年翻一番, with both values in the table."""
    text, years = paragraph.folded, plan.get(period)
    clause = _SINCE.search(text, max(start, 1 + text.rfind(",", start, at)), at)
    if clause is None:
        return None
    indicator = plan.get(name_index).find(clause["name"], None, Kind.VALUE).indicator
    until = _UNTIL.findall(text[start:at])
    end = int(until[-1]) if until else years.end if years else None
    since = int(clause["since"]) if clause["since"] else years.base if years else None
    if indicator is None or end is None or since is None:
        return None
    first, last = indicator.at(since), indicator.at(end)
    if first is None or last is None or first.quantity is None or last.quantity is None:
        return None
    return _Ends(indicator.name, first.quantity, last.quantity)


def _ratio(ends: _Ends) -> float | None:
    factors = common_factors(ends.first.unit, ends.last.unit)
    if factors is None or ends.first.upper or ends.last.upper or not ends.first.value:
        return None
    return float(ends.last.value * factors[1] / (ends.first.value * factors[0]))


def _fits(ratio: float, expected: float, *, loose: bool) -> bool:
    short = _SHORT - 0.15 if loose else _SHORT
    return short * expected <= ratio <= (_LONG + 0.3 if loose else _LONG) * expected


def _finding(span: Span, words: str, ends: _Ends, ratio: float) -> Finding:
    values = {
        "stated": words,
        "base": figure(ends.first),
        "target": figure(ends.last),
        "computed": f"{ratio:.2f}".rstrip("0").rstrip("."),
    }
    related = (Related("baseline", ends.first.span), Related("target", ends.last.span))
    sure = is_exact(ends.first, ends.last)
    return Finding(span, values, related, "multiple" if sure else "multiple-near")
