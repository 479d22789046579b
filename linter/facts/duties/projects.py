"""Projects (工程、专项、行动) that the rows of a division name, and where the plan has them."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from linter.chinese import key
from linter.document import Cell, Span
from linter.facts.duties.divisions import DivisionRow
from linter.patterns import lazily

_KIND = r"(?:工程|专项行动|专项|行动|计划)"
_NAMED = lazily(
    rf"(?:实施|开展|推进|推动|启动|抓好)(?P<names>[^,;:。]{{2,60}}?)(?:等(?:重大|重点|\d+个)?)?{_KIND}"
    r"(?!计划|方案|[\u4e00-\u9fff]{0,3}试点)"
)
_TAIL = lazily(rf"(?:{_KIND}|建设|整治|示范)+$")
_HEAD = lazily(r"^(?:一批|重大|重点|全省|全市|省级|实施|推进|大力|好)+")
_MARKS = lazily(r"[“”\"《》‘’\s]")
_VERBS = lazily(
    r"加快|推进|推动|加强|强化|深化|完善|构建|建立|健全|建设|发展|提升|提高|实施|大力|积极|全面|着力|[和与及的、,]"
)


class Project(NamedTuple):
    """A project as a row names it."""

    name: str
    span: Span
    row: DivisionRow


def projects(rows: Sequence[DivisionRow]) -> Iterator[Project]:
    """Yield the projects that rows say are to be carried out, one item of a list each."""
    for row in rows:
        for cell in row.tasks:
            for match in _NAMED.finditer(cell.folded):
                yield from _items(row, cell, match.start("names"), match.end())


def _items(row: DivisionRow, cell: Cell, start: int, end: int) -> Iterator[Project]:
    at = start
    for piece in re.split(r"(、)", cell.folded[start:end]):
        name = _HEAD.sub("", _MARKS.sub("", piece))
        if len(_TAIL.sub("", name)) >= 3 and piece != "、":
            lead = len(piece) - len(piece.lstrip())
            yield Project(name, Span(cell, at + lead, at + len(piece.rstrip())), row)
        at += len(piece)


def is_named_in(project: Project, text: str) -> bool:
    """Tell whether a text (a key) has the project's words, whatever it calls its kind."""
    stem = key(_TAIL.sub("", re.sub(r"等.*$", "", project.name)))
    return stem in text or any(len(part) >= 4 and part in text for part in _halves(stem))


def _halves(stem: str) -> tuple[str, ...]:
    """The name without a province in front (四川省电子政务云平台), or cut to its last words."""
    return (re.sub(r"^[\u4e00-\u9fff]{2,3}[省市县]", "", stem),)


def likeness(words: str, text: str) -> float:
    """The share of a title's pairs of characters that a text has, common verbs left away."""
    content = _VERBS.sub("\x00", key(words))
    pairs = {a + b for a, b in pairwise(content) if "\x00" not in a + b}
    return sum(pair in text for pair in pairs) / len(pairs) if pairs else 1.0
