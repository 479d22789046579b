"""Definitions (以下简称“X”, 以下简称《纲要》) and the short titles that need one."""

from collections.abc import Iterator
from typing import NamedTuple

from linter.document.model import Document
from linter.document.nodes import Span, TextNode, Zone
from linter.plan.plan import Plan, fact
from linter.text.folding import key
from linter.text.patterns import lazily

_DEFINED = lazily(
    r"(?:(?:以下|下文)(?:简|统|合|并)?|简)称(?:为|作)?\s*:?\s*"
    r"(?P<short>《[^《》]{1,24}》|“[^“”]{1,24}”|[\u4e00-\u9fffA-Za-z]{2,12}(?=\)))"
)
_APPOSED = lazily(r"\s*(?:[(（][^(（)）]*)?")
_TITLE = lazily(r"《(?P<words>(?:[^《》]|《[^《》]*》){1,120})》")
_GENRE = "‹plan-kind›|通知|条例|决定|规定|建议|目录|指南|报告|公告|通告"
_SHORT = lazily(
    rf"(?:实施|行动|工作|总体|指导|管理|发展|专项|任务|改革|若干|暂行){{0,2}}(?:{_GENRE})"
)


class Definition(NamedTuple):
    """A short form and what it stands for. `full` is the title in front of it, "" without one.

    `cover` tells the notice from the rest of the draft: each defines for itself.
    """

    short: str
    full: str
    span: Span
    cover: bool


class Title(NamedTuple):
    """A title in 《》, without the marks."""

    words: str
    span: Span
    cover: bool

    @property
    def is_short(self) -> bool:
        """A bare word such as 《纲要》 or 《实施方案》, which names no document by itself."""
        return bool(_SHORT.fullmatch(self.words))


@fact
def definitions(plan: Plan) -> tuple[Definition, ...]:
    """The short forms that the draft defines (以下简称)."""
    return tuple(_definitions(plan.document))


def _definitions(document: Document) -> Iterator[Definition]:
    """Yield the definitions in reading order."""
    for node in document.worded():
        if "称" not in node.folded:
            continue
        for match in _DEFINED.finditer(node.folded):
            start, end = match.span("short")
            short = node.text[start:end].strip("《》“”")
            full = _before(node, match.start())
            yield Definition(short, full, Span(node, start, end), in_cover(node))


@fact
def titles(plan: Plan) -> tuple[Title, ...]:
    """The titles in 《》."""
    return tuple(_titles(plan.document))


def _titles(document: Document) -> Iterator[Title]:
    """Yield every title in 《》, the contents excluded."""
    for node in document.worded():
        if node.locator.zone is Zone.TOC or "《" not in node.text:
            continue
        for match in _TITLE.finditer(node.text):
            yield Title(match["words"], Span(node, *match.span()), in_cover(node))


def in_cover(node: TextNode) -> bool:
    return node.locator.zone is Zone.COVER


def _before(node: TextNode, at: int) -> str:
    """The title right in front of a definition: 《…》（国发〔2015〕50号，以下简称…."""
    head = node.text[max(0, at - 160) : at]
    last = next(reversed(list(_TITLE.finditer(head))), None)
    return key(last["words"]) if last and _APPOSED.fullmatch(head[last.end() :]) else ""
