"""Finds the boxes (专栏) of a draft: frames, one-cell tables, and bare title lines.

A box without a frame is a title line followed by its items. Where the items' numbers and the
numbers of the text around it could both go on, the box takes the longest run that lets the text
outside continue as it must.
"""

from dataclasses import dataclass

from linter.document.nodes import LabelKind
from linter.readers.labels import label_of
from linter.readers.raw import RawBlock, RawCell, RawFrame, RawParagraph, RawTable
from linter.text.folding import BLANKS, fold
from linter.text.numerals import parse_numeral
from linter.text.patterns import lazily

TITLE = lazily(r"\s*专栏\s*(‹place-number›)\s*[:.、]?\s*([^。;!?]{0,60})$")
_ITEM_KINDS = (
    LabelKind.ARABIC,
    LabelKind.DECIMAL,
    LabelKind.PAREN_ARABIC,
    LabelKind.CLOSING_ARABIC,
    LabelKind.CIRCLED,
    LabelKind.LETTER,
    LabelKind.SMALL_LETTER,
    LabelKind.SMALL_ROMAN,
)
_ATTACHMENT = lazily(r"\s*附件\s*[\d‹ten›:]*")


@dataclass(slots=True)
class RawBox:
    """A box with its title line, None where a frame has no title of its own."""

    title: RawParagraph | None
    number: int | None
    numeral: str | None
    name: str
    body: list[RawParagraph | RawTable]


Framed = RawParagraph | RawTable | RawBox


def frame(blocks: list[RawBlock]) -> list[Framed]:
    """Return the blocks with every box gathered into one RawBox."""
    out: list[Framed] = []
    outer: int | None = None
    at = 0
    blocks = _with_head(blocks)
    while at < len(blocks):
        block = blocks[at]
        if isinstance(block, RawParagraph) and _is_title(block):
            taken = _body_length(blocks, at + 1, outer)
            body = _flatten(blocks[at + 1 : at + 1 + taken])
            out.append(_box(block, body))
            at += 1 + taken
            continue
        parts = _frame_parts(block)
        if parts is not None:
            out += _boxes(parts)
        elif not isinstance(block, RawFrame):
            out.append(block)
            outer = _next_number(block, outer)
        at += 1
    return out


def _with_head(blocks: list[RawBlock]) -> list[RawBlock]:
    """Take what text boxes above the first heading hold for lines: a red head, a title."""
    out: list[RawBlock] = []
    for at, block in enumerate(blocks):
        if isinstance(block, RawParagraph) and (
            block.heading is not None or label_of(block)[0] or block.toc
        ):
            return [*out, *blocks[at:]]
        if not isinstance(block, RawFrame) or any(map(_is_title, block.parts)):
            out.append(block)
        else:
            out.extend(block.parts)
    return blocks


def _boxes(parts: list[RawParagraph | RawTable]) -> list[RawBox]:
    """The boxes of one frame: each title line, and each titled table, begins a box."""
    boxes: list[RawBox] = []
    for part in parts:
        inner = _frame_parts(part) if isinstance(part, RawTable) else None
        if isinstance(part, RawParagraph) and _is_title(part):
            boxes.append(_box(part, []))
        elif inner is not None and inner and _is_title(inner[0]):
            boxes += _boxes(inner)
        elif boxes:
            boxes[-1].body.append(part)
        else:
            boxes.append(_box(None, [part]))
    return boxes or [_box(None, [])]


def _is_title(block: RawBlock) -> bool:
    """A bare line that opens a box."""
    if not isinstance(block, RawParagraph) or block.toc or "专栏" not in block.text:
        return False
    return TITLE.match(fold(block.text)) is not None


def _box(title: RawParagraph | None, body: list[RawParagraph | RawTable]) -> RawBox:
    match = TITLE.match(fold(title.text)) if title else None
    if title is None or match is None:
        return RawBox(None, None, None, "", body)
    name = title.text[match.start(2) : match.end(2)].strip()
    return RawBox(title, parse_numeral(match.group(1)), match.group(1), name, body)


