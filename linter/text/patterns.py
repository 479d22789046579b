"""Patterns that are compiled when they are first asked for anything.

A check uses a few hundred patterns, and compiling all of them would take longer than checking a
short draft; about half of them find nothing to look at in a draft of usual length.
"""

import re
from typing import Any, cast

from linter.text.grammar import spelt_out


class _Lazy:
    """Stands for a compiled pattern; whatever it is asked for is kept, and costs nothing more."""

    def __init__(self, source: str, flags: int) -> None:
        self._source = source
        self._flags = flags
        self._made: re.Pattern[str] | None = None

    def __getattr__(self, name: str) -> Any:
        if self._made is None:
            self._made = re.compile(spelt_out(self._source), self._flags)
        value = getattr(self._made, name)
        setattr(self, name, value)
        return value

    def __eq__(self, other: object) -> bool:
        return other is self or (self._made is not None and other is self._made)

    __hash__ = object.__hash__


def lazily(source: str, flags: int = 0) -> re.Pattern[str]:
    """Return a pattern that is compiled at its first use; re.error comes then, too.

    ‹year› in it is a piece of the grammar (rules/lexicon/grammar.yaml). Where matches are told
    apart by their pattern, write `match.re == …`.
    """
    return cast("re.Pattern[str]", _Lazy(source, flags))
