"""The model of a draft, and how a Word draft looks. Nothing here opens a file."""

from linter.document.model import Document
from linter.document.nodes import Box, Cell, Paragraph, Span, Table, TextNode

__all__ = ["Box", "Cell", "Document", "Paragraph", "Span", "Table", "TextNode"]
