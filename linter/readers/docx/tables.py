"""Tables of WordprocessingML as grids: spans, vertical and horizontal merges, skipped columns."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from linter.readers.docx.xml import NAMES, Element, attribute, child, number
from linter.readers.options import Limits
from linter.readers.raw import RawCell, RawParagraph, RawTable

Parts = list[RawParagraph | RawTable]
_WRAPPERS = ("customXml", "ins", "moveTo", "del", "moveFrom", "sdtContent")


@dataclass(slots=True)
class _Placed:
    """A cell over grid columns `start` to `end`; `merge` is vMerge: restart, continue, None."""

    start: int
    end: int
    merge: str | None
    cell: RawCell


class Tables:
    """Reads tables; `read_cell` reads a cell, `pass_mark` takes comment marks."""

    def __init__(
        self,
        gone: frozenset[str],
        limits: Limits,
        read_cell: Callable[[Element], RawCell],
        pass_mark: Callable[[Element], None],
    ) -> None:
        self._gone = gone
        self._limits = limits
        self._read_cell = read_cell
        self._pass_mark = pass_mark

    def read(self, table: Element) -> RawTable:
        """Return the grid of a table, without rows and cells that the view does not show."""
        rows = [self._row(row) for row in self._members(table, "tr", "trPr")]
        return _grid([row for row in rows if row])

    def _members(self, parent: Element, name: str, properties: str) -> Iterator[Element]:
        """The rows of a table or the cells of a row, also those in content controls."""
        for element in parent:
            found = NAMES[element.tag]
            if found == name:
                own = child(element, properties)
                if own is None or not any(NAMES[item.tag] in self._gone for item in own):
                    yield element
            elif found == "sdt":
                content = child(element, "sdtContent")
                if content is not None:
                    yield from self._members(content, name, properties)
            elif found in _WRAPPERS and found not in self._gone:
                yield from self._members(element, name, properties)
            elif found.startswith("comment"):
                self._pass_mark(element)

    def _row(self, row: Element) -> list[_Placed]:
        column = self._clamped(_value(child(row, "trPr"), "gridBefore"), 0)
        placed: list[_Placed] = []
        for element in self._members(row, "tc", "tcPr"):
            own = child(element, "tcPr")
            span = self._clamped(_value(own, "gridSpan"), 1)
            cell = self._read_cell(element)
            if placed and _merge(own, "hMerge") == "continue":
                placed[-1].end += span
            else:
                merge = _merge(own, "vMerge")
                placed.append(_Placed(column, column + span, merge, cell))
            column += span
        return placed

    def _clamped(self, element: Element | None, least: int) -> int:
        given = number(element) if element is not None else None
        return min(max(given if given is not None else least, least), self._limits.columns)


def _value(properties: Element | None, name: str) -> Element | None:
    return child(properties, name)


def _merge(properties: Element | None, name: str) -> str | None:
    element = child(properties, name)
    return None if element is None else (attribute(element) or "continue")


def _grid(rows: list[list[_Placed]]) -> RawTable:
    """Number the columns by the edges that cells really have, and join vertical merges."""
    edges = {0} | {edge for row in rows for placed in row for edge in (placed.start, placed.end)}
    index = {edge: i for i, edge in enumerate(sorted(edges))}
    width = len(edges) - 1
    grid: list[list[RawCell | None]] = []
    above: dict[tuple[int, int], RawCell] = {}
    for row in rows:
        line: list[RawCell | None] = [None] * width
        free = [True] * width
        merged: dict[tuple[int, int], RawCell] = {}
        for placed in row:
            place = (index[placed.start], index[placed.end])
            free[place[0] : place[1]] = [False] * (place[1] - place[0])
            origin = above.get(place) if placed.merge == "continue" else None
            if origin is not None:
                origin.row_span += 1
            else:
                origin = line[place[0]] = placed.cell
                origin.column_span = place[1] - place[0]
            if placed.merge is not None:
                merged[place] = origin
        grid.append([RawCell() if free[c] else line[c] for c in range(width)])
        above = merged
    return RawTable(grid)
