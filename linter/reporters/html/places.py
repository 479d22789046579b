"""What of the draft's words is marked, and where each mark leads."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from linter.diagnosis.coverage.model import CellMark
from linter.diagnosis.diagnostic import Diagnostic
from linter.document.nodes import Span, TextNode


class MarkedPlace(NamedTuple):
    """Marked words of a node. `id` is that of the mark, `leads_to` that of its note or cell,
    `finding` the finding's key, empty for words that only agree with a table."""

    start: int
    end: int
    id: str
    leads_to: str
    finding: str
    kind: str  # error, warning, info; other for the other side; said for what a table was held to


class Numbered(NamedTuple):
    """A finding with the key by which the page knows it."""

    key: str
    diagnostic: Diagnostic


class MarkedPlaces:
    """The marks of a draft by node, and the marked cells of its indicator tables."""

    def __init__(self, found: Sequence[Numbered], cells: Sequence[CellMark], prefix: str) -> None:
        self._by_node: dict[int, list[MarkedPlace]] = defaultdict(list)
        self._cells: dict[int, tuple[str, CellMark]] = {}
        self._notes: dict[int, list[Numbered]] = defaultdict(list)
        self._told: dict[int, list[Numbered]] = defaultdict(list)
        for one in found:
            self._finding(one)
        for i, cell in enumerate(cells):
            self._cell(f"{prefix}-{i}", cell)

    def _finding(self, one: Numbered) -> None:
        key, d = one
        note = f"n{key}"
        self._add(d.span, f"m{key}", note, key, d.severity.value)
        self._notes[id(d.span.node)].append(one)
        for i, other in enumerate(d.related, 1):
            self._add(other.span, f"r{key}-{i}", note, key, "other")
            told = self._told[id(other.span.node)]
            if other.span.node is not d.span.node and one not in told:
                told.append(one)

    def _cell(self, key: str, cell: CellMark) -> None:
        self._cells[id(cell.span.node)] = f"c{key}", cell
        for i, span in enumerate(cell.places, 1):
            self._add(span, f"s{key}-{i}", f"c{key}", "", "said")

    def _add(self, span: Span, mark: str, leads_to: str, finding: str, kind: str) -> None:
        shift = len(_label(span.node))
        start = 0 if span.with_label else span.start + shift
        place = MarkedPlace(start, span.end + shift, mark, leads_to, finding, kind)
        self._by_node[id(span.node)].append(place)

    def of(self, node: TextNode) -> list[MarkedPlace]:
        """The marks in a node, counted in its line: its label, then its text."""
        return self._by_node.get(id(node), [])

    def cell(self, node: TextNode) -> tuple[str, CellMark] | None:
        """The id and the mark of a figure of an indicator table."""
        return self._cells.get(id(node))

    def notes(self, node: TextNode) -> list[Numbered]:
        """The findings that stand in a node."""
        return self._notes.get(id(node), [])

    def told(self, node: TextNode) -> list[Numbered]:
        """The findings that stand elsewhere and have their other side in a node."""
        return self._told.get(id(node), [])


def line_of(node: TextNode) -> str:
    """The words of a node as the draft shows them."""
    return _label(node) + node.text


def _label(node: TextNode) -> str:
    label = getattr(node, "label", None)
    return label.raw if label else ""


class Segment(NamedTuple):
    """Words that the same marks cover; `begins` are the marks that begin here."""

    words: str
    covers: tuple[MarkedPlace, ...]
    begins: tuple[MarkedPlace, ...]


def segments(text: str, places: Sequence[MarkedPlace], cut: int = 0) -> Iterator[Segment]:
    """Yield a text cut at the ends of its marks, and at `cut`. A mark without words begins an empty
    segment."""
    cuts = sorted({0, cut, len(text), *(p.start for p in places), *(p.end for p in places)})
    for i, start in enumerate(cuts):
        empty = tuple(p for p in places if p.start == p.end == start)
        if empty:
            yield Segment("", empty, empty)
        if i + 1 == len(cuts):
            return
        end = cuts[i + 1]
        covers = tuple(p for p in places if p.start <= start and end <= p.end)
        begins = tuple(p for p in covers if p.start == start)
        yield Segment(text[start:end], covers, begins)
