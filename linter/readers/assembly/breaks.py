"""Parts what a line break holds together: items, headings and boxes typed as one paragraph.

Web pages and hurried writers end lines with breaks (Shift+Enter) where Word wants paragraphs. A
break inside a title or sentence is only for the look, so a paragraph is parted only where one of
its lines begins with a number, where a box's title is followed by its text, or where it is long
and several lines end as sentences do; and then not inside a sentence. A break inside a word is
taken out.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice, pairwise

from linter.document.nodes import ResidueKind
from linter.readers.assembly.cut_sentences import TOLD, is_cut
from linter.readers.assembly.framing import TITLE
from linter.readers.assembly.pieces import Joint, Pieces, joined
from linter.readers.assembly.unbroken import Wall, section_starts
from linter.readers.labels import split_label
from linter.readers.raw import RawDocument, RawFrame, RawParagraph, RawResidue, RawTable
from linter.text.folding import BLANKS, fold, is_han

_Places = list[tuple[int, int]]
_TOLD = 5  # breaks that stand for paragraphs; fewer are not worth a word
_LONG, _SENTENCES = 600, 3
_PROSE = 20  # characters: a shorter line is a heading or an item
_ENDS = "。;:!?”)》"


def part_lines(document: RawDocument) -> None:
    """Part the paragraphs of a document, in place; comments stay at their words.

    Cells of real tables are left as they are: their paragraphs are lines of one text anyway.
    """
    parting = _Parting(document.blocks)
    for at in range(len(document.blocks) - 1, -1, -1):
        block = document.blocks[at]
        if isinstance(block, RawParagraph):
            document.blocks[at : at + 1] = parting.of(block)
        elif isinstance(block, RawFrame):
            block.parts = list(parting.all(block.parts))
        else:
            for row in block.rows:
                cells = [cell for cell in row if cell is not None]
                if len(cells) == 1:
                    cells[0].parts = list(parting.all(cells[0].parts))
    parting.pieces.settle(document)
    document.residues += parting.residues(document.format in TOLD)


class _Parting:
    """Parts paragraphs, and counts what it parted."""

    def __init__(self, blocks: Sequence[object]) -> None:
        self.pieces = Pieces()
        self._wall = Wall([block for block in blocks if isinstance(block, RawParagraph)])
        self._breaks = 0
        self._first: RawParagraph | None = None
        self._walls: list[RawParagraph] = []
        self._cuts = 0
        self._joint: Joint | None = None

    def all(self, parts: Iterable[RawParagraph | RawTable]) -> Iterator[RawParagraph | RawTable]:
        for part in parts:
            if isinstance(part, RawParagraph):
                yield from self.of(part)
            else:
                yield part

    def of(self, whole: RawParagraph) -> list[RawParagraph]:
        """The paragraphs that a paragraph comes to."""
        if whole.toc or whole.heading is not None:
            return [whole]
        if "\n" in whole.text and not whole.origins:
            paragraphs = _paragraphs(whole.text)
            if any(len(paragraph) > 1 for paragraph in paragraphs) or len(paragraphs) > 1:
                return self._lines(whole, paragraphs)
        if self._wall.has(whole):
            parts = self.pieces.cut(whole, section_starts(whole.text))
            self._walls.insert(0, parts[0])
            return parts
        return [whole]

    def _lines(self, whole: RawParagraph, paragraphs: list[_Places]) -> list[RawParagraph]:
        """The paragraphs of lines; the lines of a sentence that was cut are joined."""
        pieces = iter(self.pieces.take(whole, [place for places in paragraphs for place in places]))
        out: list[RawParagraph] = []
        for places in paragraphs:
            parts = list(islice(pieces, len(places)))
            out.append(joined(parts) if len(parts) > 1 else parts[0])
        halves = [(one, places) for one, places in zip(out, paragraphs, strict=True) if places[1:]]
        if halves:
            self._cuts += sum(len(places) - 1 for _, places in halves)
            start, end = halves[0][1][0]
            self._joint = Joint(halves[0][0], len(whole.text[start:end].rstrip(BLANKS)))
        if out[1:]:
            self._breaks += len(out) - 1
            self._first = out[0]
        return out

    def residues(self, told: bool) -> Iterator[RawResidue]:
        """What is to be told of it; cut sentences only if `told`."""
        if self._walls:
            first = self._walls[0]
            places = [(first, 0, len(first.text))]
            yield RawResidue(ResidueKind.UNBROKEN, self._wall.characters, places=places)
        if self._first is not None and self._breaks >= _TOLD:
            places = [(self._first, 0, len(self._first.text))]
            yield RawResidue(ResidueKind.BROKEN_LINES, self._breaks, places=places)
        if self._joint is not None and told:
            yield RawResidue(ResidueKind.CUT, self._cuts, *self._joint.residue)


def _paragraphs(text: str) -> list[_Places]:
    """The paragraphs that lines come to, each as the places of what is joined without a break."""
    lines = text.split("\n")
    apart = _are_paragraphs(lines)
    paragraphs: list[_Places] = [[(0, len(lines[0]))]]
    for above, below in pairwise(lines):
        start, end = paragraphs[-1][-1]
        place = (end + 1, end + 1 + len(below))
        if is_cut(above, below):
            paragraphs[-1].append(place)
        elif apart and not _runs_on(above, below):
            paragraphs.append([place])
        else:
            paragraphs[-1][-1] = (start, place[1])
    return paragraphs


def _are_paragraphs(lines: list[str]) -> bool:
    """Tell whether lines are paragraphs of their own rather than one text."""
    if any(split_label(line)[0] for line in lines[1:]):
        return True
    title = TITLE.match(fold(lines[0]))
    sentences = len(lines) > 2 or any(mark in fold(lines[1]) for mark in "。;")
    if title is not None and sentences:
        return True
    ended = sum(line.rstrip().endswith("。") for line in lines[:-1])
    return ended >= _SENTENCES and sum(map(len, lines)) >= _LONG


def _runs_on(above: str, below: str) -> bool:
    """Tell whether a sentence goes on behind a line break."""
    first, words = fold(above).rstrip(), fold(below)
    if len(first) < _PROSE or first[-1] in _ENDS or split_label(below)[0] or not words.strip():
        return False
    prose = any(mark in first for mark in ",。;、")
    return prose and (is_han(first[-1]) or first[-1] in ",、") and is_han(words[0])
