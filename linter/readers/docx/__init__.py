"""Reads Word drafts (.docx). What is read and what is not: docs/word.md."""

from linter.readers.docx.read import read

__all__ = ["read"]
