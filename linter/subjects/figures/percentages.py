"""Percentages above one hundred, and the measure that each of them is given for.

Which measures can exceed 100 % is a lexicon.
"""

import re
from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from linter.document.model import Document
from linter.document.nodes import Span, Table, TextNode, Zone
from linter.plan.lexicon import Lexicon
from linter.plan.plan import Plan, fact
from linter.text.patterns import compiled, lazily, once
from linter.text.sentences import clause, sentence

NUMBER_START = r"(?<![\d.])(?<!\d,)"
PERCENT = NUMBER_START + r"‹number›\s*%"
_PERCENT = lazily(PERCENT)
_HIGH = lazily(r"\d{3}(?:\.\d+)?\s*%")
_OVER = lazily(NUMBER_START + r"(?<![×xX*÷/])(\d{1,3}(?:,\d{3})+|\d{3,})(\.\d+)?\s*%")
_FORMULA = lazily(r"[×*÷=]\s*$")
_RAISED = lazily(
    r"(?:‹rise›|增长|上浮|扩大|放大|上涨|‹fall›|高出|超出|超额)"
    r"(?!到|至|为)"
)
_RELATIVE = lazily(r"(?:的|(?<![低高少多大小])于|按|按照|以|乘以|至少按)\s*$")
_CARRIES_ON = lazily(
    r"(?:力争|确保|预计|将|已|均|也|分别|全部|稳定|保持|进一步|\d{4}年底?|到|底)*"
    r"(?:达|超过|突破|提高[到至]|提升[到至]|增加[到至]|上升[到至]|接近|为)"
)
_POPULATION = lazily(
    r"(?:以上)?的?(?:[^,。;:、的%\d]{0,8})"
    r"(行政村|自然村|企业|学校|医院|家庭|农户|居民|人口|乡镇|社区|部门|事项|园区|机构|单位|县|场所)"
    r"(?=实现|建成|接入|通[^过]|开展|完成|具备|覆盖|拥有|使用|纳入|配备|设立|建立|开通|应用)"
)
_NAME = lazily(r"[\u4e00-\u9fff]{2}")
_UNIT = lazily(r"(?:^|\()\s*%\s*\)?$")
_CELL = lazily(r"[<>≥≤=约]?\s*(\d[\d,]*)(\.\d+)?\s*(%?)(?:以上|左右)?")
_VALUE_COLUMN = lazily(r"\d{4}|目标|现状|基期|实际|完成|指标值|规划|预期")


class Tier(StrEnum):
    """Whether a measure can exceed 100 %."""

    NEVER = "never"
    OPEN = "open"
    GROWTH = "growth"
    FREE = "free"
    UNCLEAR = "unclear"


class Measure(NamedTuple):
    """A measure named in a text at [start, end)."""

    tier: Tier
    name: str
    start: int
    end: int


class ExcessPercentage(NamedTuple):
    """A percentage above 100. `span` covers measure and value where they stand together.

    `name` is the place where a table names the measure, None in running text. `ratio` tells
    that two other cells of the row have this value as their quotient.
    """

    value: float
    words: str
    measure: Measure
    span: Span
    name: Span | None = None
    ratio: bool = False


class PercentMeasures:
    """Recognises the measures of the lexicon in a text."""

    def __init__(self, lexicon: Lexicon) -> None:
        entries = lexicon.entries("percent")
        groups = (f"(?P<{e['tier']}>{'|'.join(e['words'])})" for e in entries)
        self._pattern = compiled("|".join(groups))

    def find(self, text: str) -> list[Measure]:
        """Return the measures named in a folded text, in order."""
        return [
            Measure(Tier(m.lastgroup or ""), m.group(), m.start(), m.end())
            for m in self._pattern.finditer(text)
        ]


@fact
def excess_percentages(plan: Plan) -> tuple[ExcessPercentage, ...]:
    """The percentages above 100 of known measures."""
    return tuple(_excess_percentages(plan.document, plan.lexicon))


def _excess_percentages(document: Document, lexicon: Lexicon) -> Iterator[ExcessPercentage]:
    """Yield the percentages above 100 whose measure is known, tables after the text."""
    measures = PercentMeasures(lexicon)
    for node in document.paragraphs():
        if node.locator.zone not in (Zone.TOC, Zone.GLOSSARY):
            yield from _in_text(node, measures)
    for table in document.tables():
        yield from _in_table(table, measures)


