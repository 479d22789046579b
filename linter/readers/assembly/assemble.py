"""Turns what a format reader found into a Document, the same way for every format."""

from collections.abc import Iterable
from dataclasses import replace
from functools import partial

from linter.document.model import Document, no_look
from linter.document.nodes import (
    Block,
    Box,
    Cell,
    Comment,
    Label,
    Locator,
    Paragraph,
    Residue,
    SourceMark,
    Span,
    Table,
    TextNode,
    Zone,
)
from linter.readers.assembly.breaks import part_lines
from linter.readers.assembly.contents import mark_contents
from linter.readers.assembly.cut_sentences import join_cut_sentences
from linter.readers.assembly.framing import Framed, RawBox, frame, is_blank
from linter.readers.assembly.levels import UNSECTIONED, Levels
from linter.readers.assembly.sources import sources
from linter.readers.assembly.tight import mark_tight
from linter.readers.assembly.titles import head_title, is_red_head, merge_title, plan_title
from linter.readers.assembly.zones import zones
from linter.readers.labels import label_of, split_label
from linter.readers.raw import (
    RawCell,
    RawComment,
    RawDocument,
    RawParagraph,
    RawResidue,
    RawTable,
    shifted,
)
from linter.text.folding import is_han

_TITLE_LENGTH = 40
_ROW_NAME_LENGTH = 20


def assemble(raw: RawDocument) -> Document:
    """Return the Document: boxes gathered, labels split off, sections and zones told apart."""
    part_lines(raw)
    mark_contents(raw.blocks)
    join_cut_sentences(raw)
    mark_tight(raw.blocks)
    framed = [block for block in frame(raw.blocks) if not is_blank(block)]
    builder = _Builder(merge_title(framed))
    built = tuple(builder.build())
    chrome = tuple(builder.paragraph(part, Locator()) for part in raw.chrome)
    comments = tuple(builder.comment(comment) for comment in raw.comments)
    look = partial(raw.look, builder.placed) if raw.look else no_look
    residues = tuple(builder.residue(residue) for residue in raw.residues)
    traced = partial(sources, raw.trace, builder.placed, raw.parted) if raw.trace else dict
    return Document(
        raw.path,
        raw.format,
        built,
        builder.title,
        chrome,
        comments,
        look,
        raw.properties,
        residues,
        traced,
        raw.encoding,
    )


