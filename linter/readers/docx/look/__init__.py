"""How a Word draft looks, read only when somebody asks: pages, fonts, sizes, indents, spacing."""

from linter.readers.docx.look.read import read_layout

__all__ = ["read_layout"]
