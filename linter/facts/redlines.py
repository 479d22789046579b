"""Names that must never be wrong (中华人民共和国, 人民政府, 领导小组 …), one character off."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from linter.lexicon import Lexicon

_HAN = "[\u4e00-\u9fff]"


@dataclass(frozen=True, slots=True)
class RedlineHit:
    """A wrong form of a name at start–end of a text."""

    start: int
    end: int
    name: str


class Redlines:
    """The names and every way in which they are looked for, as one alternation."""

    def __init__(self, entries: list[dict[str, object]]) -> None:
        self._names: dict[str, str] = {}
        self._legal: set[str] = set()
        patterns: list[str] = []
        for entry in entries:
            name = str(entry["name"])
            self._legal |= {name, *_strings(entry.get("legal"))}
            for form in (*_strings(entry.get("forms")), *(_near(name) if entry.get("any") else ())):
                self._names.setdefault(form, name)
                patterns.append(form)
        self._wild = [(re.compile(form), self._names[form]) for form in patterns if "[" in form]
        longest = sorted({*patterns, *self._legal}, key=lambda form: -len(form.replace(_HAN, "汉")))
        self._pattern = re.compile("|".join(longest))

    def find(self, folded: str) -> Iterator[RedlineHit]:
        """Yield the wrong forms in a text; right and legal forms are stepped over."""
        for match in self._pattern.finditer(folded):
            words = match.group()
            if words in self._legal or self._holds_name(words):
                continue
            name = self._names.get(words) or next(
                (name for pattern, name in self._wild if pattern.fullmatch(words)), ""
            )
            if not self._is_legal(folded, match):
                yield RedlineHit(match.start(), match.end(), name)

    def _holds_name(self, words: str) -> bool:
        return any(words == name[: len(words)] or words in name for name in self._legal)

    def _is_legal(self, folded: str, match: re.Match[str]) -> bool:
        """Tell whether a legal phrase that is longer than the match stands around it."""
        around = folded[max(0, match.start() - 3) : match.end() + 3]
        return any(match.group() in legal and legal in around for legal in self._legal)


def _near(name: str) -> Iterator[str]:
    """The patterns of a name with one character replaced, dropped or swapped with the next."""
    for i in range(len(name)):
        yield name[:i] + _HAN + name[i + 1 :]
        if 0 < i < len(name) - 1:
            yield name[:i] + name[i + 1 :]
        if i + 1 < len(name) and name[i] != name[i + 1]:
            yield name[:i] + name[i + 1] + name[i] + name[i + 2 :]


def _strings(value: object) -> tuple[str, ...]:
    return tuple(str(item) for item in value) if isinstance(value, list) else ()


@lru_cache(maxsize=4)
def redlines(lexicon: Lexicon) -> Redlines:
    """The red-line names of a lexicon, compiled once."""
    return Redlines(lexicon.entries("redlines"))
