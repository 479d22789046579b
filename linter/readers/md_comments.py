"""The comments of a Markdown draft: <!-- … -->, each with the paragraph that it stands at."""

from collections.abc import Iterable, Iterator, Sequence

from linter.readers.lines import Line
from linter.readers.raw import RawBlock, RawCell, RawComment, RawFrame, RawParagraph, RawTable


def read_comments(lines: Sequence[Line], blocks: Iterable[RawBlock]) -> Iterator[RawComment]:
    """Yield the comments; each stands at the paragraph that it is in, or at the next one."""
    paragraphs = [p for p in _paragraphs(blocks) if p.origins]
    at = 0
    for number, text in _comments(lines):
        while at < len(paragraphs) and paragraphs[at].origins[-1].line < number:
            at += 1
        ranges = [(p, 0, len(p.text)) for p in paragraphs[at : at + 1]]
        yield RawComment("", text, ranges)


def _comments(lines: Sequence[Line]) -> Iterator[tuple[int, str]]:
    """The line on which each comment begins, and its words."""
    parts: list[str] = []
    number = 0
    for line in lines:
        rest = line.text
        while rest or parts:
            if not parts:
                _, opening, rest = rest.partition("<!--")
                if not opening:
                    break
                number = line.number
                parts.append("")
            words, closing, rest = rest.partition("-->")
            parts.append(words)
            if not closing:
                break
            yield number, "\n".join(part.strip() for part in parts[1:]).strip()
            parts = []


def _paragraphs(blocks: Iterable[RawBlock | RawCell | None]) -> Iterator[RawParagraph]:
    for block in blocks:
        if isinstance(block, RawParagraph):
            yield block
        elif isinstance(block, RawTable):
            yield from _paragraphs(cell for row in block.rows for cell in row)
        elif isinstance(block, RawFrame | RawCell):
            yield from _paragraphs(block.parts)
