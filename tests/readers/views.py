"""What the reader tests look at: a document told as short lines."""

from linter.document.model import Document
from linter.document.nodes import Block, Box, Paragraph, Table
from tests.helpers import draft


def told(source: str | Document, form: str = "md") -> list[str]:
    """Each block as a line: paragraphs as they read, tables row by row, boxes with their bodies."""
    document = draft(source, form) if isinstance(source, str) else source
    return [line for block in document.blocks for line in _block(block)]


def _block(block: Block) -> list[str]:
    if isinstance(block, Paragraph):
        return [block.line]
    if isinstance(block, Table):
        return [" | ".join("^" if c.covered else c.text for c in row) for row in block.rows]
    return _box(block)


def _box(box: Box) -> list[str]:
    inner = [line for part in box.body for line in _block(part)]
    return [f"[{box.title.line if box.title else ''}]", *(f"  {line}" for line in inner)]
