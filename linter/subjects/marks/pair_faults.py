"""The pair faults of a draft, without those that a break of the text explains.

A quotation of several paragraphs opens each of them and closes the last (GB/T 15834-2011);
a title or a cell may stand on two lines with a mark in each.
"""

from collections.abc import Iterator, Sequence

from linter.document.model import Document
from linter.document.nodes import Cell, Paragraph, TextNode, Zone
from linter.plan.plan import Plan, fact
from linter.subjects.marks.pairs import CLOSING, FaultKind, PairFault, faults
from linter.subjects.structure.contents import stray_entries
from linter.text.patterns import lazily

_STOPPED = lazily("‹closed›")
_QUOTED_REACH = 12
_BRACKETED_REACH = 12  # paragraphs
_BEGUN = "。.:;!?"  # what stands in front of a sentence
_ENDS = lazily(r"[ 。;]*\Z")


@fact
def pair_faults(plan: Plan) -> tuple[PairFault, ...]:
    """The brackets and quotation marks that do not pair."""
    return _pair_faults(plan.document, plan.get(stray_entries))


def _pair_faults(document: Document, stray: frozenset[int]) -> tuple[PairFault, ...]:
    """Return the marks that do not pair, in reading order.

    Of the table of contents only the `stray` entries count: the others repeat a heading's faults.
    """
    excused: set[tuple[int, int]] = set()
    found = {
        id(node): node_faults
        for node in document.nodes()
        if (node.locator.zone is not Zone.TOC or id(node) in stray)
        and (node_faults := faults(node))
    }
    for run in _runs(document):
        excused |= _split(run, found) | _quotations(run, found) | _passages(run, found)
    return tuple(
        fault
        for node in document.nodes()
        for fault in found.get(id(node), ())
        if (id(node), fault.at) not in excused
    )


def _runs(document: Document) -> Iterator[Sequence[TextNode]]:
    """The sequences in which one node may continue the one before: paragraphs, columns."""
    yield tuple(document.paragraphs())
    for table in document.tables():
        for column in range(len(table.rows[0]) if table.rows else 0):
            yield tuple(row[column] for row in table.rows if column < len(row))


def _split(run: Sequence[TextNode], found: dict[int, list[PairFault]]) -> set[tuple[int, int]]:
    """A pair whose two marks stand in two lines of one text."""
    out: set[tuple[int, int]] = set()
    for i, node in enumerate(run[:-1]):
        last, below = found.get(id(node), [])[-1:], run[i + 1]
        first = found.get(id(below), [])[:1]
        if not last or not first or not _partners(last[0], first[0]):
            continue
        labelled = isinstance(below, Paragraph) and below.label is not None
        if isinstance(node, Cell) or not (labelled or _STOPPED.search(node.folded)):
            out |= {(id(node), last[0].at), (id(below), first[0].at)}
    return out


def _passages(run: Sequence[TextNode], found: dict[int, list[PairFault]]) -> set[tuple[int, int]]:
    """Several paragraphs in brackets: one opens at a sentence, its partner ends the last."""
    out: set[tuple[int, int]] = set()
    opened: tuple[int, PairFault] | None = None
    for i, node in enumerate(run):
        for fault in found.get(id(node), ()):
            bracket = node.folded[fault.at] in CLOSING
            if fault.kind is FaultKind.UNCLOSED and bracket and _begins(node.folded, fault.at):
                opened = i, fault
            elif opened and _partners(opened[1], fault) and i - opened[0] <= _BRACKETED_REACH:
                if _ENDS.match(node.folded, fault.at + 1):
                    out |= {(id(opened[1].node), opened[1].at), (id(node), fault.at)}
                opened = None
    return out


def _begins(text: str, at: int) -> bool:
    """Tell whether a sentence begins at a place."""
    while at and text[at - 1].isspace():
        at -= 1
    return at == 0 or text[at - 1] in _BEGUN


def _quotations(run: Sequence[TextNode], found: dict[int, list[PairFault]]) -> set[tuple[int, int]]:
    """A quotation of several paragraphs, from the first “ to the last ”."""
    out: set[tuple[int, int]] = set()
    for i, node in enumerate(run):
        opened = found.get(id(node), [])[-1:]
        if not opened or opened[0].kind is not FaultKind.UNCLOSED or opened[0].mark != "“":
            continue
        head = node.folded[: opened[0].at].rstrip()[-1:]
        if head not in ("", ":"):
            continue
        inside: set[tuple[int, int]] = {(id(node), opened[0].at)}
        for below in run[i + 1 : i + _QUOTED_REACH]:
            marks = found.get(id(below), [])
            if marks and marks[0].kind is FaultKind.UNOPENED and marks[0].mark == "”":
                out |= inside | {(id(below), marks[0].at)}
                break
            if not below.folded.startswith("“") or getattr(below, "label", None):
                break
            if not marks:  # the last paragraph repeats “ and closes: balanced by itself
                out |= inside
                break
            inside.add((id(below), marks[-1].at))
    return out


def _partners(above: PairFault, below: PairFault) -> bool:
    opening = above.node.folded[above.at]  # a straight " is left open, too, and closes nothing
    return (
        above.kind is FaultKind.UNCLOSED
        and below.kind is FaultKind.UNOPENED
        and CLOSING.get(opening) == below.node.folded[below.at]
    )
