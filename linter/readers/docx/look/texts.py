"""The look of one paragraph, once its runs are known."""

from collections.abc import Iterator, Sequence

from linter.document.look import Run, TextLook
from linter.document.nodes import Span, TextNode
from linter.readers.docx.look.characters import Characters
from linter.readers.docx.look.paragraphs import Shape
from linter.readers.docx.look.replay import RunPiece
from linter.text.patterns import lazily

_BLANKS = lazily("[ 　]*")


def text_layout(
    node: TextNode, words: str, runs: Sequence[Run], shape: Shape, pitch: float | None, counts: bool
) -> TextLook:
    """Return the look of a paragraph that came into a node as `runs` (at least one).

    `words` are its text as read, blanks included; `counts` says that its place on the line is
    not that of a number or a tab, which no indent tells.
    """
    size = runs[0].size or 0.0
    line, rule = shape.spacing(pitch, size)
    return TextLook(
        Span(node, runs[0].start, runs[-1].end),
        tuple(runs),
        shape.alignment or "left",
        shape.first_line(size) + _typed_blanks(words) if counts and size else None,
        shape.left(size) if counts and size else None,
        line,
        rule,
    )


def runs_of(
    node: TextNode,
    pieces: Sequence[RunPiece],
    shift: int,
    characters: Characters,
    style: str | None,
) -> Iterator[Run]:
    """Yield the runs of a paragraph within its node's text; neighbours that look alike are one."""
    last: Run | None = None
    for first, past, element in pieces:
        start, end = max(first + shift, 0), min(past + shift, len(node.text))
        if start >= end:
            continue
        look = characters.of(element, style)
        run = Run(start, end, look.east_asian, look.latin, look.size, bool(look.bold))
        if last is not None and _alike(last, run):
            run = Run(last.start, end, run.east_asian, run.latin, run.size, run.bold)
        elif last is not None:
            yield last
        last = run
    if last is not None:
        yield last


def _alike(a: Run, b: Run) -> bool:
    look = (a.east_asian, a.latin, a.size, a.bold)
    return a.end == b.start and look == (b.east_asian, b.latin, b.size, b.bold)


def _typed_blanks(text: str) -> float:
    """The blanks at the head of a text, in characters: a half-width one is half of one."""
    head = _BLANKS.match(text)
    return sum(1.0 if blank == "　" else 0.5 for blank in head[0]) if head else 0.0
