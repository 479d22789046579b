"""Word drafts pasted line by line: a return at the end of every line, wherever a sentence stands.

Such lines are told by their width: a third of them and more are as wide as the widest, and no
paragraph is wider. That is the layout of a wrapped plain text, and it is put together as one is.
"""

from functools import partial
from typing import TYPE_CHECKING

from linter.document.nodes import ResidueKind
from linter.readers.assembly.pieces import regrouped
from linter.readers.raw import RawBlock, RawDocument, RawParagraph, RawResidue

if TYPE_CHECKING:
    from linter.readers.recovery.joining import LineStyle

_WIDEST = 160  # characters; a draft with paragraphs has some that are longer
_FEWEST = 12  # lines; with fewer, equal widths are chance
_JOINTS = 5


def join_wrapped_lines(document: RawDocument) -> None:
    """Join the lines of such a draft, in place; comments stay at their words."""
    lines = [b for b in document.blocks if isinstance(b, RawParagraph) and _is_line(b)]
    lengths = sorted(len(line.text) for line in lines)
    if len(lines) < _FEWEST or lengths[-1 - len(lines) // 100] > _WIDEST:
        return
    from linter.readers.recovery.joining import line_style
    from linter.readers.source.lines import Line

    style = line_style([Line(i, 1, line.text) for i, line in enumerate(lines, 1)])
    if style.wrap is None:
        return
    blocks, count, first = regrouped(document.blocks, partial(_goes_on, style))
    if first is not None and count >= _JOINTS:
        document.blocks = blocks
        document.residues.append(RawResidue(ResidueKind.CUT, count, *first.residue))


def _is_line(line: RawParagraph) -> bool:
    return not line.toc and line.heading is None and "\n" not in line.text


def _goes_on(style: "LineStyle", above: RawBlock, line: RawBlock) -> bool:
    if not isinstance(above, RawParagraph) or not isinstance(line, RawParagraph):
        return False
    if not _is_line(above) or not _is_line(line) or line.label or line.page_break:
        return False
    from linter.readers.recovery.joining import wraps
    from linter.readers.source.lines import Line

    return wraps(Line(1, 1, above.text), Line(2, 1, line.text), style)
