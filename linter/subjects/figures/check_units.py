"""NUM004: units that are cut short, mistaken for another, or in the wrong case."""

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from linter.document.nodes import Cell, Span, Zone
from linter.plan.finding import Finding, Fix, check
from linter.plan.plan import Plan
from linter.text.patterns import lazily, once
from linter.text.sentences import sentence

_RIGHT = (
    *("kV", "kW", "kWh", "kW·h", "kVA", "kvar", "kA", "kPa", "kJ", "kHz", "kg", "km", "km2"),
    *("MVA", "MW", "MWh", "MPa", "MJ", "MHz", "GW", "GWh", "GJ", "GHz", "Hz", "dB"),
    *("hm2", "m2", "m3", "mm", "cm"),
)
_BY_CASE = {symbol.lower(): symbol for symbol in _RIGHT}
_NAMES = "|".join(sorted(map(re.escape, _BY_CASE), key=len, reverse=True))
# 建筑面积（M2）, and not 广义货币（M2）, 数据库（DB）.
_SIZE = r"(?<=[积度距径里长宽高厚重程压量率机房]\()(?<!供应量\()"
_SYMBOL = lazily(
    rf"(?:(?P<number>\d[\d.,]*\s?[万亿]?)|(?<=[万亿])|(?<=[\u4e00-\u9fff]/)|{_SIZE})"
    rf"(?P<unit>{_NAMES})(?![A-Za-z\d²³+-])",
    re.I,
)
# In a cell by themselves these are as well a money supply, milestones, a data bank.
_OTHERS = frozenset({"m2", "m3", "db"})
_SYMBOL_HINT = lazily(r"[\d万亿/(]\s?[A-Za-z]{1,3}")
_CODE = lazily(r"[A-Za-z\d_-]$")
_NUMBER = r"(?<![\d.])\d[\d.,]*\s*"
_RATE = r"带宽|速率|网速|宽带|接入|出口|上网|下载|光纤|端口"
_MONEY = (
    r"产值|收入|投资额?|销售额|交易额|零售额|成交额|融资额?|增加值|营收|税收|利润|余额|总额"
    r"|生产总值|GDP|资金|估值|市值"
)
_HINT = lazily(r"比特|\d\s*[KMGT]B|立方|\d\s*[万亿]+(?:[,。;以左]|$)|百分")
_AMOUNT = r"(?:万亿|[万亿])(?=[,。;]|以上|左右|$)"
# 零售额年均增长15%，达到8.6亿: the measure stands in the clause before.
_CARRIED = (
    rf"(?:{_MONEY})(?:年均|同比|每年)?(?:增长|提高|增加)?[约到至]?\d[\d.,]*(?:%|亿元|万元)?(?:以上|左右)?"
    r",(?:到\d{4}年底?,?)?(?:力争|预计|将|总量|累计)?(?:达到|达|突破|超过|增至)"
)
_COLUMN = lazily(
    rf"(?:金额|{_MONEY}|投资|经费|预算|补助|造价)(?:[^()]{{0,6}})?\((?P<unit>万亿|[万亿])\)"
)
_FORMS = lazily(
    rf"(?P<rate>{_NUMBER}[千兆吉太]比特)(?![/每秒率币])"
    rf"|(?:带宽|速率|网速|接入能力)[^,。;、\d]{{0,14}}(?P<bytes>{_NUMBER}[KMGT]B)(?![a-zA-Z/])"
    rf"|(?:{_CARRIED}|(?:{_MONEY})[^,。;:、\d]{{0,6}}?)(?P<money>{_NUMBER}{_AMOUNT})"
    rf"|(?P<volume>{_NUMBER}[万亿]?立方)(?=[,。;、)]|以上|以下|以内|左右|$)"
    rf"|(?P<points>{_NUMBER}%个?百分点)"
    rf"|(?P<cut>{_NUMBER}个百分)(?![点比数])"
)


