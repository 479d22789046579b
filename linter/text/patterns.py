"""Patterns that are compiled when they are first asked for anything.

A check uses a few hundred patterns, and compiling all of them would take longer than checking a
short draft; about half of them find nothing to look at in a draft of usual length. What one
compiles to is kept between runs.
"""

import re
from array import array
from collections.abc import Iterable
from functools import cache
from typing import Any, cast

from linter.text.grammar import spelt_out
from linter.text.store import own_store

_Program = tuple[int, bytes, int, dict[str, int]]  # flags, code, groups, their numbers by name


class _Lazy:
    """Stands for a compiled pattern; whatever it is asked for is kept, and costs nothing more."""

    def __init__(self, source: str, flags: int) -> None:
        self._source = source
        self._flags = flags
        self._made: re.Pattern[str] | None = None

    def __getattr__(self, name: str) -> Any:
        if self._made is None:
            self._made = compiled(spelt_out(self._source), self._flags)
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


@cache
def once(source: str) -> re.Pattern[str]:
    """The same for a pattern that stands where it is used; compiled once."""
    return compiled(spelt_out(source))


def compiled(source: str, flags: int = 0) -> re.Pattern[str]:
    """Return what re.compile does, from the store if it was compiled in an earlier run.

    Raises re.error. Compiling is most of a start: 0.3 s for the patterns of a draft. Python keeps
    no compiled pattern itself, so its own steps are taken here; a Python that has others compiles.
    """
    try:
        program: _Program = own_store().get(
            "pattern", f"{int(flags)} {source}", lambda: _program(source, flags)
        )
        return _assembled(source, program)
    except (ImportError, AttributeError, TypeError, ValueError, RuntimeError):
        return re.compile(source, flags)


def any_of(words: Iterable[str]) -> re.Pattern[str]:
    """Return a pattern that finds any of the words, the longer one where two begin together.

    It is the same in every process, whatever the order of a set: only so is it found in the store.
    """
    longest_first = sorted(set(words), key=lambda word: (-len(word), word))
    return compiled("|".join(map(re.escape, longest_first)))


def _program(source: str, flags: int) -> _Program:
    from re import _compiler, _parser  # type: ignore[attr-defined]

    parsed = _parser.parse(source, int(flags))
    code = array("I", _compiler._code(parsed, int(flags)))
    state = parsed.state
    return int(flags) | state.flags, code.tobytes(), state.groups, dict(state.groupdict)


def _assembled(source: str, program: _Program) -> re.Pattern[str]:
    import _sre  # type: ignore[import-not-found]

    flags, code, groups, numbers = program
    names: list[str | None] = [None] * groups
    for name, number in numbers.items():
        names[number] = name
    words = array("I", code).tolist()
    made = _sre.compile(source, flags, words, groups - 1, numbers, tuple(names))
    return cast("re.Pattern[str]", made)
