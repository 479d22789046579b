"""Tells the parts of a draft apart: cover notice, contents, body, attachments, glossary, signature.

The order is that of GB/T 9704-2012, chapter 7: notice, body, 附件说明, signature, attachments.
"""

import re
from collections.abc import Mapping, Sequence

from linter.document.nodes import LabelKind, Zone
from linter.readers.assembly.framing import Framed
from linter.readers.assembly.titles import is_section, plan_title
from linter.readers.labels import label_of, split_label
from linter.readers.raw import RawParagraph
from linter.text.folding import key
from linter.text.numerals import NUMERAL
from linter.text.patterns import lazily

ATTACHMENT = lazily(rf"附[件表录](?:[{NUMERAL}]{{1,2}}|\d{{1,2}})?:?")
_OPENING = lazily(rf"(?P<mark>附[件表录](?:[{NUMERAL}]{{1,2}}|\d{{1,2}})?):?(?P<title>[^。]*)")
_LIST = lazily(r"附[件表](?:\((?:略|另[附发]|附后)\))?:.+")
_ENTRY = lazily(r"(?:附[件表])?[\d一二三四五六七八九十]{1,2}[.:、][^。]*")
_GLOSSARY = lazily(
    r"(?:主要|部分)?(?:名词|术语|缩略语|缩写)(?:术语)?(?:和缩略语)?(?:解释|说明|表)?"
)
_DATE_LINE = lazily(r"‹spelt-year›年.{1,3}月.{1,3}日")
_NOT_OFFICE = lazily(r"[。,:;《》()]|^附[件表录]")
_RECORD = lazily(r"抄送|主送|联系人|\(联系|\(此件|印发机关|公开属性|信息公开")
_MARK_LENGTHS = (3, 4)  # 附件2, 附件十二
_OFFICE_LENGTH = 40
_OUTER = (LabelKind.PART, LabelKind.CHAPTER, LabelKind.SECTION, LabelKind.CHINESE)
_TITLE_LENGTH = 60


def zones(blocks: Sequence[Framed]) -> list[Zone]:
    """Return the zone of each block, in order."""
    out = [Zone.BODY] * len(blocks)
    keys = [key(block.text) if isinstance(block, RawParagraph) else "" for block in blocks]
    title = plan_title(blocks) or 0
    for i, block in enumerate(blocks):
        if isinstance(block, RawParagraph) and block.toc:
            out[i] = Zone.TOC
        elif i < title:
            out[i] = Zone.COVER
    inner = range(title, len(keys))
    first = next((i for i in inner if is_section(blocks[i]) and out[i] is not Zone.TOC), title)
    _mark_attachments(blocks, keys, out, first)
    _mark_signatures(keys, out)
    return out


def _mark_attachments(
    blocks: Sequence[Framed], keys: list[str], out: list[Zone], first: int
) -> None:
    """Mark the list of attachments (附件说明) below the body and the attachments themselves.

    An attachment within a chapter ends where the chapters go on: 第一章, 附件, 第二章.
    """
    zone: Zone | None = None
    listed: set[str] = set()
    series = _Series()
    last = {text[:n]: i for i, text in enumerate(keys) if text[:1] == "附" for n in _MARK_LENGTHS}
    for i in range(first, len(keys)):
        if out[i] is Zone.TOC:
            continue
        if series.resumes(blocks[i], zone):
            zone = None
        elif i > first:
            opens = _is_opening(keys[i], i, listed, last)
            zone = _next_zone(blocks, keys, i, zone, opens=opens)
        if zone is Zone.ATTACHMENT_LIST:
            listed.add(_title(keys[i]))
        if zone is not None:
            out[i] = zone


class _Series:
    """The numbers of the body's outer headings, which may go on behind an attachment."""

    def __init__(self) -> None:
        self._body: dict[LabelKind, int] = {}
        self._since: dict[LabelKind, int] = {}  # the numbers since the body was left

    def resumes(self, block: Framed, zone: Zone | None) -> bool:
        """Take note of a block; tell whether it leads back to the body from another zone."""
        label = label_of(block)[0] if isinstance(block, RawParagraph) else None
        if label is None or label.kind not in _OUTER:
            return False
        before = label.number - 1
        goes_on = self._body.get(label.kind) == before and self._since.get(label.kind) != before
        if zone is not None and not goes_on:
            self._since[label.kind] = label.number
            return False
        self._since.clear()
        inner = _OUTER[_OUTER.index(label.kind) :]
        self._body = {k: n for k, n in self._body.items() if k not in inner}
        self._body[label.kind] = label.number
        return zone is not None


def _next_zone(
    blocks: Sequence[Framed], keys: list[str], i: int, zone: Zone | None, *, opens: bool
) -> Zone | None:
    text = keys[i]
    if opens:
        glossary = _GLOSSARY.fullmatch(_title(text))
        return Zone.GLOSSARY if glossary else Zone.ATTACHMENT
    if zone in (None, Zone.ATTACHMENT_LIST) and (_LIST.fullmatch(text) or _is_numbered(text)):
        return Zone.ATTACHMENT_LIST
    if _GLOSSARY.fullmatch(text):
        return Zone.GLOSSARY
    if zone in (Zone.ATTACHMENT_LIST, Zone.SIGNATURE):
        if zone is Zone.ATTACHMENT_LIST and (not text or _ENTRY.fullmatch(text)):
            entry = len(text) <= _TITLE_LENGTH and not is_section(blocks[i])
            return Zone.ATTACHMENT_LIST if entry else Zone.ATTACHMENT
        short = len(text) <= _OFFICE_LENGTH and "。" not in text and not is_section(blocks[i])
        signs = bool(_RECORD.match(text)) or (short and isinstance(blocks[i], RawParagraph))
        return Zone.SIGNATURE if signs else Zone.ATTACHMENT
    return zone


def _is_numbered(text: str) -> bool:
    """附件1:名词解释 as a line of the list; as an opening it has been taken before."""
    return bool(re.fullmatch(r"附[件表]\d{1,2}:.+", text))


def _is_opening(text: str, i: int, listed: set[str], last: Mapping[str, int]) -> bool:
    """附件2 alone, or with its title: a title that the list names, or a mark without a colon.

    Where a line further down than `i` begins with the same mark, this one belongs to the list;
    `last` is where the last line stands that begins with a mark.
    """
    match = _OPENING.fullmatch(text)
    if match is None or len(text) > _TITLE_LENGTH:
        return False
    if not match["title"]:
        return bool(ATTACHMENT.fullmatch(text))
    if _title(text) in listed:
        return True
    numbered = len(match["mark"]) > 2
    return numbered and last[match["mark"]] <= i


def _title(text: str) -> str:
    """What an entry of the list or an opening names, without its number."""
    match = _OPENING.fullmatch(text)
    words = match["title"] if match else text
    _, start = split_label(words)
    return re.sub(r"[《》]", "", words[start:])


def _mark_signatures(keys: list[str], out: list[Zone]) -> None:
    """A line that is a date, and the short lines without a mark right above it."""
    for i, text in enumerate(keys):
        if not _DATE_LINE.fullmatch(text) or out[i] in (Zone.TOC, Zone.GLOSSARY):
            continue
        out[i] = Zone.SIGNATURE
        for j in range(i - 1, max(-1, i - 4), -1):
            if not keys[j] or len(keys[j]) > _OFFICE_LENGTH or _NOT_OFFICE.search(keys[j]):
                break
            if split_label(keys[j])[0]:
                break
            out[j] = Zone.SIGNATURE
