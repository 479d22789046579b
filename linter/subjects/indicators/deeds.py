"""Deeds that leave a stock: 建成高标准农田45万亩 and 高标准农田累计建成45万亩 say one thing.

What is trained or held is counted anew in every section, unless a draft sums it up (累计).
"""

from typing import NamedTuple

from linter.text.patterns import lazily

_ALL = "累计|合计|总计"
_OTHERS = "‹build›|‹found›|培训|扶持|完成|治理"
_BUILT = rf"(?:(?P<all>{_ALL})(?:建成|{_OTHERS})|建成)(?:了|并投用)?"
_BEFORE = lazily(rf"{_BUILT}(?=[^\s,;:、])")
_BEHIND = lazily(rf"(?<=..){_BUILT}$")


class Deed(NamedTuple):
    """Where in the words the name of what is built stands, and whether it is summed up."""

    cumulative: bool
    start: int
    end: int


def deed_of(words: str) -> Deed | None:
    """Return the deed in front of or behind the name in words without a lead, None without one."""
    before = _BEFORE.match(words)
    if before and len(words) - before.end() >= 2:
        return Deed(bool(before["all"]), before.end(), len(words))
    behind = _BEHIND.search(words)
    return Deed(bool(behind["all"]), 0, behind.start()) if behind else None
