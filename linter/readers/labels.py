"""Reads the number at the head of a paragraph: 一、 （一） 1. 1.1 （1） ① 第一章 第三条.

The forms are those of GB/T 9704-2012, 7.3.3, and the ones that drafts really use, damaged
brackets included: 〔四) is still the fourth of its run, and its bracket is another rule's matter.
"""

import re
from functools import lru_cache

from linter.document.nodes import Label, LabelKind
from linter.readers.generated import generated_shape
from linter.readers.raw import RawParagraph
from linter.text.folding import BLANKS, fold
from linter.text.numerals import (
    BRACKETED,
    BRACKETED_HAN,
    CIRCLED,
    DOTTED,
    ENCLOSED,
    LEGAL,
    NUMERAL,
    parse_numeral,
)
from linter.text.patterns import lazily

# What heads the sections of a plan: 第一编, 第一章, 一、, （一）.
SECTIONS = (LabelKind.PART, LabelKind.CHAPTER, LabelKind.CHINESE, LabelKind.PAREN_CHINESE)

_ORDINAL = rf"第\s*([{NUMERAL}]+|\d{{1,3}})\s*"
# A unit or a multiplier behind "1.5 " makes it a quantity, not a number of a heading.
_NO_UNIT = r"(?![%‰万亿千百十个倍米元年月日度版])"
_STARS = "★☆▲△※"  # in front of clauses that bind
_HEAD = lazily(rf"[第(〔\[【\d{NUMERAL}{LEGAL}{ENCLOSED}{_STARS}]")  # what any form begins with
_REACH = 40  # characters: no label is longer
_STANDING = (LabelKind.PART, LabelKind.CHAPTER, LabelKind.SECTION)
_FORMS: tuple[tuple[LabelKind, re.Pattern[str]], ...] = tuple(
    (kind, lazily(pattern))
    for kind, pattern in (
        (LabelKind.PART, rf"{_ORDINAL}(?:编|篇|部分)(?=\s|[:、]|$)[:、]?\s*"),
        (LabelKind.CHAPTER, rf"{_ORDINAL}章(?!程)[:、]?\s*"),
        (LabelKind.SECTION, rf"{_ORDINAL}节(?!能|约|点)[:、]?\s*"),
        (LabelKind.ARTICLE, rf"{_ORDINAL}条(?=\s)\s*"),
        (
            LabelKind.PART,
            rf"{_ORDINAL}(?:部分|编|篇)(?![是为的组制章码]|主要|内容|包括|文章|报道|论文)"
            r"(?=[^。;,]{2,30}$)",
        ),
        (LabelKind.LEGAL, rf"([{LEGAL}]{{1,3}})\s*[、.]\s*(?![{LEGAL}])"),
        (LabelKind.CHINESE, rf"([{NUMERAL}]{{1,5}})\s*[、.﹒]\s*(?![{NUMERAL}][级线类等档产])"),
        (LabelKind.PAREN_CHINESE, rf"([{BRACKETED_HAN}])\s*[、.]?\s*"),
        (LabelKind.PAREN_CHINESE, rf"[(〔\[【]\s*([{NUMERAL}]{{1,5}})\s*[)〕\]】]\s*[、.]?\s*"),
        (LabelKind.PAREN_ARABIC, rf"([{BRACKETED}])\s*[、.]?\s*"),
        (LabelKind.PAREN_ARABIC, r"[(〔\[【]\s*(\d{1,3})\s*[)〕\]】]\s*[、.]?\s*"),
        (LabelKind.CLOSING_ARABIC, r"(\d{1,3})\s*\)\s*[、.]?\s*"),
        (LabelKind.DECIMAL, rf"(\d{{1,2}}(?:\.\d{{1,2}})+)(?:\s+|[、.]\s*)(?=[^\s\d]){_NO_UNIT}"),
        (LabelKind.DECIMAL, rf"(\d{{1,2}}(?:\.\d{{1,2}})+)\s+(?=\S){_NO_UNIT}"),
        (LabelKind.DECIMAL, rf"(\d{{1,2}}(?:\.\d{{1,2}}){{2,}})(?=[^\s\d.]){_NO_UNIT}"),
        (LabelKind.ARABIC, r"(\d{1,3})\s*[.、﹒](?!\d)\s*"),
        (LabelKind.ARABIC, rf"([{DOTTED}])\s*"),
        (LabelKind.CIRCLED, rf"([{CIRCLED}])\s*"),
    )
)
# What only the run can tell: 5. of 5.5G网络, 15.2 of 15.2投标人.
_TIGHT = {
    LabelKind.ARABIC: lazily(r"(\d{1,3})\s*\.(?=\d)"),
    LabelKind.DECIMAL: lazily(r"(\d{1,2}(?:\.\d{1,2})+)(?=[^\d.])"),
    LabelKind.PLAIN: lazily(r"(\d{1,2})\s+(?=\S)"),
}


def split_label(text: str, *, tight: LabelKind | None = None) -> tuple[Label | None, int]:
    """Return the label at the head of a text and the offset at which the words begin.

    Blanks in front of the label belong to neither. (None, offset of the first word) without one.
    A bare number is a label only where it says so itself (第一章); else it is a cell or a page.
    `tight` takes 5. for the label of 5.5G网络, 1.1 for that of 1.1概述, 1 for that of 1 总则
    (linter.readers.assembly.tight).
    """
    start = len(text) - len(text.lstrip(BLANKS))
    if not _HEAD.match(fold(text[start : start + 1])):
        return None, start
    folded = fold(text[: start + _REACH])
    begin = start
    if folded[start] in _STARS:
        begin = start + 1 + len(folded[start + 1 :]) - len(folded[start + 1 :].lstrip())
    for kind, pattern in ((tight, _TIGHT[tight]), *_FORMS) if tight else _FORMS:
        match = pattern.match(folded, begin)
        bare = match is not None and match.end() == len(text) and kind not in _STANDING
        if match and not bare and (numbers := _numbers(match.group(1))):
            raw = text[start : match.end()]
            return Label(kind, numbers, raw), match.end()
    return None, start


def label_of(raw: RawParagraph, *, tight: LabelKind | None = None) -> tuple[Label | None, int]:
    """Return a paragraph's label, a generated one first, and the offset of its first word.

    Each step of the assembly asks for it: without `tight` it is kept with the paragraph.
    """
    if tight is not None:
        return _label_of(raw, tight)
    known = raw.labelled
    if known is None or known[0] is not raw.text or known[1] is not raw.label:
        known = raw.labelled = raw.text, raw.label, _label_of(raw, None)
    return known[2]


def _label_of(raw: RawParagraph, tight: LabelKind | None) -> tuple[Label | None, int]:
    label = generated_label(raw.label) if raw.label else None
    if label is not None:
        return label, len(raw.text) - len(raw.text.lstrip())
    return split_label(raw.text, tight=tight)


@lru_cache(maxsize=1024)
def generated_label(raw: str) -> Label | None:
    """Return the label that Word generated, or None for a bullet and for words (步骤1)."""
    label, end = split_label(raw.rstrip() + " 某")
    if label is not None and end >= len(raw.rstrip()):
        return Label(label.kind, label.numbers, raw, generated=True)
    shape = generated_shape(raw)
    return Label(*shape, raw, generated=True) if shape else None


def _numbers(numeral: str) -> tuple[int, ...]:
    parts = [parse_numeral(part) for part in numeral.split(".")]
    return tuple(part for part in parts if part is not None) if None not in parts else ()
