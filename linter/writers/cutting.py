"""Finds the elements of characters, and cuts their runs so that ranges begin and end there."""

from bisect import bisect_right
from copy import deepcopy

from lxml import etree

from linter.document.sources import TextPiece
from linter.readers.docx.xml import NAMES, Element, attribute, tags
from linter.writers.markup import ANNOTATIONS, ancestors, make, set_text

# What holds a run together as a whole: no range begins or ends within it.
_WHOLE = frozenset({"mc:AlternateContent", "ruby", "m:oMath", "m:oMathPara"})


class Cutter:
    """The runs of a main part, cut where they must be; `first_id` is the next free id.

    Elements are named by their numbers in the order of the part as it was read.
    """

    def __init__(self, root: Element, first_id: int) -> None:
        for words in root.iter(*tags("t"), *tags("delText")):
            if len(words):  # comments of XML within them
                etree.strip_tags(words, etree.Comment, etree.ProcessingInstruction)
        self._elements = list(root.iter("*"))
        self._parts: dict[int, list[tuple[int, Element]]] = {}
        self._lengths: dict[int, int] = {}
        self.next_id = first_id

    def element(self, number: int) -> Element:
        return self._elements[number]

    def first(self, piece: TextPiece, at: int) -> Element:
        """The run, or what stands for it, that begins with the character `at` of a node."""
        element = self._elements[piece.element]
        whole = _whole(element)
        if whole is not None:
            return whole
        part = self._begin(piece.element, piece.offset + at - piece.start)
        return self._split(part)

    def last(self, piece: TextPiece, at: int) -> Element:
        """The run, or what stands for it, that ends with the character `at` of a node."""
        element = self._elements[piece.element]
        whole = _whole(element)
        if whole is not None:
            return whole
        offset = piece.offset + at - piece.start
        if _is_text(element) and offset + 1 < self._length(piece.element):
            following: Element | None = self._begin(piece.element, offset + 1)
        else:
            following = _next(self._held(piece.element)[-1][1])
        part = self._part(piece.element, offset)
        if following is not None:
            self._split(following)
        run = part.getparent()
        assert run is not None
        return run

    def _held(self, number: int) -> list[tuple[int, Element]]:
        """The elements that an element has been cut into, each with its first character."""
        if number not in self._parts:
            self._parts[number] = [(0, self._elements[number])]
            self._lengths[number] = len(self._elements[number].text or "")
        return self._parts[number]

    def _length(self, number: int) -> int:
        """How many characters an element had before it was cut."""
        self._held(number)
        return self._lengths[number]

    def _part(self, number: int, offset: int) -> Element:
        held = self._held(number)
        return held[bisect_right(held, offset, key=_start) - 1][1]

    def _begin(self, number: int, offset: int) -> Element:
        """The element that begins with a character, cut from what stands before it."""
        held = self._held(number)
        at = bisect_right(held, offset, key=_start) - 1
        start, element = held[at]
        if start == offset or not _is_text(element):
            return element
        words = element.text or ""
        right = make(element, NAMES[element.tag])
        set_text(right, words[offset - start :])
        set_text(element, words[: offset - start])
        right.tail, element.tail = element.tail, None
        element.addnext(right)
        held.insert(at + 1, (offset, right))
        return right

    def _split(self, element: Element) -> Element:
        """The run that begins with an element of it: a new one, if anything stands before it."""
        run = element.getparent()
        assert run is not None
        before = [e for e in element.itersiblings(preceding=True) if NAMES[e.tag] != "rPr"]
        if not any(isinstance(e.tag, str) for e in before):
            return run
        right = make(run, "r")
        right.attrib.update(run.attrib)
        if len(run) and NAMES[run[0].tag] == "rPr":
            right.append(self.properties(run[0]))
        for moved in (element, *element.itersiblings()):
            right.append(moved)
        right.tail, run.tail = run.tail, None
        run.addnext(right)
        return right

    def properties(self, of_run: Element) -> Element:
        """A copy of a run's properties; annotations in it get ids of their own."""
        copy = deepcopy(of_run)
        copy.tail = None
        for element in copy.iter("*"):
            if NAMES[element.tag] in ANNOTATIONS and attribute(element, "id") is not None:
                key = next(k for k in element.attrib if str(k).endswith("}id"))
                element.set(key, str(self.take_id()))
        return copy

    def take_id(self) -> int:
        self.next_id += 1
        return self.next_id - 1


def _start(part: tuple[int, Element]) -> int:
    return part[0]


def _is_text(element: Element) -> bool:
    return NAMES[element.tag] in ("t", "delText")


def _next(element: Element) -> Element | None:
    """What follows in the run, None at its end."""
    return next((e for e in element.itersiblings() if isinstance(e.tag, str)), None)


def _whole(element: Element) -> Element | None:
    """What must not be cut around an element, None where its run may be.

    A text box can hold no comment: the run that it hangs on stands for it.
    """
    chain = [(element, NAMES[element.tag]), *ancestors(element)]
    boxes = [i for i, (_, name) in enumerate(chain) if name == "txbxContent"]
    whole: Element | None = None
    last: Element | None = None
    for above, name in chain[boxes[-1] + 1 :] if boxes else chain:
        if name == "p":
            break
        if name in _WHOLE or (name == "r" and (boxes or whole is not None)):
            whole = above
        last = above
    return last if boxes and whole is None else whole
