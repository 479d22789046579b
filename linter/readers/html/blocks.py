"""Builds paragraphs, tables and frames from the tags and texts of a web page."""

import re
from collections import Counter
from dataclasses import dataclass, field

from linter.document.nodes import SourceMark
from linter.readers.html.elements import ASIDE, CELLS, IMPLIED, INLINE, UNSEEN, VOID
from linter.readers.html.inline import BREAK, SourcePiece, paragraphs
from linter.readers.html.tables import RowsBuilder, is_layout
from linter.readers.html.tokens import Places, Remark, Tag, TextToken
from linter.readers.labels import split_label
from linter.readers.raw import RawBlock, RawFrame, RawParagraph, RawTable
from linter.readers.source.comments import Remark as PlacedRemark
from linter.text.patterns import lazily

_HIDDEN = lazily(r"display\s*:\s*none", re.IGNORECASE)
_TABLE_DEPTH = 6
_DEPTH = 512  # elements nested deeper are read as if they were not there


@dataclass(slots=True)
class _Open:
    """An open element; `sink` is set where it gathers blocks of its own."""

    name: str
    sink: list[RawBlock] | None = None
    unseen: bool = False
    rows: RowsBuilder | None = None
    number: int | None = None  # the last number given in an ordered list


@dataclass(slots=True)
class Page:
    """What has been read of a page so far. `linked` are paragraphs that are nothing but links."""

    places: Places
    blocks: list[RawBlock] = field(default_factory=list)
    chrome: list[RawParagraph] = field(default_factory=list)
    remarks: list[PlacedRemark] = field(default_factory=list)
    linked: list[RawParagraph] = field(default_factory=list)
    _open: list[_Open] = field(default_factory=list)
    _names: Counter[str] = field(default_factory=Counter)
    _pieces: list[SourcePiece] = field(default_factory=list)
    _label: str | None = None
    _links: int = 0

    def take(self, token: Tag | TextToken | Remark) -> None:
        """Take the next token of the page. Comments for browsers are none of the draft's."""
        if isinstance(token, Remark):
            if not token.words.startswith("["):
                place = self.places.of(token.offset)
                self.remarks.append((SourceMark(0, *place), token.words))
        elif isinstance(token, TextToken):
            self._pieces += [
                SourcePiece(text, offset, self._links > 0) for text, offset in token.pieces
            ]
        elif token.name == "br":
            self._pieces.append(BREAK)
        elif token.name in INLINE:
            if token.name == "a":
                self._links = 0 if token.closing else 1
        elif token.closing:
            self._flush()
            self._close(token.name)
        else:
            self._flush()
            self._start(token)

    def end(self) -> None:
        """Close what is still open; what was never closed is text, not a site's frame."""
        self._flush()
        while self._open:
            self._leave(self._open[-1], closed=False)

    def _sink(self) -> list[RawBlock]:
        return next((o.sink for o in reversed(self._open) if o.sink is not None), self.blocks)

    def _flush(self) -> None:
        """Make paragraphs of the text gathered so far."""
        if not self._pieces:
            return
        pieces, self._pieces = self._pieces, []
        names = [element.name for element in self._open[-8:]]
        heading = next((int(n[1]) for n in names if re.fullmatch(r"h[1-6]", n)), None)
        for text, offsets, linked in paragraphs(pieces, heading is not None, "pre" in names):
            origins = tuple(SourceMark(o, *self.places.of(offset)) for o, offset in offsets)
            label = None if split_label(text)[0] else self._label
            self._label = None
            raw = RawParagraph(text, origins, heading, label)
            if linked and heading is None:
                self.linked.append(raw)
            self._sink().append(raw)

    def _start(self, tag: Tag) -> None:
        if tag.name in IMPLIED:
            self._imply(*IMPLIED[tag.name])
        unseen = tag.name in UNSEEN or _hidden(tag)
        if tag.name in VOID or (tag.name == "p" and not unseen) or len(self._open) >= _DEPTH:
            return
        element = _Open(tag.name)
        if unseen:
            element.unseen, element.sink = True, []
        elif tag.name in ASIDE or tag.name == "blockquote":
            element.sink = []
        elif tag.name == "table" and self._names["table"] < _TABLE_DEPTH:
            element.rows = RowsBuilder()
        elif tag.name in ("tr", *CELLS):
            self._row_or_cell(tag, element)
        elif tag.name == "ol":
            element.number = _number(tag.attributes.get("start"), 1) - 1
        elif tag.name == "li":
            self._number_item(tag)
        self._open.append(element)
        self._names[tag.name] += 1

    def _row_or_cell(self, tag: Tag, element: _Open) -> None:
        table = next((o for o in reversed(self._open) if o.name == "table"), None)
        if table is None or table.rows is None:
            return
        if tag.name == "tr":
            table.rows.row()
        else:
            element.sink = []
            spans = (_number(tag.attributes.get(name), 1) for name in ("rowspan", "colspan"))
            table.rows.cell(element.sink, *spans)

    def _number_item(self, tag: Tag) -> None:
        parent = next((o for o in reversed(self._open) if o.name in ("ol", "ul")), None)
        self._label = None
        if parent is not None and parent.number is not None:
            parent.number = _number(tag.attributes.get("value"), parent.number + 1)
            self._label = f"{parent.number}."

    def _imply(self, names: frozenset[str], bounds: frozenset[str]) -> None:
        while self._open:
            index = next(
                (i for i, o in enumerate(reversed(self._open)) if o.name in names | bounds), None
            )
            if index is None or self._open[-1 - index].name in bounds:
                return
            for _ in range(index + 1):
                self._leave(self._open[-1], closed=True)

    def _close(self, name: str) -> None:
        if not self._names[name]:
            return
        crossing = name not in ("table", "tr", *CELLS, "body", "html")
        for depth, element in enumerate(reversed(self._open), 1):
            if element.name == name:
                for _ in range(depth):
                    self._leave(self._open[-1], closed=True)
                return
            if crossing and element.name in CELLS:
                return

    def _leave(self, element: _Open, closed: bool) -> None:
        self._open.pop()
        self._names[element.name] -= 1
        outer = self._sink()
        if element.rows is not None:
            table = element.rows.table()
            outer.extend(element.rows.parts() if is_layout(table) else [table])
        elif element.sink is None or element.name in CELLS:
            return
        elif element.name == "blockquote":
            outer.append(RawFrame(_flat(element.sink)))
        elif not closed or _names_title(element):
            outer.extend(element.sink)
        elif not element.unseen:
            self.chrome += [part for part in element.sink if isinstance(part, RawParagraph)]


def _flat(blocks: list[RawBlock]) -> list[RawParagraph | RawTable]:
    """The blocks of a frame, those of frames in it among them."""
    out: list[RawParagraph | RawTable] = []
    for block in blocks:
        if isinstance(block, RawFrame):
            out.extend(block.parts)
        else:
            out.append(block)
    return out


def _names_title(element: _Open) -> bool:
    """A header that holds the page's first heading belongs to the text."""
    parts = element.sink or []
    return element.name == "header" and any(getattr(part, "heading", None) == 1 for part in parts)


def _hidden(tag: Tag) -> bool:
    return "hidden" in tag.attributes or bool(_HIDDEN.search(tag.attributes.get("style", "")))


def _number(value: str | None, default: int) -> int:
    """The number in an attribute: pages hold anything there."""
    return int(value) if value and re.fullmatch(r"\d{1,4}", value.strip()) else default
