"""The words of a suppression: which rules, and why.

IND001: reason        IND001、BOX002 数据以统计公报为准        IND, BOX002        all — reason
"""

import re
from typing import NamedTuple

from linter.catalogue.selection import is_everything
from linter.text.patterns import lazily

_FIRST = lazily(r"全部|[A-Za-z][\w-]*", re.ASCII)
# A word behind a blank must look like a rule, else it begins the reason.
_NEXT = lazily(
    r"(?:全部|all\b|ALL\b|[A-Za-z]+\d+\b|[A-Z]{3}(?=[\s,，、;；:：]|$)|[a-z0-9]+(?:-[a-z0-9]+)+)",
    re.ASCII,
)
_BETWEEN = lazily(r"[\s,，、;；]*")
_BEFORE_REASON = " \t　,，、;；:：。-—"


class Named(NamedTuple):
    """The rules that a suppression names; `everything` if all; the reason, empty if none."""

    rules: tuple[str, ...]
    everything: bool
    reason: str


def parse(text: str) -> Named:
    """Read the rules at the head of a text and the reason behind them."""
    text = text.strip()
    words: list[str] = []
    at = 0
    while match := (_NEXT if words else _FIRST).match(text, at):
        words.append(match.group())
        between = _BETWEEN.match(text, match.end())
        at = between.end() if between else match.end()
    everything = any(map(is_everything, words))
    rules = tuple(dict.fromkeys(w for w in words if not is_everything(w)))
    return Named(() if everything else rules, everything, text[at:].strip(_BEFORE_REASON))
