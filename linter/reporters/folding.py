"""Breaks lines of mixed Chinese and Latin text: anywhere between ideographs, not inside words.

rich breaks at blanks, of which Chinese has none, and so leaves half a line empty.
"""

from rich.cells import cell_len
from rich.text import Text

_NOT_LAST = "“‘（《〈【〔(["
_NOT_FIRST = "，。；：、！？）〕】》”’%,.;:!?)]"


def fold_lines(text: Text, width: int) -> list[Text]:
    """Return the text as lines of at most `width` cells, styles kept, one empty line for none."""
    if text.cell_len <= width and "\n" not in text.plain:
        text.rstrip()
        return [text]
    lines = []
    for part in text.split("\n"):
        for line in part.divide(_breaks(part.plain, width)):
            line.rstrip()
            lines.append(line)
    return lines


def _breaks(plain: str, width: int) -> list[int]:
    """The offsets at which new lines begin."""
    breaks: list[int] = []
    start = used = 0
    for i, char in enumerate(plain):
        cells = cell_len(char)
        if used + cells > width and i > start:
            at = _best(plain, start, i)
            breaks.append(at)
            start, used = at, cell_len(plain[at:i])
        used += cells
    return breaks


def _best(plain: str, start: int, end: int) -> int:
    """The best break at or before `end`: not inside a Latin word, no closing mark first."""
    at = end
    while at > start + 1 and not _may_break(plain, at):
        at -= 1
    return at if at > start + (end - start) // 2 else end


def _may_break(plain: str, at: int) -> bool:
    edge = plain[at] in _NOT_FIRST or plain[at].isspace() or plain[at - 1] in _NOT_LAST
    return not edge and not _inside_word(plain, at)


def _inside_word(plain: str, at: int) -> bool:
    before, here = plain[at - 1], plain[at]
    return before.isascii() and here.isascii() and not before.isspace() and not here.isspace()
