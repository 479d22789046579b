"""Names that share most of their characters: a cheap test before their words are judged."""


def is_alike(first: str, second: str) -> bool:
    """Tell whether two thirds of the characters are common: in no order."""
    if 2 * min(len(first), len(second)) < max(len(first), len(second)):
        return False
    ours, theirs = set(first), set(second)
    return 3 * len(ours & theirs) >= 2 * max(len(ours), len(theirs))
