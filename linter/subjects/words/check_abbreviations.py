"""TRM003, TRM005: abbreviations without explanation, explanations without use."""

from collections.abc import Iterator
from typing import NamedTuple

from linter.document.nodes import Cell, Paragraph, Span, TextNode, Zone
from linter.plan.finding import Finding, Related, check
from linter.plan.plan import Plan, fact
from linter.subjects.words.terms import (
    LatinTerms,
    Mentions,
    Texts,
    latin_lore,
    latin_terms,
)
from linter.text.folding import key
from linter.text.patterns import lazily, once

_ABBREVIATION = lazily(r"(?=(?:.*[A-Z]){2})[A-Za-z][A-Za-z0-9-]{1,7}")
_LONGEST = 20  # characters of a word that a glossary explains
_CODE = lazily(r"[A-Z]+-?\d{2,}")  # DN1000, G213
_HEAD = lazily(r"[“]?([^:。“”(),]{2,20})[”]?\s*(?:\([^)]*\))?\s*(?::|是指|指(?![数标导挥引定]))")
# 3.IPTV(Internet Protocol Television)。即…; 7.泛在网。指…: a numbered entry.
_ENTRY = lazily(r"[“]?([^:。“”(),]{2,20})[”]?\s*(?:\([^)]*\))?\s*(?:。|:|,?是指|,?指)")
_UNITS = lazily(r"[KMGTPE]?(?:bps|B|b|Hz|W|Wh|FLOPS)")


class Abbreviation(NamedTuple):
    """An abbreviation at its first mention; `defined` is where it is explained later, if at all."""

    term: str
    first: Span
    defined: Span | None


@fact
def abbreviations(plan: Plan) -> tuple[Abbreviation, ...]:
    """The abbreviations without an explanation at their first mention."""
    latin = plan.lexicon.get(latin_lore)
    return tuple(_abbreviations(plan.masked_texts, plan.get(latin_terms), latin))


def _abbreviations(texts: Texts, mentions: Mentions, latin: LatinTerms) -> Iterator[Abbreviation]:
    """Yield the abbreviations that are used before, or without, an explanation."""
    known = {term.lower() for term in latin.known}
    entries = [node.folded for node, _ in texts if node.locator.zone is Zone.GLOSSARY]
    told: set[str] = set()
    for term, places in mentions.items():
        folded = term.replace("-", "").lower()  # another spelling of it is TRM002's
        if folded in told:
            continue
        told.add(folded)
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
    if once(r"[\u4e00-\u9fff]{4}(?:指数|系数|模型|协议)$").search(before):  # 技术状况指数MQI
        return True
    opened = before.rfind("(")
    inside = opened > before.rfind(")") and once(r"[\u4e00-\u9fff”]\s*$").search(before[:opened])
    return bool(inside or once(r"\s*\([^)]*[\u4e00-\u9fff]").match(after))


@fact
def unused_terms(plan: Plan) -> tuple[Span, ...]:
    """The glossary entries for words that the draft never uses."""
    return tuple(_unused_terms(plan.masked_texts))


def _unused_terms(texts: list[tuple[TextNode, str]]) -> Iterator[Span]:
    """Yield the head words of glossary entries that the rest of the draft never uses."""
    rest = key("\n".join(text for node, text in texts if node.locator.zone is not Zone.GLOSSARY))
    for node, _ in texts:
        if node.locator.zone is Zone.GLOSSARY:
            head = _head(node)
            if head is not None and key(head.quote) not in rest:
                yield head


def _head(node: TextNode) -> Span | None:
    """The word that a paragraph, or the first cell of a row, of the glossary explains."""
    if isinstance(node, Cell):
        inner = node.row > 0 and node.column == 0 and len(node.text) <= _LONGEST
        return Span(node, 0, len(node.text)) if inner else None
    labelled = isinstance(node, Paragraph) and node.label is not None
    head = (_ENTRY if labelled else _HEAD).match(node.folded)
    return Span(node, head.start(1), head.start(1) + len(head[1].rstrip())) if head else None


@check
def abbreviation_undefined(plan: Plan) -> Iterator[Finding]:
    """TRM003: an abbreviation that is never explained, or only behind its first mention."""
    for found in plan.get(abbreviations):
        related = (Related("definition", found.defined),) if found.defined else ()
        yield Finding(found.first, {"term": found.term}, related, "late" if related else None)


@check
def glossary_term_unused(plan: Plan) -> Iterator[Finding]:
    """TRM005: a glossary entry for a word that the draft never uses."""
    for span in plan.get(unused_terms):
        yield Finding(span, {"term": span.quote})
