"""Names that were changed at one place and stand as they were at another."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from linter.document.nodes import Box, Cell, Paragraph, Span, TextNode, Zone
from linter.plan.plan import Plan
from linter.subjects.citations.definitions import titles
from linter.subjects.citations.references import captions
from linter.subjects.offices.organisations import organisations
from linter.subjects.offices.unit_lists import ResponsibleUnit
from linter.subjects.offices.unit_names import unit_lists
from linter.subjects.times.periods import RANGE, Period, period, title_lines
from linter.text.folding import key
from linter.text.nearness import shared_order
from linter.text.patterns import lazily

if TYPE_CHECKING:
    from linter.across.versions import Versions

_LEAST = 4  # characters: shorter names are words of the language
_LONG = 6  # the same for headings, and only where they are quoted or stand in a cell
_FEW = 3  # a new name of a unit is one where it is used at a third of the places at least
_SHARED = 0.6  # of two names of one unit
_RANGE = lazily(RANGE)
_TERM = lazily(r"十[一二三四五六七]五|(?<!\d)(?:19|20)\d\d年(?!\s*[-—－~～至到])")
_BACK = lazily("回顾|成就|成效|成绩|基础|评估|完成|以来|现状|期间|时期|总结|背景|末|进展")
_HEAD = 40  # characters of a heading or a caption
_OPENS, _CLOSES = "“《", "”》"


class NameLeft(NamedTuple):
    """A name that was changed at `changed` and still stands at `left`, `times` times in all."""

    before: str
    after: str
    left: Span
    changed: Span
    times: int = 1


def units_left(versions: "Versions") -> Iterator[NameLeft]:
    """Units that got another name in some tasks and kept the old one in others."""
    old, new = _units(versions.old), _units(versions.new)
    swaps: dict[tuple[str, str], list[Span]] = defaultdict(list)
    for gone, come in _swapped(versions):
        swaps[gone.name, come.name].append(come.span)
    known = versions.new.get(organisations)
    for (before, after), places in swaps.items():
        left = new.get(before, [])
        if not left or after in old:
            continue
        identity = known.identify(before)
        successor = bool(
            identity and identity.organ.successor and identity.organ.successor in after
        )
        alike = shared_order(before, after) >= _SHARED * max(len(before), len(after))
        several = len(places) > 1
        if (successor or alike or several) and _FEW * len(places) >= len(left):
            yield NameLeft(before, after, left[0], places[0], len(left))


def _units(plan: Plan) -> dict[str, list[Span]]:
    found: dict[str, list[Span]] = defaultdict(list)
    for units in plan.get(unit_lists):
        for unit in units.units:
            found[unit.name].append(unit.span)
    return found


def _swapped(versions: "Versions") -> Iterator[tuple[ResponsibleUnit, ResponsibleUnit]]:
    """The units that stand where another one stood, one for one."""
    for before, after in versions.unit_pairs:
        names = {u.name for u in before}, {u.name for u in after}
        gone = [u for u in before if u.name not in names[1]]
        come = [u for u in after if u.name not in names[0]]
        if len(gone) == len(come):
            yield from zip(gone, come, strict=True)


def names_left(versions: "Versions") -> Iterator[NameLeft]:
    """Indicators, boxes and headings that were renamed and are still called by the old name."""
    nodes = versions.new.nodes
    for before, after, changed, loose in _renamings(versions):
        if len(before) < (_LEAST if loose else _LONG) or key(before) == key(after):
            continue
        for span in _places(nodes, before, after):
            if span.node is changed.node or not _stood(versions, span, before):
                continue
            if loose or _heads_a_cell(span) or _is_quoted(span):
                yield NameLeft(before, after, span, changed)


def _renamings(versions: "Versions") -> Iterator[tuple[str, str, Span, bool]]:
    """(name before, name after, where, whether the name is told from words of the language)."""
    heads = versions.old.document.title, versions.new.document.title
    if heads[0] and heads[1] and key(heads[0].text) != key(heads[1].text):
        old_title, new_title = (head.text.strip() for head in heads if head)
        yield old_title, new_title, Span.whole(heads[1]), True
    for pair in versions.indicators.pairs:
        if pair.renamed:
            yield pair.old.name, pair.new.name, pair.new.span, True
    for box in versions.boxes.pairs:
        if box.renamed and box.new.title:
            yield _bare(box.old), _bare(box.new), Span.whole(box.new.title), True
    for paragraphs in versions.paragraphs.pairs:
        old, new = paragraphs.old, paragraphs.new
        if old.level is not None and new.level is not None and key(old.title) != key(new.title):
            yield old.title, new.title, Span(new, 0, len(new.title)), False


def _bare(box: Box) -> str:
    return box.name.strip(" :：　")


def _places(nodes: tuple[TextNode, ...], words: str, new_words: str) -> Iterator[Span]:
    """Where words stand, not as a part of the new words that hold them."""
    offset = new_words.find(words)
    for node in nodes:
        at = node.text.find(words)
        while at >= 0:
            held = offset >= 0 and at >= offset and node.text.startswith(new_words, at - offset)
            if not held:
                yield Span(node, at, at + len(words))
            at = node.text.find(words, at + len(words))


def _stood(versions: "Versions", span: Span, words: str) -> bool:
    """Whether the words stood in what the text was before."""
    if isinstance(span.node, Paragraph):
        old = versions.paragraphs.to_old.get(id(span.node))
        if old is not None:
            return words in old.text
    return any(words in node.text for node in versions.old.nodes)


def _heads_a_cell(span: Span) -> bool:
    """Whether a cell, or a sentence in it, begins with the words: there they are a title."""
    before = span.node.folded[: span.start].rstrip(" \n0123456789.、()")
    return isinstance(span.node, Cell) and (not before or before[-1] in "。;:")


def _is_quoted(span: Span) -> bool:
    text = span.node.text
    before, after = text[max(0, span.start - 1) : span.start], text[span.end : span.end + 1]
    contents = span.node.locator.zone is Zone.TOC
    return contents or (bool(before) and before in _OPENS and bool(after) and after in _CLOSES)


def citations_left(versions: "Versions") -> Iterator[NameLeft]:
    """Documents whose title was changed where they are cited, and not at another place."""
    old = Counter(key(title.words) for title in versions.old.get(titles))
    now = versions.new.get(titles)
    for before, after in versions.title_pairs:
        words = key(before.quote.strip("《》"))
        if key(after.quote.strip("《》")) in old:
            continue  # another document that was cited before
        for title in now:
            same = key(title.words) == words and title.span.node is not after.node
            if same and _stood(versions, title.span, title.words):
                yield NameLeft(before.quote, after.quote, title.span, after)


def _terms_left(
    versions: "Versions", old: Period, new: Period, own: set[int]
) -> Iterator[NameLeft]:
    """The term that the title had, “十三五”, 2023年, in headings and captions that look ahead."""
    assert old.span is not None
    assert new.span is not None
    words = [_term(span.quote) for span in (old.span, new.span)]
    if not all(words) or words[0] == words[1]:
        return
    heads = [p for p in versions.new.document.paragraphs() if p.level is not None]
    heads += [c.span.node for c in versions.new.get(captions) if isinstance(c.span.node, Paragraph)]
    heads += [t.caption for t in versions.new.document.tables() if t.caption is not None]
    for node in dict.fromkeys(heads):
        title = node.title if node.level is not None else node.text
        at = title.find(words[0])
        if at < 0 or id(node) in own or len(title) > _HEAD or _BACK.search(title):
            continue
        span = Span(node, at, at + len(words[0]))
        if _stood(versions, span, words[0]):
            yield NameLeft(words[0], words[1], span, new.span)


def _term(words: str) -> str:
    """The five-year plan or the one year that words name: 十四五, 2023年."""
    match = _TERM.search(words)
    return match.group() if match else ""


def years_left(versions: "Versions") -> Iterator[NameLeft]:
    """The plan's own years, changed in the title and not where the text states them."""
    old, new = versions.old.get(period), versions.new.get(period)
    if old is None or new is None or new.span is None or old[:2] == new[:2]:
        return
    own = {id(line) for line in title_lines(versions.new.document)} | {id(new.span.node)}
    yield from _terms_left(versions, old, new, own)
    for node in versions.new.nodes:
        if id(node) in own:
            continue
        for match in _RANGE.finditer(versions.new.masked(node)):
            span = Span(node, *match.span())
            same = (int(match["start"]), int(match["end"])) == old[:2]
            if same and _stood(versions, span, span.quote):
                before, after = f"{old.start}—{old.end}年", f"{new.start}—{new.end}年"
                yield NameLeft(before, after, span, new.span)
