"""Deadlines (完成时限): 2025年6月底前, 2025年第二季度, 2024—2026年, in cells and in sentences."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from linter.document.nodes import Span, TextNode
from linter.text.numerals import parse_numeral
from linter.text.patterns import lazily

_DATE = r"""
    (?P<year>‹year›)
    (?: \s*年\s*
        (?: (?P<month>\d{1,2}) \s* 月 (?: \s* (?P<day>\d{1,2}) \s* 日 )?
          | 第?(?P<quarter>[一二三四1-4]) 季度
          | (?P<half>[上下]) 半年
          | (?P<end>年?[底末]|年终)
        )?
      | [./-] (?P<figure>\d{1,2}) (?: [./-] \d{1,2} )? (?!\d)      # 2025.6, 2025-06-30
    )
    (?P<late>\s*[月季]?[底末初份]?)
"""
_CELL = lazily(_DATE, re.X)
# What makes a date in a sentence a deadline: 2025年6月底前, 到2026年.
_SAID = lazily(
    rf"(?P<to>(?:到|至|力争|争取|确保|于|,|。|^)\s*)?{_DATE}"
    r"(?P<before>\s*[以之]?前|内)?(?P<of>\s*(?:以来|以后|之?后|起|至|—|-|～|~))?",
    re.X,
)
_REFERS = lazily(r"(?:较|比|自|从|由|与|对照|在|截至|截止|以|相比)\s*$")
_QUARTER, _HALF, _LAST = 3, 6, 12


class Deadline(NamedTuple):
    """The end of a task: `month` and `day` are None where only the year, or the month, is told.

    `before` tells that the words say so, 2025年6月底前; 到2025年 may be of a goal on the way.
    """

    year: int
    month: int | None
    day: int | None
    span: Span
    before: bool = True

    def differs(self, other: "Deadline") -> bool:
        """Tell whether the two cannot be one: a coarser date may stand for a finer."""
        if self.year != other.year:
            return True
        return None not in (self.month, other.month) and self.month != other.month


def cell_deadline(node: TextNode) -> Deadline | None:
    """Return the last date of a cell, None where it names none (长期坚持)."""
    found = list(_CELL.finditer(node.folded))
    return _read(found[-1], node) if found else None


def deadlines(node: TextNode) -> Iterator[Deadline]:
    """Yield the deadlines that the sentences of a paragraph set."""
    text = node.folded
    for match in _SAID.finditer(text):
        if match["of"] or _REFERS.search(
            text, max(0, match.start("year") - 4), match.start("year")
        ):
            continue
        late = match["end"] or (match["late"] or "").strip() or match["before"]
        if late or (match["to"] or "").strip() in ("到", "至", "力争", "争取", "确保"):
            yield _read(match, node)


def _read(match: "re.Match[str]", node: TextNode) -> Deadline:
    span = Span(node, match.start("year"), len(match.group().rstrip()) + match.start())
    month, day = match["month"] or match["figure"], match["day"]
    if month is not None:
        value: int | None = int(month)
    elif match["quarter"]:
        value = _QUARTER * (parse_numeral(match["quarter"]) or 0)
    elif match["half"]:
        value = _HALF if match["half"] == "上" else _LAST
    else:
        value = _LAST if match["end"] else None
    before = bool(match.groupdict().get("before", True))
    return Deadline(int(match["year"]), value, int(day) if day else None, span, before)