class _Builder:
    """Walks the blocks once, carrying the section path and the counters of a locator."""

    def __init__(self, blocks: list[Framed]) -> None:
        self.blocks = blocks
        self.zones = zones(blocks)
        self.title: Paragraph | None = None
        self._title_at = self._find_title()
        self._levels = Levels(blocks, self.zones)
        self._path: list[tuple[int, str]] = []
        self._paragraphs = 0
        self._tables = 0
        self.placed: dict[int, tuple[TextNode, int]] = {}  # see raw.Placed

    def _find_title(self) -> int | None:
        at = plan_title(self.blocks)
        if at is not None:
            return at
        for i, block in enumerate(self.blocks):
            if isinstance(block, RawParagraph) and block.heading == 0:
                return i
        first = self.blocks[0] if self.blocks else None
        if (at := head_title(self.blocks)) is not None or not isinstance(first, RawParagraph):
            return at
        at = next((i for i, block in enumerate(self.blocks) if not is_red_head(block)), 0)
        first = self.blocks[at]
        if not isinstance(first, RawParagraph) or split_label(first.text)[0]:
            return None
        return at if len(first.text) < 60 else None

    def build(self) -> Iterable[Block]:
        zone, above = None, None
        for i, block in enumerate(self.blocks):
            back = self.zones[i] is Zone.BODY
            if self.zones[i] is not zone and (zone is not Zone.ATTACHMENT or back):
                self._path = []
            zone = self.zones[i]
            if isinstance(block, RawParagraph):
                above = self._block_paragraph(block, zone)
                if i == self._title_at:
                    self.title = above
                yield above
            elif isinstance(block, RawTable):
                yield self.table(block, self._here(zone), above)
            else:
                yield self.box(block, self._here(zone))

    def _here(self, zone: Zone) -> Locator:
        return Locator(section=tuple(line for _, line in self._path), zone=zone)

    def _block_paragraph(self, raw: RawParagraph, zone: Zone) -> Paragraph:
        label, _ = _label(raw)
        level = None if zone in UNSECTIONED else self._levels.of(raw, label)
        starts_attachment = zone in (Zone.ATTACHMENT, Zone.GLOSSARY) and _opens_attachment(raw)
        if starts_attachment:
            self._path = [(0, raw.text.strip())]
        elif level is not None:
            self._path = [(depth, line) for depth, line in self._path if depth < level]
        elif self._path and self._path[-1][1].startswith("附件") and len(self._path) == 1:
            self._name_attachment(raw)
        paragraph = self.paragraph(raw, self._here(zone), level)
        if level is not None:
            head = paragraph.label.raw.strip() if paragraph.label else ""
            self._path.append((level, head + paragraph.title[:_TITLE_LENGTH]))
            paragraph = replace(
                paragraph, locator=self._here(zone)._replace(paragraph=self._paragraphs)
            )
            for one in (raw, *(line for line, _ in raw.joined)):
                self.placed[id(one)] = (paragraph, self.placed[id(one)][1])
        return paragraph

    def _name_attachment(self, raw: RawParagraph) -> None:
        """Add the first line below 附件2, its title, to the path."""
        line = self._path[0][1]
        if " " not in line and len(raw.text.strip()) <= _TITLE_LENGTH:
            self._path[0] = (0, f"{line} {raw.text.strip()}")

    def paragraph(self, raw: RawParagraph, locator: Locator, level: int | None = None) -> Paragraph:
        """Return the paragraph, its label split off and its ends trimmed, counted."""
        label, start = _label(raw)
        text = raw.text[start:].rstrip()
        self._paragraphs += 1
        paragraph = Paragraph(
            text,
            locator._replace(paragraph=self._paragraphs),
            shifted(raw.origins, start),
            label=label,
            level=level,
            style=raw.style,
        )
        self.placed[id(raw)] = (paragraph, -start)
        self.placed |= {id(line): (paragraph, at - start) for line, at in raw.joined}
        return paragraph

    def comment(self, raw: RawComment) -> Comment:
        """Return the comment with its ranges as spans, without those that were dropped."""
        spans = (self._span(*place) for place in raw.ranges)
        placed = tuple(span for span in spans if span is not None)
        return Comment(raw.author, raw.text, placed, raw.origin)

    def residue(self, raw: RawResidue) -> Residue:
        """Return the residue with its places as spans, without those that were dropped."""
        spans = (self._span(*place) for place in raw.places)
        return Residue(raw.kind, raw.times, raw.text, tuple(span for span in spans if span))

    def _span(self, raw: RawParagraph, start: int, end: int) -> Span | None:
        if id(raw) not in self.placed:
            return None
        node, by = self.placed[id(raw)]
        size = len(node.text)
        first, last = (min(max(place + by, 0), size) for place in (start, end))
        return Span(node, first, last, with_label=start == 0 or start + by < 0)

    def box(self, raw: RawBox, locator: Locator) -> Box:
        """Return the box; its paragraphs have labels but open no sections."""
        name = f"专栏{raw.numeral}" if raw.numeral else "专栏"
        inside = locator._replace(box=name)
        title = None
        if raw.title is not None:
            bare = _labelled_text(raw.title)
            title = self.paragraph(bare, inside)
            by = self.placed[id(bare)][1] + len(bare.text) - len(raw.title.text)
            self.placed[id(raw.title)] = (title, by)
        body: list[Paragraph | Table] = []
        for part in raw.body:
            if isinstance(part, RawParagraph):
                body.append(self.paragraph(part, inside))
            else:
                body.append(self.table(part, inside, title))
        return Box(title, raw.number, raw.numeral, raw.name, tuple(body), inside)

    def table(self, raw: RawTable, locator: Locator, caption: Paragraph | None) -> Table:
        """Return the grid, every place filled: cells, covered cells, empty cells."""
        self._tables += 1
        here = locator._replace(table=self._tables)
        width = max((len(row) for row in raw.rows), default=0)
        grid: list[list[Cell | None]] = [[None] * width for _ in raw.rows]
        for r, row in enumerate(raw.rows):
            named = here._replace(row_name=_row_name(row))
            for c in range(width):
                if grid[r][c] is None:
                    cell = row[c] if c < len(row) else None
                    self._place(grid, r, c, cell or RawCell(), named)
        rows = tuple(tuple(cell for cell in row if cell is not None) for row in grid)
        return Table(rows, here, caption)

    def _place(
        self, grid: list[list[Cell | None]], r: int, c: int, raw: RawCell, here: Locator
    ) -> None:
        place = _at(here, r, c)
        text, origins, places = _cell_text(raw)
        nested = [part for part in raw.parts if isinstance(part, RawTable)]
        tables = tuple(
            self.table(part, place._replace(row=None, cell=None, row_name=None), None)
            for part in nested
        )
        rows = min(raw.row_span, len(grid) - r)
        columns = min(raw.column_span, len(grid[0]) - c)
        cell = Cell(text, place, origins, r, c, rows, columns, None, tables)
        for part, by in places:
            self.placed[id(part)] = cell, by
            self.placed |= {id(line): (cell, by + at) for line, at in part.joined}
        for y in range(r, r + rows):
            for x in range(c, c + columns):
                if (y, x) == (r, c):
                    grid[y][x] = cell
                elif grid[y][x] is None:
                    grid[y][x] = Cell("", _at(here, y, x), (), y, x, origin=cell)


