"""Lists of responsible units (责任单位): 省发展改革委牵头，省财政厅、各市（州）人民政府配合.

Units are parted by 、，；and by 会同; never by 和 or 与, which stand inside names (工业和信息化厅),
unless 各 follows, which no name holds (能源局和各市人民政府).
"""

from collections.abc import Iterator
from typing import NamedTuple

from linter.document.nodes import Span, TextNode
from linter.subjects.offices.gluing import boundaries
from linter.subjects.offices.organisations import TIERS, Directory, Identity, is_unit_shaped
from linter.subjects.offices.unit_words import (
    COLLECTIVE,
    FILL,
    HEAD,
    LABEL,
    OWN_LABEL,
    PERSONS,
    SPLIT,
    TRAILER,
    Duty,
    flat,
    has_role,
    role_of,
    without_role,
)
from linter.text.patterns import lazily

_LONGEST = 4000  # characters; no list of units is longer
_LABEL_REACH = 40
# 市12345热线办公室, 核工业230研究所; a date or a count is no name.
_NUMBERED = lazily(
    r"[\u4e00-\u9fff]*\d{3,5}(?!年)[\u4e00-\u9fff]{0,10}(?:局|办|办公室|中心|热线|平台|委|处|队|院|所|厂)"
)
# 持续推进, 年底前完成: when, and by nobody.
_WHEN = lazily(r"(?:长期|持续|常年|全年|每年|定期|适时|立即)[\u4e00-\u9fff]{0,6}|.{0,6}前(?:完成)?")


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
    def tiered(self) -> bool:
        """It begins as names of units do, 省…, and is no longer than they are."""
        return self.name[0] in TIERS and 4 <= len(self.name) <= 12

    @property
    def collective(self) -> bool:
        """各市（州）人民政府, 省直有关部门, 领导小组各成员单位: not one organ."""
        return bool(COLLECTIVE.search(self.name))


class UnitList(NamedTuple):
    """The units of one task as one bracket, line or cell names them; `span` covers the list.

    `ending` is the words of duty after the last unit (按职责分工负责, 牵头), None without any;
    `labels` are the words by which the draft introduces the list: 责任单位 and the like.
    """

    units: tuple[ResponsibleUnit, ...]
    span: Span
    ending: Span | None
    labels: tuple[str, ...] = ()

    @property
    def labelled(self) -> bool:
        return bool(self.labels)

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


class _Reading:
    """A list as far as it is read; roles named behind their units are given back to them."""

    def __init__(self) -> None:
        self.done: list[ResponsibleUnit] = []
        self.open: list[ResponsibleUnit] = []
        self.labels: list[str] = []
        self.own_labels: list[str] = []
        self.label_role: Duty | None = None
        self.ending: Span | None = None
        self.leads = True
        self.persons = False

    def label(self, words: str) -> None:
        """Take what stands in front of a colon; other words than a label say nothing."""
        match = LABEL.search(words)
        if match or OWN_LABEL.search(words):
            # 持续推进，牵头单位：…: what no label introduces is a unit only if it looks like one.
            self.done += self.open if self.labels else [u for u in self.open if u.shaped]
            self.open, self.ending = [], None
            self.label_role = role_of(match) if match else None
            (self.labels if match else self.own_labels).append(match.group() if match else words)
        self.persons = bool(PERSONS.search(words))
        self.leads = True

    def units(self, found: list[ResponsibleUnit], role: Duty | None, duty: Span | None) -> None:
        """Take the units between two marks and the words of duty behind them."""
        for i, unit in enumerate(() if self.persons else found):
            leads = self.leads and i == 0
            self.open.append(unit._replace(leads_group=leads, role=self.label_role))
        if duty is not None or found:
            self.ending = duty
        if role is not None:
            self.done += [unit._replace(role=role) for unit in self.open]
            self.open = []

    def result(self, span: Span) -> UnitList:
        units = tuple(self.done + self.open)
        own = self.own_labels if any(unit.identity for unit in units) else []
        return UnitList(units, span, self.ending, (*self.labels, *own))


def _list(listed: _Text, pieces: list[_Piece], directory: Directory) -> UnitList:
    """Read the pieces of one list."""
    reading = _Reading()
    for piece in pieces:
        words = listed.text[piece.start : piece.end]
        if piece.mark == ":":
            reading.label(words.strip() + ":")
            continue
        bare, role, duty = without_role(words)
        found = _units(listed, piece.start, piece.start + len(bare), directory)
        ending = listed.span(piece.start + duty[0], piece.start + duty[1]) if duty else None
        reading.units(found, role, ending)
        reading.leads = piece.mark != "、"
    return reading.result(listed.span(pieces[0].start, pieces[-1].end))


def _units(listed: _Text, start: int, end: int, directory: Directory) -> list[ResponsibleUnit]:
    """The unit in characters `start` to `end`, or the units where nothing parts them."""
    text = listed.text
    while start < end and (text[start] == " " or (head := HEAD.match(text, start, end))):
        start = start + 1 if text[start] == " " else max(start + 1, head.end() if head else 0)
    places = [i for i in range(start, end) if text[i] not in (" ", "\n", FILL)]
    name = "".join(text[i] for i in places)
    if (
        len(name) < 2
        or _WHEN.fullmatch(name)
        or (any(c.isdigit() for c in name) and not _NUMBERED.fullmatch(name))
    ):
        return []
    cuts = [0, *boundaries(name, directory), len(name)]
    units = []
    for i in range(len(cuts) - 1):
        part = name[cuts[i] : cuts[i + 1]]
        span = listed.span(places[cuts[i]], places[cuts[i + 1] - 1] + 1)
        units.append(ResponsibleUnit(part, span, directory.identify(part), glued=i > 0))
    return units
