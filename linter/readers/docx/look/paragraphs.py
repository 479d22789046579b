"""The shape of paragraphs: alignment, indents, line spacing, through the style chain."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from linter.document.look import Alignment, LineRule
from linter.readers.docx.look.lengths import points
from linter.readers.docx.styles import Styles
from linter.readers.docx.xml import NAMES, Element, attribute, child, is_on, number

_ALIGNMENTS: dict[str, Alignment] = {
    "center": "center",
    "right": "right",
    "end": "right",
    "both": "justify",
    "distribute": "justify",
}
_HUNDREDTHS = 100
_LINES = 240  # a multiple of single spacing is counted in parts of 240
_ROOM = 1.4  # a line of text is at most so many sizes high: it surely fits on one line of a grid


class Indent(NamedTuple):
    """A length in points or, where `characters` is set, in characters."""

    length: float | None = None
    characters: float | None = None

    def counted(self, size: float) -> float:
        """The indent in characters of a size. Characters go before points, unless they are 0."""
        return self.characters if self.characters else (self.length or 0.0) / size


@dataclass(slots=True)
class Shape:
    """What paragraph properties come to, nearest first: what is set stays."""

    alignment: Alignment | None = None
    first_length: float | None = None
    first_characters: float | None = None
    left_length: float | None = None
    left_characters: float | None = None
    line: str | None = None
    rule: str | None = None
    snaps: bool | None = None
    style: str | None = None

    def first_line(self, size: float) -> float:
        return Indent(self.first_length, self.first_characters).counted(size)

    def left(self, size: float) -> float:
        return Indent(self.left_length, self.left_characters).counted(size)

    def spacing(self, pitch: float | None, size: float) -> tuple[float | None, LineRule]:
        """Return the line spacing and its rule; `pitch` is that of the document grid in points.

        None where the grid is too narrow for the text, so that Word takes two of its lines.
        """
        if self.rule in ("exact", "atLeast"):
            value = points(self.line)
            rule = LineRule.EXACT if self.rule == "exact" else LineRule.AT_LEAST
            return (abs(value) if value else None), rule
        multiple = points(self.line, _LINES) if self.line is not None else 1.0
        if multiple is None or multiple <= 0:
            return None, LineRule.AUTO
        if pitch is None or self.snaps is False:
            return multiple, LineRule.AUTO
        return (multiple * pitch if pitch >= size * _ROOM else None), LineRule.GRID


class Shapes:
    """Resolves the shape of paragraphs: their own properties, their style's, the defaults."""

    def __init__(self, styles: Styles, defaults: Element | None) -> None:
        self._styles = styles
        self._defaults = child(child(defaults, "pPrDefault"), "pPr")
        self._chains: dict[str | None, list[Element | None]] = {}

    def of(self, own: Element | None) -> Shape:
        """Return the shape that paragraph properties (pPr) come to."""
        style = child(own, "pStyle")
        key = attribute(style) if style is not None else None
        if key not in self._chains:
            chain = [child(element, "pPr") for element in self._styles.elements(key)]
            self._chains[key] = [*chain, self._defaults]
        shape = Shape(style=key)
        _fill(shape, (own, *self._chains[key]))
        return shape


def _fill(shape: Shape, chain: Iterable[Element | None]) -> None:
    for properties in chain:
        for item in properties if properties is not None else ():
            name = NAMES[item.tag]
            if name == "jc":
                shape.alignment = shape.alignment or _ALIGNMENTS.get(attribute(item) or "", "left")
            elif name == "ind":
                _indents(shape, item)
            elif name == "spacing":
                shape.line = attribute(item, "line") if shape.line is None else shape.line
                shape.rule = attribute(item, "lineRule") if shape.rule is None else shape.rule
            elif name == "snapToGrid":
                shape.snaps = is_on(item) if shape.snaps is None else shape.snaps


def _indents(shape: Shape, item: Element) -> None:
    """A hanging indent and one of the first line are one property: the nearer of them holds."""
    if shape.first_length is None:
        shape.first_length = _either(
            points(attribute(item, "hanging")), points(attribute(item, "firstLine"))
        )
    if shape.first_characters is None:
        shape.first_characters = _either(
            _characters(item, "hangingChars"), _characters(item, "firstLineChars")
        )
    if shape.left_length is None:
        left = attribute(item, "left")
        shape.left_length = points(left if left is not None else attribute(item, "start"))
    if shape.left_characters is None:
        left_characters = _characters(item, "leftChars")
        shape.left_characters = (
            _characters(item, "startChars") if left_characters is None else left_characters
        )


def _either(hanging: float | None, first: float | None) -> float | None:
    return -hanging if hanging else first if first is not None else hanging


def _characters(item: Element, name: str) -> float | None:
    value = number(item, name)
    return value / _HUNDREDTHS if value is not None and abs(value) <= 10_000 else None
