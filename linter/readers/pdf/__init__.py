"""Reads the running text of a PDF (extra planlint[pdf])."""

from linter.readers.pdf.read import read

__all__ = ["read"]
