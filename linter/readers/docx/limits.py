"""How much a file may ask of the reader."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds on a package and its text. Real drafts stay far below all of them.

    `ratio` is unpacked to packed size and is asked only of XML parts above `ratio_from` bytes;
    `tags` bounds the memory of a parsed part before it is parsed; `columns` is Word's own bound;
    `grid` is rows times columns, of one table and of all; `pieces` counts commented paragraphs.
    """

    members: int = 5_000
    part_bytes: int = 64 * 1024 * 1024
    total_bytes: int = 256 * 1024 * 1024
    ratio: int = 200
    ratio_from: int = 1024 * 1024
    tags: int = 2_000_000
    paragraphs: int = 60_000
    columns: int = 63
    grid: int = 400_000
    depth: int = 20
    pieces: int = 50_000


DEFAULT_LIMITS = Limits()
