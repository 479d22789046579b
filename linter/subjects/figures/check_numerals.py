"""NUM: digits that are letters, ranges that lose their unit."""

import re
from collections.abc import Iterator

from linter.document.nodes import Cell, Span, TextNode, Zone
from linter.plan.finding import Finding, Fix, Related, check
from linter.plan.plan import Plan
from linter.subjects.figures.slips import merged
from linter.text.patterns import lazily, once

_UNIT = (
    r"[%‰年月日万亿千百十倍公平兆时分秒位岁天周克斤瓦‹measure-words›]"
    r"|[支篇款间床班枚幅口眼宗片块份盏栋幢对节本起笔羽艘架批届轮步章道匹尾盒箱]"
    r"|[包瓶袋桶棵根粒颗组队排列厘毫升顷里寸尺丈海标课学车村乡镇县市区省]"
    r"|[KMGTPE]?(?:bps|[BWw]|[km]{1,2}(?![a-z]))"
)
# A run of digits with letters that look like digits, and a unit (or another number) behind it.
_OZONE = r"(?!O[23](?!\d))"
_LETTERED = lazily(
    _OZONE
    + r"(?<![A-Za-z0-9._〇零○二-])(?<![A-Za-z]/)(?=[\d.]*[lIOo])"
    + r"(?:\d[\dlIOo.]*|[lIO][\dlIOo.]*\d[\dlIOo.]*|[lI][Oo]+(?=\s?%))"
    + rf"(?:(?=\s?(?:{_UNIT})|[—~-]\d)|(?<=l\d)(?=[\u4e00-\u9fff]))"
)
_VALUE = lazily(r"(?=.*[lIO])(?=.*\d)\d[\dlIO]*(?:\.[\dlIO]+)?%?")
_SUSPECT = lazily(r"\d[lIOo〇○]|[lIO][\dO]")
_ZERO_YEAR = lazily(r"[一二〇○Oo零]年|[〇零○Oo]")
_LATIN = lazily(r"O2O|\d+[loI]|I+\d?")  # 10l is litres, 30o a degree
_HAN_DIGIT = "〇一二三四五六七八九零"
_YEAR = lazily(rf"(?<![\d{_HAN_DIGIT}○OoA-Za-z])[一二12][\d{_HAN_DIGIT}○Oo]{{3}}(?=年)")
_MIXED = lazily(r"\d[〇○]+\d*(?=[%万亿个家户])")
_ARABIC = str.maketrans("〇零○Oo一二三四五六七八九", "00000123456789")
_DIGIT = str.maketrans("lIOo〇○", "110000")
_ZERO = str.maketrans("0Oo○", "〇〇〇〇")
_NUMBER = r"\d+(?:\.\d+)?"
_RANGE = lazily(r"\d\s?[-—~]{1,2}\s?\d")
_PERCENT_RANGE = lazily(
    rf"(?<![\d.%A-Za-z年+~—-])(?P<low>{_NUMBER})\s?(?P<dash>[-—~]{{1,2}})\s?(?P<high>{_NUMBER})\s?%"
)
_LARGE_RANGE = lazily(
    rf"(?<![\d.%A-Za-z年第+~—-])(?P<low>{_NUMBER})(?P<dash>[-—~]{{1,2}})(?P<high>{_NUMBER})(?P<unit>[万亿])"
    r"(?![级吨伏千]?级)"
)
# 限价×（1-10%）: one less a tenth. A range has no sign of a calculation beside its brackets.
_SIGNS = "×÷*/=+"


@check
def lookalike(plan: Plan) -> Iterator[Finding]:
    """NUM002: l00%, 2O20年, 二0二〇年. Names such as O2O, IPv6, H5, CO2 are words."""
    circled: list[Finding] = []
    plain: Span | None = None
    for node in plan.nodes:
        if node.locator.zone is Zone.TOC:
            continue
        if _SUSPECT.search(node.folded):
            yield from _lettered(node, plan.masked(node))
        if not _ZERO_YEAR.search(node.folded):
            continue
        for match in _YEAR.finditer(node.folded):
            year, span = match.group(), Span(node, *match.span())
            if "○" in year and not _is_mixed(year):
                circled.append(_finding(span, year.translate(_ZERO)))
            elif _is_mixed(year):
                yield _finding(span, _uniform(year))
            elif "〇" in year:
                plain = plain or span
    if plain is not None:
        for finding in circled:
            related = (Related("peer", plain),)
            yield Finding(finding.span, finding.values, related, "circle", finding.fix)


def _lettered(node: TextNode, text: str) -> Iterator[Finding]:
    if isinstance(node, Cell) and _VALUE.fullmatch(text) and not _LATIN.fullmatch(text):
        yield _finding(Span(node, 0, len(text)), text.translate(_DIGIT))
        return
    for match in _LETTERED.finditer(text):
        percent = text.startswith("%", match.end())
        if percent or not _LATIN.fullmatch(match.group()):
            span = Span(node, match.start(), match.end() + percent)
            yield _finding(span, span.quote.translate(_DIGIT))
    for match in _MIXED.finditer(text):
        yield _finding(Span(node, *match.span()), match.group().translate(_DIGIT))


def _is_mixed(year: str) -> bool:
    """Tell whether a year mixes Chinese numerals with digits or Latin letters."""
    return bool(once(r"[\dOo]").search(year) and once(f"[{_HAN_DIGIT}○]").search(year))


def _uniform(year: str) -> str:
    """The year in Chinese numerals if only its zeros are off, else in digits."""
    if not once(r"[1-9]").search(year):
        return year.translate(_ZERO)
    return year.translate(_ARABIC)


def _finding(span: Span, meant: str) -> Finding:
    return Finding(span, {"words": span.quote, "meant": meant}, fix=Fix(meant, safe=True))


def _is_formula(text: str, match: re.Match[str]) -> bool:
    before = text[max(0, match.start() - 2) : match.start()]
    behind = text[match.end() : match.end() + 2]
    if any(sign in before + behind for sign in _SIGNS):
        return True
    whole = before.endswith("(") and behind.startswith(")")
    return whole and match["low"] == "1" and match["dash"] == "-"


@check
def range_form(plan: Plan) -> Iterator[Finding]:
    """NUM005: 10-20% for 10%—20%, 5—10万 for 5万—10万 (GB/T 15835-2011)."""
    yield from merged((finding.span.quote, finding) for finding in _ranges(plan))


def _ranges(plan: Plan) -> Iterator[Finding]:
    for node in plan.nodes:
        if not _RANGE.search(node.folded):
            continue
        text = plan.masked(node)
        for pattern in (_PERCENT_RANGE, _LARGE_RANGE):
            for match in pattern.finditer(text):
                if float(match["low"]) >= float(match["high"]) or _is_formula(text, match):
                    continue
                unit = "%" if pattern is _PERCENT_RANGE else match["unit"]
                meant = f"{match['low']}{unit}—{match['high']}{unit}"
                values = {"words": match.group(), "meant": meant}
                yield Finding(Span(node, *match.span()), values, fix=Fix(meant))
