"""Reads the text of a PDF (optional extra planlint[pdf]): lines, put back into paragraphs.

A PDF has no paragraphs, headings or tables, only characters at places. What is read here is the
running text: page numbers, running heads and what stands in columns (tables) are left out. Only
rules about wording are run on it (linter.engine.plain_text).
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any, NamedTuple

from linter.readers.errors import ReadError
from linter.readers.options import DEFAULT, ReadOptions
from linter.readers.pdf.lines import PdfLine, is_furniture, page_lines
from linter.readers.raw import RawDocument, RawParagraph
from linter.readers.recovery.joining import begins_paragraph, chunk_width
from linter.text.folding import fold

_MISSING = "读取 PDF 要另装组件：pip install 'planlint[pdf]'；或用 Word 原稿（.docx）检查"
_NO_TEXT = "PDF 里没有文字（可能是扫描件），无法检查；请用 Word 原稿（.docx）"
_TABLE_REACH = 6  # lines: so far apart rows of one table may be, where a cell has several lines
_SCRAP = 3  # characters: such a line is the end of a paragraph or a piece of a cell
_INDENT = 3.2  # characters: no paragraph is indented deeper


def read(path: str, data: bytes, options: ReadOptions = DEFAULT) -> RawDocument:
    """Return the running text of a PDF as paragraphs.

    Raises ReadError: needs-pdf (the extra is not installed), encrypted, bad-pdf, too-big, no-text.
    """
    pages = _pages(data, options.limits.pages, options.limits.pdf_characters)
    if not any(pages):
        raise ReadError("no-text", _NO_TEXT, "pdf")
    heads = _running_heads(pages)
    kept: list[PdfLine] = []
    for lines in pages:
        for i, line in enumerate(lines):
            edge = i < 2 or i >= len(lines) - 2
            aside = edge and (is_furniture(line.text) or line.text in heads)
            if not aside:
                kept.append(line)
    column = _column(kept)
    texts = _paragraphs(_without_tables(kept, column), column)
    return RawDocument(path, "pdf", [RawParagraph(text) for text in texts])


def _pages(data: bytes, limit: int, characters: int) -> list[list[PdfLine]]:
    """The lines of each page, of so many characters at most."""
    try:
        import pypdfium2
    except ImportError as error:
        raise ReadError("needs-pdf", _MISSING, "pdf") from error
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            message = "PDF 设有打开密码，请取消密码后再检查"
            raise ReadError("encrypted", message, "pdf") from error
        raise ReadError("bad-pdf", "PDF 已损坏或不是 PDF，无法打开", "pdf") from error
    try:
        if len(document) > limit:
            raise ReadError("too-big", f"PDF 页数过多（超过 {limit} 页）", "pdf")
        pages: list[list[PdfLine]] = []
        for i in range(len(document)):
            pages.append(_page(document, i, characters))
            characters -= sum(len(line.text) for line in pages[-1])
        return pages
    finally:
        document.close()


def _page(document: Any, index: int, room: int) -> list[PdfLine]:
    import pypdfium2

    try:
        page = document[index]
        text = page.get_textpage()
        try:
            if text.count_chars() > room:
                raise ReadError("too-big", "PDF 文字过多", "pdf")
            return list(page_lines(text))
        finally:
            text.close()
            page.close()
    except pypdfium2.PdfiumError as error:
        message = f"PDF 第 {index + 1} 页已损坏，无法读取"
        raise ReadError("bad-pdf", message, "pdf") from error


def _running_heads(pages: Sequence[Sequence[PdfLine]]) -> set[str]:
    """Lines that stand at the head or foot of most pages."""
    edges = Counter(t for page in pages for t in {line.text for line in (*page[:1], *page[-1:])})
    return {text for text, count in edges.items() if count >= 3 and 2 * count >= len(pages)}


class _Column(NamedTuple):
    """The edges of the text: where most lines begin, and where full ones end."""

    left: float
    right: float

    def full(self, line: PdfLine, word: float = 0.0) -> bool:
        """Tell whether a word of this width would not have fitted on the line."""
        return line.right + word > self.right - 0.8 * line.size

    def aside(self, line: PdfLine) -> bool:
        """Tell a line that begins where no paragraph does: in a column of a table, at the right."""
        centred = abs(line.left + line.right - self.left - self.right) < 2 * line.size
        return line.left > self.left + _INDENT * line.size and not centred


def _column(lines: Sequence[PdfLine]) -> _Column:
    long = [line for line in lines if len(line.text) >= 20] or list(lines)
    if not long:
        return _Column(0.0, 0.0)
    lefts = Counter(round(line.left) for line in long)
    rights = sorted(line.right for line in long)
    return _Column(float(lefts.most_common(1)[0][0]), rights[len(rights) * 9 // 10])


def _without_tables(lines: Sequence[PdfLine], column: _Column) -> list[PdfLine]:
    """The lines outside tables: what stands in columns, and short lines in between."""
    rows = [
        i
        for i, line in enumerate(lines)
        if line.gaps
        or column.aside(line)
        or (len(line.text) <= _SCRAP and not (i and column.full(lines[i - 1], 2 * line.size)))
    ]
    inside: set[int] = set(rows)
    for above, below in pairwise(rows):
        if below - above <= _TABLE_REACH:
            inside.update(i for i in range(above, below) if not column.full(lines[i]))
    return [line for i, line in enumerate(lines) if i not in inside]


def _paragraphs(lines: Sequence[PdfLine], column: _Column) -> Iterator[str]:
    """Join lines: a full line goes on in the next one, unless that is indented or numbered."""
    text = ""
    above: PdfLine | None = None
    for line in lines:
        goes_on = (
            above is not None
            and column.full(above, chunk_width(line.text) / 2 * line.size)
            and line.left < column.left + 0.8 * line.size
            and abs(above.size - line.size) < 0.15 * above.size
            and not begins_paragraph(line.text)
        )
        if goes_on:
            text += _between(text, line.text) + line.text
        else:
            if text:
                yield text
            text = line.text
        above = line
    if text:
        yield text


def _between(above: str, below: str) -> str:
    """A blank where a Latin word or number ends a line and another begins the next."""
    a, b = fold(above[-1:]), fold(below[:1])
    return " " if a.isascii() and a.isalnum() and b.isascii() and b.isalnum() else ""