def _at(table: Locator, row: int, column: int) -> Locator:
    """The place of a cell, given that of its table and its 0-based place in the grid."""
    where = (table.section, table.zone, table.paragraph, table.table)
    return Locator(*where, row + 1, column + 1, table.box, table.row_name)


def _row_name(row: list[RawCell | None]) -> str | None:
    """The first text of a row that is more than a number."""
    texts = (_cell_text(cell)[0].strip() for cell in row if cell is not None)
    return next((t[:_ROW_NAME_LENGTH] for t in texts if any(map(is_han, t))), None)


def _labelled_text(raw: RawParagraph) -> RawParagraph:
    """A box's title keeps its number in its text; a generated label would be printed before it."""
    return replace(raw, text=(raw.label or "") + raw.text, label=None) if raw.label else raw


def _label(raw: RawParagraph) -> tuple[Label | None, int]:
    return label_of(raw, tight=raw.tight)


def _cell_text(
    raw: RawCell,
) -> tuple[str, tuple[SourceMark, ...], list[tuple[RawParagraph, int]]]:
    """A cell's paragraphs as one text, joined by line breaks, with their origins and offsets."""
    texts: list[str] = []
    origins: list[SourceMark] = []
    places: list[tuple[RawParagraph, int]] = []
    offset = 0
    for part in raw.parts:
        if isinstance(part, RawParagraph):
            head = len(part.text) - len(part.text.lstrip())
            text = (part.label or "") + part.text.strip()
            if not text:
                continue
            origins += [
                SourceMark(offset + o.offset, o.line, o.column) for o in shifted(part.origins, head)
            ]
            places.append((part, offset + len(part.label or "") - head))
            texts.append(text)
            offset += len(text) + 1
    if not texts and raw.blank is not None:
        places.append((raw.blank, 0))
    return "\n".join(texts), tuple(origins), places


def _opens_attachment(raw: RawParagraph) -> bool:
    return raw.text.strip().startswith("附件") and len(raw.text.strip()) <= _TITLE_LENGTH
