"""The numbers that open headings and items, and those that stand inside paragraphs."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from linter.document.nodes import LabelKind, Paragraph, Span
from linter.subjects.structure.attachments import AttachmentList
from linter.subjects.structure.parts import Part
from linter.text.numerals import (
    BRACKETED,
    BRACKETED_HAN,
    CIRCLED,
    DOTTED,
    ENCLOSED,
    LEGAL,
    NUMERAL,
    like,
    parse_numeral,
    to_chinese,
    to_legal,
)
from linter.text.patterns import lazily, once

RANK = {kind: rank for rank, kind in enumerate(LabelKind)}
_CHINESE = (LabelKind.CHINESE, LabelKind.PAREN_CHINESE)
_COUNTED = frozenset(kind for kind in LabelKind if RANK[kind] <= RANK[LabelKind.CIRCLED])
# A number inside a paragraph. A mark of the end stands before it, or a word runs into it.
_Forms = tuple[tuple[LabelKind, re.Pattern[str]], ...]
_INLINE: _Forms = (
    (LabelKind.CHINESE, lazily(rf"[。;]\s*(?P<mark>(?P<n>[{NUMERAL}]{{1,3}})、)(?=\S)")),
    (
        LabelKind.PAREN_CHINESE,
        lazily(rf"(?P<mark>\((?<=\S\()(?P<n>[{NUMERAL}]{{1,3}})\))(?=\S)"),
    ),
    (
        LabelKind.ARABIC,
        lazily(
            r"(?<=[。;:!?)”\u4e00-\u9fff])\s*(?P<mark>(?P<n>\d{1,3})[.、﹒]\s*)"
            r"(?=[\u4e00-\u9fff“《①A-Z])"
        ),
    ),
    (LabelKind.PAREN_ARABIC, lazily(r"(?P<mark>\((?<=\S\()(?P<n>\d{1,2})\))(?=\S)")),
    *(
        (kind, lazily(rf"(?<=\S)\s*(?P<mark>(?P<n>[{numerals}]))(?=\S)"))
        for kind, numerals in (
            (LabelKind.PAREN_CHINESE, BRACKETED_HAN),
            (LabelKind.ARABIC, DOTTED),
            (LabelKind.PAREN_ARABIC, BRACKETED),
            (LabelKind.CIRCLED, CIRCLED),
        )
    ),
)
# A number that has lost a bracket or its dot is still the number of its paragraph.
_DAMAGED: _Forms = (
    (
        LabelKind.PAREN_CHINESE,
        lazily(rf"\A\s*(?P<mark>[(〔\[]?(?P<n>[{NUMERAL}]{{1,3}})[)〕\]])"),
    ),
    (
        LabelKind.PAREN_CHINESE,
        lazily(rf"\A\s*(?P<mark>[(〔\[](?P<n>[{NUMERAL}]{{1,3}})[、.]?)"),
    ),
    (LabelKind.CHINESE, lazily(rf"\A\s*(?P<mark>(?P<n>[{NUMERAL}]{{1,3}})[,.:。·\s])")),
    (
        LabelKind.ARABIC,
        lazily(r"\A\s*(?P<mark>(?P<n>\d{1,2})\s*[,:。·]?\s*)(?=[\u4e00-\u9fff“])"),
    ),
)
_BARE: _Forms = (*_DAMAGED, *_INLINE)  # of a paragraph without a label
_ANY = lazily(
    rf"\(|\d[.、﹒]|[{ENCLOSED}]|;?[{NUMERAL}]、|\A\s*[〔\[{NUMERAL}\d]"
)  # all of these begin so
_CAPTION = lazily(r"[^。;,]{1,24}[^。;,.!?]")
_ORDINALS = lazily(rf"[{NUMERAL}]、")
HEADING_WORDS = 30


@dataclass(frozen=True, slots=True, eq=False)
class Item:
    """A number at the head of a paragraph, or inside it (`inline`).

    `start` and `end` are the number's place in the text, None and 0 for a label.
    `scope` changes from one item to the next of its kind where an outer heading stands between;
    `parent` is the outer heading above it.
    `parted` tells that a short line without a number, such as a title, stands in between.
    `slipped` is the form that its neighbours have and it has not (（一）（二）三、).
    """

    paragraph: Paragraph
    kind: LabelKind
    number: int
    scope: int
    parent: Paragraph | None = None
    start: int | None = None
    end: int = 0
    slipped: LabelKind | None = None
    inline: bool = False
    parted: bool = False

    @property
    def words(self) -> Span:
        """The number and the heading's words."""
        if self.start is None:
            return Span.whole(self.paragraph, min(len(self.paragraph.title), HEADING_WORDS))
        text = self.paragraph.folded
        most = min(self.end + HEADING_WORDS, len(text))
        stops = [at for at in (text.find(c, self.end, most) for c in "。;,:") if at >= 0]
        end = min([*stops, most])
        return Span(self.paragraph, self.start, end)

    @property
    def label(self) -> str:
        """The number as written."""
        if self.start is None and self.paragraph.label:
            return self.paragraph.label.raw.strip()
        return self.paragraph.text[self.start : self.end].strip()

    def written(self, number: int) -> str:
        """Another number in this item's form."""
        if self.kind is LabelKind.LEGAL and number < 100:
            return once(rf"[{LEGAL}]+").sub(to_legal(number), self.label, count=1)
        chinese = self.kind in _CHINESE or not once(r"\d").search(self.label)
        numeral = to_chinese(number) if chinese and number < 100 else str(number)
        if enclosed := next((char for char in self.label if char in ENCLOSED), None):
            return self.label.replace(enclosed, like(enclosed, number))
        if self.kind is LabelKind.DECIMAL:
            return once(r"\d+(?=\D*$)").sub(numeral, self.label)
        return once(rf"\d+|[{NUMERAL}]+").sub(numeral, self.label, count=1)


