"""Tells labels that stand tight to what follows from amounts: 5.5G网络, 8.12345热线, 15.2投标人.

Only the run can tell: the number goes on from the label before, and the label after it from it;
beside 15.2投标人 stands 15.1 or 15.3; below 1 总则 stands 1.1.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from linter.document.nodes import LabelKind
from linter.readers.labels import label_of
from linter.readers.raw import RawBlock, RawParagraph
from linter.text.folding import fold
from linter.text.patterns import lazily

_TIGHT = lazily(r"\s*(?P<number>\d{1,3})\s*\.(?=\d)")
_LISTED = lazily(r"\s*附件\s*:\s*(?P<number>\d{1,2})\s*\.")
_DECIMAL = lazily(
    r"\s*(?P<chapter>\d{1,2})\.(?P<clause>[1-9]\d?)(?![%‰万亿千百十个倍米元年月日度版])"
    r"[\u4e00-\u9fff“《]"
)
_PLAIN = lazily(r"\s*(?P<number>\d{1,2})\s+[\u4e00-\u9fff][^。;,:!?]*$")
_HEAD = 30  # characters: no heading of this form is longer
_ENOUGH = 2  # headings with clauses below them, which make a run
_AMOUNT = lazily(
    r"\s*\d+\.(?!(?:19|20)\d\d年)\d+\s*(?:[%‰万亿千百倍米元吨亩年]|公里|平方|个百分点|\.\d|$)"
)


def mark_tight(blocks: Sequence[RawBlock]) -> None:
    """Mark the paragraphs of a draft whose tight number is a label."""
    lines = [block for block in blocks if isinstance(block, RawParagraph) and block.text]
    doubtful = {i for i, line in enumerate(lines) if line.text.lstrip()[:1].isdigit()}
    decimals = _decimals(lines, doubtful)
    _plain(lines, doubtful)
    tight = {i: m for i in doubtful if (m := _TIGHT.match(fold(lines[i].text[:12])))}
    often = Counter(m["number"] for m in tight.values())  # 1.1目的, 1.2依据 are decimals
    tight = {
        i: m
        for i, m in tight.items()
        if often[m["number"]] == 1 and i not in decimals and not _labelled(lines[i])
    }
    if not tight:
        return
    numbers = [_number(line) for line in lines]
    below = _below(numbers, tight)
    before: int | None = None
    for i, line in enumerate(lines):
        if i in tight and _follows(line, int(tight[i]["number"]), before, below[i]):
            line.tight, numbers[i] = LabelKind.ARABIC, int(tight[i]["number"])
        before = before if numbers[i] is None else numbers[i]


def _below(numbers: Sequence[int | None], tight: Mapping[int, re.Match[str]]) -> list[int | None]:
    """For each line the next number below it, be it a label's or tight."""
    out: list[int | None] = [None] * len(numbers)
    for i in range(len(numbers) - 1, 0, -1):
        out[i - 1] = numbers[i] or _tight(tight.get(i)) or out[i]
    return out


def _follows(line: RawParagraph, number: int, before: int | None, after: int | None) -> bool:
    """Tell whether a tight number is that of a label between its neighbours."""
    if after == number + 1:
        return before in (number - 1, number - 2) or number == 1
    if before != number - 1 or after not in (None, 1):
        return False
    return not _AMOUNT.match(fold(line.text))


def _decimals(lines: Sequence[RawParagraph], doubtful: set[int]) -> set[int]:
    """Mark 1.1概述, 1.2依据: the lines whose number comes before or after that of another line."""
    found = {i: m for i in doubtful if (m := _DECIMAL.match(fold(lines[i].text[:20])))}
    numbers = {i: (int(m["chapter"]), int(m["clause"])) for i, m in found.items()}
    known = set(numbers.values())
    for i in doubtful - set(found):
        label = label_of(lines[i])[0]
        if label is not None and label.kind is LabelKind.DECIMAL and len(label.numbers) == 2:
            known.add((label.numbers[0], label.numbers[1]))
    chapters = {c for c, n in known if (c, n + 1) in known}
    marked = {
        i
        for i, (chapter, clause) in numbers.items()
        if {(chapter, clause - 1), (chapter, clause + 1)} & known
        or (clause == 1 and {chapter - 1, chapter + 1} & chapters)
    }
    for i in marked:
        lines[i].tight = LabelKind.DECIMAL
    return marked


def _plain(lines: Sequence[RawParagraph], doubtful: set[int]) -> None:
    """Mark 1 总则 above 1.1, 2 任务 above 2.1; others of their run need nothing below them."""
    short = (i for i in sorted(doubtful) if not lines[i].toc and len(lines[i].text) < _HEAD)
    heads = {i: int(m["number"]) for i in short if (m := _PLAIN.match(fold(lines[i].text)))}
    firsts = {n for i, line in enumerate(lines) if (n := _first_clause(line)) and i - 1 in heads}
    if len(firsts & set(heads.values())) < _ENOUGH:
        return
    expected = 1
    for i, number in heads.items():
        below = _first_clause(lines[i + 1]) if i + 1 < len(lines) else None
        if number == expected and below in (number, None):
            lines[i].tight, expected = LabelKind.PLAIN, number + 1


def _first_clause(line: RawParagraph) -> int | None:
    """3 of 3.1, None for any other line."""
    label = label_of(line, tight=line.tight)[0]
    first = label is not None and label.kind is LabelKind.DECIMAL and label.numbers[1:] == (1,)
    return label.numbers[0] if label is not None and first else None


def _tight(match: re.Match[str] | None) -> int | None:
    return int(match["number"]) if match else None


def _labelled(line: RawParagraph) -> bool:
    return label_of(line)[0] is not None


def _number(line: RawParagraph) -> int | None:
    if first := _LISTED.match(fold(line.text[:12])):
        return int(first["number"])
    label = label_of(line)[0]
    return label.number if label is not None and label.kind is LabelKind.ARABIC else None
