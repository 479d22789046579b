"""Reads Markdown drafts (.md)."""

from linter.readers.markdown.read import read

__all__ = ["read"]
