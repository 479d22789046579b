"""Marks the lines of a table of contents (目录), so that no heading or box is seen in them."""

from collections.abc import Sequence
from itertools import islice
from typing import NamedTuple

from linter.document.nodes import Label, LabelKind
from linter.readers.labels import label_of
from linter.readers.raw import RawBlock, RawParagraph
from linter.text.folding import key
from linter.text.patterns import lazily

_REACH = 120  # blocks from the top in which a table of contents begins
_PAGE = lazily(r".*[.…·⋯\s—-]\s*\d{1,3}\s*$")
_END = 200  # characters
_LEADER = lazily(r"(?<![.…·⋯—-])[.…·⋯—-]*\d{0,3}$")
_LED = lazily(r"(?:[.…·⋯]{2,}|\t|\s{3,})\s*\d{1,3}\s*$")
_ROW = 3  # entries that make a table of contents without a head
_HEADS = ("目录", "目次")
_LONGEST = 60  # characters of an entry
_SENTENCE = lazily(r"[。;:!?]")
# What stands unnumbered at the end of a table of contents.
_LAST = lazily(r"附[件表录图]|(?:主要)?(?:名词|术语)(?:解释)?$|(?:附则|结语|结束语|后记|参考文献)$")
_STRAY = 2  # entries in a row that may differ from their headings


class _Line(NamedTuple):
    """A paragraph of the draft as its table of contents would have it."""

    words: str  # without blanks and page number
    label: Label | None
    sure: bool  # it ends in a page number, or its words stand further down again


def mark_contents(blocks: Sequence[RawBlock]) -> None:
    """Set `toc` on the line 目录 and on the entries below it.

    An entry ends in a page number, or says again what a later line says. Between such entries,
    and in their numbering behind the last of them, an entry may differ from its heading.
    """
    keys = [key(b.text) if isinstance(b, RawParagraph) else "" for b in blocks]
    last = {text: i for i, text in enumerate(keys)}
    start = next((i for i, text in enumerate(keys[:_REACH]) if text in _HEADS), None)
    first = _unheaded(blocks, keys, last) if start is None else start + 1
    if first is None:
        return
    end = _end(blocks, keys, first, last)
    for i in range(first if start is None else start, end):
        block = blocks[i]
        assert isinstance(block, RawParagraph)
        block.toc = bool(keys[i])


def _unheaded(blocks: Sequence[RawBlock], keys: Sequence[str], last: dict[str, int]) -> int | None:
    """The first of three entries in a row with leaders and pages, without the line 目录."""
    run: list[int] = []
    for i, block in enumerate(blocks[:_REACH]):
        if not keys[i]:
            continue
        words = _LEADER.sub("", keys[i])
        entry = isinstance(block, RawParagraph) and _LED.search(block.text, _tail(block.text))
        run = [*run, i] if entry and last.get(words, 0) > i else []
        if len(run) == _ROW:
            return run[0]
    return None


def _end(blocks: Sequence[RawBlock], keys: Sequence[str], first: int, last: dict[str, int]) -> int:
    """The place behind the last entry. Cost: linear in the length of the contents."""
    entries: list[_Line] = []
    said: set[str] = set()
    top: LabelKind | None = None  # the form of the first number
    strays: list[_Line] = []
    end = first
    for i in range(first, len(blocks)):
        block = blocks[i]
        if not isinstance(block, RawParagraph):
            break
        if not keys[i]:
            end = i + 1 if not strays else end
            continue
        line = _line(block, keys[i], i, last)
        # The words stood in the contents before, or their numbering begins anew: this is the body.
        heading = line.words in said or (not line.sure and _begins(line, top))
        if heading and not _paged(block.text):
            break
        if line.sure:
            for entry in (*strays, line):
                entries.append(entry)
                said.add(entry.words)
                top = top or (entry.label.kind if entry.label else None)
            strays, end = [], i + 1
        elif _LAST.match(line.words) or (len(strays) < _STRAY and _may_differ(line)):
            strays.append(line)
        else:
            break
    return _with_tail(blocks, keys, end, entries, strays)


def _tail(text: str) -> int:
    """Where the end of a line begins, at which a number of a page may stand."""
    return max(0, len(text) - _END)


def _paged(text: str) -> bool:
    tail = _tail(text)
    return "\n" not in text[:tail] and _PAGE.match(text, tail) is not None


def _line(block: RawParagraph, text: str, at: int, last: dict[str, int]) -> _Line:
    words = _LEADER.sub("", text)
    page = _paged(block.text) or _paged(text)
    repeated = max(last[text], last.get(words, 0)) > at
    return _Line(words, label_of(block)[0], bool(page or repeated))


def _begins(line: _Line, top: LabelKind | None) -> bool:
    """Tell whether a line has the first number of the form in which the contents are numbered."""
    return line.label is not None and line.label.numbers == (1,) and line.label.kind is top


def _may_differ(line: _Line) -> bool:
    return len(line.words) <= _LONGEST and not _SENTENCE.search(line.words)


def _with_tail(
    blocks: Sequence[RawBlock],
    keys: Sequence[str],
    end: int,
    entries: Sequence[_Line],
    strays: Sequence[_Line],
) -> int:
    """Add the entries behind the last sure one that go on with its numbers."""
    numbers = {e.label.kind: e.label.numbers for e in entries if e.label}
    at = end
    last: bool | None = None  # whether lines such as 附件 end the contents
    for line in strays:
        while not keys[at]:
            at += 1
        label = line.label
        if _LAST.match(line.words) and entries:
            last = _are_last(blocks, keys, at, entries) if last is None else last
            if not last:
                break
            at = end = at + 1
            continue
        if label is None or len(label.numbers) != 1 or label.kind not in numbers:
            break
        goes_on = numbers[label.kind] == (label.numbers[0] - 1,)
        if not goes_on or not (
            _again(blocks, at, label) or _begins_anew(blocks, keys, at, entries)
        ):
            break
        numbers[label.kind] = label.numbers
        at = end = at + 1
    return end


def _are_last(
    blocks: Sequence[RawBlock], keys: Sequence[str], at: int, entries: Sequence[_Line]
) -> bool:
    """Tell whether the body begins behind a line, or behind lines like it."""
    while at + 1 < len(blocks) and (not keys[at + 1] or _LAST.match(keys[at + 1])):
        at += 1
    return _begins_anew(blocks, keys, at, entries)


def _again(blocks: Sequence[RawBlock], at: int, label: Label) -> bool:
    """Tell whether a later paragraph has the same number."""
    later = (b for b in blocks[at + 1 :] if isinstance(b, RawParagraph))
    found = (label_of(b)[0] for b in later)
    return any(f is not None and (f.kind, f.numbers) == (label.kind, label.numbers) for f in found)


def _begins_anew(
    blocks: Sequence[RawBlock], keys: Sequence[str], at: int, entries: Sequence[_Line]
) -> bool:
    """Tell whether what follows a line is the first heading of the body, or text above it."""
    nexts = (i for i in range(at + 1, len(blocks)) if keys[i])
    for i in list(islice(nexts, 2)):
        block = blocks[i]
        if not isinstance(block, RawParagraph):
            return False
        if keys[i] == entries[0].words:
            return True
        if label_of(block)[0] is not None:
            return False
    return False
