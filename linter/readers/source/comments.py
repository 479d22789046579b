"""Places the comments of a Markdown draft or web page at the paragraphs that they stand at."""

from collections.abc import Iterable, Iterator

from linter.document.nodes import SourceMark
from linter.readers.raw import RawBlock, RawCell, RawComment, RawFrame, RawParagraph, RawTable

Remark = tuple[SourceMark, str]  # where the words of a comment begin, and the words


def place_comments(
    remarks: Iterable[Remark], blocks: Iterable[RawBlock], *, by_line: bool = True
) -> Iterator[RawComment]:
    """Yield the comments at their paragraphs, told by lines or by columns too."""
    paragraphs = [p for p in _paragraphs(blocks) if p.origins]
    at = 0
    for origin, text in remarks:
        here = (origin.line, 0 if by_line else origin.column)
        while at < len(paragraphs) and _end(paragraphs[at], by_line) < here:
            at += 1
        ranges = [(p, 0, len(p.text)) for p in paragraphs[at : at + 1]]
        yield RawComment("", text, ranges, origin)


def _end(paragraph: RawParagraph, by_line: bool) -> tuple[int, int]:
    last = paragraph.origins[-1]
    return last.line, 0 if by_line else last.column + len(paragraph.text) - last.offset


def _paragraphs(blocks: Iterable[RawBlock | RawCell | None]) -> Iterator[RawParagraph]:
    for block in blocks:
        if isinstance(block, RawParagraph):
            yield block
        elif isinstance(block, RawTable):
            yield from _paragraphs(cell for row in block.rows for cell in row)
        elif isinstance(block, RawFrame | RawCell):
            yield from _paragraphs(block.parts)
