"""The lists of wrong forms, and what makes a form legal.

A form that is a legal part of other words carries the neighbours that make it one (平合: 公平合理);
where two words may meet in a form (观模, for 规模: 宏观模型), the neighbours are a dictionary's.
"""

from collections.abc import Iterator, KeysView
from enum import StrEnum
from itertools import chain
from typing import NamedTuple

from linter.plan.lexicon import Lexicon
from linter.text.store import own_store


class Certainty(StrEnum):
    """ERROR: never right. LIKELY: right in some context that the neighbours do not show."""

    ERROR = "error"
    LIKELY = "likely"
    GLYPH = "glyph"
    TRADITIONAL = "traditional"
    CODE_POINT = "code-point"


class WrongForm(NamedTuple):
    """An entry of the lists: a form, what is meant, and the neighbours that make it legal."""

    wrong: str
    right: str
    certainty: Certainty
    at: int  # where the two characters that it is looked up by begin
    not_after: str = ""
    not_before: str = ""

    def stands(self, text: str, start: int) -> bool:
        """Tell whether the form begins at `start` of the text, its neighbours permitting."""
        end = start + len(self.wrong)
        if start < 0 or not text.startswith(self.wrong, start):
            return False
        before, after = text[start - 1 : start] if start else "", text[end : end + 1]
        excused = (before and before in self.not_after) or (after and after in self.not_before)
        return not excused


class Neighbours(NamedTuple):
    """The characters that end, or begin, a word together with a character; words of one."""

    ends: dict[str, str]
    begins: dict[str, str]
    alone: frozenset[str]

    @classmethod
    def of(cls, lexicon: Lexicon) -> "Neighbours":
        entries = lexicon.entries("generated/neighbours")
        found = (item for entry in entries for item in entry.items())
        lists = {name: lines.splitlines() for name, lines in found}
        ends, begins = (dict(line.split() for line in lists[name]) for name in ("ends", "begins"))
        return cls(ends, begins, frozenset("".join(lists["alone"])))

    def meet(self, text: str, start: int, *, alone: bool) -> bool:
        """Tell whether a word can end with the character at `start` and another begin behind it.

        `alone`: words of one character count, too.
        """
        last, first = text[start], text[start + 1]
        ends, begins = self.words_around(text, start)
        return (ends or (alone and last in self.alone)) and (
            begins or (alone and first in self.alone)
        )

    def words_around(self, text: str, start: int) -> tuple[bool, bool]:
        """Tell whether the characters at `start` and behind it make words with those around."""
        before, after = text[start - 1 : start] if start else "", text[start + 2 : start + 3]
        ends = bool(before and before in self.ends.get(text[start], ""))
        return ends, bool(after and after in self.begins.get(text[start + 1], ""))


def neighbours(lexicon: Lexicon) -> Neighbours:
    """The neighbours of a lexicon; a large table, to be asked for only when a form is found."""
    return Neighbours.of(lexicon)


def wrong_forms(lexicon: Lexicon) -> Iterator[WrongForm]:
    """Yield the forms of the lists typos, lookalikes and homophones."""
    for fields in chain.from_iterable(_keyed(lexicon).values()):
        yield _form(fields)


class WrongForms:
    """The forms by the two characters that they are looked up by."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._fields = _keyed(lexicon)

    def keys(self) -> KeysView[str]:
        """The pairs of characters."""
        return self._fields.keys()

    def of(self, key: str) -> Iterator[WrongForm]:
        """Yield the forms of a pair."""
        return map(_form, self._fields.get(key, ()))


_Fields = tuple[str, str, str, int, str, str]  # of a WrongForm


def _form(fields: _Fields) -> WrongForm:
    wrong, right, certainty, at, after, before = fields
    return WrongForm(wrong, right, Certainty(certainty), at, after, before)


def _keyed(lexicon: Lexicon) -> dict[str, list[_Fields]]:
    names = ("typos", "generated/lookalikes", "homophones")
    lists = [lexicon.entries(name) for name in names]
    source = "\0".join("\n".join(entries) for entries in lists)
    return own_store().get("wrong forms", source, lambda: _listed(*lists))


def _listed(
    typos: list[str], lookalikes: list[str], homophones: list[str]
) -> dict[str, list[_Fields]]:
    found: dict[str, list[_Fields]] = {}

    def add(
        wrong: str, right: str, certainty: Certainty, after: str = "", before: str = ""
    ) -> None:
        at = _key_at(wrong, right)
        fields = (wrong, right, certainty.value, at, after, before)
        found.setdefault(wrong[at : at + 2], []).append(fields)

    for line in typos:
        wrong, right, *rest = line.split()
        guards = dict(word.split("=") for word in rest if "=" in word)
        certainty = Certainty.LIKELY if rest and "certain" not in rest else Certainty.ERROR
        add(wrong, right, certainty, guards.get("after", ""), guards.get("before", ""))
    for lines, certainty in ((lookalikes, Certainty.ERROR), (homophones, Certainty.LIKELY)):
        for line in lines:
            right, *wrongs = line.split()
            for wrong in wrongs:
                add(wrong, right, certainty)
    return found


def _key_at(wrong: str, right: str) -> int:
    """Where two characters begin that hold the wrong one: the rarest pair of the form."""
    pairs = zip(wrong, right, strict=False)
    differs = next((i for i, (a, b) in enumerate(pairs) if a != b), len(wrong) - 1)
    return max(0, min(differs, len(wrong) - 2))
