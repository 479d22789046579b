"""Wrong characters: known wrong forms, glyphs that are not standard, dropped particles.

The wrong forms are looked up by two neighbouring characters, so the cost does not grow with the
lists.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from linter.document.model import Document
from linter.document.nodes import Span, TextNode, Zone
from linter.plan.lexicon import Lexicon
from linter.plan.masks import without_addresses
from linter.plan.plan import Plan, fact
from linter.subjects.words.phrases import find_phrase_slips, phrase_keys
from linter.subjects.words.redlines import Redlines, redlines
from linter.subjects.words.scan import Scan
from linter.subjects.words.slips import Slip, find_slips, slip_forms
from linter.subjects.words.wrong_forms import Certainty, WrongForm, WrongForms, neighbours
from linter.text.counted import Counted
from linter.text.intervals import Intervals
from linter.text.patterns import compiled, lazily
from linter.text.segmentation import builtin_words

# Strokes and parts of characters, radicals, compatibility forms, private use, broken characters.
_ODD = lazily(
    "[丨丶丿乀乁乛乚亅亠冂冖冫凵勹匚匸卩厶囗夂夊宀屮巛廴彐彡彳攵疒癶禸罒耂虍衤襾"
    "\u2e80-\u2eff\u2f00-\u2fd5\u31c0-\u31e3\ue000-\uf8ff\uf900-\ufaff\ufffd]"
)
_TITLE = lazily("‹title›")


class Misspelling(NamedTuple):
    """Words that are written wrong, and what is meant (empty where that cannot be told)."""

    span: Span
    right: str
    certainty: Certainty


class _Lists(NamedTuple):
    forms: WrongForms
    glyphs: re.Pattern[str]
    standard: dict[str, str]
    traditional: frozenset[str]
    held: re.Pattern[str]  # the words of which every omission has one
    omissions: tuple[tuple[re.Pattern[str], str, Certainty], ...]
    lexicon: Lexicon


@fact
def misspellings(plan: Plan) -> tuple[Misspelling, ...]:
    """The wrong characters."""
    return tuple(_misspellings(plan.document, plan.lexicon))


def _misspellings(document: Document, lexicon: Lexicon) -> list[Misspelling]:
    """Return the wrong characters in reading order, without those in red-line names (TRM006).

    Behind them come the slips that the draft itself bears out.
    """
    lists = lexicon.get(_lists)
    found: list[Misspelling] = []
    slips: list[tuple[TextNode, Slip]] = []
    scan = Scan(document.worded())
    formed, slipped = scan.find(lists.forms.keys()), scan.find(lexicon.get(slip_forms).keys())
    phrased = scan.find(lexicon.get(phrase_keys).keys())
    for node in scan.nodes:
        if node.locator.zone is not Zone.TOC:
            text = without_addresses(node.folded)
            here = [*_forms(node, text, formed.get(id(node), ()), lists)]
            here += [*_glyphs(node, lists), *_omissions(node, text, lists)]
            at = slipped.get(id(node), ())
            slips += [(node, slip) for slip in find_slips(text, at, lexicon)]
            at = phrased.get(id(node), ())
            slips += [(node, slip) for slip in find_phrase_slips(text, at, lexicon)]
            if not here:
                continue
            taken = [(hit.start, hit.end) for hit in lexicon.get(redlines).find(node.folded)]
            titles = _titles(node)
            here = [i for i in here if _sure(i) or not titles.hold(i.span.start, i.span.end)]
            outer = _outermost(here, _covered(taken))
            found += sorted(outer, key=lambda m: m.span.start)
    if slips:
        found += _borne_out(scan.text, slips, found, lexicon.get(redlines))
    return found


def _borne_out(
    draft: str,
    slips: list[tuple[TextNode, Slip]],
    known: list[Misspelling],
    known_names: Redlines,
) -> Iterator[Misspelling]:
    """The slips that the draft bears out, without those that the lists name already."""
    reported: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for item in known:
        reported[id(item.span.node)].append((item.span.start, item.span.end))
    counted = Counted(draft)
    taken: dict[int, set[int]] = {}
    titles: dict[int, Intervals] = {}
    for node, slip in slips:
        if not slip.is_borne_out(counted):
            continue
        here = id(node)
        if here not in taken:
            names = [(hit.start, hit.end) for hit in known_names.find(node.folded)]
            taken[here], titles[here] = _covered([*reported[here], *names]), _titles(node)
        span = Span(node, slip.start, slip.start + len(slip.wrong))
        if not titles[here].hold(span.start, span.end):
            item = Misspelling(span, slip.right, Certainty.LIKELY)
            yield from _outermost([item], taken[here])


def _sure(item: Misspelling) -> bool:
    """Tell what is wrong in a cited title (《…》) as well, which keeps its own spelling else."""
    return item.certainty not in (Certainty.LIKELY, Certainty.TRADITIONAL)


def _titles(node: TextNode) -> Intervals:
    return Intervals(match.span() for match in _TITLE.finditer(node.folded))


def _covered(places: Iterable[tuple[int, int]]) -> set[int]:
    """The offsets of all characters in the places."""
    return {at for start, end in places for at in range(start, end)}


def _outermost(found: list[Misspelling], taken: set[int]) -> Iterator[Misspelling]:
    """Leave out what overlaps a longer form or a place that another rule reports, and take up
    the characters of the others."""
    for item in sorted(found, key=lambda m: m.span.start - m.span.end):
        place = range(item.span.start, item.span.end)
        if taken.isdisjoint(place):
            taken.update(place)
            yield item


def _forms(
    node: TextNode, text: str, places: Iterable[int], lists: _Lists
) -> Iterator[Misspelling]:
    """The wrong forms; `text` is the node's with its addresses blanked, `places` those of keys."""
    for i in places:
        for form in lists.forms.of(text[i : i + 2]):
            start = i - form.at
            if form.stands(text, start) and not _two_words(form, text, start, lists.lexicon):
                span = Span(node, start, start + len(form.wrong))
                if not builtin_words().is_cut_out(text, span.start, span.end):
                    yield Misspelling(span, form.right, form.certainty)


