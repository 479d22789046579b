"""What keeps words of a draft from being more than words in a spreadsheet."""

from linter.text.patterns import lazily

# OWASP, CSV Injection; a spreadsheet in an East Asian setting takes the full-width forms, too.
_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_UNFIT = lazily(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_RETURN = lazily(r"\r\n?")
LONGEST = 32767  # characters of a cell


def is_formula(words: str) -> bool:
    """Tell whether a spreadsheet may take words for a formula."""
    return words.startswith(_STARTS)


def plain(words: str) -> str:
    """Return the words without characters that XML has no place for, as long as a cell may be.

    A carriage return would end a row of a CSV file in the middle of a cell (csv does not quote it).
    """
    return _UNFIT.sub("", _RETURN.sub("\n", words))[:LONGEST]
