"""Suppressions that a reviewer wrote as comments in the margin (批注) of a Word draft.

planlint: ignore IND001            planlint：忽略 IND001、BOX002 数据以统计公报为准
planlint: ignore all               planlint: ignore indicator-target-mismatch
"""

import re

from linter.diagnosis.suppression.directions import parse
from linter.diagnosis.suppression.model import Problem, Suppression
from linter.document.model import Document
from linter.document.nodes import Comment
from linter.text.patterns import lazily

_WORD = frozenset({"docx", "doc", "wps", "rtf", "odt"})
_DIRECTIVE = lazily(r"planlint[ \t　]*[:：][ \t　]*(?:ignore|忽略)[ \t　]*(.*)", re.IGNORECASE)


def word_suppressions(document: Document) -> list[Suppression]:
    """Return what the comments of a Word draft suppress, in their order."""
    if document.format not in _WORD:
        return []
    return [found for comment in document.comments for found in _read(comment)]


def _read(comment: Comment) -> list[Suppression]:
    said = comment.spans[0] if comment.spans else None
    found: list[Suppression] = []
    for match in _DIRECTIVE.finditer(comment.text):
        named = parse(match.group(1))
        problem = None if named.rules or named.everything else Problem.EMPTY
        words = match.group().strip()
        rules = frozenset(named.rules)
        found.append(
            Suppression(
                rules, comment.spans, named.reason, comment.author, words, said, problem=problem
            )
        )
    return found
