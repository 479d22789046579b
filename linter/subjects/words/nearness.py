"""One slip in a name: a character changed, dropped, added, or swapped with its neighbour."""

from collections.abc import Iterator

_NEXT = 2  # characters beside a part of which one slip leaves one, at its place or the next
_LONG = 8  # characters of a name of which the first or last may be dropped


def pieces(name: str) -> list[tuple[str, int]]:
    """Return parts of a name, and where they stand in it, of which one slip leaves one whole."""
    half = len(name) // 2
    if len(name) < 6:
        return [(name[:half], 0), (name[half:], half)]
    third = len(name) // 3
    return [(name[:third], 0), (name[third : 2 * third], third), (name[2 * third :], 2 * third)]


def near_places(text: str, name: str, part: str, at: int, offset: int) -> Iterator[tuple[int, int]]:
    """Yield where a text has the name itself or one slip of it; it has `part`, which stands in the
    name at `offset`, at `at`.

    The name itself comes first: nothing is a slip then.
    """
    size, first = len(name), at - offset
    if first >= 0 and text.startswith(name, first):
        yield first, first + size
        return
    if not _may_be_near(text, name, part, at, offset):
        return
    for start, end in _windows(first, size):
        words = text[start:end] if start >= 0 else ""
        if len(words) == end - start and one_off(words, name):
            yield start, end


def _may_be_near(text: str, name: str, part: str, at: int, offset: int) -> bool:
    """Tell whether all is right on one side of a part, and on the other what one slip leaves."""
    behind, end = name[offset + len(part) :], at + len(part)
    if text.startswith(name[:offset], max(0, at - offset)):
        return len(behind) < _NEXT or not set(behind[:_NEXT]).isdisjoint(text[end : end + _NEXT])
    before = name[:offset]
    return text.startswith(behind, end) and (
        len(before) < _NEXT or not set(before[-_NEXT:]).isdisjoint(text[max(0, at - _NEXT) : at])
    )


def _windows(start: int, size: int) -> Iterator[tuple[int, int]]:
    """The places of equal length, of one character less, and of one more, behind or before."""
    yield start, start + size
    yield start, start + size - 1
    yield start + 1, start + size
    yield start, start + size + 1
    yield start - 1, start + size


def one_off(words: str, name: str) -> bool:
    """Tell whether the words are the name with one slip."""
    if len(words) == len(name):
        at = next((i for i, char in enumerate(name) if char != words[i]), len(name))
        if words[at + 1 :] == name[at + 1 :]:
            return at < len(name)
        swapped = name[at + 1] + name[at]
        return words[at : at + 2] == swapped and words[at + 2 :] == name[at + 2 :]
    shorter, longer = sorted((words, name), key=len)
    same = next((i for i, char in enumerate(shorter) if char != longer[i]), len(shorter))
    if longer[:same] + longer[same + 1 :] != shorter:
        return False
    if longer is words:  # added inside; beside the name anything may stand
        return 0 < same < len(longer) - 1
    return 0 < same < len(name) - 1 or len(name) >= _LONG
