"""Tells which label a diagnostic answers.

A diagnostic answers a label when

1. its rule is the label's code or one of its `alt_codes`, and
2. its own words touch one of the label's places (the quote, or another side of the
   contradiction), or one of its related places touches the quote itself. A related place that
   only touches another side does not count: a false alarm may well relate to the right table row.

Words touch a place when they stand in the paragraph or cell that covers the place's line and
share at least one character with the quote, blanks and widths of punctuation set aside. In a
table the row counts as one: a report may quote the name of the indicator, the value, or, where a
value is missing, nothing. A label for the whole document is answered by its rule anywhere.

A diagnostic springs a trap when it answers no label, its rule is one of the trap's codes, and its
own words overlap the trap's (no row leniency).
"""

from dataclasses import dataclass

from bench.accuracy.labels import Label, Place, Trap
from linter.diagnosis.diagnostic import Diagnostic
from linter.document.model import Document
from linter.document.nodes import Cell, Span, TextNode
from linter.text.folding import fold


@dataclass(frozen=True, slots=True)
class Lines:
    """The source lines of every node of a document; a cell has those of its row."""

    of_node: dict[int, frozenset[int]]

    @classmethod
    def of(cls, document: Document) -> "Lines":
        own = {id(node): _own_lines(node) for node in document.nodes()}
        for table in document.tables():
            for row in table.rows:
                together = frozenset[int]().union(*(own.get(id(cell), ()) for cell in row))
                own |= {id(cell): together for cell in row}
        return cls(own)

    def cover(self, node: TextNode, line: int) -> bool:
        return line in self.of_node.get(id(node), ())


def _own_lines(node: TextNode) -> frozenset[int]:
    return frozenset(origin.line for origin in node.origins)


def answers(diagnostic: Diagnostic, label: Label, lines: Lines) -> bool:
    """Tell whether a diagnostic reports a label's defect; see the module's docstring."""
    if diagnostic.rule not in label.codes:
        return False
    if label.whole_document:
        return True
    return any(touches(diagnostic.span, place, lines) for place in label.places) or any(
        touches(related.span, label.place, lines) for related in diagnostic.related
    )


def springs(diagnostic: Diagnostic, trap: Trap, lines: Lines) -> bool:
    """Tell whether a diagnostic (that answers no label) falls into a trap."""
    named = diagnostic.rule.startswith(trap.codes) if trap.codes else False
    return named and touches(diagnostic.span, trap.place, lines, same_row=False)


def touches(span: Span, place: Place, lines: Lines, *, same_row: bool = True) -> bool:
    """Tell whether the words of a span touch a place."""
    if not lines.cover(span.node, place.line):
        return False
    if not place.quote or (same_row and isinstance(span.node, Cell)):
        return True
    label = getattr(span.node, "label", None)
    head = label.raw if label else ""
    start = 0 if span.with_label else len(head) + span.start
    return _overlap(head + span.node.text, (start, len(head) + span.end), place.quote)


def _overlap(text: str, words: tuple[int, int], quote: str) -> bool:
    """Tell whether the characters `words` (start, end) of a text and a quote of it overlap.

    An empty span stands for the characters on both sides of it.
    """
    start, end = (len(_bare(text[:offset])) for offset in words)
    if start == end:
        start, end = start - 1, end + 1
    bare, wanted = _bare(text), _bare(quote)
    at = bare.find(wanted)
    if at < 0:  # the quote runs over a break that the reader took out
        said = bare[max(0, start) : end]
        return bool(said) and (said in wanted or wanted in said)
    while at >= 0:
        if start < at + len(wanted) and at < end:
            return True
        at = bare.find(wanted, at + 1)
    return False


def _bare(text: str) -> str:
    return "".join(char for char in fold(text) if not char.isspace() and char not in "*>|#")
