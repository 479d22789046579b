"""The sections of a draft: which paragraphs each has, its pages and its footers."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from linter.document.look import PageNumberKind
from linter.readers.docx.xml import NAMES, Element, attribute, child, is_on
from linter.readers.raw import RawParagraph

# Paragraphs with the elements that they were read from, in order (Walker.read).
Read = Sequence[tuple[RawParagraph, list[Element]]]
_KINDS: dict[str | None, PageNumberKind] = {"even": "even", "first": "first"}


class Section(NamedTuple):
    """A sectPr and the paragraphs that it closes."""

    element: Element | None
    read: Read


def sections(read: Read, document: Element) -> Iterator[Section]:
    """Yield the sections: each ends with a paragraph that has a sectPr, the last with the body."""
    kept: list[tuple[RawParagraph, list[Element]]] = []
    for raw, elements in read:
        kept.append((raw, elements))
        end = child(child(elements[-1], "pPr"), "sectPr") if elements else None
        if end is not None:
            yield Section(end, kept)
            kept = []
    yield Section(child(child(document, "body"), "sectPr"), kept)


def footers(section: Element | None, even: bool) -> Iterator[tuple[PageNumberKind, str]]:
    """Yield (kind, id of the relationship) of the footers that a section uses.

    `even` says that the draft tells odd pages from even ones (evenAndOddHeaders).
    """
    used = {"default": True, "even": even, "first": switched(section, "titlePg")}
    for item in section if section is not None else ():
        if NAMES[item.tag] == "footerReference":
            kind = _KINDS.get(attribute(item, "type"), "default")
            key = next((str(v) for k, v in item.attrib.items() if str(k).endswith("}id")), None)
            if used[kind] and key is not None:
                yield kind, key


def switched(parent: Element | None, name: str) -> bool:
    """Tell whether an element has a switch that is on."""
    found = child(parent, name)
    return found is not None and is_on(found)
