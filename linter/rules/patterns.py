"""Regular expressions from packs: those that could run without end are refused on load.

Python's matcher cannot be interrupted on every system, so what makes it slow is not let in: a
repetition inside a repetition, alternatives that begin alike inside a repetition, and more than
two unbounded repetitions of “anything”. Patterns are matched against folded text in pieces
(linter.checks.patterns), which bounds what is left.
"""

import re
import warnings
from collections.abc import Iterator
from typing import Any

from linter.chinese import fold

_LONGEST = 1_000
_FEW = 3
_UNBOUNDED = 100
_MOST_WIDE = 2
_FEW_LETTERS = 1_000
_WIDE_CLASSES = ("CATEGORY_WORD", "CATEGORY_NOT_DIGIT", "CATEGORY_NOT_SPACE", "CATEGORY_NOT_WORD")


class PatternError(ValueError):
    """A pattern does not compile or could be slow; the message says which."""


def compile_pattern(text: str) -> re.Pattern[str]:
    """Return the pattern, its full-width marks folded as texts are. Raises PatternError."""
    import re._parser as parser  # type: ignore[import-not-found,unused-ignore]

    if len(text) > _LONGEST:
        raise PatternError(f"超过 {_LONGEST} 个字符")
    folded = "".join(c if fold(c) == c or c == "　" else re.escape(fold(c)) for c in text)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            compiled = re.compile(folded)
            tree = parser.parse(folded)
    except (re.error, OverflowError, RecursionError) as error:
        raise PatternError(f"不是有效的正则表达式（{error}）") from error
    if compiled.match(""):
        raise PatternError("会匹配空文字")
    if reason := next(_slow(tree, within=False), None):
        raise PatternError(reason)
    if _wide(tree) > _MOST_WIDE:
        raise PatternError(f"“.*”一类不限长的重复超过 {_MOST_WIDE} 处，请改为“.{{0,40}}”")
    return compiled


def _slow(tree: Any, *, within: bool) -> Iterator[str]:
    """Yield why a parsed pattern may take exponential time; `within` a repetition."""
    for op, argument in tree:
        name = str(op)
        if name in ("MAX_REPEAT", "MIN_REPEAT"):
            low, high, body = argument
            if within and int(high) > 1 and low != high:
                yield "重复之中又有重复，如“(…+)+”，可能极慢"
            yield from _slow(body, within=within or int(high) > _FEW)
        elif name == "BRANCH":
            firsts = [_first(branch) for branch in argument[1]]
            if within and (None in firsts or len(set(firsts)) < len(firsts)):
                yield "重复之中有开头相同的分支，如“(甲|甲乙)+”，可能极慢"
            for branch in argument[1]:
                yield from _slow(branch, within=within)
        else:
            for body in _bodies(name, argument):
                yield from _slow(body, within=within)


def _bodies(name: str, argument: Any) -> Iterator[Any]:
    """The patterns inside a group or a look-around."""
    if name == "SUBPATTERN":
        yield argument[3]
    elif name in ("ASSERT", "ASSERT_NOT"):
        yield argument[1]
    elif name == "ATOMIC_GROUP":
        yield argument
    elif name == "GROUPREF_EXISTS":
        yield from (body for body in argument[1:] if body)


def _first(branch: Any) -> Any:
    """The literal with which an alternative begins, None if it begins with anything else."""
    items = list(branch)
    return items[0][1] if items and str(items[0][0]) == "LITERAL" else None


def _wide(tree: Any) -> int:
    """How many unbounded repetitions of a wide class (“.”, [^…], \\w) a pattern has."""
    count = 0
    for op, argument in tree:
        name = str(op)
        if name in ("MAX_REPEAT", "MIN_REPEAT"):
            _, high, body = argument
            count += int(high) > _UNBOUNDED and any(map(_is_wide, body))
            count += _wide(body)
        elif name == "BRANCH":
            count += max(_wide(branch) for branch in argument[1])
        else:
            count += sum(_wide(body) for body in _bodies(name, argument))
    return count


def _is_wide(item: Any) -> bool:
    """Tell whether an item of a pattern matches nearly anything: “.”, [^…], \\w, [一-龥]."""
    name, argument = str(item[0]), item[1]
    if name in ("ANY", "NOT_LITERAL"):
        return True
    return name == "IN" and any(
        str(kind) == "NEGATE"
        or str(value) in _WIDE_CLASSES
        or (str(kind) == "RANGE" and value[1] - value[0] > _FEW_LETTERS)
        for kind, value in argument
    )
