"""From the raw blocks of any format to a Document: boxes, labels, zones, sections."""

from linter.readers.assembly.assemble import assemble

__all__ = ["assemble"]
