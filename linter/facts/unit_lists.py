"""Lists of responsible units (责任单位): 省发展改革委牵头，省财政厅、各市（州）人民政府配合.

Units are parted by 、，；and by 会同; never by 和 or 与, which stand inside names (工业和信息化厅).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from linter.document import Span, TextNode
from linter.facts.gluing import boundaries
from linter.facts.organisations import Directory, Identity, is_unit_shaped

FILL = "\ue001"


class Role(StrEnum):
    """What a unit has to do in a task."""

    LEAD = "lead"  # 牵头、主办
    RESPONSIBLE = "responsible"  # 负责
    COOPERATING = "cooperating"  # 配合、参与、协办


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit as named: `name` has no blanks, no alias in brackets and no words of its role.

    `leads_group` tells that it stands first, or right behind a comma or a label; `glued` that
    nothing parts it from the unit before.
    """

    name: str
    span: Span
    identity: Identity | None
    role: Role | None = None
    leads_group: bool = False
    glued: bool = False

    @property
    def shaped(self) -> bool:
        return self.identity is not None or is_unit_shaped(self.name)

    @property
    def collective(self) -> bool:
        """各市（州）人民政府, 省直有关部门, 领导小组各成员单位: not one organ."""
        return bool(_COLLECTIVE.search(self.name))


@dataclass(frozen=True, slots=True)
class UnitList:
    """The units of one task as one bracket, line or cell names them; `span` covers the list.

    `ending` is the words of duty after the last unit (按职责分工负责, 牵头), None without any;
    `labelled` tells that the draft introduces the list by 责任单位：and the like.
    """

    units: tuple[Unit, ...]
    span: Span
    ending: Span | None
    labelled: bool = False

    @property
    def names_lead(self) -> bool:
        return any(unit.role is Role.LEAD for unit in self.units)


_COLLECTIVE = re.compile(
    r"^(?:[各有相]|其他|其它|地方|所有|省直|市直|县直|区直|州直|省级|市级|县级|区级|中[央省]驻?|驻|沿线|涉)"
    r"|成员单位|有关|相关|部门$|各市|各县|各区|各州|企业$|单位$|各级"
)
LABEL = re.compile(
    r"(?:(?P<lead>牵头|主办|主责|第一责任)|(?P<help>配合|协同|协办|协助|参与|参加|支持|会办)|责任|负责|"
    r"承办|实施|落实|主管|分工)(?:责任)?(?:单位|部门|主体)(?:和责任人|及责任人)?\s*:"
)
_ROLE = re.compile(
    r"(?:分别|共同|联合|具体|统筹)?(?:按照?|根据|依据|依照|依)?(?:各自)?(?:职责|职能|责任)?(?:分工)?(?:分别|共同|具体)?"
    r"(?:(?P<lead>牵头)(?:负责|落实|实施|组织|推进|督导|协调|抓总|组织实施)?|(?P<own>负责)(?:落实|实施|组织实施)?|落实|(?:组织)?实施|承办|主办"
    r"|(?P<help>配合|参与|参加|协助|协同|协办|支持|指导)(?:实施|落实|配合)?)$"
)
_DUTY_ONLY = re.compile(r"(?:按照?|根据|依)(?:各自)?(?:职责|职能)(?:分工)?$|(?<!职责)分工$")
_OPEN_END = re.compile(
    r"等(?:(?:\d+|[一二三四五六七八九十]+)个?|各|有关|相关|各有关|各相关|省直|市直|省级|市级)*(?:部门|单位|企业)?(?:和单位)?$"
)
_SPLIT = re.compile(r"[、,;:/|。]|会同|\n")
_TRAILER = re.compile(r"[,;。]?\s*(?:以下|下同|不再(?:逐一|一一)?(?:列出|列明))")
_HEAD = re.compile(
    r"(?:由|并|及|另|同时)(?=[省市县区州各国])|商(?=[省市县区州])|\d{1,2}[.)、](?!\d)"
)
_BRACKETED = re.compile(r"[(〔\[【][^()〔〕\[\]【】]{0,60}[)〕\]】]")
_UNIT_END = re.compile(r"[厅局委办部署会院社行司室府头责合与心、,;:。等位门]$")


