"""Changes words of a Word draft as tracked changes, which its author accepts or rejects."""

from collections.abc import Iterator
from datetime import datetime

from linter.document.sources import TextPiece
from linter.readers.docx.xml import NAMES, Element, attribute
from linter.writers.anchors import Anchors
from linter.writers.changes import TextChange
from linter.writers.comments import AUTHOR
from linter.writers.cutting import Cutter
from linter.writers.markup import ancestors, make, remove, set_text, space, stamp, text

# What a change may not stand in: Word refuses it there, or it would become somebody else's.
_CLOSED = frozenset({"ins", "del", "moveFrom", "moveTo", "txbxContent", "hyperlink", "fldSimple"})
# What may stand between two runs of one change.
_MARKS = frozenset(
    {
        *("bookmarkStart", "bookmarkEnd", "proofErr", "permStart", "permEnd"),
        *("commentRangeStart", "commentRangeEnd"),
    }
)
_SIMPLE = frozenset({"rPr", "t", "lastRenderedPageBreak"})


class Revisor:
    """Writes changes into one main part as tracked changes."""

    def __init__(self, root: Element, anchors: Anchors, cutter: Cutter, when: datetime) -> None:
        self._anchors = anchors
        self._cutter = cutter
        self._when = stamp(when)
        self._fields = set(_in_fields(root))

    def can(self, change: TextChange) -> bool:
        """Tell whether a change can be tracked where it stands."""
        pieces = self._pieces(change)
        elements = [self._cutter.element(piece.element) for piece in pieces]
        if not elements or any(NAMES[element.tag] != "t" for element in elements):
            return False
        covered = sum(min(p.end, change.end) - max(p.start, change.start) for p in pieces)
        if change.start < change.end and covered != change.end - change.start:
            return False  # not all of it is typed text
        runs = [element.getparent() for element in elements]
        paragraphs = {run.getparent() for run in runs if run is not None}
        return len(paragraphs) == 1 and all(run is not None and self._is_open(run) for run in runs)

    def cut(self, change: TextChange) -> None:
        """Cut the runs of a change, so that it begins and ends with one."""
        pieces = self._pieces(change)
        if change.start < change.end:
            self._cutter.first(pieces[0], max(change.start, pieces[0].start))
            self._cutter.last(pieces[-1], min(change.end, pieces[-1].end) - 1)
        elif pieces[0].start < change.start:
            self._cutter.last(pieces[0], change.start - 1)
        else:
            self._cutter.first(pieces[0], change.start)

    def write(self, change: TextChange) -> bool:
        """Write a change between the runs that `cut` has cut; False where it cannot stand there."""
        pieces = self._pieces(change)
        if change.start == change.end:
            if pieces[0].start < change.start:
                run = self._cutter.last(pieces[0], change.start - 1)
                run.addnext(self._inserted(run, change.words))
            else:
                run = self._cutter.first(pieces[0], change.start)
                run.addprevious(self._inserted(run, change.words))
            return True
        first = self._cutter.first(pieces[0], max(change.start, pieces[0].start))
        last = self._cutter.last(pieces[-1], min(change.end, pieces[-1].end) - 1)
        runs = list(_between(first, last))
        if not runs:
            return False
        new = self._inserted(first, change.words) if change.words else None
        for run in runs:
            self._delete(run)
        if new is not None:
            behind = runs[-1].getparent()
            assert behind is not None
            behind.addnext(new)
        return True

    def _pieces(self, change: TextChange) -> list[TextPiece]:
        """The pieces of a change; for an insertion that before it, else that behind it."""
        node = change.node
        if change.start < change.end:
            return self._anchors.between(node, change.start, change.end)
        before = self._anchors.between(node, change.start - 1, change.start)
        return before or self._anchors.between(node, change.start, change.start + 1)

    def _is_open(self, run: Element) -> bool:
        above = run.getparent()
        if above is None or NAMES[run.tag] != "r" or NAMES[above.tag] != "p":
            return False
        return run not in self._fields and not any(name in _CLOSED for _, name in ancestors(run))

    def _inserted(self, like: Element, words: str) -> Element:
        told = {"id": str(self._cutter.take_id()), "author": AUTHOR, "date": self._when}
        inserted = make(like, "ins", **told)
        run = make(like, "r")
        if len(like) and NAMES[like[0].tag] == "rPr":
            about = self._cutter.properties(like[0])
            for item in list(about):
                if NAMES[item.tag] in ("rPrChange", "ins", "del"):
                    remove(item)
            run.append(about)
        run.append(text(like, words))
        inserted.append(run)
        return inserted

    def _delete(self, run: Element) -> None:
        told = {"id": str(self._cutter.take_id()), "author": AUTHOR, "date": self._when}
        deleted = make(run, "del", **told)
        run.addprevious(deleted)
        deleted.tail, run.tail = run.tail, None
        deleted.append(run)
        for element in list(run):
            if NAMES[element.tag] == "t":
                element.tag = f"{{{space(element)}}}delText"
                set_text(element, element.text or "")


def _between(first: Element, last: Element) -> Iterator[Element]:
    """The runs of a change; none if anything else stands among them, or in one of them."""
    runs: list[Element] = []
    element: Element | None = first
    while element is not None:
        name = NAMES[element.tag]
        if name == "r" and all(NAMES[item.tag] in _SIMPLE for item in element):
            runs.append(element)
        elif isinstance(element.tag, str) and name not in _MARKS:
            return
        if element is last:
            yield from runs
            return
        element = element.getnext()


def _in_fields(root: Element) -> Iterator[Element]:
    """The runs that stand in a field, from its begin to its end."""
    depth = 0
    for element in root.iter("*"):
        name = NAMES[element.tag]
        if name == "fldChar":
            kind = attribute(element, "fldCharType")
            depth += {"begin": 1, "end": -1}.get(kind or "", 0)
            depth = max(depth, 0)
        elif name == "r" and depth:
            yield element
