"""The pages of a section: size, margins, the document grid (sectPr)."""

from typing import NamedTuple

from linter.readers.docx.look.lengths import millimetres, points
from linter.readers.docx.xml import Element, attribute, child

_GRIDS = ("lines", "linesAndChars", "snapToChars")


class Margins(NamedTuple):
    """Millimetres; None where they are not set or no length."""

    top: float | None
    bottom: float | None
    left: float | None
    right: float | None


def page_size(section: Element | None) -> tuple[float | None, float | None]:
    """Return (width, height) in millimetres; a page has no size below 0."""
    size = child(section, "pgSz")
    if size is None:
        return None, None
    width, height = millimetres(attribute(size, "w")), millimetres(attribute(size, "h"))
    return (width if width and width > 0 else None), (height if height and height > 0 else None)


def margins(section: Element | None, gutter_at_top: bool) -> Margins:
    """Return the margins with the gutter in the one that it widens.

    A margin above or below that is negative is fixed, whatever the header needs.
    """
    element = child(section, "pgMar")
    if element is None:
        return Margins(None, None, None, None)
    gutter = millimetres(attribute(element, "gutter")) or 0.0
    top, bottom = (millimetres(attribute(element, name)) for name in ("top", "bottom"))
    left, right = (millimetres(attribute(element, name)) for name in ("left", "right"))
    return Margins(
        None if top is None else abs(top) + gutter * gutter_at_top,
        None if bottom is None else abs(bottom),
        None if left is None else left + gutter * (not gutter_at_top),
        right,
    )


def grid_pitch(section: Element | None) -> float | None:
    """Return the height of a line of the document grid in points, None without a grid."""
    grid = child(section, "docGrid")
    if grid is None or attribute(grid, "type") not in _GRIDS:
        return None
    pitch = points(attribute(grid, "linePitch"))
    return pitch if pitch and pitch > 0 else None
