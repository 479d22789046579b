"""Cuts paragraphs up and joins them; comments and residues stay at their words."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import accumulate
from typing import NamedTuple

from linter.readers.raw import RawBlock, RawComment, RawDocument, RawParagraph, shifted
from linter.text.folding import BLANKS

_Range = tuple[RawParagraph, int, int]
_SHOWN = 5  # characters on both sides of a joint that are told


class Pieces:
    """The paragraphs that were cut up, and into what."""

    def __init__(self) -> None:
        self._of: dict[int, list[tuple[RawParagraph, int]]] = {}

    def cut(self, whole: RawParagraph, cuts: Iterable[int]) -> list[RawParagraph]:
        """Return the pieces of a paragraph, which begin at 0 and at the cuts."""
        starts = [0, *cuts]
        return self.take(whole, list(zip(starts, [*starts[1:], len(whole.text)], strict=True)))

    def take(self, whole: RawParagraph, places: Sequence[tuple[int, int]]) -> list[RawParagraph]:
        """Return the pieces at these places; the first has what the whole had besides its text."""
        out: list[RawParagraph] = []
        for start, end in places:
            text, origins = whole.text[start:end], shifted(whole.origins, start, end)
            if out:
                out.append(RawParagraph(text, origins, style=whole.style))
            else:
                joined = ((whole, -start), *whole.joined)
                out.append(replace(whole, text=text, origins=origins, joined=joined))
        self._of[id(whole)] = [(p, start) for p, (start, _) in zip(out, places, strict=True)]
        return out

    def settle(self, document: RawDocument) -> None:
        """Move the comments and residues of a document from what was cut up to its pieces, which it
        knows from now on."""
        if self._of:
            document.parted |= self._of
            document.comments = [self._moved(comment) for comment in document.comments]
            for residue in document.residues:
                residue.places = [at for given in residue.places for at in self._places(given)]

    def _moved(self, comment: RawComment) -> RawComment:
        return replace(
            comment, ranges=[at for given in comment.ranges for at in self._places(given)]
        )

    def _places(self, given: _Range) -> Iterator[_Range]:
        whole, start, end = given
        if id(whole) not in self._of:
            yield given
        for piece, offset in self._of.get(id(whole), ()):
            first, last = max(start - offset, 0), min(end - offset, len(piece.text))
            if first < last or first == last == start - offset:
                yield piece, first, last


def joined(parts: Sequence[RawParagraph]) -> RawParagraph:
    """Return paragraphs as one; blanks at the ends of all but the last are left out."""
    texts = [part.text.rstrip(BLANKS) for part in parts[:-1]] + [parts[-1].text]
    starts = list(accumulate((len(text) for text in texts[:-1]), initial=0))
    placed = list(zip(parts, starts, strict=True))
    return replace(
        parts[0],
        text="".join(texts),
        origins=tuple(m._replace(offset=m.offset + at) for p, at in placed for m in p.origins),
        joined=tuple((q, at + by) for p, at in placed for q, by in ((p, 0), *p.joined)),
    )


class Joint(NamedTuple):
    """A place where two paragraphs were made one."""

    paragraph: RawParagraph
    at: int

    @property
    def residue(self) -> tuple[str, list[_Range]]:
        """The words around it, ¶ between them, and the place of those in front of it."""
        text, start = self.paragraph.text, max(0, self.at - _SHOWN)
        words = f"{text[start : self.at]}¶{text[self.at : self.at + _SHOWN]}"
        return words, [(self.paragraph, start, self.at)]


def regrouped(
    blocks: Sequence[RawBlock], goes_on: Callable[[RawBlock, RawBlock], bool]
) -> tuple[list[RawBlock], int, Joint | None]:
    """Return the blocks with paragraphs joined where one goes on with the block right above it;
    how many joints there are, and the first of them. Cost: linear."""
    groups: list[list[RawBlock]] = []
    for block in blocks:
        if groups and goes_on(groups[-1][-1], block):
            groups[-1].append(block)
        else:
            groups.append([block])
    out: list[RawBlock] = []
    first: Joint | None = None
    for group in groups:
        parts = [part for part in group if isinstance(part, RawParagraph)]
        out.append(joined(parts) if len(parts) > 1 else group[0])
        if len(parts) > 1 and first is None:
            whole = out[-1]
            assert isinstance(whole, RawParagraph)
            first = Joint(whole, len(parts[0].text.rstrip(BLANKS)))
    return out, len(blocks) - len(groups), first
