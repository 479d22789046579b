"""Reads Word files of any age (.docx .doc .wps .rtf .odt), told by content, not by name."""

from linter.readers.office.read import read

__all__ = ["read"]
