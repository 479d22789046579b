"""PUN006: blanks inside words and beside marks."""

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from linter.document.nodes import Span
from linter.plan.finding import Finding, Fix, Related, check
from linter.plan.plan import Plan, fact
from linter.subjects.words.terms import Texts, latin_lore, latin_terms
from linter.text.patterns import lazily

_LATIN = lazily(r"(?<![A-Za-z])([A-Za-z]) ([A-Za-z][A-Za-z0-9]{1,8})(?![A-Za-z ])")
# “A BS产品”: a capital parted from capitals that are no term by themselves.
_CAPITALS = lazily(r"(?<=[\u4e00-\u9fff“(、])([A-Z]) ([A-Z]{1,5})(?=[\u4e00-\u9fff”)、])")
_HAN = lazily(r"(?<=[\u4e00-\u9fff])[ ]{1,2}(?=[\u4e00-\u9fff])")
_BESIDE_MARK = lazily(
    r"[ ]+(?=[,、。;!?”》)])|(?<=[、。“《(])[ ]+(?=\S)|(?<=[,;:])[ ]+(?=[\u4e00-\u9fff])"
)
_SPACED = lazily(r"(?:[\u4e00-\u9fff] +){2,}[\u4e00-\u9fff]")
_LONG, _FREQUENT = 25, 3
_LISTED = 50  # other places that are named


@fact
def split_words(plan: Plan) -> tuple[tuple[Span, str], ...]:
    """The words with a space inside."""
    latin = plan.lexicon.get(latin_lore)
    known = latin.known | latin.canonical | plan.get(latin_terms).keys()
    return tuple(_split_words(plan.masked_texts, frozenset(known)))


def _split_words(texts: Texts, known: frozenset[str]) -> Iterator[tuple[Span, str]]:
    """Yield words with a space inside, and the word: known Latin terms, frequent Chinese pairs."""
    texts = list(texts)
    pairs: Counter[str] | None = None
    folded = {term.lower() for term in known}
    for node, text in texts:
        if " " not in text:
            continue
        for match in _LATIN.finditer(text):
            if (match.group(1) + match.group(2)).lower() in folded:
                yield Span(node, *match.span()), match.group(1) + match.group(2)
        for match in _CAPITALS.finditer(text):
            whole = match.group(1) + match.group(2)
            if match.group(2).lower() not in folded and whole.lower() not in folded:
                yield Span(node, *match.span()), whole
        if len(text) < _LONG or _SPACED.search(text):
            continue
        for match in _HAN.finditer(text):
            pairs = pairs or Counter("".join(pair) for _, t in texts for pair in pairwise(t))
            word = text[match.start() - 1] + text[match.end()]
            if pairs[word] >= _FREQUENT:
                yield Span(node, match.start() - 1, match.end() + 1), word


@fact
def stray_spaces(plan: Plan) -> list[Span]:
    """The spaces beside Chinese marks."""
    return _beside_marks(plan.masked_texts)


def _beside_marks(texts: Texts) -> list[Span]:
    """Return the spaces before or behind Chinese marks, with the character on each side."""
    return [
        Span(node, max(0, match.start() - 1), min(len(text), match.end() + 1))
        for node, text in texts
        if " " in text
        for match in _BESIDE_MARK.finditer(text)
    ]


@check
def stray_space(plan: Plan, *, aggregate_above: int = 5) -> Iterator[Finding]:
    """PUN006: a space inside a word; the others (beside marks) as one finding with a count.

    In more than `aggregate_above` places a program put them there: they are one finding, too.
    """
    split = plan.get(split_words)
    if len(split) > aggregate_above:
        (span, word), *more = split
        others = tuple(Related("other", place) for place, _ in more[:_LISTED])
        values = {"word": word, "count": str(len(split))}
        yield Finding(span, values, others, "many", Fix(word))
    else:
        for span, word in split:
            yield Finding(span, {"word": word}, fix=Fix(word))
    spaces = plan.get(stray_spaces)
    if spaces:
        yield Finding(spaces[0], {"count": str(len(spaces))}, variant="aggregate")
