"""Page numbers: the PAGE field of a footer, and how its line looks."""

from linter.document.look import Alignment, PageNumber, PageNumberKind
from linter.readers.docx.look.characters import Characters
from linter.readers.docx.look.paragraphs import Shapes
from linter.readers.docx.look.replay import Replay
from linter.readers.docx.xml import Element, attribute, child, local, tags
from linter.text.patterns import lazily

_PAGE = lazily(r"(?<![A-Z])PAGE(?![A-Z])")
_DIGITS = lazily(r"[\d０-９]+")
_VML = lazily(r"mso-position-horizontal:\s*(left|right|center|outside)")
_PLACES: dict[str | None, Alignment] = {
    "left": "left",
    "right": "right",
    "center": "center",
    "outside": "outside",
}


def page_number(
    footer: Element,
    kind: PageNumberKind,
    form: str | None,
    replay: Replay,
    characters: Characters,
    shapes: Shapes,
) -> PageNumber | None:
    """Return the page number of a footer, None where it has none.

    `form` is how the section writes its numbers (pgNumType): numberInDash brings dashes along.
    """
    for paragraph in footer.iter(*tags("p")):
        text, pieces = replay.again([paragraph], hidden=False)
        field = _field_run(paragraph)
        if field is None:
            continue
        digits = _DIGITS.search(text)
        if form == "numberInDash" and (digits is None or text.strip() == digits[0]):
            text = f"- {digits[0] if digits else 1} -"
        shape = shapes.of(child(paragraph, "pPr"))
        runs = (run for start, end, run in pieces if _DIGITS.search(text[start:end]))
        look = characters.of(next(runs, field), shape.style)
        place = _place(paragraph, shape.alignment or "left")
        tabbed = text.startswith("\t") and next(paragraph.iter(*tags("ptab")), None) is None
        return PageNumber(kind, text.strip(), look.latin, look.size, None if tabbed else place)
    return None


def _field_run(paragraph: Element) -> Element | None:
    """The run of a paragraph's own PAGE field, None where it has none."""
    codes = [code for code in paragraph.iter(*tags("instrText")) if _owner(code) is paragraph]
    if codes and _PAGE.search("".join(code.text or "" for code in codes)):
        return codes[0].getparent()
    for simple in paragraph.iter(*tags("fldSimple")):
        if _owner(simple) is paragraph and _PAGE.search(attribute(simple, "instr") or ""):
            run = child(simple, "r")
            return run if run is not None else simple
    return None


def _owner(element: Element) -> Element | None:
    return next(element.iterancestors(*tags("p")), None)


def _place(paragraph: Element, own: Alignment) -> Alignment | None:
    """Where a frame, a text box or a tab puts the line; its own alignment without one of them."""
    frame = child(child(paragraph, "pPr"), "framePr")
    if frame is not None:
        return _PLACES.get(attribute(frame, "xAlign"))
    tab = next(paragraph.iter(*tags("ptab")), None)
    if tab is not None and _owner(tab) is paragraph:
        return _PLACES.get(attribute(tab, "alignment"))
    for box in paragraph.iterancestors():
        name = local(box)
        if name == "anchor":
            return _PLACES.get(_drawn(box))
        if name in ("shape", "rect"):
            style = _VML.search(box.get("style") or "")
            return _PLACES[style[1]] if style else None
        if name == "p":
            break
    return own


def _drawn(anchor: Element) -> str | None:
    """The horizontal alignment of a drawing (wp:positionH/wp:align)."""
    for position in anchor:
        if local(position) == "positionH":
            return next((place.text for place in position if place.text), None)
    return None
