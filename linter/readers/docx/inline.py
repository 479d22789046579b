"""The text of a paragraph: its runs, with what stands between and inside them."""

from collections.abc import Callable
from dataclasses import dataclass, field

from linter.readers.docx.comments import Comments
from linter.readers.docx.fields import Fields
from linter.readers.docx.residues import REVISIONS, Residues, is_highlighted
from linter.readers.docx.styles import Styles
from linter.readers.docx.symbols import ODD, spelled, symbol
from linter.readers.docx.xml import NAMES, Element, attribute, child, is_on
from linter.readers.raw import PLACEHOLDER, RawParagraph
from linter.readers.view import View

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_BLANKS = " \t\r\n"
_ENTERED = ("hyperlink", "smartTag", "customXml", "sdtContent", "dir", "bdo", "fldSimple", "ruby")
_KNOWN = (
    "http://schemas.microsoft.com/",
    "http://schemas.openxmlformats.org/",
    "http://purl.oclc.org/ooxml/",
    "urn:schemas-microsoft-com:",
)
_LITERAL = {"tab": "\t", "ptab": "\t", "cr": "\n", "noBreakHyphen": "-"}
GONE = {
    View.FINAL: frozenset({"del", "moveFrom", "cellDel"}),
    View.ORIGINAL: frozenset({"ins", "moveTo", "cellIns"}),
}


@dataclass(slots=True)
class OpenParagraph:
    """A paragraph that is being read. `boxes` are the text boxes anchored in it."""

    raw: RawParagraph = field(default_factory=lambda: RawParagraph(""))
    pieces: list[str] = field(default_factory=list)
    length: int = 0
    boxes: list[Element] = field(default_factory=list)
    page_break: int | None = None
    hidden: bool = False


