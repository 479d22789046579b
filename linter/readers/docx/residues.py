"""What should be gone before a draft is issued: open revisions (修订) and highlighted words.

Of each kind the number and the first place are kept, however many a file holds.
"""

from linter.document.nodes import ResidueKind
from linter.readers.docx.xml import NAMES, Element, attribute, tags
from linter.readers.raw import RawParagraph, RawResidue

_KINDS = {
    "ins": ResidueKind.INSERTED,
    "moveTo": ResidueKind.INSERTED,
    "cellIns": ResidueKind.INSERTED,
    "del": ResidueKind.DELETED,
    "moveFrom": ResidueKind.DELETED,
    "cellDel": ResidueKind.DELETED,
    "rPrChange": ResidueKind.FORMATTED,
    "pPrChange": ResidueKind.FORMATTED,
}
REVISIONS = frozenset({"ins", "moveTo", "del", "moveFrom"})


class Residues:
    """Counts the residues of one story, and takes the first place of each kind from its walk."""

    def __init__(self, root: Element) -> None:
        self._counts: dict[ResidueKind, int] = {}
        self._first: dict[ResidueKind, tuple[RawParagraph, int, int]] = {}
        self._shifts: dict[int, int] = {}
        self._last: tuple[int, int] | None = None
        for element in root.iter(*(tag for name in _KINDS for tag in tags(name))):
            kind = _KINDS[NAMES[element.tag]]
            self._counts[kind] = self._counts.get(kind, 0) + 1
        self.highlighted = next(root.iter(*tags("highlight")), None) is not None

    def revision(self, name: str, paragraph: RawParagraph, start: int, end: int) -> None:
        """Pass a revision of words; those that the view does not show have no length."""
        self._first.setdefault(_KINDS[name], (paragraph, start, end))

    def highlight(self, paragraph: RawParagraph, start: int, end: int) -> None:
        """Pass a highlighted run; what goes on in the next run is one."""
        kind = ResidueKind.HIGHLIGHTED
        if self._last != (id(paragraph), start):
            self._counts[kind] = self._counts.get(kind, 0) + 1
        elif self._first[kind][0] is paragraph and self._first[kind][2] == start:
            self._first[kind] = (*self._first[kind][:2], end)
        self._last = id(paragraph), end
        self._first.setdefault(kind, (paragraph, start, end))

    def shift(self, paragraph: RawParagraph, by: int) -> None:
        """A number of `by` characters was put in front of the paragraph's text."""
        self._shifts[id(paragraph)] = by

    def all(self) -> list[RawResidue]:
        """Return what was found, a residue a kind."""
        return [RawResidue(kind, n, places=self._places(kind)) for kind, n in self._counts.items()]

    def _places(self, kind: ResidueKind) -> list[tuple[RawParagraph, int, int]]:
        if kind not in self._first:
            return []
        paragraph, start, end = self._first[kind]
        by = self._shifts.get(id(paragraph), 0)
        return [(paragraph, start + by, end + by)]


def is_highlighted(run: Element) -> bool:
    """Tell whether a run has a highlight of its own."""
    for item in run[0] if len(run) and NAMES[run[0].tag] == "rPr" else ():
        if NAMES[item.tag] == "highlight":
            return attribute(item) not in (None, "none")
    return False
