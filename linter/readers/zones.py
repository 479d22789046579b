"""Tells the parts of a draft apart: cover notice, contents, body, attachments, glossary, signature.

The order is that of GB/T 9704-2012, chapter 7: notice, body, 附件说明, signature, attachments.
"""

import re
from collections.abc import Sequence

from linter.chinese import NUMERAL, key
from linter.document import LabelKind, Zone
from linter.readers.framing import Framed
from linter.readers.labels import split_label
from linter.readers.raw import RawParagraph

_KINDS = r"(?:规划|计划|方案|意见|纲要|要点|办法|措施|行动|细则)"
PLAN_TITLE = re.compile(rf"[^。;；]{{2,60}}?{_KINDS}(?:纲要)?(?:[(（〔][^)）〕]*[)）〕])?$")
_NOTICE = re.compile(r"现将|印发(?:给|你们)|通知》?$|转发")
_ATTACHMENT = re.compile(rf"附件(?:[{NUMERAL}]{{1,2}}|\d{{1,2}})?:?")
_ATTACHMENT_LIST = re.compile(r"附件:.+")
_GLOSSARY = re.compile(r"(?:主要)?(?:名词|术语|缩略语|缩写)(?:术语)?(?:和缩略语)?(?:解释|说明|表)?")
_DATE_LINE = re.compile(r"(?:\d{4}|[〇零○一二三四五六七八九十]{4})年.{1,3}月.{1,3}日")
_TOC_LINE = re.compile(r".*[.…·\s]\s*\d{1,3}\s*$")
_COVER_REACH = 60


def zones(blocks: Sequence[Framed]) -> list[Zone]:
    """Return the zone of each block, in order."""
    out = [Zone.BODY] * len(blocks)
    keys = [key(block.text) if isinstance(block, RawParagraph) else "" for block in blocks]
    title = plan_title(blocks)
    if title is not None:
        for i in range(title):
            out[i] = Zone.COVER
    _mark_contents(blocks, keys, out)
    first = next((i for i in range(title or 0, len(keys)) if _is_heading(blocks[i])), 0)
    _mark_attachments(keys, out, max(first, title or 0))
    _mark_signatures(keys, out)
    return out


def plan_title(blocks: Sequence[Framed]) -> int | None:
    """Return the index of the plan's title behind a notice (印发通知), None without a notice."""
    notice = False
    for i, block in enumerate(blocks[:_COVER_REACH]):
        if not isinstance(block, RawParagraph):
            continue
        text = key(block.text)
        is_title = bool(PLAN_TITLE.fullmatch(text)) and not _NOTICE.search(text)
        if notice and is_title and not split_label(block.text)[0]:
            return _title_start(blocks, i)
        if _is_heading(block):
            return None
        notice = notice or bool(_NOTICE.search(text))
    return None


def _title_start(blocks: Sequence[Framed], at: int) -> int:
    """Step back over the first lines of a title that stands on several."""
    block = blocks[at]
    while at > 0 and isinstance(block, RawParagraph) and len(key(block.text)) < 16:
        above = blocks[at - 1]
        text = key(above.text) if isinstance(above, RawParagraph) else ""
        if not 4 <= len(text) <= 30 or re.search(r"[。,:;)》日〕]|政府$", text):
            break
        at, block = at - 1, above
    return at


def _is_heading(block: Framed) -> bool:
    label = split_label(block.text)[0] if isinstance(block, RawParagraph) else None
    return label is not None and label.kind in (
        LabelKind.CHINESE,
        LabelKind.CHAPTER,
        LabelKind.PART,
        LabelKind.PAREN_CHINESE,
    )


def _mark_contents(blocks: Sequence[Framed], keys: list[str], out: list[Zone]) -> None:
    for i, block in enumerate(blocks):
        if isinstance(block, RawParagraph) and block.toc:
            out[i] = Zone.TOC
    if "目录" not in keys[: _COVER_REACH * 2]:
        return
    start = keys.index("目录")
    out[start] = Zone.TOC
    later = set(keys[start + 1 :])
    for i in range(start + 1, len(keys)):
        entry = re.sub(r"[.…·]*\d*$", "", keys[i])
        numbered = isinstance(blocks[i], RawParagraph) and _TOC_LINE.match(keys[i])
        repeated = entry in later and keys.count(entry) > 1 and entry not in keys[start:i]
        if keys[i] and not numbered and not repeated and out[i] is not Zone.TOC:
            break
        out[i] = Zone.TOC


def _mark_attachments(keys: list[str], out: list[Zone], first: int) -> None:
    zone = None
    for i in range(first + 1, len(keys)):
        if out[i] is Zone.TOC:
            continue
        if _ATTACHMENT.fullmatch(keys[i]):
            zone = Zone.ATTACHMENT
        elif zone is None and _ATTACHMENT_LIST.fullmatch(keys[i]):
            zone = Zone.ATTACHMENT_LIST
        elif zone is not None and _GLOSSARY.fullmatch(keys[i]):
            zone = Zone.GLOSSARY
        elif zone is Zone.ATTACHMENT_LIST and not re.match(r"\d{1,2}\.|附件", keys[i]):
            out[i] = Zone.SIGNATURE if keys[i] else Zone.ATTACHMENT_LIST
            continue
        if zone is not None:
            out[i] = zone


def _mark_signatures(keys: list[str], out: list[Zone]) -> None:
    """A line that is a date, and the short lines without a mark right above it."""
    for i, text in enumerate(keys):
        if not _DATE_LINE.fullmatch(text) or out[i] in (Zone.TOC, Zone.GLOSSARY):
            continue
        out[i] = Zone.SIGNATURE
        for j in range(i - 1, max(-1, i - 4), -1):
            if not keys[j] or len(keys[j]) > 40 or re.search(r"[。,:;《》()]|^附件", keys[j]):
                break
            out[j] = Zone.SIGNATURE
