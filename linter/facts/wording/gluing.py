"""Latin terms that run together: NBIoTNGBW, VRAR."""

from collections.abc import Iterator
from typing import NamedTuple

from linter.document import Span
from linter.facts.wording.terms import HYPHEN, LatinTerms, Mentions, Texts
from linter.patterns import lazily

# 虚拟/增强现实(VRAR): a bracket that abbreviates two things.
_TWO_THINGS = lazily(r"(?:/|、|和|与)[\u4e00-\u9fff]{2,8}\((?P<word>[A-Z]{4,8})\)")


class GluedTerms(NamedTuple):
    """A word that is two terms run together; `known` is a mention of the first, if there is one."""

    span: Span
    first: str
    second: str
    known: Span | None = None


def glued_terms(terms: Mentions, latin: LatinTerms) -> Iterator[GluedTerms]:
    """Yield the words that split into two longer terms which the draft has elsewhere."""
    plain: dict[str, str] = {}
    for term in terms:
        plain.setdefault(HYPHEN.sub("", term).lower(), term)
    known = {term.lower() for term in latin.known | latin.canonical}
    for word, places in terms.items():
        lower = word.lower()
        if len(word) < 6 or len(places) > 2 or lower in known or HYPHEN.search(word):
            continue
        for cut in range(3, len(word) - 2):
            first, second = plain.get(lower[:cut]), plain.get(lower[cut:])
            if first and second and word[cut].isupper():
                for place in places:
                    yield GluedTerms(place, first, second, terms[first][0])
                break


def glued_abbreviations(texts: Texts, latin: LatinTerms) -> Iterator[GluedTerms]:
    """Yield the abbreviations of two things that split into two known terms: VRAR."""
    known = {term for term in latin.known | latin.canonical if term.isupper()}
    for node, text in texts:
        for match in _TWO_THINGS.finditer(text) if "(" in text else ():
            word = match["word"]
            for cut in range(2, len(word) - 1):
                if word not in known and {word[:cut], word[cut:]} <= known:
                    yield GluedTerms(Span(node, *match.span("word")), word[:cut], word[cut:])