class UnitSymbol(NamedTuple):
    """A number with a symbol in the wrong case, the symbol, and how both are written."""

    span: Span
    unit: str
    meant: str


def unit_symbols(plan: Plan) -> Iterator[UnitSymbol]:
    """Yield the symbols behind numbers, 万 and 亿, in brackets, below a stroke, alone in a cell."""
    for node in plan.nodes:
        if node.locator.zone is Zone.TOC:
            continue
        if isinstance(node, Cell) and (symbol := _alone(node)):
            yield symbol
        elif _SYMBOL_HINT.search(node.folded):
            text = plan.masked(node)
            for match in _SYMBOL.finditer(text):
                unit = match["unit"]
                if _is_wrong(unit) and not _CODE.match(
                    text[max(0, match.start() - 1) : match.start()]
                ):
                    span = Span(node, *match.span())
                    meant = (match["number"] or "") + _BY_CASE[unit.lower()]
                    yield UnitSymbol(span, unit, meant)


def _alone(cell: Cell) -> UnitSymbol | None:
    """A symbol in the wrong case that is all that a cell holds."""
    unit = cell.folded.strip()
    meant = _BY_CASE.get(unit.lower())
    if meant is None or meant == unit or unit.lower() in _OTHERS:
        return None
    return UnitSymbol(Span(cell, 0, len(cell.text)), unit, meant)


def _is_wrong(unit: str) -> bool:
    return unit != _BY_CASE[unit.lower()]


@check
def malformed(plan: Plan) -> Iterator[Finding]:
    """NUM004: 200兆比特 for a rate, MB for Mbps, 亿 without 元, 5%个百分点, 110KV."""
    for node in plan.document.paragraphs():
        if node.locator.zone in (Zone.TOC, Zone.GLOSSARY):
            continue
        if not _HINT.search(node.folded):
            continue
        for match in _FORMS.finditer(plan.masked(node)):
            kind = match.lastgroup or ""
            start, end = sentence(node.folded, match.start())
            if kind == "rate" and not once(_RATE).search(node.folded[start:end]):
                continue
            words = match[kind]
            meant = _meant(kind, words)
            span = Span(node, *match.span(kind))
            variant = kind if kind != "cut" else None
            yield Finding(span, {"words": words, "meant": meant}, (), variant, Fix(meant))
    yield from _columns(plan)
    yield from _symbols(plan)


def _symbols(plan: Plan) -> Iterator[Finding]:
    """The symbols in the wrong case; a spelling that is repeated is one finding."""
    by_unit: dict[str, list[UnitSymbol]] = defaultdict(list)
    for symbol in unit_symbols(plan):
        by_unit[symbol.unit].append(symbol)
    for unit, found in by_unit.items():
        first = found[0]
        values = {"words": first.span.quote.strip(), "meant": first.meant}
        values |= {"unit": unit, "count": str(len(found))}
        yield Finding(first.span, values, variant="symbol", fix=Fix(first.meant))


def _columns(plan: Plan) -> Iterator[Finding]:
    """The heads of money columns whose unit is a bare multiplier: 金额（亿）."""
    for table in plan.document.tables():
        for cell in table.rows[0] if len(table.rows) > 1 else ():
            match = _COLUMN.fullmatch(cell.folded.strip())
            if match is not None and not cell.covered:
                words = cell.text.strip()
                meant = once(r"([万亿])(?=[)）]$)").sub(r"\1元", words)
                span = Span(cell, 0, len(cell.text))
                values = {"words": words, "meant": meant}
                yield Finding(span, values, variant="money", fix=Fix(meant))


def _meant(kind: str, words: str) -> str:
    """What the words should have been."""
    if kind == "rate":
        return words + "/秒"
    if kind == "bytes":
        return words[:-1] + "bps"
    if kind == "money":
        return words + "元"
    if kind == "volume":
        return words + "米"
    return once(r"\s*%?个?百分点?$").sub("个百分点", words)