def _in_text(node: TextNode, measures: PercentMeasures) -> Iterator[ExcessPercentage]:
    if not _HIGH.search(node.folded):
        return
    for match in _OVER.finditer(node.folded):
        value = _number(match)
        if value <= 100 or _FORMULA.search(node.folded[: match.start()]):
            continue
        measure = _measure(node.folded, match, measures)
        if measure is not None:
            start = measure.start if match.end() - measure.start <= 40 else match.start()
            span = Span(node, min(start, match.start()), max(match.end(), measure.end))
            yield ExcessPercentage(value, match.group(), measure, span)


def _number(match: re.Match[str]) -> float:
    return float(match[1].replace(",", "") + (match[2] or ""))


def _measure(text: str, match: re.Match[str], measures: PercentMeasures) -> Measure | None:
    """The measure that a percentage in running text is given for; offsets into `text`."""
    start, end = clause(text, match.start())
    before = text[start : match.start()]
    found = measures.find(before)
    if not found and _CARRIES_ON.match(before.strip()):
        start = clause(text, max(0, start - 1))[0]
        if start >= sentence(text, match.start())[0]:
            before = text[start : match.start()]
            found = measures.find(before)
    if not found:
        return _population(text, match, before)
    chosen = found[-1]
    if "分别" in before:
        paired = _paired(before, text[start:end], found, match.start() - start)
        if paired is None:
            return None
        chosen = paired
    between = once("[,，;；]").split(before[chosen.end :])[-1]
    if _RELATIVE.search(before) or _RAISED.search(between) or "倍" in between:
        return None
    return Measure(chosen.tier, chosen.name, start + chosen.start, start + chosen.end)


def _paired(before: str, whole: str, found: list[Measure], at: int) -> Measure | None:
    """The measure that stands where the value does in “A、B分别达到a、b”, None if it is unclear."""
    respectively = before.rindex("分别")
    named = [m for m in found if m.end <= respectively]
    values = [m.start() for m in _PERCENT.finditer(whole, respectively)]
    if len(named) == len(values) and at in values:
        return named[values.index(at)]
    tiers = {m.tier for m in named}
    return named[-1] if len(tiers) == 1 else None


def _population(text: str, match: re.Match[str], before: str) -> Measure | None:
    """A share of a population: 120%的行政村实现…"""
    found = _POPULATION.match(text, match.end())
    if found is None or once(r"(?:[按为是的超过]|相当于|标准|比例)$").search(before.strip()):
        return None
    return Measure(Tier.NEVER, found[1], match.start(), found.end())


def _in_table(table: Table, measures: PercentMeasures) -> Iterator[ExcessPercentage]:
    if len(table.rows) < 2:
        return
    header = [cell.origin or cell for cell in table.rows[0]]
    for row in table.rows[1:]:
        name = next((c for c in row if _NAME.search(c.text)), None)
        unit = any("%" in c.folded and _UNIT.search(c.folded.strip()) for c in row)
        for cell, head in zip(row, header, strict=False):
            if not _CELL.fullmatch(cell.folded.strip()):
                yield from _in_text(cell, measures)
                continue
            value = None if cell is name else _cell_value(cell.folded, unit, head.folded)
            if value is None or value <= 100:
                continue
            for where in (head, name):
                found = measures.find(where.folded) if where else []
                if where and found:
                    named = Span(where, found[-1].start, found[-1].end)
                    span = Span(cell, 0, len(cell.text))
                    ratio = _is_ratio(value, [c.folded for c in row if c is not cell])
                    words = cell.folded.strip()
                    yield ExcessPercentage(value, words, found[-1], span, named, ratio)
                    break


def _cell_value(text: str, unit: bool, head: str) -> float | None:
    """The value of a cell in per cent, by a sign of its own, its row's unit or its column's."""
    match = _CELL.fullmatch(text.strip())
    if match is None:
        return None
    by_row = unit and _VALUE_COLUMN.search(head) and not once(r"年均|增|累计").search(head)
    if match[3] or by_row or "(%)" in head:
        return _number(match)
    return None


def _is_ratio(value: float, cells: list[str]) -> bool:
    numbers = [float(c) for c in cells if once(r"\d+(?:\.\d+)?").fullmatch(c.strip()) and float(c)]
    return any(abs(a / b * 100 - value) < 1 for a in numbers for b in numbers if a != b)
