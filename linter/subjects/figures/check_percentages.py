"""NUM003, NUM008: percentages run together, or confused with percentage points."""

import re
from collections.abc import Iterator
from decimal import Decimal

from linter.document.nodes import Paragraph, Span, TextNode, Zone
from linter.plan.finding import Finding, Fix, Related, check
from linter.plan.plan import Plan
from linter.subjects.figures.percentages import PERCENT
from linter.text.patterns import lazily, once
from linter.text.sentences import clause

_PART = lazily(r"\d[\d,]*(?:\.\d+)?\s*%")
_BEHIND = lazily(r"%\s*\d")
_ADJACENT = lazily(rf"{PERCENT}(?:\s*\d[\d,]*(?:\.\d+)?\s*%)+")
_SENTENCE = lazily(r"[。,;]")
_FIGURES = lazily(r"\d[\d.,]*\s*%?(?:\s+\d[\d.,]*\s*%?){2,}")
_SHARE = r"(?:比重|占比|普及率|覆盖率|城镇化率|合格率|达标率|入户率)"
# 占比提高到60%，比2020年提高12%: the share and one of its ends stand in the clause before.
_REACHED = (
    r"(?:由\d+(?:\.\d+)?%)?(?:提高|提升|上升|增加|达)?(?:到|至)\d+(?:\.\d+)?%(?:以上|左右)?,"
    r"(?:比|较)[^,。;]{1,10}?"
)
_CHANGE = lazily(
    rf"""{_SHARE}
    (?:年均|每年|再|比[^,。;]{{1,12}}|{_REACHED})?
    (?P<words>‹rise›了?(?P<value>\d+(?:\.\d+)?)%)       # not 增长: that may be by a twentieth
    (?!的?(?:以上)?(?:水平|目标))""",
    re.X,
)
# 由3%增至8%，提高5%: both ends are given, so the change is known to be the difference.
_ENDS = lazily(
    r"""[由从](?:\d{4}年底?的?|目前的?)?(?P<old>\d+(?:\.\d+)?)%[^。;%\d]{0,8}?
    (?:到|至|为)(?:\d{4}年底?的?)?(?P<new>\d+(?:\.\d+)?)%(?:以上|左右)?
    [,(]?(?:\d{4}年|[^。;,%\d]){0,6}?
    (?P<words>(?:‹rise›|增长|‹fall›)了?(?P<value>\d+(?:\.\d+)?)%)""",
    re.X,
)
# 比重由18.6%提高5.4%: neither to a level (提高到) nor by points (个百分点).
_FROM = lazily(
    r"""(?:‹share›|率|度|水平)(?:\d{4}年)?
    [由从](?:[^,。;%\d]{0,8}?\d{4}年[底末]?的?|[^,。;%\d]{0,8}?)(?P<old>\d+(?:\.\d+)?)%
    (?P<words>(?P<verb>‹rise›|增长|‹fall›)了?(?P<value>\d+(?:\.\d+)?)%)""",
    re.X,
)
_FALLS = lazily("‹fall›")


@check
def separator_missing(plan: Plan) -> Iterator[Finding]:
    """NUM003: 60% 30%, and 分别 with other values than things."""
    for node in plan.document.paragraphs():
        if "%" in node.folded and node.locator.zone is not Zone.TOC:
            yield from _adjacent(node, plan.masked(node))
        if "分别" in node.folded:
            yield from _respectively(node)


def _adjacent(node: Paragraph, text: str) -> Iterator[Finding]:
    if not _BEHIND.search(text):
        return
    if _FIGURES.search(text) and not _SENTENCE.search(text):
        return  # a row of figures, from a table that lost its grid
    for match in _ADJACENT.finditer(text):
        parts = _PART.findall(match.group())
        values = {"first": parts[0], "second": parts[1]}
        yield Finding(Span(node, *match.span()), values, fix=Fix("、".join(parts)))


