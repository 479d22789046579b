"""Suppressions that a reviewer wrote as comments in the margin (批注) of a Word draft.

planlint: ignore IND001            planlint：忽略 IND001、BOX002 数据以统计公报为准
planlint: ignore all               planlint: ignore indicator-target-mismatch
"""

import re

from linter.document import Comment, Document
from linter.suppress.model import Suppression

_WORD = frozenset({"docx", "doc", "wps", "rtf", "odt"})
_DIRECTIVE = re.compile(r"planlint[ \t　]*[:：][ \t　]*(?:ignore|忽略)[ \t　]*(.+)", re.IGNORECASE)
# A code, the prefix of a family, or a name; what follows the last of them is the reason.
_RULE = re.compile(
    r"(?:(?P<all>all|ALL|All|全部)|[A-Za-z]{3}\d{3}|[A-Z]{3}|[a-z0-9]+(?:-[a-z0-9]+)+)"
    r"(?![A-Za-z0-9_-])"
)
_BETWEEN = re.compile(r"[\s,，、;；]*")
_BEFORE_REASON = " \t　,，、;；:：。-—"


def word_suppressions(document: Document) -> list[Suppression]:
    """Return what the comments of a Word draft suppress, in their order."""
    if document.format not in _WORD:
        return []
    return [found for comment in document.comments for found in _read(comment)]


def _read(comment: Comment) -> list[Suppression]:
    found: list[Suppression] = []
    for match in _DIRECTIVE.finditer(comment.text):
        rules, everything, reason = _rules(match.group(1))
        if rules or everything:
            named = frozenset() if everything else rules
            words = match.group().strip()
            found.append(Suppression(named, comment.spans, reason, comment.author, words))
    return found


def _rules(text: str) -> tuple[frozenset[str], bool, str]:
    """The rules that a directive names, whether it names all, and the reason behind them."""
    rules: set[str] = set()
    everything, at = False, 0
    while match := _RULE.match(text, at):
        if match["all"]:
            everything = True
        else:
            rules.add(match.group())
        between = _BETWEEN.match(text, match.end())
        at = between.end() if between else match.end()
    return frozenset(rules), everything, text[at:].strip(_BEFORE_REASON)
