"""Characters of the symbol fonts, which Word keeps at U+F020 to U+F0FF, as plain characters."""

from linter.readers.raw import PLACEHOLDER
from linter.text.patterns import lazily

_PRIVATE = lazily("[\uf020-\uf0ff]")
# Characters that show nothing (optional hyphen, zero width), and the no-break hyphen when typed.
_TYPED = {0xAD: None, 0x200B: None, 0x2060: None, 0xFEFF: None, 0x2011: "-"}
# What is not taken as it is typed.
ODD = lazily("[\uf020-\uf0ff\xad\u200b\u2060\ufeff\u2011]")
_WINGDINGS = (
    {0x6C: "●", 0x6E: "■", 0x6F: "□", 0x71: "❑", 0x72: "❒", 0x75: "◆", 0x76: "❖", 0x9F: "•"}
    | {0xA1: "○", 0xA7: "▪", 0xA8: "□", 0xAB: "★", 0xD8: "➢", 0xE0: "→", 0xE8: "➔"}
    | {0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑"}
    | {0x81 + i: chr(ord("①") + i) for i in range(10)}
    | {0x8C + i: chr(ord("❶") + i) for i in range(10)}
)
_SYMBOL = (
    {0xA3: "≤", 0xB3: "≥", 0xB4: "×", 0xB8: "÷", 0xB1: "±", 0xB0: "°", 0xB9: "≠", 0xBB: "≈"}
    | {0xB7: "•", 0xA2: "′", 0xB2: "″", 0xA5: "∞", 0xAE: "→", 0xAC: "←", 0xD7: "·", 0xE5: "∑"}
    | dict(zip(range(0x61, 0x7B), "αβχδεφγηιϕκλμνοπθρστυϖωξψζ", strict=True))
)
_WINGDINGS_2 = {0x50: "✓", 0x4F: "✗", 0x51: "☒", 0x52: "☑", 0xA3: "□"}
_FONTS = {"wingdings": _WINGDINGS, "symbol": _SYMBOL, "webdings": {}, "wingdings 2": _WINGDINGS_2}
_OTHERS = ("wingdings 3", "zapfdingbats", "marlett")


def symbol(font: str | None, code: int) -> str:
    """Return the character that a font shows for a code, the placeholder if we do not know."""
    table = _FONTS.get((font or "").lower())
    if table is None and (font or "").lower() not in _OTHERS and not 0xE000 <= code <= 0xF8FF:
        return chr(code) if 0x20 <= code < 0xD800 or 0xF900 <= code < 0xFFFE else PLACEHOLDER
    low = code & 0xFF
    plain = chr(low) if table is _SYMBOL and 0x20 <= low < 0x40 else PLACEHOLDER
    return (table or {}).get(low, plain)


def spelled(text: str, font: str | None) -> str:
    """Return a text with its odd characters as plain ones; private ones need a symbol font."""
    text = text.translate(_TYPED)
    if (font or "").lower() not in _FONTS:
        return text
    return _PRIVATE.sub(lambda match: symbol(font, ord(match.group())), text)
