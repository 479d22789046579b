"""Lists of responsible units (责任单位): 省发展改革委牵头，省财政厅、各市（州）人民政府配合.

Units are parted by 、，；and by 会同; never by 和 or 与, which stand inside names (工业和信息化厅),
unless 各 follows, which no name holds (能源局和各市人民政府).
"""

from collections.abc import Iterator
from typing import NamedTuple

from linter.document.nodes import Span, TextNode
from linter.subjects.offices.gluing import boundaries
from linter.subjects.offices.organisations import Directory, Identity, is_unit_shaped
from linter.subjects.offices.unit_words import (
    COLLECTIVE,
    FILL,
    HEAD,
    LABEL,
    SPLIT,
    TRAILER,
    Duty,
    flat,
    has_role,
    role_of,
    without_role,
)

_LONGEST = 4000  # characters; no list of units is longer
_LABEL_REACH = 40


class ResponsibleUnit(NamedTuple):
    """A unit as named: `name` has no blanks, no alias in brackets and no words of its role.

    `leads_group` tells that it stands first, or right behind a comma or a label; `glued` that
    nothing parts it from the unit before.
    """

    name: str
    span: Span
    identity: Identity | None
    role: Duty | None = None
    leads_group: bool = False
    glued: bool = False

    @property
    def shaped(self) -> bool:
        return self.identity is not None or is_unit_shaped(self.name)

    @property
    def collective(self) -> bool:
        """各市（州）人民政府, 省直有关部门, 领导小组各成员单位: not one organ."""
        return bool(COLLECTIVE.search(self.name))


class UnitList(NamedTuple):
    """The units of one task as one bracket, line or cell names them; `span` covers the list.

    `ending` is the words of duty after the last unit (按职责分工负责, 牵头), None without any;
    `labelled` tells that the draft introduces the list by 责任单位：and the like.
    """

    units: tuple[ResponsibleUnit, ...]
    span: Span
    ending: Span | None
    labelled: bool = False

    @property
    def names_lead(self) -> bool:
        return any(unit.role is Duty.LEAD for unit in self.units)


def parse(node: TextNode, start: int, end: int, directory: Directory) -> Iterator[UnitList]:
    """Yield the lists of units in characters `start` to `end` of a node.

    There are several where a semicolon or full stop ends one that had roles of its own
    (A牵头甲事，B配合；C牵头乙事). What is no list yields one without units.
    """
    end = min(end, start + _LONGEST)
    trailer = TRAILER.search(node.folded, start, end)
    text = flat(node.folded[start : trailer.start() if trailer else end])
    listed = _Text(node, start, text)
    group: list[_Piece] = []
    at = 0
    for match in [*SPLIT.finditer(text), None]:
        stop, mark = (match.start(), match.group()) if match else (len(text), "")
        group.append(_Piece(at, stop, mark))
        at = match.end() if match else stop
        closes = mark in (";", "。") and not LABEL.match(text[at : at + _LABEL_REACH].lstrip())
        closes = closes and bool(text[at:].strip())
        if not match or (closes and any(has_role(text[p.start : p.end]) for p in group)):
            yield _list(listed, group, directory)
            group = []


class _Text(NamedTuple):
    """The flattened words of a list; they begin at character `base` of the node."""

    node: TextNode
    base: int
    text: str

    def span(self, start: int, end: int) -> Span:
        return Span(self.node, self.base + start, self.base + end)


class _Piece(NamedTuple):
    """What stands between two marks; `mark` is the one behind it."""

    start: int
    end: int
    mark: str


def _list(listed: _Text, pieces: list[_Piece], directory: Directory) -> UnitList:
    """Read the pieces of one list; roles named behind their units are given back to them."""
    done: list[ResponsibleUnit] = []
    open_units: list[ResponsibleUnit] = []
    label_role: Duty | None = None
    labelled, leads = False, True
    ending: Span | None = None
    for piece in pieces:
        words = listed.text[piece.start : piece.end]
        if piece.mark == ":":
            match = LABEL.search(words.strip() + ":")
            if match:
                done += open_units
                open_units, label_role, labelled, ending = [], role_of(match), True, None
            leads = True
            continue
        bare, role, duty = without_role(words)
        found = _units(listed, piece.start, piece.start + len(bare), directory)
        for i, unit in enumerate(found):
            open_units.append(unit._replace(leads_group=leads and i == 0, role=label_role))
        if duty is not None:
            ending = listed.span(piece.start + duty[0], piece.start + duty[1])
        elif found:
            ending = None
        if role is not None:
            done += [unit._replace(role=role) for unit in open_units]
            open_units = []
        leads = piece.mark != "、"
    units = tuple(done + open_units)
    return UnitList(units, listed.span(pieces[0].start, pieces[-1].end), ending, labelled)


def _units(listed: _Text, start: int, end: int, directory: Directory) -> list[ResponsibleUnit]:
    """The unit in characters `start` to `end`, or the units where nothing parts them."""
    text = listed.text
    while start < end and (text[start] == " " or (head := HEAD.match(text, start, end))):
        start = start + 1 if text[start] == " " else max(start + 1, head.end() if head else 0)
    places = [i for i in range(start, end) if text[i] not in (" ", "\n", FILL)]
    name = "".join(text[i] for i in places)
    if len(name) < 2 or any(c.isdigit() for c in name):
        return []
    cuts = [0, *boundaries(name, directory), len(name)]
    units = []
    for i in range(len(cuts) - 1):
        part = name[cuts[i] : cuts[i + 1]]
        span = listed.span(places[cuts[i]], places[cuts[i + 1] - 1] + 1)
        units.append(ResponsibleUnit(part, span, directory.identify(part), glued=i > 0))
    return units