def listed_items(attachments: AttachmentList) -> Iterator[Item]:
    """The numbers of a list of attachments, the first of which stands behind 附件：."""
    for entry in attachments.entries:
        node = entry.span.node
        if entry.number is not None and isinstance(node, Paragraph):
            start = None if node.label else entry.span.start
            end = 0 if node.label else len(node.text) - len(entry.title)
            yield Item(node, LabelKind.ARABIC, entry.number, 0, None, start, end)


def part_items(part: Part, skipped: set[int]) -> Iterator[Item]:
    """Yield the numbers of a part in reading order, those inside paragraphs included."""
    above = _Above()
    parted = False
    for paragraph in part.paragraphs:
        if id(paragraph) in skipped:
            continue
        label = paragraph.label
        if label is not None and _ORDINALS.match(paragraph.folded):
            continue  # 一、二、三产业
        if label is not None:
            if label.kind in _COUNTED:  # Word counts letters itself, nobody types them
                scope, parent = above.of(label.kind, label.numbers[:-1])
                yield Item(paragraph, label.kind, label.number, scope, parent, parted=parted)
            above.open(RANK[label.kind], paragraph)
            parted = False
        elif paragraph.level is not None:
            above.open(0, paragraph)
        else:
            parted = parted or bool(_CAPTION.fullmatch(paragraph.folded.strip()))
        forms = _INLINE if label else _BARE
        for kind, number, start, end in _inline(paragraph, forms):
            scope, parent = above.of(kind, ())
            yield Item(paragraph, kind, number, scope, parent, start, end, inline=True)


class _Above:
    """Counts the headings so far, for telling which of them stand above a form of number."""

    def __init__(self) -> None:
        self._opened = [0] * len(RANK)
        self._last: list[tuple[int, Paragraph] | None] = [None] * len(RANK)
        self._count = 0
        self._prefix: dict[int, tuple[int, ...]] = {}
        self._turns = 0

    def open(self, rank: int, heading: Paragraph) -> None:
        self._count += 1
        self._opened[rank] += 1
        self._last[rank] = (self._count, heading)

    def of(self, kind: LabelKind, prefix: tuple[int, ...]) -> tuple[int, Paragraph | None]:
        """The scope of the next number of a form, and the heading above it.

        For 2.1 behind 1.4 the scope changes with the prefix as well.
        """
        rank = RANK[kind]
        if prefix and self._prefix.get(len(prefix)) != prefix:
            self._turns += 1
            self._prefix[len(prefix)] = prefix
        turns = self._turns if prefix else 0
        above = [last for last in self._last[:rank] if last is not None]
        parent = max(above, key=lambda last: last[0])[1] if above else None
        return sum(self._opened[:rank]) + turns, parent


def _inline(paragraph: Paragraph, forms: _Forms) -> list[tuple[LabelKind, int, int, int]]:
    """The numbers in a text by the given forms: form, number, start, end."""
    out = []
    if not _ANY.search(paragraph.folded):
        return []
    for kind, pattern in forms:
        for match in pattern.finditer(paragraph.folded):
            if number := parse_numeral(match["n"]):
                out.append((kind, number, match.start("mark"), match.end("mark")))
    return sorted(out, key=lambda found: found[2])


def with_slips(items: list[Item]) -> list[Item]:
    """Take an item in a foreign form for what its neighbours are: （一）（二）三、（四）."""
    firm = [i for i, item in enumerate(items) if not item.inline]
    later: dict[LabelKind, Item] = {}
    following: list[dict[LabelKind, Item]] = []
    for i in reversed(firm):
        following.append(dict(later))
        later[items[i].kind] = items[i]
    following.reverse()
    last: dict[LabelKind, Item] = {}
    for i, after in zip(firm, following, strict=True):
        item = items[i]
        own = last.get(item.kind)
        fits = item.number == 1 or (own is not None and own.number + 1 == item.number)
        for kind, before in list(last.items()):
            behind = after.get(kind)
            between = before.number + 1 == item.number and behind is not None
            if fits or kind is item.kind or not between or behind is None:
                continue
            if behind.number == item.number + 1 and LabelKind.DECIMAL not in (kind, item.kind):
                item = items[i] = replace(item, kind=kind, scope=before.scope, slipped=item.kind)
                break
        last[item.kind] = item
    return items
