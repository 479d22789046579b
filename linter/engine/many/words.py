"""The words for how many processes check the files; light, as the command line is made from it."""

AUTO = 0
AUTO_WORD = "auto"
MOST = 64


def jobs_of(word: str) -> int | None:
    """How many processes a word asks for, AUTO for as many as are worth it; None if it is none."""
    if word.lower() == AUTO_WORD:
        return AUTO
    number = int(word) if word.isascii() and word.isdigit() and len(word) < len("1000") else 0
    return number if 1 <= number <= MOST else None
