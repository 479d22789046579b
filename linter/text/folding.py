"""Characters and numerals of Chinese official writing, below everything else.

Folding maps every character to exactly one character, so offsets into a folded text are
offsets into the text itself.
"""

import re
from functools import lru_cache

from linter.text.patterns import lazily

_SPACES = "\u00a0\u2002\u2003\u2009\u3000\t\ufeff\u200b"
# Everything that is blank once it is folded.
BLANKS = (
    _SPACES
    + " \n\r\v\f\x1c\x1d\x1e\x1f\x85\u1680\u2028\u2029\u202f\u205f"
    + "".join(map(chr, range(0x2000, 0x200B)))
)
_FOLD = (
    {chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
    | dict.fromkeys(_SPACES, " ")
    | {"﹪": "%", "﹙": "(", "﹚": ")", "∶": ":", "﹒": ".", "–": "—"}
)
_FOLDED = lazily(f"[{re.escape(''.join(_FOLD))}]")
_SHORT = 48
_NOT_KEY = lazily(r"[\s“”\"'‘’]+")


def fold(text: str) -> str:
    """Return the text with full-width forms as ASCII and every kind of blank as a space.

    Same length as the input. 、。“”《》〔〕【】— are Chinese marks of their own and stay.
    """
    if text.isascii() and "\t" not in text:  # most cells of a table
        return text
    for char in set(_FOLDED.findall(text)):  # many times as fast as str.translate
        text = text.replace(char, _FOLD[char])
    return text


def key(text: str) -> str:
    """Return the text folded, without blanks and quotation marks: equal keys, equal words."""
    return _short_key(text) if len(text) <= _SHORT else _key(text)


def _key(text: str) -> str:
    return _NOT_KEY.sub("", fold(text))


# Names and cells are asked for again and again.
_short_key = lru_cache(maxsize=4096)(_key)


def is_han(char: str) -> bool:
    """Tell whether a character is a CJK ideograph of the basic block or extension A."""
    return "\u4e00" <= char <= "\u9fff" or "\u3400" <= char <= "\u4dbf"
