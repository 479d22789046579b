"""WordprocessingML as it is written: names, annotations, and XML with its own declaration."""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime

from lxml import etree

from linter.readers.docx.guard import refuse
from linter.readers.docx.xml import NAMES, Element, number

SPACE = "{http://www.w3.org/XML/1998/namespace}space"
W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
_MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_HEAD = re.compile(rb"(?:\xef\xbb\xbf)?\s*<\?xml[^>]*\?>\s*")
_UTF8 = re.compile(rb"""encoding\s*=\s*["']utf-?8["']""", re.I)
_DECLARATION = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n'
# The elements whose w:id is that of an annotation (ECMA-376-1, 17.13).
_REVISIONS = (
    *("ins", "del", "moveFrom", "moveTo", "cellIns", "cellDel", "cellMerge", "numberingChange"),
    *("rPrChange", "pPrChange", "sectPrChange", "tblPrChange", "tblPrExChange", "tblGridChange"),
    *("tcPrChange", "trPrChange"),
)
ANNOTATIONS = frozenset(
    {
        *("comment", "commentRangeStart", "commentRangeEnd", "commentReference"),
        *("bookmarkStart", "bookmarkEnd", "permStart", "permEnd", *_REVISIONS),
        *("moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd"),
        *(
            f"customXml{kind}Range{edge}"
            for kind in ("Ins", "Del", "MoveFrom", "MoveTo")
            for edge in ("Start", "End")
        ),
    }
)


def parse(data: bytes, name: str) -> Element:
    """Parse a part as it is, its comments kept. The reader has vetted the package before."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        return etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise refuse("bad-xml", f"文档内部有损坏（{name}），请用 Word 打开修复后另存") from error


def serialised(root: Element, before: bytes = b"") -> bytes:
    """Return a part's bytes, with the declaration that it had if it was in UTF-8."""
    head = _HEAD.match(before)
    own = (
        head.group() if head and (_UTF8.search(head.group()) or b"encoding" not in head[0]) else b""
    )
    return (own or _DECLARATION) + etree.tostring(root, encoding="UTF-8", xml_declaration=False)


def _spaces(element: Element) -> dict[str, str]:
    """The namespaces known at an element; lxml takes None for a prefix, its stubs do not."""
    return dict(element.nsmap)  # type: ignore[arg-type]


def space(element: Element) -> str:
    """The namespace of an element: transitional or strict."""
    return etree.QName(element).namespace or ""


def make(like: Element, name: str, **attributes: str) -> Element:
    """Return a new element, its name and attributes in the namespace of another one."""
    own = space(like)
    element = etree.Element(f"{{{own}}}{name}", nsmap=_spaces(like))
    for key, value in attributes.items():
        element.set(f"{{{own}}}{key}", value)
    return element


def text(like: Element, words: str, name: str = "t") -> Element:
    """Return a w:t, or a w:delText, of some words."""
    element = make(like, name)
    set_text(element, words)
    return element


def set_text(element: Element, words: str) -> None:
    """Set the words of a w:t; blanks at their ends are kept."""
    element.text = words
    if words != words.strip():
        element.set(SPACE, "preserve")


def ancestors(element: Element) -> Iterator[tuple[Element, str]]:
    """Yield what an element stands in, the nearest first, with its name."""
    for above in element.iterancestors():
        yield above, NAMES[above.tag]


def inside(element: Element, name: str) -> Element | None:
    """Return the nearest element of a name that holds an element."""
    return next((above for above, found in ancestors(element) if found == name), None)


def top_id(roots: Iterable[Element]) -> int:
    """Return the greatest id of all annotations in some parts, -1 where there are none."""
    ids = (number(e, "id") for root in roots for e in root.iter("*") if NAMES[e.tag] in ANNOTATIONS)
    return max((i for i in ids if i is not None), default=-1)


def declared(root: Element, spaces: Mapping[str, str]) -> tuple[Element, dict[str, str]]:
    """Return a root that declares some namespaces as ignorable, and the prefixes that they have.

    A root that does already is returned itself; else its children move to a new one.
    """
    known = {uri: prefix for prefix, uri in root.nsmap.items() if prefix}
    used = {uri: known.get(uri, prefix) for prefix, uri in spaces.items()}
    listed = root.get(f"{{{_MC}}}Ignorable", "").split()
    missing = [prefix for prefix in used.values() if prefix not in listed]
    if not missing:
        return root, used
    nsmap = {**_spaces(root), **{p: u for u, p in used.items()}, known.get(_MC, "mc"): _MC}
    new = etree.Element(root.tag, nsmap=nsmap)
    new.attrib.update(root.attrib)
    new.set(f"{{{_MC}}}Ignorable", " ".join([*listed, *missing]))
    new.text = root.text
    new.extend(list(root))
    return new, used


def remove(element: Element) -> None:
    """Remove an element, and nothing of what stands behind it."""
    parent = element.getparent()
    if parent is None:
        return
    if element.tail:
        before = element.getprevious()
        if before is not None:
            before.tail = (before.tail or "") + element.tail
        else:
            parent.text = (parent.text or "") + element.tail
    parent.remove(element)


def stamp(when: datetime) -> str:
    """A time as Word writes it: local, and marked with a Z all the same."""
    return when.strftime("%Y-%m-%dT%H:%M:%SZ")
