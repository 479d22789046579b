"""Finds the title of the plan: behind a notice (印发通知), or at the head of the draft."""

from collections.abc import Sequence

from linter.document.nodes import LabelKind
from linter.readers.assembly.framing import Framed
from linter.readers.labels import label_of, split_label
from linter.readers.raw import RawBlock, RawParagraph
from linter.readers.source.lines import join
from linter.text.folding import key
from linter.text.patterns import lazily

_KINDS = r"(?:‹plan-kind›|行动)"
PLAN_TITLE = lazily(rf"[^。;；]{{2,60}}?{_KINDS}(?:纲要)?(?:[(（〔][^)）〕]*[)）〕])?$")
_NOTICE = lazily(r"现将|印发(?:给|你们)|通知》?$|转发")
_NOT_TITLE = lazily(r"[。,:;)》日〕]|(?:政府|委员会|部|厅|局|办|办公室|院|月)$|^附件|^目录$")
_PERIOD = lazily(r"[(（]\d{4}年?[-—~至]\d{4}年?[)）]")
# The red head of a document: whose it is (发文机关标志), its number, who signs it.
_RED_HEAD = lazily(
    r"(?!.*(?:关于|印发))[\u4e00-\u9fff、]{2,40}(?:文件|函|令|公报)"
    r"|[\u4e00-\u9fff]{1,12}〔\d{4}〕(?:第?\d{1,4}|[X×*]+)号(?:签发人:?.{0,12})?|签发人:?.{0,12}"
    r"|(?:特急|加急|平急|急件|绝密|机密|秘密)(?:★.{0,8})?|[★☆—_-]+"
)
_SECTIONS = (LabelKind.CHINESE, LabelKind.CHAPTER, LabelKind.PART, LabelKind.PAREN_CHINESE)
_COVER_REACH = 60
_HEAD_REACH = 6
_SHORT = 16  # characters: a shorter line may be the end of a title that stands on several


def is_section(block: Framed) -> bool:
    """Tell whether a block is a heading of the outer forms: 第一章, 一、, （一）."""
    label = label_of(block)[0] if isinstance(block, RawParagraph) else None
    return label is not None and label.kind in _SECTIONS


def is_red_head(block: Framed) -> bool:
    """Tell whether a line belongs to the red head of a document (GB/T 9704-2012, 7.2)."""
    return bool(_RED_HEAD.fullmatch(_text(block)))


def plan_title(blocks: Sequence[Framed]) -> int | None:
    """Return the index of the plan's title behind a notice, None without a notice."""
    at = _behind_notice(blocks)
    return None if at is None else _first_line(blocks, at)


def head_title(blocks: Sequence[Framed]) -> int | None:
    """Return the index of the line at the head of a draft that names the plan, None without one."""
    for i, block in enumerate(blocks[:_HEAD_REACH]):
        if is_section(block):
            return None
        if _is_title(block):
            return i
    return None


def demote_title(blocks: Sequence[RawBlock]) -> None:
    """Where one top heading without a number leads the others, it is the draft's title."""
    headings = [b for b in blocks if isinstance(b, RawParagraph) and b.heading]
    top = min((b.heading for b in headings if b.heading), default=0)
    tops = [b for b in headings if b.heading == top]
    if len(tops) == 1 and headings[0] is tops[0] and not split_label(tops[0].text)[0]:
        tops[0].heading = 0


def merge_title(blocks: Sequence[Framed]) -> list[Framed]:
    """Return the blocks with a title that stands on several lines made one paragraph."""
    at = _behind_notice(blocks)
    if at is None:
        at = head_title(blocks)
    if at is None:
        return list(blocks)
    first, last = _first_line(blocks, at), at + 1
    if last < len(blocks) and _PERIOD.fullmatch(_text(blocks[last])):
        last += 1
    parts = [block for block in blocks[first:last] if isinstance(block, RawParagraph)]
    if len(parts) < 2:
        return list(blocks)
    text, origins = join((part.text.strip(), part.origins) for part in parts)
    joined, at = [], 0
    for part in parts:
        words = part.text.strip()
        at = text.find(words, at)
        joined.append((part, at - part.text.index(words)))
    heading = next((part.heading for part in parts if part.heading is not None), None)
    title = RawParagraph(text, origins, heading, style=parts[0].style, joined=tuple(joined))
    return [*blocks[:first], title, *blocks[last:]]


def _text(block: Framed) -> str:
    return key(block.text) if isinstance(block, RawParagraph) and not block.toc else ""


def _is_title(block: Framed) -> bool:
    text = _text(block)
    named = bool(PLAN_TITLE.fullmatch(text)) and not _NOTICE.search(text)
    return named and isinstance(block, RawParagraph) and not label_of(block)[0]


def _behind_notice(blocks: Sequence[Framed]) -> int | None:
    notice = False
    for i, block in enumerate(blocks[:_COVER_REACH]):
        if notice and _is_title(block):
            return i
        if is_section(block) and not getattr(block, "toc", False):
            return None
        notice = notice or bool(_NOTICE.search(_text(block)))
    return None


def _first_line(blocks: Sequence[Framed], at: int) -> int:
    """Step back over the first lines of a title that stands on several."""
    while at > 0 and len(_text(blocks[at])) < _SHORT:
        above = _text(blocks[at - 1])
        line = blocks[at - 1]
        if not 4 <= len(above) <= 30 or _NOT_TITLE.search(above):
            break
        if _is_title(line) or is_red_head(line):
            break
        at -= 1
    return at
