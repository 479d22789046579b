"""The comments of a Markdown draft: <!-- … -->."""

from collections.abc import Iterable, Iterator, Sequence

from linter.document.nodes import SourceMark
from linter.readers.raw import RawBlock, RawComment
from linter.readers.source.comments import Remark, place_comments
from linter.readers.source.lines import Line
from linter.text.patterns import lazily

_OPENING = lazily(r"<!--\s*|(?<!`)(?P<ticks>`+)(?!`).*?(?<!`)(?P=ticks)(?!`)")


def read_comments(lines: Sequence[Line], blocks: Iterable[RawBlock]) -> Iterator[RawComment]:
    """Yield the comments; each stands at the paragraph that it is in, or at the next one."""
    return place_comments(_comments(lines), blocks)


def _comments(lines: Sequence[Line]) -> Iterator[Remark]:
    """The comments of lines of Markdown; what stands in `code` is none."""
    parts: list[str] = []
    inside = False
    origin = SourceMark(0, 0, 0)
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
                origin = SourceMark(0, line.number, line.column + at)
            end = line.text.find("-->", at)
            parts.append(line.text[at : None if end < 0 else end].strip())
            if end < 0:
                break
            inside, at = False, end + 3
            yield origin, "\n".join(parts).strip()
