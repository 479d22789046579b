"""The numbers that Word generates, from numbering.xml and the styles (ECMA-376-1, 17.9).

Counters belong to the abstract list, so that two lists over one abstract list go on where the
other stopped. A start override counts at the first use of its level, and whenever that level
begins anew (17.9.26).
"""

import re
from dataclasses import dataclass, field
from typing import NamedTuple

from linter.readers.docx.formats import written
from linter.readers.docx.styles import Properties, Styles
from linter.readers.docx.xml import NAMES, Element, attribute, child, is_on, number
from linter.text.patterns import lazily

_LEVELS = 9
_TEXT = 100  # characters of a level's text; Word's own dialogue takes fewer
_PLACE = lazily(r"%([1-9])")
_GAPS = {"space": " ", "nothing": ""}


class Level(NamedTuple):
    """One level of a list. `restart` is lvlRestart: 0 never, n after level n, None by default."""

    start: int = 1
    form: str = "decimal"
    text: str = ""
    restart: int | None = None
    legal: bool = False
    hidden: bool = False
    gap: str = "\t"
    style: str | None = None


@dataclass(slots=True)
class _Abstract:
    levels: dict[int, Level] = field(default_factory=dict)
    link: str | None = None
    counters: list[int | None] = field(default_factory=lambda: [None] * _LEVELS)


@dataclass(slots=True)
class _List:
    abstract: str
    starts: dict[int, int] = field(default_factory=dict)
    begun: set[int] = field(default_factory=set)
    levels: dict[int, Level] = field(default_factory=dict)


class Generated(NamedTuple):
    """A generated number and what Word puts behind it."""

    text: str
    gap: str


class Numbering:
    """The lists of a document and how far each has counted. Paragraphs ask in reading order."""

    def __init__(self, root: Element | None, styles: Styles) -> None:
        self._styles = styles
        self._abstracts: dict[str, _Abstract] = {}
        self._lists: dict[str, _List] = {}
        for element in root if root is not None else ():
            name = NAMES[element.tag]
            if name == "abstractNum" and (key := attribute(element, "abstractNumId")):
                self._abstracts[key] = _abstract(element)
            elif name == "num" and (key := attribute(element, "numId")):
                self._lists[key] = _list(element)

    def next(self, own: Properties) -> Generated | None:
        """Count a paragraph and return its number; None where it has none or only a bullet."""
        style = self._styles.paragraph(own.style)
        key, level = own.numbering, own.ilvl
        if key is None:
            key, level = style.numbering, style.ilvl if level is None else level
        used = self._lists.get(key) if key not in (None, "0") else None
        abstract = self._abstract_of(used)
        if used is None or abstract is None:
            return None
        if level is None:
            by_style = own.numbering is None
            level = _level_of_style(abstract, style.numbered_by if by_style else None)
        level = min(max(level, 0), _LEVELS - 1)
        levels = abstract.levels | used.levels
        if level not in levels:
            return None
        _count(abstract, used, levels, level)
        return _worded(abstract, levels, level)

    def _abstract_of(self, used: _List | None) -> _Abstract | None:
        """The abstract list, through the links of list styles."""
        for _ in range(_LEVELS):
            abstract = self._abstracts.get(used.abstract) if used else None
            if abstract is None or abstract.link is None or abstract.levels:
                return abstract
            used = self._lists.get(self._styles.paragraph(abstract.link).numbering or "")
        return None


def _count(abstract: _Abstract, used: _List, levels: dict[int, Level], level: int) -> None:
    counters = abstract.counters
    last = counters[level]
    overridden = level in used.starts and level not in used.begun
    if last is None or overridden:
        counters[level] = used.starts.get(level, levels[level].start)
    else:
        counters[level] = last + 1
    used.begun.add(level)
    for deeper in range(level + 1, _LEVELS):
        restart = levels[deeper].restart if deeper in levels else None
        if restart is None or level < restart:
            counters[deeper] = None


def _worded(abstract: _Abstract, levels: dict[int, Level], level: int) -> Generated | None:
    own = levels[level]
    if own.form == "bullet" or own.hidden:
        return None

    def value(match: re.Match[str]) -> str:
        at = int(match.group(1)) - 1
        of = levels.get(at, Level())
        counted = abstract.counters[at]
        form = "decimal" if own.legal and of.form != "none" else of.form
        return written(of.start if counted is None else counted, form)

    text = _PLACE.sub(value, own.text).strip()
    return Generated(text, own.gap) if text else None


def _level_of_style(abstract: _Abstract, style: str | None) -> int:
    found = (i for i, level in abstract.levels.items() if style and level.style == style)
    return next(found, 0)


def _abstract(element: Element) -> _Abstract:
    out = _Abstract()
    for item in element:
        name = NAMES[item.tag]
        if name == "lvl" and (at := number(item, "ilvl")) is not None and 0 <= at < _LEVELS:
            out.levels[at] = _level(item)
        elif name == "numStyleLink":
            out.link = attribute(item)
    return out


def _list(element: Element) -> _List:
    link = child(element, "abstractNumId")
    out = _List(attribute(link) or "" if link is not None else "")
    for item in element:
        at = number(item, "ilvl")
        if NAMES[item.tag] != "lvlOverride" or at is None or not 0 <= at < _LEVELS:
            continue
        for part in item:
            name, start = NAMES[part.tag], number(part)
            if name == "startOverride" and start is not None:
                out.starts[at] = start
            elif name == "lvl":
                out.levels[at] = _level(part)
    return out


def _level(element: Element) -> Level:
    values: dict[str, Element] = {}
    for item in element:
        name = NAMES[item.tag]
        if name == "mc:AlternateContent":  # a custom format of Word 2010 and its plain stand-in
            plain = child(child(item, "mc:Fallback"), "numFmt")
            name, item = ("numFmt", plain) if plain is not None else ("", item)
        values.setdefault(name, item)

    def text(name: str) -> str | None:
        return attribute(values[name]) if name in values else None

    start = number(values["start"]) if "start" in values else None
    vanish = child(values.get("rPr"), "vanish")
    return Level(
        1 if start is None else start,
        text("numFmt") or "decimal",
        (text("lvlText") or "")[:_TEXT],
        number(values["lvlRestart"]) if "lvlRestart" in values else None,
        "isLgl" in values and is_on(values["isLgl"]),
        vanish is not None and is_on(vanish),
        _GAPS.get(text("suff") or "tab", "\t"),
        text("pStyle"),
    )