class Inline:
    """Reads paragraphs of one story (the body, a note, a header) in one view of its revisions."""

    def __init__(
        self,
        root: Element,
        view: View,
        styles: Styles,
        comments: Comments,
        residues: Residues | None = None,
    ) -> None:
        self._styles = styles
        self._comments = comments
        self._residues = residues or Residues(root)
        self.fields = Fields(root)
        self._hidden = False
        entered = (*_ENTERED, "rubyBase")
        self._handlers: dict[str, Callable[[Element, OpenParagraph], None]] = dict.fromkeys(
            entered, self.read
        )
        self._handlers |= dict.fromkeys(_LITERAL, self._literal) | {
            "r": self._run,
            "t": self._text,
            "br": self._break,
            "sym": self._symbol,
            "sdt": lambda e, line: self._inside(child(e, "sdtContent"), line),
            "mc:AlternateContent": lambda e, line: self._inside(chosen(e), line),
            "fldChar": self._field,
            "instrText": lambda e, line: self.fields.code(e.text or ""),
            "footnoteReference": self._note,
            "endnoteReference": self._note,
            "drawing": self._boxes,
            "pict": self._boxes,
            "object": self._boxes,
            "m:oMath": self._formula,
            "m:oMathPara": self._formula,
            "commentRangeStart": self.comment,
            "commentRangeEnd": self.comment,
            "commentReference": self.comment,
        }
        if view is View.ORIGINAL:
            self._handlers["delText"] = self._text
        self._gone = GONE[view]
        self._handlers |= dict.fromkeys(REVISIONS, self._revision)

    def paragraph(self, element: Element, line: OpenParagraph, hidden: bool) -> None:
        """Read a paragraph on to a line; `hidden` says that its style hides it."""
        line.hidden = hidden
        self.read(element, line)
        self.fields.end_paragraph()

    def read(self, parent: Element, line: OpenParagraph) -> None:
        """Read what stands in an element, runs or parts of a run."""
        for element in parent:
            handler = self._handlers.get(NAMES[element.tag])
            if handler is not None:
                handler(element, line)

    def comment(self, element: Element, line: OpenParagraph) -> None:
        """Pass the start, end or reference of a comment."""
        key = attribute(element, "id")
        name = NAMES[element.tag]
        if name == "commentRangeStart":
            self._comments.start(key, line.length)
        elif name == "commentRangeEnd":
            self._comments.end(key, line.raw, line.length)
        else:
            self._comments.refer(key, line.raw, line.length)

    def carry(self, line: OpenParagraph) -> None:
        """A paragraph ends: open comments go on in the next one."""
        self._comments.carry(line.raw, line.length)

    def shift(self, paragraph: RawParagraph, by: int) -> None:
        """A number was put in front of the paragraph's text."""
        self._comments.shift(paragraph, by)
        self._residues.shift(paragraph, by)

    def _revision(self, element: Element, line: OpenParagraph) -> None:
        """Words that were put in, taken out or moved, and that nobody has accepted yet."""
        name, start = NAMES[element.tag], line.length
        if name not in self._gone:
            self.read(element, line)
        self._residues.revision(name, line.raw, start, line.length)

    def _inside(self, parent: Element | None, line: OpenParagraph) -> None:
        if parent is not None:
            self.read(parent, line)

    def _run(self, run: Element, line: OpenParagraph) -> None:
        outer, self._hidden = self._hidden, self._is_hidden(run, line)
        start = line.length
        self.read(run, line)
        self._hidden = outer
        if self._residues.highlighted and line.length > start and is_highlighted(run):
            self._residues.highlight(line.raw, start, line.length)

    def _is_hidden(self, run: Element, line: OpenParagraph) -> bool:
        style = None
        for item in run[0] if len(run) and NAMES[run[0].tag] == "rPr" else ():
            name = NAMES[item.tag]
            if name == "vanish":
                return is_on(item)
            if name == "rStyle":
                style = attribute(item)
        return line.hidden or (style is not None and self._styles.hidden(style))

    def _emit(self, text: str, line: OpenParagraph) -> None:
        if not self._hidden and not self.fields.hidden:
            line.pieces.append(text)
            line.length += len(text)
            if self.fields.toc:
                line.raw.toc = True

    def _text(self, element: Element, line: OpenParagraph) -> None:
        text = kept(element)
        if not text:
            return
        if ODD.search(text):
            text = spelled(text, font_of(element))
        self._emit(text, line)

    def _literal(self, element: Element, line: OpenParagraph) -> None:
        self._emit(_LITERAL[NAMES[element.tag]], line)

    def _break(self, element: Element, line: OpenParagraph) -> None:
        if attribute(element, "type") != "page":
            self._emit("\n", line)
        elif line.length == 0:
            line.raw.page_break = True
        else:
            line.page_break = line.length
            self._emit("\n", line)

    def _symbol(self, element: Element, line: OpenParagraph) -> None:
        try:
            code = int(attribute(element, "char") or "", 16)
        except ValueError:
            code = 0
        self._emit(symbol(attribute(element, "font"), code), line)

    def _note(self, element: Element, _: OpenParagraph) -> None:
        if attribute(element, "customMarkFollows") in ("1", "true", "on"):
            self._hidden = True  # the rest of the run is the note's mark, typed by hand

    def _field(self, element: Element, line: OpenParagraph) -> None:
        """A field's begin, middle or end; one that sets characters by its code has no result."""
        if self.fields.mark(attribute(element, "fldCharType")):
            self._emit(PLACEHOLDER, line)

    def _formula(self, element: Element, line: OpenParagraph) -> None:
        self._emit(PLACEHOLDER, line)

    def _boxes(self, element: Element, line: OpenParagraph) -> None:
        if not self._hidden and next(element.iter("{*}txbxContent"), None) is not None:
            _collect(element, line.boxes)


def chosen(alternatives: Element) -> Element | None:
    """The branch of mc:AlternateContent that is read: the first that Word knows (ECMA-376-3)."""
    for branch in alternatives:
        name = NAMES[branch.tag]
        if name == "mc:Fallback" or (name == "mc:Choice" and _is_known(branch)):
            return branch
    return None


def _is_known(choice: Element) -> bool:
    """Tell whether a choice needs nothing but vocabularies of Word's own."""
    needed = choice.get("Requires", "").split()
    return all((choice.nsmap.get(prefix) or "").startswith(_KNOWN) for prefix in needed)


def _collect(parent: Element, boxes: list[Element]) -> None:
    for element in parent:
        name = NAMES[element.tag]
        if name == "txbxContent":
            boxes.append(element)
        elif name == "mc:AlternateContent":
            branch = chosen(element)
            if branch is not None:
                _collect(branch, boxes)
        else:
            _collect(element, boxes)


def kept(element: Element) -> str:
    """The characters of a w:t that Word keeps: blanks at its ends only where it says so."""
    text = element.text or ""
    if text and (text[0] in _BLANKS or text[-1] in _BLANKS) and element.get(_SPACE) != "preserve":
        return text.strip(_BLANKS)
    return text


def font_of(text: Element) -> str | None:
    """The font that the run of a w:t names, if any."""
    fonts = child(child(text.getparent(), "rPr"), "rFonts")
    if fonts is None:
        return None
    return attribute(fonts, "ascii") or attribute(fonts, "hAnsi")
