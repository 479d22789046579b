"""Reads drafts as web pages (.html)."""

from linter.readers.html.read import read

__all__ = ["read"]
