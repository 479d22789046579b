"""The comments of a Markdown draft or web page: <!-- … -->, each with the paragraph that it
stands at."""

from collections.abc import Iterable, Iterator, Sequence

from linter.document import Origin
from linter.patterns import lazily
from linter.readers.lines import Line
from linter.readers.raw import RawBlock, RawCell, RawComment, RawFrame, RawParagraph, RawTable

_OPENING = lazily(r"<!--\s*|(?<!`)(?P<ticks>`+)(?!`).*?(?<!`)(?P=ticks)(?!`)")

Remark = tuple[Origin, str]  # where the words of a comment begin, and the words


def read_comments(lines: Sequence[Line], blocks: Iterable[RawBlock]) -> Iterator[RawComment]:
    """Yield the comments; each stands at the paragraph that it is in, or at the next one."""
    return place_comments(_comments(lines), blocks)


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


def _comments(lines: Sequence[Line]) -> Iterator[Remark]:
    """The comments of lines of Markdown; what stands in `code` is none."""
    parts: list[str] = []
    inside = False
    origin = Origin(0, 0, 0)
    for line in lines:
        at = 0
        while at < len(line.text) or inside:
            if not inside:
                match = _OPENING.search(line.text, at)
                if match is None:
                    break
                at = match.end()
                if match["ticks"]:
                    continue
                inside, parts = True, []
                origin = Origin(0, line.number, line.column + at)
            end = line.text.find("-->", at)
            parts.append(line.text[at : None if end < 0 else end].strip())
            if end < 0:
                break
            inside, at = False, end + 3
            yield origin, "\n".join(parts).strip()


def _paragraphs(blocks: Iterable[RawBlock | RawCell | None]) -> Iterator[RawParagraph]:
    for block in blocks:
        if isinstance(block, RawParagraph):
            yield block
        elif isinstance(block, RawTable):
            yield from _paragraphs(cell for row in block.rows for cell in row)
        elif isinstance(block, RawFrame | RawCell):
            yield from _paragraphs(block.parts)
