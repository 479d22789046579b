"""Joins the two halves of a sentence that a return (¶) cuts inside a word: 鼓¶励社会资本.

Lines pasted from a mail, a PDF or a web page end so. Where the halves part between two words, or
at a comma, nobody can tell a cut from a mark that is missing, so there nothing is joined.
"""

from linter.document.nodes import ResidueKind
from linter.readers.assembly.framing import TITLE
from linter.readers.assembly.pieces import regrouped
from linter.readers.assembly.zones import ATTACHMENT
from linter.readers.labels import split_label
from linter.readers.raw import RawBlock, RawDocument, RawParagraph, RawResidue
from linter.text.folding import BLANKS, fold, is_han
from linter.text.segmentation import Words, builtin_words

_PROSE = 15  # characters: a shorter line is a heading, a name, a cell
_REACH = 12  # characters on both sides that are parted into words
_MARKS = ",。;、"
_NOT_TEXT = ("表", "图", "注")
# Formats in which a paragraph is what its author made one.
TOLD = ("docx", "md")


def join_cut_sentences(document: RawDocument) -> None:
    """Join such paragraphs of a document, in place; comments stay at their words."""
    blocks, count, first = regrouped(document.blocks, _goes_on)
    if first is None:
        return
    document.blocks = blocks
    if document.format in TOLD:
        document.residues.append(RawResidue(ResidueKind.CUT, count, *first.residue))


def _goes_on(above: RawBlock, below: RawBlock) -> bool:
    if not isinstance(above, RawParagraph) or not isinstance(below, RawParagraph):
        return False
    if above.toc or below.toc or below.label or below.page_break:
        return False
    headings = above.heading is not None or below.heading is not None
    return not headings and is_cut(above.text, below.text)


def is_cut(above: str, below: str) -> bool:
    """Tell whether two lines are one sentence: both are prose, the first without an end, the
    second without a number, and a word stands across their border."""
    first = above.rstrip(BLANKS)
    if len(first) < _PROSE or not below or not is_han(first[-1]) or not is_han(below[0]):
        return False
    heads, tails = fold(first), fold(below)
    if not any(mark in heads for mark in _MARKS) or not any(mark in tails for mark in _MARKS):
        return False
    if below.startswith(_NOT_TEXT) or TITLE.match(tails) or ATTACHMENT.match(tails):
        return False
    return split_label(below)[0] is None and _cuts_word(builtin_words(), first, below)


def _cuts_word(words: Words, first: str, second: str) -> bool:
    """Tell whether a word stands across the end, and one half of it is no word by itself."""
    head, tail = first[-_REACH:], second[:_REACH]
    if words.is_boundary(head + tail, len(head)):
        return False
    lasts = [end - start for start, end in words.around(head, len(head) - 1, len(head))]
    firsts = [end - start for start, end in words.around(tail, 0, 1)]
    return 1 in lasts or 1 in firsts