_VALUE = r"\d[\d.,]*\s*[%‰a-zA-Z/\u4e00-\u9fff]{0,6}?"
_RESPECTIVELY = lazily(
    rf"""分别(?:将|约|可|已|要|应|须|需|力争)?
    (?: 达到|达|为|是|超过|突破
      | (?:‹rise›|‹fall›|扩大|扩展|压缩|调整)[到至为]? | [增降减]至 | 增长|新增|完成|建成
      | 给予|奖励|补助|补贴|安排|配备|设置? | 占
      | 不(?:得|应)?[少低高多大小短晚早迟]于 | 不(?:得|应)?超过 | (?:控制|保持|稳定|维持)在
    )了?
    (?P<values>{_VALUE}(?:(?:、|‹any-and›){_VALUE})+)
    (?:以上|左右|以内|以下)?(?=[,。;:)]|$)""",
    re.X,
)
_PURE_LIST = lazily(r"[^\d、的]{1,20}(?:、[^\d、的]{1,12})*、[^\d、的]{1,18}")
# 的 and figures inside an item do no harm where every item ends as a measure does.
_MEASURE = lazily(r".*(?:率|‹share›|面积|产量|产值|总量|总额|收入|规模|人数|次数|数|量)")
_NUMERAL = lazily(r"[一二两三四五六七八九十]")
_JOIN = lazily("‹and›")


def _respectively(node: TextNode) -> Iterator[Finding]:
    text = node.folded
    for match in _RESPECTIVELY.finditer(text):
        start, _ = clause(text, match.start())
        things = once(r"\([^()]*\)|《[^《》]*》").sub("", text[start : match.start()]).strip()
        things = once(r"^(?:按照?|对|向|为)|(?:的|按照?)$").sub("", things)
        items = things.split("、")
        if any(_NUMERAL.fullmatch(item) for item in items):  # 一、二、三产业分别…
            continue
        measures = len(items) > 2 and all(map(_MEASURE.fullmatch, items))
        if not measures and not _PURE_LIST.fullmatch(things):
            continue
        low = len(items)
        high = low + len(_JOIN.findall(things))
        count = len(once(r"\d[\d.,]*").findall(match["values"]))
        if not (low <= count <= high or (count > low and count % low == 0)):
            values = {"things": str(low), "values": str(count)}
            span = Span(node, match.start(), match.end("values"))
            first = start + len(text[start:]) - len(text[start:].lstrip())
            related = (Related("whole", Span(node, first, match.start())),)
            yield Finding(span, values, related, "respectively")


@check
def percent_or_points(plan: Plan) -> Iterator[Finding]:
    """NUM008: a share that rises by 5%: by a twentieth, or by five percentage points?"""
    for node in plan.document.paragraphs():
        if "%" not in node.folded:
            continue
        text = plan.masked(node)
        known = [m for m in _ENDS.finditer(text) if _is_difference(m)]
        known += [m for m in _FROM.finditer(text) if _is_unclear(m)]
        taken = {m.start("words") for m in known}
        for match in [*known, *_CHANGE.finditer(text)]:
            variant = _variant(match)
            if variant is None and match.start("words") in taken:
                continue
            values = {"words": match["words"], "value": match["value"]}
            values |= {k: v for k, v in match.groupdict().items() if k in ("old", "new")}
            values |= {k: v for k, v in match.groupdict().items() if k == "verb"}
            points = Fix(match["words"].replace("%", "个百分点"))
            fix = None if variant == "from" else points  # may be 提高到
            yield Finding(Span(node, *match.span("words")), values, variant=variant, fix=fix)


def _variant(match: re.Match[str]) -> str | None:
    if match.re == _FROM:  # 由18.6%提高5.4% cannot be to that level
        level = _FALLS.match(match["verb"]) or Decimal(match["value"]) > Decimal(match["old"])
        return "from" if level else "points"
    return "ends" if match.re == _ENDS else None


def _is_unclear(match: re.Match[str]) -> bool:
    """Tell whether a share may rise or fall by points: 由5%降低20% can only be relative."""
    return not _FALLS.match(match["verb"]) or Decimal(match["value"]) < Decimal(match["old"])


def _is_difference(match: re.Match[str]) -> bool:
    """Tell whether the change is that between the two ends, and so in percentage points."""
    old, new, value = (Decimal(match[name]) for name in ("old", "new", "value"))
    return abs(new - old) == value
