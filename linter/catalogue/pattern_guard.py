"""Regular expressions from packs: those that could run without end are refused on load.

Python's matcher cannot be interrupted on every system, so what makes it slow is not let in: inside
a repetition, a place at which it may go two ways (linter.catalogue.choices); elsewhere too many of
them; more than two unbounded repetitions of “anything”; and unbounded ones side by side that may
run over the same characters (linter.catalogue.growth). Patterns are matched against folded
text in pieces (linter.subjects.generic.passages), which bounds what is left.
"""

import re
import warnings
from typing import Any

from linter.catalogue.choices import Choices, bodies
from linter.catalogue.growth import degree
from linter.catalogue.pattern_messages import fault
from linter.text.folding import fold

_LONGEST = 1_000
_MOST_WAYS = 2_000_000
_UNBOUNDED = 100
_MOST_WIDE = 2
_MOST_DEGREE = 2
_FEW_LETTERS = 1_000
_WIDE_CLASSES = ("CATEGORY_WORD", "CATEGORY_NOT_DIGIT", "CATEGORY_NOT_SPACE", "CATEGORY_NOT_WORD")

_REASONS = {
    "repeat": "重复之中又有重复，二者分不清界限，如“(…+)+”，可能极慢",
    "branch": "重复之中有开头相同的分支，如“(甲|甲甲)+”，可能极慢",
    "empty": "重复的内容可以为空，如“(甲?)+”，可能极慢",
}


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
        raise PatternError(f"不是有效的正则表达式（{fault(error)}）") from error
    if compiled.match(""):
        raise PatternError("会匹配空文字")
    if _wide(tree) > _MOST_WIDE:
        raise PatternError(f"“.*”一类不限长的重复超过 {_MOST_WIDE} 处，请改为“.{{0,40}}”")
    if degree(tree) > _MOST_DEGREE:
        raise PatternError("不限长的重复相连，又能匹配同样的字，可能极慢，请改为“{0,40}”")
    if reason := _slow(tree):
        raise PatternError(reason)
    return compiled


def _slow(tree: Any) -> str | None:
    """Why a parsed pattern may take exponential time, None if it cannot."""
    ways = 1
    for choice in Choices(tree):
        if choice.within:
            return _REASONS[choice.kind]
        ways *= choice.ways
    return "可有可无的部分过多，可能极慢" if ways > _MOST_WAYS else None


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
            count += sum(_wide(body) for body in bodies(name, argument))
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
