"""Marks the lines of a table of contents (目录), so that no heading or box is seen in them."""

from collections.abc import Sequence

from linter.chinese import key
from linter.patterns import lazily
from linter.readers.raw import RawBlock, RawParagraph

_REACH = 120  # blocks from the top in which a table of contents begins
_PAGE = lazily(r".*[.…·⋯\s—-]\s*\d{1,3}\s*$")
_LEADER = lazily(r"[.…·⋯—-]*\d{0,3}$")


def mark_contents(blocks: Sequence[RawBlock]) -> None:
    """Set `toc` on the line 目录 and on the entries below it.

    An entry ends in a page number, or says again what a later line says.
    """
    keys = [key(b.text) if isinstance(b, RawParagraph) else "" for b in blocks]
    if "目录" not in keys[:_REACH]:
        return
    start = keys.index("目录")
    last = {text: i for i, text in enumerate(keys)}
    for i in range(start, len(blocks)):
        block = blocks[i]
        if not isinstance(block, RawParagraph):
            return
        page = _PAGE.match(block.text) or _PAGE.match(keys[i])
        repeated = max(last[keys[i]], last.get(_LEADER.sub("", keys[i]), 0)) > i
        if i > start and keys[i] and not page and (not repeated or _second(keys, start, i)):
            return
        block.toc = bool(keys[i])


def _second(keys: Sequence[str], start: int, at: int) -> bool:
    """The words stood in the contents before: this is the heading itself."""
    return any(_LEADER.sub("", entry) == keys[at] for entry in keys[start + 1 : at])
