"""Where a matcher may go two ways at one and the same character: what makes a pattern slow.

A pattern is followed by the characters with which its parts may begin (as with the one-unambiguous
expressions of Brüggemann-Klein and Wood, 1998). It is enough to look at a few characters: those
that the pattern names, and one of every kind.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Literal

_KINDS = "aZ1_ 一，\n\t!"
REPEATS = ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT")
_CLASSES: dict[str, Callable[[str], bool]] = {
    "CATEGORY_DIGIT": str.isdecimal,
    "CATEGORY_SPACE": str.isspace,
    "CATEGORY_WORD": lambda c: c.isalnum() or c == "_",
}
_FEW = 3
_PIECE = 1_000

Chars = frozenset[str]
_NONE: Chars = frozenset()


@dataclass(frozen=True, slots=True)
class Choice:
    """Two ways: to repeat or to go on, or into two branches; or a repetition of nothing.

    `within` a repetition they multiply without end; else there are `ways` of them at most.
    """

    kind: Literal["repeat", "branch", "empty"]
    within: bool
    ways: int


class Choices:
    """Finds the choices in a pattern as sre parsed it."""

    def __init__(self, tree: Any) -> None:
        self._tree = tree

    def __iter__(self) -> Iterator[Choice]:
        return self._of(list(self._tree), _NONE, within=False)

    @cached_property
    def _alphabet(self) -> Chars:
        return frozenset(_KINDS) | frozenset(_letters(self._tree))

    def _of(self, items: Sequence[Any], follow: Chars, *, within: bool) -> Iterator[Choice]:
        """The choices in a sequence in front of what may begin with `follow`."""
        for i, (op, argument) in enumerate(items):
            name, rest = str(op), self._first(items[i + 1 :], follow)
            if name in REPEATS:
                yield from self._repeat(argument, rest, within=within)
            elif name == "BRANCH":
                yield from self._branch(argument[1], rest, within=within)
            else:
                for body in bodies(name, argument):
                    yield from self._of(list(body), rest, within=within)

    def _repeat(self, argument: Any, rest: Chars, *, within: bool) -> Iterator[Choice]:
        low, high, body = int(argument[0]), int(argument[1]), list(argument[2])
        begin = self._first(body, _NONE)
        if high > 1 and self.may_be_empty(body):
            yield Choice("empty", within or high > _FEW, 2)
        if low != high and begin & rest:
            yield Choice("repeat", within, min(high, _PIECE) - low + 1)
        again = begin | rest if high > 1 else rest
        yield from self._of(body, again, within=within or high > _FEW)

    def _branch(self, branches: Any, rest: Chars, *, within: bool) -> Iterator[Choice]:
        firsts = [self._first(branch, rest) for branch in branches]
        if sum(map(len, firsts)) > len(frozenset().union(*firsts)):
            yield Choice("branch", within, len(firsts))
        for branch in branches:
            yield from self._of(list(branch), rest, within=within)

    def _first(self, items: Any, follow: Chars) -> Chars:
        """With what a sequence may begin; `follow` comes in where it may be empty."""
        found = _NONE
        for item in items:
            found |= self._begin(str(item[0]), item[1])
            if not self.may_be_empty([item]):
                return found
        return found | follow

    def _begin(self, name: str, argument: Any) -> Chars:
        if name == "LITERAL":
            return frozenset(chr(argument))
        if name == "NOT_LITERAL":
            return self._alphabet - {chr(argument)}
        if name == "IN":
            return frozenset(c for c in self._alphabet if _is_in(c, argument))
        if name in ("ANY", "GROUPREF"):
            return self._alphabet
        if name == "BRANCH":
            return frozenset().union(*(self._first(branch, _NONE) for branch in argument[1]))
        if name in REPEATS:
            return self._first(argument[2], _NONE)
        if name in ("ASSERT", "ASSERT_NOT"):
            return _NONE
        return frozenset().union(*(self._first(body, _NONE) for body in bodies(name, argument)))

    def all_of(self, items: Any) -> Chars:
        """Every character that may stand in what a sequence matches."""
        found = _NONE
        for op, argument in items:
            name = str(op)
            if name == "BRANCH":
                parts = argument[1]
            elif name in REPEATS:
                parts = [argument[2]]
            elif name in ("SUBPATTERN", "ATOMIC_GROUP"):
                parts = list(bodies(name, argument))
            else:
                found |= self._begin(name, argument)
                continue
            found = found.union(*map(self.all_of, parts))
        return found

    def may_be_empty(self, items: Sequence[Any]) -> bool:
        """Tell whether a sequence may match nothing."""
        return all(_empty(str(op), argument) for op, argument in items)


def _empty(name: str, argument: Any) -> bool:
    if name in REPEATS:
        return bool(argument[0] == 0) or all(_empty(str(o), a) for o, a in argument[2])
    if name == "BRANCH":
        return any(all(_empty(str(o), a) for o, a in branch) for branch in argument[1])
    if name in ("SUBPATTERN", "ATOMIC_GROUP"):
        (body,) = bodies(name, argument)
        return all(_empty(str(o), a) for o, a in body)
    return name in ("AT", "ASSERT", "ASSERT_NOT", "GROUPREF", "GROUPREF_EXISTS")


def bodies(name: str, argument: Any) -> Iterator[Any]:
    """The patterns inside a group or a look-around."""
    if name == "SUBPATTERN":
        yield argument[3]
    elif name in ("ASSERT", "ASSERT_NOT"):
        yield argument[1]
    elif name == "ATOMIC_GROUP":
        yield argument
    elif name == "GROUPREF_EXISTS":
        yield from (body for body in argument[1:] if body)


def _letters(tree: Any) -> Iterator[str]:
    """The characters that a pattern names."""
    for op, argument in tree:
        name = str(op)
        if name in ("LITERAL", "NOT_LITERAL"):
            yield chr(argument)
        elif name == "RANGE":
            yield from map(chr, argument)
        elif name == "IN":
            yield from _letters(argument)
        elif name == "BRANCH":
            for branch in argument[1]:
                yield from _letters(branch)
        elif name in REPEATS:
            yield from _letters(argument[2])
        else:
            for body in bodies(name, argument):
                yield from _letters(body)


def _is_in(char: str, members: Any) -> bool:
    """Tell whether a character belongs to a class in brackets."""
    negated, found = False, False
    for op, argument in members:
        name = str(op)
        if name == "NEGATE":
            negated = True
        elif name == "LITERAL":
            found |= char == chr(argument)
        elif name == "RANGE":
            found |= argument[0] <= ord(char) <= argument[1]
        else:
            word = str(argument)
            holds = _CLASSES[word.replace("_NOT", "")](char)
            found |= holds != ("_NOT" in word)
    return found != negated
