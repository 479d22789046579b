"""NUM018 in tables: weights, scores and shares of a column that do not make a hundred."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from linter.document.nodes import Cell, Span, Table
from linter.plan.finding import Finding, Related, check
from linter.plan.plan import Plan
from linter.subjects.arithmetic.figures import number
from linter.subjects.quantities.years import is_text
from linter.text.folding import key
from linter.text.patterns import lazily

_WEIGHTS = lazily(
    r"(?:指标|考核|评价|评分|考评|基本|基础|标准|分项|单项|一级|各项|权重)*(?:分值|分数|权重|赋分|配分|标准分|满分|权数|权重值)(?:\((?:%|分|百分制|100分?)\))?"
)
_SHARES = lazily(r"(?:所?占|面积|投资|资金|产值|数量|用地|人口)?(?:占比|比重|比例|构成)(?:\(%\))?")
_TOTAL = lazily(r"(?:总计|合计|共计|总分|满分|总和|小计)(?:[(].*[)])?")
_MORE = lazily("加分|扣分|附加|减分|奖励分|否决|其中|另")
_VALUE = lazily(r"(?P<value>\d+(?:\.\d+)?)\s*(?:%|分)?")
_NONE = lazily(r"[-—–/\\一]*|无")
_SOME = lazily(r"前[‹ten›\d]|主要|部分|重点|典型|样本")
_LEAST, _MOST = Decimal(80), Decimal(120)  # of a hundred: what is meant to be one


@check
def columns(plan: Plan) -> Iterator[Finding]:
    """NUM018: a column of weights, scores or shares whose rows are the parts of a hundred."""
    for table in plan.document.tables():
        if is_text(table.locator.zone) and len(table.rows) > 3:
            for at, head in enumerate(table.rows[0]):
                words = key(head.text)
                if head.covered or not words:
                    continue
                shares = bool(_SHARES.fullmatch(words))
                if shares or _WEIGHTS.fullmatch(words):
                    yield from _column(table, at, words, shares)


def _column(table: Table, at: int, heading: str, shares: bool) -> Iterator[Finding]:
    parts: list[Cell] = []
    total: Cell | None = None
    for row in table.rows[1:]:
        cell, words = row[at], _words(row[:at])
        if cell.covered:
            continue
        if _MORE.search(words) or total is not None:
            return
        match = _VALUE.fullmatch(cell.folded.strip())
        if _TOTAL.fullmatch(words):
            total = cell if match else None
            if match is None:
                return
        elif match is not None:
            parts.append(cell)
        elif not _NONE.fullmatch(cell.folded.strip()) or not cell.folded.strip():
            return
    if len(parts) < 3 or len(parts) > 40 or _is_some(table, heading):
        return
    yield from _finding(parts, total, heading, shares)


def _words(row: Sequence[Cell]) -> str:
    words: list[str] = []
    for cell in row:
        text = key((cell.origin or cell).text)
        if text and not text.isdigit() and text not in words:
            words.append(text)
    return "".join(words)


def _is_some(table: Table, heading: str) -> bool:
    caption = table.caption.folded if table.caption else ""
    return bool(_SOME.search(caption) or _SOME.search(heading))


def _finding(
    parts: Sequence[Cell], total: Cell | None, heading: str, shares: bool
) -> Iterator[Finding]:
    values = [_number(cell) for cell in parts]
    whole = sum(values, Decimal(0))
    full = Decimal(1) if whole <= _MOST / 100 and not shares else Decimal(100)
    named = full if total is None else _number(total)
    places = max(-int(v.as_tuple().exponent) for v in values)
    room = Decimal(len(values) + 1).scaleb(-places) / 2 if places and shares else Decimal(0)
    if shares and any(v == v.to_integral_value() for v in values):
        room = max(room, Decimal(1))
    if abs(whole - named) <= room or not _LEAST <= whole * 100 / full <= _MOST:
        return
    if total is not None and named != full and not shares:
        return  # the total is what IND006 compares
    if shares and total is None and whole < full:
        return  # an open list may leave out the rest
    told = {
        "heading": heading,
        "parts": "＋".join(f"{v:f}" for v in values[:8]) + ("＋…" if len(values) > 8 else ""),
        "sum": number(whole, 2),
        "count": str(len(values)),
        "full": f"{named:f}",
    }
    related = tuple(Related("part", Span(c, 0, len(c.text))) for c in parts)
    place = total if total is not None else parts[-1]
    yield Finding(Span(place, 0, len(place.text)), told, related, "column")


def _number(cell: Cell) -> Decimal:
    match = _VALUE.fullmatch(cell.folded.strip())
    assert match is not None
    return Decimal(match["value"])
