"""NUM016: years in two digits, dates as one speaks or types them: 到26年底, 9月30号."""

import re
from collections.abc import Iterator

from linter.document.nodes import Zone
from linter.plan.everywhere import Place, everywhere
from linter.plan.finding import Finding, Fix, check
from linter.plan.plan import Plan
from linter.subjects.times.dates import issue_date
from linter.subjects.times.periods import period
from linter.text.patterns import lazily, once

_MONTHS = r"(?:[1-9]|1[0-2])月"
_DONE = "(?:全面|全部|基本)?(?:完成|建成|启动)"
_SHORT = lazily(
    rf"""(?: (?:^|(?<=[,。;:、(到至于在从自截]))
        (?: (?P<both>(?P<a>[12]\d)年\s?[-—~至到]\s?[12]\d年(?!以|内|期))
          | (?P<words>(?P<y>[12]\d)年(?=年?[底末]|{_MONTHS}|[上下]半年|{_DONE})) )
      | (?P<quoted>[’'‘]\d\d年)
      | (?P<ranged>(?<!\d)20\d\d年?[-—~至]\d{{2}}年(?!以|内|期)) )
    """,
    re.X,
)
_GROUPS = ("both", "words", "quoted", "ranged")
_ZERO = lazily(
    r"(?<!\d)‹year›年(?:0\d月|\d{1,2}月0\d日)|(?<=年)\d{1,2}月0\d日|(?<![\d.])(?:0\d月\d{1,2}日)"
)
_ZEROS = tuple(f"0{n}月" for n in range(1, 10))
_DOTTED = lazily(r"(?<![\d./])20\d\d([./])(?:1[0-2]|0?[1-9])\1(?:[12]\d|3[01]|0?[1-9])(?![\d./])")
_DAYLESS = lazily(r"(?<![\d.])(?:1[0-2]|[1-9])月(?:[12]\d|3[01]|[1-9])(?=[之以]?前|起)")
_SPOKEN = lazily(r"(?<!\d)\d{1,2}月\d{1,2}号(?![线楼令文院公机台站馆店车])")
_REACH = 10  # years around the plan's own that a short year may mean


@check
def date_form(plan: Plan) -> Iterator[Finding]:
    """NUM016: the year in two digits; 号 for 日; months with a zero; dates with dots."""
    draft = plan.get(everywhere)
    for place in draft.find(_SHORT, "年"):
        if place.node.locator.zone is not Zone.TOC and _is_year(plan, place):
            group = next(g for g in _GROUPS if place.match[g])
            span = place.of(group)
            yield Finding(span, {"words": span.quote}, variant="year")
    for place in draft.find(_SPOKEN, "号"):
        meant = place.words[:-1] + "日"
        yield Finding(place.span, {"words": place.words, "meant": meant}, (), "spoken", Fix(meant))
    forms = (_ZERO, ("年0", "月0", *_ZEROS)), (_DOTTED, (".", "/")), (_DAYLESS, ("月",))
    for pattern, triggers in forms:
        for place in draft.find(pattern, *triggers):
            if place.running:
                meant = _meant(place.words)
                values = {"words": place.words, "meant": meant}
                yield Finding(place.span, values, (), "form", Fix(meant))


def _is_year(plan: Plan, place: Place) -> bool:
    """26年 is a year where the draft's own years are near; else it may be a time of 26 years."""
    short = place.match["y"] or place.match["a"]
    if short is None:
        return True
    own, day = plan.get(period), plan.get(issue_date)
    near = [own.start, own.end] if own else [day.day.year] if day else []
    year = 2000 + int(short)
    return any(abs(year - other) <= _REACH for other in near)


def _meant(words: str) -> str:
    if words[-1].isdigit() and "月" in words:
        return words + "日"
    if "月" in words:
        return words.replace("年0", "年").replace("月0", "月").removeprefix("0")
    year, month, day = (str(int(part)) for part in once("[./]").split(words))
    return f"{year}年{month}月{day}日"
