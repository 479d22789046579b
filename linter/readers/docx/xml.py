"""Element names of WordprocessingML, whatever prefix or edition (transitional, strict) is used."""

from lxml import etree

Element = etree._Element

_W = (
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
)
_PREFIXES = dict.fromkeys(_W, "") | {
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc:",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m:",
    "http://purl.oclc.org/ooxml/officeDocument/math": "m:",
}
_OFF = ("0", "false", "off", "none")
_CACHED = 4_000


class _Names(dict[object, str]):
    """Tag to short name: p, tbl, mc:Choice, m:oMath; empty for everything else."""

    def __missing__(self, tag: object) -> str:
        space, _, local = tag[1:].partition("}") if isinstance(tag, str) else ("", "", "")
        # Strict files have their text boxes in a vocabulary of 2006 that Word never gave up.
        prefix = "" if local == "txbxContent" else _PREFIXES.get(space)
        name = "" if prefix is None else prefix + local
        if len(self) < _CACHED:  # a hostile file may bring names without end
            self[tag] = name
        return name


NAMES = _Names()


def local(element: Element) -> str:
    """The name of an element of whatever vocabulary, without its namespace."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def tags(name: str) -> tuple[str, ...]:
    """The full tags of a WordprocessingML name, for lxml's own searches."""
    return tuple(f"{{{space}}}{name}" for space in _W)


def attribute(element: Element, name: str = "val") -> str | None:
    """Return a WordprocessingML attribute of an element."""
    for space in _W:
        value = element.get(f"{{{space}}}{name}")
        if value is not None:
            return value
    return None


def number(element: Element, name: str = "val") -> int | None:
    """Return an attribute as an integer, None where it is missing or none."""
    value = attribute(element, name)
    try:
        return int(value) if value is not None and len(value) < 10 else None
    except ValueError:
        return None


def is_on(element: Element) -> bool:
    """Tell whether a switch such as <w:vanish/> is on; without a value it is."""
    return attribute(element) not in _OFF


def child(parent: Element | None, name: str) -> Element | None:
    """Return the first child of a name."""
    if parent is not None:
        for element in parent:
            if NAMES[element.tag] == name:
                return element
    return None
