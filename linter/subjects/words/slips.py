"""Words of plans with one character mistaken for another of its sound or look: 契和度, 优质均横.

The forms are composed from the lexicon slips: a word, and for each of its places the characters
that are written there by mistake and make no word. Two words may still meet in a form.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from linter.plan.lexicon import Lexicon
from linter.subjects.words.wrong_forms import neighbours
from linter.text.counted import Counted
from linter.text.patterns import lazily
from linter.text.segmentation import builtin_words
from linter.text.store import own_store

# Names of places and firms are coined from any characters.
_NAME_BEHIND = lazily(
    r"[镇乡村县州路街巷河湖江岭沟湾港桥寺岛]|[\u4e00-\u9fff]{0,4}(?:公司|集团|股份)"
)
_QUOTED = lazily("“[^“”]{1,10}”")
_QUOTE = 12  # characters of what is quoted, with its marks
_SHORT = 2
_MOST = 2  # a form that a draft has more often is a word of its own


class Slip(NamedTuple):
    """A wrong form, where it begins in its text, and the word that is meant."""

    start: int
    wrong: str
    right: str

    def is_borne_out(self, draft: Counted) -> bool:
        """Tell whether the draft itself bears it out; a form of two characters needs its word."""
        if draft.times(self.wrong) > _MOST:
            return False
        return len(self.wrong) > _SHORT or draft.times(self.right) > 0


def slip_forms(lexicon: Lexicon) -> dict[str, list[tuple[int, str, str]]]:
    """The wrong forms by two characters that hold the wrong one: their place, form and word."""
    lines = lexicon.entries("generated/slips")
    return own_store().get("slips", "\n".join(lines), lambda: _forms(lines))


def _forms(lines: list[str]) -> dict[str, list[tuple[int, str, str]]]:
    forms: dict[str, list[tuple[int, str, str]]] = {}
    for line in lines:
        word, _, wrong = line.partition(" ")
        for i, chars in enumerate(wrong.split("/")):
            at = min(i, len(word) - 2)
            for char in chars:
                form = word[:i] + char + word[i + 1 :]
                forms.setdefault(form[at : at + 2], []).append((at, form, word))
    return forms


def find_slips(text: str, places: Iterable[int], lexicon: Lexicon) -> Iterator[Slip]:
    """Yield the wrong forms of a text that no two words and no name can account for.

    `places` are those where a key of `slip_forms` stands.
    """
    forms = lexicon.get(slip_forms)
    for i in places:
        for at, wrong, right in forms.get(text[i : i + 2], ()):
            start = i - at
            if start < 0 or not text.startswith(wrong, start):
                continue
            if _is_slip(text, start, len(wrong), lexicon):
                yield Slip(start, wrong, right)


def _is_slip(text: str, start: int, size: int, lexicon: Lexicon) -> bool:
    """Tell a slip from two words that meet, from a name and from what is quoted."""
    known = lexicon.get(neighbours)
    ends, begins = known.words_around(text, start)[0], known.words_around(text, start + size - 2)[1]
    if ends or begins or (size == _SHORT and known.meet(text, start, alone=True)):
        return False
    if _NAME_BEHIND.match(text, start + size):
        return False
    around = _QUOTED.finditer(text, max(0, start - _QUOTE), start + _QUOTE)
    if any(m.start() < start < m.end() for m in around):
        return False
    return not builtin_words().is_cut_out(text, start, start + size)
