"""Latin abbreviations and where a draft explains them: 射频识别（RFID）, the glossary."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from linter.document import Paragraph, Span, TextNode, Zone
from linter.facts.wording.terms import LatinTerms, Mentions, Texts
from linter.patterns import lazily

_ABBREVIATION = lazily(r"(?=(?:.*[A-Z]){2})[A-Za-z][A-Za-z0-9-]{1,7}")
_CODE = lazily(r"[A-Z]+-?\d{2,}")  # DN1000, G213
_HEAD = lazily(r"[“]?([^:。“”(),]{2,20})[”]?\s*(?:\([^)]*\))?\s*(?::|是指|指(?![数标导挥引定]))")
_UNITS = lazily(r"[KMGTPE]?(?:bps|B|b|Hz|W|Wh|FLOPS)")


class Abbreviation(NamedTuple):
    """An abbreviation at its first mention; `defined` is where it is explained later, if at all."""

    term: str
    first: Span
    defined: Span | None


def abbreviations(texts: Texts, mentions: Mentions, latin: LatinTerms) -> Iterator[Abbreviation]:
    """Yield the abbreviations that are used before, or without, an explanation."""
    known = {term.lower() for term in latin.known}
    entries = [node.folded for node, _ in texts if node.locator.zone is Zone.GLOSSARY]
    told: set[str] = set()
    for term, places in mentions.items():
        key = term.replace("-", "").lower()  # another spelling of it is TRM002's
        if key in told:
            continue
        told.add(key)
        if not _ABBREVIATION.fullmatch(term) or _UNITS.fullmatch(term) or _CODE.fullmatch(term):
            continue
        if any(term in entry for entry in entries):
            continue
        defined = [place for place in places if _explains(place)]
        if defined and defined[0] is places[0]:
            continue
        if defined or term.lower() not in known:
            yield Abbreviation(term, places[0], defined[0] if defined else None)


def _explains(place: Span) -> bool:
    """Tell whether a mention stands in, before or right behind its Chinese words."""
    text = place.node.folded
    before, after = text[: place.start], text[place.end :]
    if re.search(r"[\u4e00-\u9fff]{4}(?:指数|系数|模型|协议)$", before):  # 技术状况指数MQI
        return True
    opened = before.rfind("(")
    inside = opened > before.rfind(")") and re.search(r"[\u4e00-\u9fff”]\s*$", before[:opened])
    return bool(inside or re.match(r"\s*\([^)]*[\u4e00-\u9fff]", after))


def unused_terms(texts: list[tuple[TextNode, str]]) -> Iterator[Span]:
    """Yield the head words of glossary entries that the rest of the draft never uses."""
    rest = "\n".join(text for node, text in texts if node.locator.zone is not Zone.GLOSSARY)
    for node, _ in texts:
        if node.locator.zone is not Zone.GLOSSARY or not isinstance(node, Paragraph):
            continue
        head = _HEAD.match(node.folded)
        if head and head.group(1).strip() not in rest:
            yield Span(node, head.start(1), head.end(1))
