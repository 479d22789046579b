"""Text for a terminal: nothing in it can move the cursor, change colours or turn the line round.

Drafts, names of files and configurations may hold escape sequences. Each character that a terminal
acts on is shown by another one in its place, so that offsets stay.
"""

import re

_BIDI = (0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))
_LINES = (0x0085, 0x2028, 0x2029)
_SHOWN = {code: 0x2400 + code for code in range(0x20) if chr(code) not in "\n\t"}
_SHOWN |= {0x7F: 0x2421} | dict.fromkeys((*range(0x80, 0xA0), *_BIDI, *_LINES), 0xFFFD)
_ACTING = re.compile(f"[{re.escape(''.join(map(chr, _SHOWN)))}]")


def harmless(text: str) -> str:
    """Return the text with a visible sign (␛ for ESC) for every character that a terminal acts on;
    breaks of lines and tabs stay."""
    return text.translate(_SHOWN) if _ACTING.search(text) else text
