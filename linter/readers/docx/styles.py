"""Styles: what a paragraph or run inherits by name, through the basedOn chain."""

from dataclasses import dataclass, field
from typing import NamedTuple

from linter.readers.docx.xml import NAMES, Element, attribute, child, is_on, number
from linter.text.patterns import lazily

SIDES = ("top", "left", "bottom", "right")
_HEADING = lazily(r"(?:heading|标题)\s*([1-9])")
_TITLE = ("title", "标题", "文档标题")
_TOC = lazily(r"(?:toc|目录|wpsoffice手动目录)\s*[1-9]|table of figures|图表目录")
_DEPTH = 20


@dataclass(slots=True)
class Properties:
    """What paragraph properties (pPr) say; None or empty where they say nothing.

    `outline` is 0-based, 9 means body text. `borders` maps a side to whether it is drawn.
    `section_end` says that a section ends here, `section_break` that the next begins a page.
    """

    style: str | None = None
    outline: int | None = None
    numbering: str | None = None
    ilvl: int | None = None
    borders: dict[str, bool] = field(default_factory=dict)
    page_break: bool = False
    section_end: bool = False
    section_break: bool = False
    mark: frozenset[str] = frozenset()


def properties(element: Element | None) -> Properties:
    """Read a pPr element."""
    out = Properties()
    for item in element if element is not None else ():
        name = NAMES[item.tag]
        if name == "pStyle":
            out.style = attribute(item)
        elif name == "numPr":
            out.numbering, out.ilvl = _value(item, "numId"), _number(item, "ilvl")
        elif name == "outlineLvl":
            out.outline = number(item)
        elif name == "pBdr":
            out.borders = {
                side: attribute(edge) not in (None, "nil", "none")
                for edge in item
                if (side := NAMES[edge.tag]) in SIDES
            }
        elif name == "pageBreakBefore":
            out.page_break = is_on(item)
        elif name == "sectPr":
            out.section_end = True
            out.section_break = _value(item, "type") not in ("continuous", "nextColumn")
        elif name == "rPr":
            out.mark = frozenset(NAMES[i.tag] for i in item if is_on(i))
    return out


def _value(parent: Element, name: str) -> str | None:
    found = child(parent, name)
    return attribute(found) if found is not None else None


def _number(parent: Element, name: str) -> int | None:
    found = child(parent, name)
    return number(found) if found is not None else None


class Style(NamedTuple):
    """A paragraph style with all that it inherits.

    `heading` is as in RawParagraph. `numbered_by` is the style of the chain that sets the list.
    """

    name: str | None = None
    heading: int | None = None
    toc: bool = False
    numbering: str | None = None
    ilvl: int | None = None
    numbered_by: str | None = None
    borders: tuple[tuple[str, bool], ...] = ()
    hidden: bool = False


class _Entry(NamedTuple):
    name: str
    based_on: str | None
    properties: Properties
    hidden: bool | None
    element: Element


class Styles:
    """The styles of a document, resolved when first asked for."""

    def __init__(self, root: Element | None) -> None:
        self._entries: dict[str, _Entry] = {}
        self._resolved: dict[str | None, Style] = {}
        self.default: str | None = None
        for element in root if root is not None else ():
            if NAMES[element.tag] == "style" and (key := attribute(element, "styleId")):
                self._entries[key] = _entry(element, key)
                paragraph = attribute(element, "type") == "paragraph"
                if paragraph and attribute(element, "default") in ("1", "true", "on"):
                    self.default = key

    def paragraph(self, key: str | None) -> Style:
        """Return the style with this id; the default style for None or an unknown id."""
        known = self._resolved.get(key)
        if known is None:
            known = self._resolved[key] = self._resolve(key)
        return known

    def hidden(self, key: str | None) -> bool:
        """Tell whether a character or paragraph style hides its text."""
        return next((e.hidden for _, e in self._chain(key) if e.hidden is not None), False)

    def elements(self, key: str | None) -> list[Element]:
        """The elements of a style and of those it is based on, nearest first.

        Those of the default paragraph style for None and for an id that is not there.
        """
        known = key if key in self._entries else self.default
        return [entry.element for _, entry in self._chain(known)]

    def _chain(self, key: str | None) -> list[tuple[str, _Entry]]:
        out: list[tuple[str, _Entry]] = []
        while key is not None and key in self._entries and len(out) < _DEPTH:
            out.append((key, self._entries[key]))
            key = self._entries[key].based_on
        return out

    def _resolve(self, key: str | None) -> Style:
        if key is not None and key not in self._entries:
            return Style(key, _heading(key, None), bool(_TOC.fullmatch(key.lower())))
        chain = self._chain(key or self.default)
        if not chain:
            return Style()
        levels = (_heading(entry.name, entry.properties.outline) for _, entry in chain)
        level = next((level for level in levels if level is not None), None)
        numbered = next(((k, e) for k, e in chain if e.properties.numbering is not None), None)
        borders: dict[str, bool] = {}
        for _, entry in reversed(chain):
            borders |= entry.properties.borders
        ilvls = (entry.properties.ilvl for _, entry in chain)
        return Style(
            chain[0][1].name,
            level if level is not None and level >= 0 else None,
            any(_TOC.fullmatch(entry.name.lower()) for _, entry in chain),
            numbered[1].properties.numbering if numbered else None,
            next((ilvl for ilvl in ilvls if ilvl is not None), None),
            numbered[0] if numbered else None,
            tuple(borders.items()),
            self.hidden(chain[0][0]),
        )


def _entry(element: Element, key: str) -> _Entry:
    run = child(element, "rPr")
    vanish = child(run, "vanish")
    return _Entry(
        _value(element, "name") or key,
        _value(element, "basedOn"),
        properties(child(element, "pPr")),
        is_on(vanish) if vanish is not None else None,
        element,
    )


def _heading(name: str, outline: int | None) -> int | None:
    """The depth that a style's name or outline level gives: -1 where it says body text.

    The name goes first: Word gives the style Title the outline level of a first heading.
    """
    name = name.lower()
    if name in _TITLE:
        return 0
    if outline is not None:
        return outline + 1 if 0 <= outline < 9 else -1
    match = _HEADING.fullmatch(name)
    return int(match.group(1)) if match else None
