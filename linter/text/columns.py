"""How wide a text stands on a terminal."""

import unicodedata


def width(text: str) -> int:
    """Return the width of a text in columns: Chinese characters and marks (“”…①) take two."""
    return sum(2 if unicodedata.east_asian_width(c) in "WFA" else 1 for c in text)
