"""How the text of a file is written: its codec, its byte order mark, and how that is known."""

from enum import StrEnum
from typing import NamedTuple


class HowKnown(StrEnum):
    """How an encoding is known: no doubt is possible (plain UTF-8), a byte order mark or the page
    says so, the words say so, or a second encoding would fit as well."""

    PLAIN = "plain"
    MARKED = "marked"
    DECLARED = "declared"
    JUDGED = "judged"
    DOUBTFUL = "doubtful"


class Encoding(NamedTuple):
    """The encoding of a text file; `mark` is its byte order mark."""

    codec: str = "utf-8"
    mark: bytes = b""
    known: HowKnown = HowKnown.PLAIN

    def decode(self, data: bytes) -> str:
        """Return the text of a file. Raises UnicodeDecodeError."""
        return data[len(self.mark) :].decode(self.codec)

    def encode(self, text: str) -> bytes:
        """Return the bytes of a file with this text."""
        return self.mark + text.encode(self.codec)


UTF8 = Encoding()