def _frame_parts(block: RawBlock) -> list[RawParagraph | RawTable] | None:
    """The parts of a frame, or of a table that is drawn as one: None for other tables.

    Such a table has one cell, or a title line in its first row and nothing beside it; what is
    below is text if every row is one cell, else a table.
    """
    if isinstance(block, RawFrame):
        return [part for part in block.parts if not is_blank(part)]
    if not isinstance(block, RawTable) or not block.rows:
        return None
    head = _only_cell(block.rows[0])
    if head is None:
        return None
    parts = [part for part in head.parts if not is_blank(part)]
    titled = bool(parts) and _is_title(parts[0])
    if len(block.rows) == 1 and (titled or head.column_span == len(block.rows[0])):
        return parts
    if not titled:
        return None
    below = [_only_cell(row) for row in block.rows[1:]]
    if all(cell is not None for cell in below):
        texts = [part for cell in below if cell for part in cell.parts if not is_blank(part)]
        return parts + texts
    return [*parts, RawTable(block.rows[1:])]


def _only_cell(row: list[RawCell | None]) -> RawCell | None:
    """The one cell of a row with anything in it, None where there are none or several."""
    first = row[0] if row else None
    rest = any(cell is not None and not all(map(is_blank, cell.parts)) for cell in row[1:])
    return None if rest or first is None or first.row_span > 1 else first


def is_blank(part: RawBlock | RawBox) -> bool:
    """A paragraph without words and number."""
    return isinstance(part, RawParagraph) and not part.text.strip(BLANKS) and not part.label


def _flatten(blocks: list[RawBlock]) -> list[RawParagraph | RawTable]:
    parts: list[RawParagraph | RawTable] = []
    for block in blocks:
        framed = _frame_parts(block)
        if framed is not None:
            parts.extend(framed)
        elif not isinstance(block, RawFrame) and not is_blank(block):
            parts.append(block)
    return parts


def _next_number(block: RawBlock, before: int | None) -> int | None:
    """The number with which the text outside would go on, None where no run is open."""
    label = label_of(block)[0] if isinstance(block, RawParagraph) else None
    if label is None:
        return before
    return label.number + 1 if label.kind is LabelKind.ARABIC else None


def _body_length(blocks: list[RawBlock], start: int, outer_next: int | None) -> int:
    """How many blocks behind a bare title line belong to the box."""
    if start < len(blocks) and not isinstance(blocks[start], RawParagraph):
        return 1
    items: list[int | None] = []  # the item number of each paragraph, None without one
    end = start
    while end < len(blocks) and not _ends_box(blocks[end]):
        items.append(_item_number(blocks[end]))
        end += 1
    if len(items) > 1 and end < len(blocks) and _is_title(blocks[end]):
        # A box stands below the text that it details, so the next box has some above it.
        unnumbered = all(item is None for item in items)
        if unnumbered or (items[-1] is not None and items[-1] == outer_next):
            items.pop()
    return _run(items, outer_next)


def _run(items: list[int | None], outer_next: int | None) -> int:
    """How many of the paragraphs are the box's: its run of numbers, or all that have none."""
    numbered = [i for i, item in enumerate(items) if item is not None]
    if not numbered or items[numbered[0]] != 1:
        return numbered[0] if numbered else len(items)
    run = 0
    while run < len(numbered) and items[numbered[run]] == run + 1:
        run += 1
    for length in range(run, 0, -1):
        if length == len(numbered) or items[numbered[length]] == outer_next:
            return numbered[length] if length < len(numbered) else len(items)
    return numbered[run] if run < len(numbered) else len(items)


def _item_number(block: RawBlock) -> int | None:
    if not isinstance(block, RawParagraph):
        return None
    label, _ = label_of(block)
    return label.number if label else None


def _ends_box(block: RawBlock) -> bool:
    if not isinstance(block, RawParagraph):
        return True
    text = fold(block.text)
    label, _ = label_of(block)
    if block.heading is not None or block.toc or TITLE.match(text):
        return True
    if label is not None:
        return label.kind not in _ITEM_KINDS
    return bool(_ATTACHMENT.fullmatch(text)) or text.strip().startswith("附件:")
