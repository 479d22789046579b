"""Counts that announce headings or rows: 实施六大行动, 重点项目7个（见附件）."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from linter.document.model import Document
from linter.document.nodes import Paragraph, Span, Table, Zone
from linter.plan.plan import Plan, fact
from linter.text.folding import key
from linter.text.numerals import parse_numeral
from linter.text.patterns import lazily

_COUNT = "(?P<count>‹few›)"
_NOUN = (
    "行动|工程|任务|举措|措施|体系|平台|计划|机制|制度|专项|攻坚|提升|战役|项目|清单|重点|方面|领域"
    "|支撑|能力|统一|中心"
)
# 实施“六大行动”, 健全五项机制 as a heading or alone before the headings that it counts.
_ANNOUNCES = lazily(
    r"^(?:[\u4e00-\u9fff]{0,8}?(?:实施|推进|开展|抓好|突出|聚焦|建设|构建|打造|建立|健全|完善|强化|落实|做好|打好|推动|组织|筑牢|夯实))?"
    rf"“?(?P<label>{_COUNT}(?:大|项|个)(?:重点|专项|主要)?(?P<noun>{_NOUN}))”?(?P<tail>[^、。;]{{0,20}})[。:;]?$"
)
_LONGEST = 40
_NEAR = 2
_MOST = 0.75  # of the headings must name what is counted
_ROWS = lazily(
    r"(?P<label>(?:项目|工程|任务|事项)(?:清单|表)?\s*\(?(?:共计?)?\s*(?P<count>\d{1,3})\s*[个项]\)?)"
    r"|(?:共|安排|实施)(?P<label2>(?P<count2>\d{1,3})\s*[个项](?:重点|重大)?(?:项目|工程|任务))"
)
_SEE = lazily(r"[见列](?:本[^,。;]{0,6})?附[件表]")
_SERIAL = lazily("‹number-column›")


@dataclass(frozen=True, slots=True)
class Announced:
    """A count (`label`) of headings or rows, of which there are `found`; `last` is the last."""

    label: Span
    count: int
    found: int
    last: Span
    rows: bool = False


@fact
def announced_headings(plan: Plan) -> tuple[Announced, ...]:
    """The headings, and lines above headings, that count what stands below them."""
    return tuple(_headings(list(plan.document.paragraphs())))


def _headings(lines: list[Paragraph]) -> Iterator[Announced]:
    above: Paragraph | None = None
    apart: dict[str, list[Paragraph]] = {}  # by the noun that they end in
    known: dict[tuple[int, int], list[Paragraph]] = {}
    heads = [line for line in lines if line.level is not None]
    passed = 0
    for line in lines:
        passed += line.level is not None
        above = line if line.level is not None else above
        match = _announcement(line) if above is not None else None
        count = parse_numeral(match["count"]) if match else None
        if match is None or above is None or count is None:
            continue
        place = id(above), passed
        if place not in known:
            known[place] = _children(heads, passed, above)
        below = known[place]
        if not below and line.level is None:
            noun = match["noun"]
            if noun not in apart:
                apart[noun] = _elsewhere(heads, noun)
            below = apart[noun]
        if abs(count - len(below)) > _NEAR:
            continue
        named = [child for child in below if match["noun"] in child.title]
        if len(named) < max(2, _MOST * len(below)) or count in (len(below), len(named)):
            continue
        label = Span(line, *match.span("label"))
        yield Announced(label, count, len(below), Span.whole(below[-1], len(below[-1].title)))


def _announcement(line: Paragraph) -> re.Match[str] | None:
    """A heading, or a line by itself, that says nothing but what is counted."""
    length = len(line.title)
    if length > _LONGEST or line.locator.zone is Zone.TOC:
        return None
    if line.level is None and length != len(line.folded.strip().rstrip("。")):
        return None
    return _ANNOUNCES.match(line.folded[:length])


def _children(heads: list[Paragraph], at: int, above: Paragraph) -> list[Paragraph]:
    """The headings from one on that stand right below another, all of the level of the first."""
    found: list[Paragraph] = []
    for i in range(at, len(heads)):
        head = heads[i]
        if (head.level or 0) <= (above.level or 0) or head.locator.zone is not above.locator.zone:
            break
        if not found or (head.level or 0) <= (found[0].level or 0):
            found.append(head)
    return found


def _elsewhere(heads: list[Paragraph], noun: str) -> list[Paragraph]:
    """The headings that end in a noun, below the only heading of the draft that ends so, too."""
    groups = [
        (head, _children(heads, at, head))
        for at, head in enumerate(heads, 1)
        if head.title.endswith(noun)
    ]
    groups = [(line, below) for line, below in groups if below]
    if len(groups) != 1 or not all(child.title.endswith(noun) for child in groups[0][1]):
        return []
    return groups[0][1]


@fact
def announced_rows(plan: Plan) -> tuple[Announced, ...]:
    """The counts of projects or tasks beside the table that lists them."""
    return tuple(_rows(plan.document))


def _rows(document: Document) -> Iterator[Announced]:
    tables = [(t, rows) for t in document.tables() if (rows := _serial_rows(t))]
    attached = [(t, n) for t, n in tables if t.locator.zone is Zone.ATTACHMENT]
    for table, rows in tables:
        if table.caption is not None:
            yield from _compare(table.caption, rows, table)
    if len(attached) != 1:
        return
    for line in document.paragraphs():
        if line.locator.zone is Zone.BODY and _SEE.search(line.folded):
            yield from _compare(line, attached[0][1], attached[0][0])


def _compare(line: Paragraph, rows: int, table: Table) -> Iterator[Announced]:
    for match in _ROWS.finditer(line.folded):
        group = "label" if match["label"] else "label2"
        count = int(match["count"] or match["count2"])
        if count != rows and abs(count - rows) <= _NEAR:
            last = table.rows[-1][0]
            yield Announced(
                Span(line, *match.span(group)),
                count,
                rows,
                Span(last, 0, len(last.text)),
                rows=True,
            )


def _serial_rows(table: Table) -> int | None:
    """The rows of a table numbered 1, 2, 3 … without a fault, None where it has no such column."""
    if len(table.rows) < 3 or not _SERIAL.fullmatch(key(table.rows[0][0].text)):
        return None
    numbers = [parse_numeral(row[0].folded.strip()) for row in table.rows[1:] if not row[0].covered]
    found = [number for number in numbers if number is not None]
    return len(found) if found == list(range(1, len(found) + 1)) and len(found) > 1 else None
