"""Lengths of OOXML: plain numbers in a unit of their place, or numbers with a unit (strict)."""

from linter.text.patterns import lazily

_LENGTH = lazily(r"(-?\d{1,9}(?:\.\d{1,6})?)(mm|cm|in|pt|pc|pi)?")
_POINTS = {"mm": 72 / 25.4, "cm": 720 / 25.4, "in": 72.0, "pt": 1.0, "pc": 12.0, "pi": 12.0}
_MOST = 1638.0  # Word's own bound on sizes and spacings; its pages end at 1584
TWIPS, HALF_POINTS = 20, 2


def points(value: str | None, parts: int = TWIPS) -> float | None:
    """Return a length in points; a plain number counts `parts` of a point.

    None where it is missing, no length, or beyond anything that Word draws.
    """
    match = _LENGTH.fullmatch(value.strip()) if value else None
    if match is None:
        return None
    found = float(match[1]) * (_POINTS[match[2]] if match[2] else 1 / parts)
    return found if abs(found) <= _MOST else None


def millimetres(value: str | None) -> float | None:
    """Return a length of a page in millimetres, None as for `points`."""
    found = points(value)
    return None if found is None else found / _POINTS["mm"]
