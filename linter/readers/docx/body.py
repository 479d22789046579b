"""Walks the blocks of a story: paragraphs, tables, and the frames drawn around them."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from linter.readers.docx.guard import refuse
from linter.readers.docx.inline import GONE, Inline, OpenParagraph, chosen
from linter.readers.docx.numbering import Generated, Numbering
from linter.readers.docx.styles import SIDES, Properties, Style, Styles, properties
from linter.readers.docx.tables import Parts, Tables
from linter.readers.docx.xml import NAMES, Element, attribute, child, tags
from linter.readers.labels import generated_label
from linter.readers.options import Limits
from linter.readers.raw import RawBlock, RawCell, RawFrame, RawParagraph, RawTable
from linter.readers.view import View
from linter.text.patterns import lazily

Border = tuple[str, ...]
_WRAPPERS = ("customXml", "smartTag", "ins", "moveTo", "del", "moveFrom", "sdtContent")
# What such a word counts (专栏3, 附件2, 表1) is known by its title line, so it is text, not label.
_WORDED = lazily(r"[\s【（(]*(?:专栏|附件|附录|附表|表|图)")


@dataclass(slots=True)
class _Flow:
    """The blocks of one container so far, each with its border; None keeps blank lines apart."""

    blocks: list[tuple[RawBlock | None, Border | None]] = field(default_factory=list)
    line: OpenParagraph | None = None
    kept: Properties | None = None
    elements: list[Element] = field(default_factory=list)


class Walker:
    """Reads one story. Containers nest: cells and text boxes are flows of their own."""

    def __init__(
        self, inline: Inline, styles: Styles, numbering: Numbering, view: View, limits: Limits
    ) -> None:
        self._inline = inline
        self._styles = styles
        self._numbering = numbering
        self._gone = GONE[view]
        self._original = view is View.ORIGINAL
        self._limits = limits
        self._tables = Tables(self._gone, limits, self._cell, self._mark)
        self._last = OpenParagraph()
        self._area = 0
        self._depth = 0
        self._toc = 0
        self._page_break = False
        # What was read, in order, with the elements that each paragraph was read from.
        self.read: list[tuple[RawParagraph, list[Element]]] = []

    def blocks(self, container: Element) -> list[RawBlock]:
        """Return the blocks of a container in reading order. Raises ReadError (too-complex)."""
        flow = _Flow()
        self._walk(container, flow)
        self._flush(flow)
        return list(_bordered(flow.blocks))

    def _walk(self, parent: Element, flow: _Flow) -> None:
        for element in parent:
            name = NAMES[element.tag]
            if name == "p":
                self._paragraph(element, flow)
            elif name == "tbl":
                self._flush(flow)
                table = self._table(element)
                if table.rows:
                    flow.blocks.append((table, None))
            elif name == "sdt":
                self._control(element, flow)
            elif name == "mc:AlternateContent":
                branch = chosen(element)
                if branch is not None:
                    self._walk(branch, flow)
            elif name in _WRAPPERS and name not in self._gone:
                self._walk(element, flow)
            elif name.startswith("comment"):
                self._mark(element)

    def _control(self, element: Element, flow: _Flow) -> None:
        """A content control; Word keeps its table of contents in one."""
        about = child(element, "sdtPr")
        galleries = about.iter(*tags("docPartGallery")) if about is not None else ()
        own = any(attribute(gallery) == "Table of Contents" for gallery in galleries)
        content = child(element, "sdtContent")
        if content is not None:
            self._toc += own
            self._walk(content, flow)
            self._toc -= own

    def _mark(self, element: Element) -> None:
        """A comment that begins or ends between paragraphs."""
        begins = NAMES[element.tag] == "commentRangeStart"
        self._inline.comment(element, OpenParagraph() if begins else self._last)

    def _paragraph(self, element: Element, flow: _Flow) -> None:
        own = self._properties(child(element, "pPr"))
        line = flow.line or OpenParagraph()
        self._inline.paragraph(element, line, self._styles.paragraph(own.style).hidden)
        flow.line = line
        flow.elements.append(element)
        if "specVanish" in own.mark:  # a style separator: the next paragraph runs on
            flow.kept = flow.kept or own
        elif not own.mark & self._gone:
            self._finish(flow, flow.kept or own)

    def _properties(self, element: Element | None) -> Properties:
        """What a paragraph says of itself; before it was reformatted, in the original view."""
        own = properties(element)
        before = child(element, "pPrChange") if self._original else None
        if before is None:
            return own
        old = properties(child(before, "pPr"))
        return replace(old, mark=own.mark, section_break=own.section_break)

    def _flush(self, flow: _Flow) -> None:
        """End a paragraph whose mark is deleted and that has nothing to be joined to."""
        if flow.line is not None:
            self._finish(flow, flow.kept or Properties())

    def _finish(self, flow: _Flow, own: Properties) -> None:
        line, flow.line, flow.kept = flow.line or OpenParagraph(), None, None
        style = self._styles.paragraph(own.style)
        raw = line.raw
        self.read.append((raw, flow.elements))
        flow.elements = []
        raw.text = "".join(line.pieces)
        self._inline.carry(line)
        raw.style = style.name
        raw.heading = _heading(own, style)
        raw.toc = raw.toc or style.toc or self._toc > 0
        unseen = "vanish" in own.mark or own.section_end
        if not unseen or raw.text or line.boxes:
            self._number(raw, self._numbering.next(own))
        blank = not raw.text.strip() and not raw.label
        raw.page_break = raw.page_break or own.page_break or self._page_break
        broken = line.page_break is not None and not raw.text[line.page_break :].strip()
        self._page_break = own.section_break or broken or (blank and raw.page_break)
        flow.blocks.append((None if blank else raw, _border(own, style)))
        self._last = line
        for box in line.boxes:
            flow.blocks.append((RawFrame(_parts(self._nested(box))), None))

    def _number(self, raw: RawParagraph, generated: Generated | None) -> None:
        if generated is None:
            return
        if _WORDED.match(generated.text) or _is_words(generated.text):
            front = generated.text + generated.gap.replace("\t", " ")
            raw.text = front + raw.text
            self._inline.shift(raw, len(front))
        else:
            raw.label = generated.text

    def _table(self, element: Element) -> RawTable:
        table = self._tables.read(element)
        self._area += len(table.rows) * len(table.rows[0]) if table.rows else 0
        if self._area > self._limits.grid:
            raise refuse("too-complex", "表格过大，无法读取")
        return table

    def _cell(self, element: Element) -> RawCell:
        parts = _parts(self._nested(element))
        return RawCell(parts, blank=self.read[-1][0] if self.read and not parts else None)

    def _nested(self, element: Element) -> list[RawBlock]:
        self._depth += 1
        if self._depth > self._limits.depth:
            raise refuse("too-complex", "表格或文本框嵌套过深，无法读取")
        blocks = self.blocks(element)
        self._depth -= 1
        return blocks


def _is_words(generated: str) -> bool:
    """A number that is no label, such as 步骤1; bullets are neither."""
    return generated_label(generated) is None and any(map(str.isalnum, generated))


def _heading(own: Properties, style: Style) -> int | None:
    if own.outline is None or style.heading == 0:
        return style.heading
    return own.outline + 1 if 0 <= own.outline < 9 else None


def _border(own: Properties, style: Style) -> Border | None:
    """The sides drawn around a paragraph, None unless they make a frame."""
    if not style.borders and not own.borders:
        return None
    sides = dict(style.borders) | own.borders
    drawn = tuple(side for side in SIDES if sides.get(side))
    return drawn if {"left", "right"} <= set(drawn) else None


def _bordered(blocks: list[tuple[RawBlock | None, Border | None]]) -> Iterator[RawBlock]:
    """Join neighbouring paragraphs within one border into a frame.

    Word draws neighbours with equal borders as one; some drafts draw the head of a frame, its
    sides and its foot by hand instead.
    """
    frame: list[RawBlock] = []
    above: Border | None = None
    for block, border in blocks:
        apart = above is None or border is None or "bottom" in above or "top" in border
        if frame and border != above and apart:
            yield RawFrame(_parts(frame))
            frame = []
        above = border
        if block is not None and border is not None:
            frame.append(block)
        elif block is not None:
            yield block
    if frame:
        yield RawFrame(_parts(frame))


def _parts(blocks: list[RawBlock]) -> Parts:
    parts: Parts = []
    for block in blocks:
        parts.extend(block.parts if isinstance(block, RawFrame) else (block,))
    return parts
