"""The marks of comments in the main part: where a range begins and ends, and its reference."""

from linter.readers.docx.xml import NAMES, Element, attribute, child, tags
from linter.writers.anchors import Anchor
from linter.writers.markup import ancestors, inside, make


class CommentMarks:
    """Puts the marks of comments into a main part; `style` is that of references."""

    def __init__(self, root: Element, style: str | None) -> None:
        self._style = style
        marks = root.iter(*tags("fldChar"))
        paragraphs = [found for mark in marks if (found := inside(mark, "p")) is not None]
        self._fields = {id(paragraph) for paragraph in paragraphs}

    def put(self, anchor: Anchor, number: int) -> None:
        """Mark the words of a comment."""
        behind = _mark(anchor, number)
        reference = styled_run(anchor.paragraph, self._style)
        reference.append(make(anchor.paragraph, "commentReference", id=str(number)))
        if anchor.first is not None and _leads_control(anchor.paragraph):
            _put_first(anchor.paragraph, reference)
            return
        if id(anchor.paragraph) in self._fields:
            behind = _behind_field(behind)
        behind.addnext(reference)


def styled_run(like: Element, style: str | None) -> Element:
    """A run in a character style, without one where there is none."""
    run = make(like, "r")
    if style is not None:
        about = make(like, "rPr")
        about.append(make(like, "rStyle", val=style))
        run.append(about)
    return run


def _mark(anchor: Anchor, number: int) -> Element:
    """Mark the words of a comment; returns the element that its reference belongs behind: what
    the words are wrapped in, as one in somebody's insertion would be theirs."""
    like, told = anchor.paragraph, {"id": str(number)}
    start, end = make(like, "commentRangeStart", **told), make(like, "commentRangeEnd", **told)
    if anchor.first is None or anchor.last is None:
        like.extend((start, end))
    else:
        anchor.first.addprevious(start)
        anchor.last.addnext(end)
    behind = end
    while (above := behind.getparent()) is not None and NAMES[above.tag] != "p":
        behind = above
    return behind


def _behind_field(element: Element) -> Element:
    """The end of the field that a child of a paragraph stands in, if it ends there; itself
    outside. A comment in a field's result would be printed as its text (LibreOffice)."""
    depth = sum(_field_depth(sibling) for sibling in element.itersiblings(preceding=True))
    depth += _field_depth(element)
    here: Element | None = element
    while depth > 0 and here is not None:
        here = here.getnext()
        depth += _field_depth(here) if here is not None else 0
    return here if here is not None else element


def _field_depth(element: Element) -> int:
    """How many more fields begin in an element than end."""
    kinds = [attribute(mark, "fldCharType") for mark in element.iter(*tags("fldChar"))]
    return kinds.count("begin") - kinds.count("end")


def _leads_control(paragraph: Element) -> bool:
    """Tell whether a paragraph is the first of a content control that holds paragraphs or cells.

    LibreOffice (7.4) drops what stands in front of a reference there, Word's own included.
    """
    for above, name in ancestors(paragraph):
        if name == "sdt" and next(above.iter(*tags("p")), None) is paragraph:
            about = child(above, "sdtPr")
            if about is None or child(about, "docPartObj") is None:
                return True
    return False


def _put_first(paragraph: Element, reference: Element) -> None:
    """Put a reference in front of a paragraph's words, behind other references there: no standard
    has it stand behind its range."""
    for element in paragraph:
        leads = NAMES[element.tag] == "r" and child(element, "commentReference") is not None
        if isinstance(element.tag, str) and not leads and NAMES[element.tag] != "pPr":
            element.addprevious(reference)
            return
