"""How a draft is to be read: which view of its tracked changes, within which bounds."""

from dataclasses import dataclass

from linter.readers.view import View


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds on a file and its text. Real drafts stay far below all of them.

    `file_bytes` bounds a file of any format before it is read; `ratio` is unpacked to packed size
    and is asked only of XML parts above `ratio_from` bytes; `tags` bounds the memory of a parsed
    part before it is parsed, `names` the different names in it; `columns` is Word's own bound;
    `grid` is rows times columns, of one table and of all; `pieces` counts commented paragraphs;
    `pages` and `pdf_characters` bound a PDF; `conversion_seconds` is what LibreOffice may take for
    an older format. `findings` is how many are listed of one rule in one draft; all are counted.
    """

    file_bytes: int = 128 * 1024 * 1024
    members: int = 5_000
    part_bytes: int = 64 * 1024 * 1024
    total_bytes: int = 256 * 1024 * 1024
    ratio: int = 200
    ratio_from: int = 1024 * 1024
    tags: int = 2_000_000
    names: int = 3_000
    paragraphs: int = 60_000
    columns: int = 63
    grid: int = 400_000
    depth: int = 20
    pieces: int = 50_000
    pages: int = 2_000
    pdf_characters: int = 5_000_000
    conversion_seconds: float = 60.0
    findings: int = 500


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """What the user may choose about reading; the same for every format."""

    view: View = View.FINAL
    limits: Limits = Limits()


DEFAULT = ReadOptions()