def _two_words(form: WrongForm, text: str, start: int, lexicon: Lexicon) -> bool:
    """Tell whether a form of two characters may be the end of one word and another's beginning.

    Where a form has guards of its own they have told of the words of one character.
    """
    alone = not (form.not_after or form.not_before)
    return len(form.wrong) == 2 and lexicon.get(neighbours).meet(text, start, alone=alone)


def _glyphs(node: TextNode, lists: _Lists) -> Iterator[Misspelling]:
    for match in lists.glyphs.finditer(node.text):
        char = match.group()
        kind = Certainty.TRADITIONAL if char in lists.traditional else Certainty.GLYPH
        yield Misspelling(_around(node, match), lists.standard[char], kind)
    for match in _ODD.finditer(node.text):
        right = unicodedata.normalize("NFKC", match.group())
        right = right if right != match.group() else ""
        yield Misspelling(_around(node, match), right, Certainty.CODE_POINT)


def _around(node: TextNode, match: re.Match[str]) -> Span:
    """The character with the one behind it, so that the quote can be read."""
    return Span(node, match.start(), min(len(node.text), match.end() + 1))


def _omissions(node: TextNode, text: str, lists: _Lists) -> Iterator[Misspelling]:
    if not lists.held.search(text):
        return
    for pattern, right, certainty in lists.omissions:
        for match in pattern.finditer(text):
            cut, end = match.span("at")
            if builtin_words().is_cut_out(text, *match.span()):
                continue
            words = node.text[match.start() : cut] + right + node.text[end : match.end()]
            yield Misspelling(Span(node, *match.span()), words, certainty)


def _lists(lexicon: Lexicon) -> _Lists:
    variants, _, old = " ".join(lexicon.entries("glyphs")).partition("繁")
    standard = {pair[0]: pair[1] for pair in (variants + old).split()}
    held = [w for entry in lexicon.entries("omissions") for w in entry.get("holds", " ").split(" ")]
    omissions = tuple(
        (
            lazily(entry["pattern"]),
            entry["right"],
            Certainty.ERROR if entry.get("certain") else Certainty.LIKELY,
        )
        for entry in lexicon.entries("omissions")
    )
    return _Lists(
        WrongForms(lexicon),
        compiled("[" + "".join(standard) + "]"),
        standard,
        frozenset(pair[0] for pair in old.split()),
        compiled("|".join(map(re.escape, held))),
        omissions,
        lexicon,
    )
