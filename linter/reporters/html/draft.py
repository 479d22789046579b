"""The draft as it reads: headings, paragraphs, tables and boxes, each with its notes beside it."""

from collections.abc import Iterator, Sequence

from linter.catalogue.language import Lang
from linter.document.model import Document
from linter.document.nodes import Block, Box, Cell, Paragraph, Table, TextNode, Zone
from linter.reporters.html.notes import Notes
from linter.reporters.html.places import MarkedPlace, MarkedPlaces, Numbered, line_of, segments
from linter.reporters.html.words import SIGNS, safe, word

_WORST = ("error", "warning", "info", "other", "said")
_DEEPEST = 6
_BRIEF = 10  # characters of a cell that is not broken into lines


class DraftView:
    """Writes the text of one draft."""

    def __init__(self, document: Document, places: MarkedPlaces, notes: Notes, lang: Lang) -> None:
        self._document, self._places, self._notes, self._lang = document, places, notes, lang
        self.shown: set[str] = set()  # the keys of the findings that have their note

    def write(self) -> Iterator[str]:
        """Yield the draft block by block."""
        yield '<div class="draft">'
        for block in self._document.blocks:
            yield from self._row(block, self._block(block))
        yield "</div>"

    def _row(self, block: Block, content: str) -> Iterator[str]:
        """A block with the notes of all that stands in it."""
        nodes = list(_nodes(block))
        found = [one for node in nodes for one in self._places.notes(node)]
        told = [one for node in nodes for one in self._places.told(node)]
        if not found and not told:
            yield f'<div class="row"><div class="text">{content}</div></div>'
            return
        self.shown |= {one.key for one in found}
        notes = "".join(map(self._notes.note, found)) + self._notes.told(_without(told, found))
        yield f'<div class="row"><div class="text">{content}</div>'
        yield f'<aside class="notes">{notes}</aside></div>'

    def _block(self, block: Block) -> str:
        if isinstance(block, Table):
            return self._table(block)
        if isinstance(block, Box):
            name = f'<p class="name">{self._words(block.title)}</p>' if block.title else ""
            return f'<div class="box">{name}{"".join(map(self._block, block.body))}</div>'
        return self._paragraph(block)

    def _paragraph(self, paragraph: Paragraph) -> str:
        words = self._words(paragraph)
        if paragraph is self._document.title:
            return f'<p class="title">{words}</p>'
        head = len(line_of(paragraph)) - len(paragraph.text) + len(paragraph.title) + 1
        if paragraph.level is not None and head < len(line_of(paragraph)):
            return f"<p>{self._words(paragraph, head)}</p>"
        if paragraph.level is not None:
            tag = f"h{min(paragraph.level + 2, _DEEPEST)}"
            return f"<{tag}>{words}</{tag}>"
        kind = ' class="contents"' if paragraph.locator.zone is Zone.TOC else ""
        return f"<p{kind}>{words}</p>"

    def _table(self, table: Table) -> str:
        rows = "".join(
            f"<tr>{''.join(self._cell(cell) for cell in row if not cell.covered)}</tr>"
            for row in table.rows
        )
        return f'<div class="wide" tabindex="0"><table>{rows}</table></div>'

    def _cell(self, cell: Cell) -> str:
        spans = f' rowspan="{cell.row_span}"' if cell.row_span > 1 else ""
        spans += f' colspan="{cell.column_span}"' if cell.column_span > 1 else ""
        inner = self._words(cell) + "".join(self._table(table) for table in cell.tables)
        marked = self._places.cell(cell)
        if marked is None:
            brief = len(cell.text) <= _BRIEF and not cell.tables
            kind = ' class="brief"' if brief else ""
            return f"<td{kind}{spans}>{inner}</td>"
        key, mark = marked
        state = mark.state.value
        told = word(state, self._lang)
        sign = f'<span class="sign" title="{told}" aria-label="{told}">{SIGNS[mark.state]}</span>'
        if mark.places:
            sign = f'<a class="sign" href="#s{key[1:]}-1" title="{told}">{SIGNS[mark.state]}</a>'
        return f'<td{spans} id="{key}" class="figure {state}">{inner} {sign}</td>'

    def _words(self, node: TextNode, head: int = 0) -> str:
        """The words of a node with their marks; the first `head` characters are a heading."""
        opening, rest, at = "", "", 0
        for segment in segments(line_of(node), self._places.of(node), head):
            shown = _marked(*segment)
            opening, rest = (opening + shown, rest) if at < head else (opening, rest + shown)
            at += len(segment.words)
        return (f"<b>{opening}</b>" if opening else "") + rest


def _marked(words: str, covers: Sequence[MarkedPlace], begins: Sequence[MarkedPlace]) -> str:
    """Words in a link to the note of the worst finding that covers them."""
    if not covers:
        return safe(words)
    worst = min(covers, key=lambda place: _WORST.index(place.kind))
    ids = [place.id for place in sorted(begins, key=lambda place: place is not worst)]
    own, *others = ids or [""]
    anchors = "".join(f'<span id="{one}"></span>' for one in others)
    keys = " ".join(dict.fromkeys(place.finding for place in covers if place.finding))
    attributes = f' id="{own}"' if own else ""
    attributes += f' data-n="{keys}"' if keys else ""
    kind = worst.kind if words else f"{worst.kind} point"
    return f'{anchors}<a class="m {kind}" href="#{worst.leads_to}"{attributes}>{safe(words)}</a>'


def _without(told: Sequence[Numbered], found: Sequence[Numbered]) -> list[Numbered]:
    """What is told of other places, once, and not where it has its note anyway."""
    beside = {one.key for one in found}
    return list({one.key: one for one in told if one.key not in beside}.values())


def _nodes(block: Block) -> Iterator[TextNode]:
    if isinstance(block, Table):
        yield from block.cells()
    elif isinstance(block, Box):
        if block.title is not None:
            yield block.title
        for part in block.body:
            yield from _nodes(part)
    else:
        yield block