def parse(node: TextNode, start: int, end: int, directory: Directory) -> Iterator[UnitList]:
    """Yield the lists of units in characters `start` to `end` of a node.

    There are several where a semicolon or full stop ends one that had roles of its own
    (A牵头甲事，B配合；C牵头乙事). What is no list yields one without units.
    """
    trailer = _TRAILER.search(node.folded, start, end)
    end = trailer.start() if trailer else end
    text = _flat(node.folded[:end])
    pieces: list[_Piece] = []
    at = start
    for match in [*_SPLIT.finditer(text, start, end), None]:
        stop = match.start() if match else end
        mark = match.group() if match else ""
        pieces.append(_Piece(at, stop, mark))
        at = match.end() if match else end
    group: list[_Piece] = []
    for i, piece in enumerate(pieces):
        group.append(piece)
        rest = text[piece.end + 1 : end]
        closes = piece.mark in (";", "。") and not LABEL.match(rest.lstrip())
        if i == len(pieces) - 1 or (closes and rest.strip() and _has_role(text, group)):
            yield _list(node, text, group, directory)
            group = []


@dataclass(frozen=True, slots=True)
class _Piece:
    """What stands between two marks; `mark` is the one behind it."""

    start: int
    end: int
    mark: str


def _flat(folded: str) -> str:
    """Fill brackets out, so that 各县（市、区） is one word; keep breaks between units."""
    filled = _BRACKETED.sub(lambda m: FILL * len(m.group()), folded)
    return re.sub(
        r"\s*\n\s*",
        lambda m: ("\n" if _UNIT_END.search(filled, 0, m.start()) else " ").ljust(len(m.group())),
        filled,
    )


def _has_role(text: str, group: list[_Piece]) -> bool:
    return any(_ROLE.search(text[p.start : p.end].rstrip(" " + FILL)) for p in group)


def _list(node: TextNode, text: str, pieces: list[_Piece], directory: Directory) -> UnitList:
    """Read the pieces of one list; roles named behind their units are given back to them."""
    done: list[Unit] = []
    open_units: list[Unit] = []
    label_role: Role | None = None
    labelled, leads = False, True
    ending: Span | None = None
    for piece in pieces:
        words = text[piece.start : piece.end]
        if piece.mark == ":":
            match = LABEL.search(words.strip() + ":")
            if match:
                done += open_units
                open_units, label_role, labelled, ending = [], _role(match), True, None
            leads = True
            continue
        bare, role, duty = _without_role(words)
        found = _units(node, text, piece.start, piece.start + len(bare), directory)
        for i, unit in enumerate(found):
            open_units.append(replace(unit, leads_group=leads and i == 0, role=label_role))
        if duty is not None:
            ending = Span(node, piece.start + duty[0], piece.start + duty[1])
        elif found:
            ending = None
        if role is not None:
            done += [replace(unit, role=role) for unit in open_units]
            open_units = []
        leads = piece.mark != "、"
    units = done + open_units
    start, end = pieces[0].start, pieces[-1].end
    if units:
        start, end = min(u.span.start for u in units), max(end, units[-1].span.end)
    return UnitList(tuple(units), Span(node, start, end), ending, labelled)


def _role(match: re.Match[str]) -> Role:
    groups = match.groupdict()
    if groups["lead"]:
        return Role.LEAD
    return Role.COOPERATING if groups["help"] else Role.RESPONSIBLE


def _without_role(words: str) -> tuple[str, Role | None, tuple[int, int] | None]:
    """Split 省财政厅等按职责分工负责 into the name, the role and where the words of duty stand."""
    bare = words.rstrip(" " + FILL)
    role, duty = None, None
    match = _ROLE.search(bare) or _DUTY_ONLY.search(bare)
    if match:
        role = _role(match) if match.re is _ROLE else Role.RESPONSIBLE
        duty = match.span()
        bare = bare[: match.start()].rstrip()
    opened = _OPEN_END.search(bare)
    if opened:
        bare = bare[: opened.start()].rstrip()
    return bare, role, duty


def _units(node: TextNode, text: str, start: int, end: int, directory: Directory) -> list[Unit]:
    """The unit in characters `start` to `end`, or the units where nothing parts them."""
    while start < end and (text[start] == " " or (head := _HEAD.match(text, start, end))):
        start = start + 1 if text[start] == " " else max(start + 1, head.end() if head else 0)
    places = [i for i in range(start, end) if text[i] not in (" ", "\n", FILL)]
    name = "".join(text[i] for i in places)
    if len(name) < 2 or any(c.isdigit() for c in name):
        return []
    cuts = [0, *boundaries(name, directory), len(name)]
    units = []
    for i in range(len(cuts) - 1):
        part = name[cuts[i] : cuts[i + 1]]
        span = Span(node, places[cuts[i]], places[cuts[i + 1] - 1] + 1)
        units.append(Unit(part, span, directory.identify(part), glued=i > 0))
    return units
