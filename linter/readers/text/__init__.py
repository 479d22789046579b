"""Reads plain text (.txt)."""

from linter.readers.text.read import read

__all__ = ["read"]
