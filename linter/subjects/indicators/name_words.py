"""The words of the names of measures: which carry weight, which are one (name_words.yaml)."""

from functools import cached_property
from typing import Any

from linter.plan.lexicon import Lexicon
from linter.text.patterns import any_of, compiled
from linter.text.sparing import jieba

_SHORTEST = 4


class NameWords:
    """The lexicon of name words, compiled."""

    def __init__(self, lexicon: Lexicon) -> None:
        kinds: dict[str, list[str]] = {}
        for entry in lexicon.entries("name_words"):
            kinds.setdefault(entry["kind"], []).extend(entry["words"])
        self._words = [word for kind, words in kinds.items() if kind != "lead" for word in words]
        self._scopes = any_of(kinds["scope"])
        self._leads = compiled(f"(?:{any_of(kinds['lead']).pattern})+")
        self._light: set[str] = set()
        self._alike: dict[str, str] = {}
        self._heads: dict[str, set[str]] = {}
        for entry in lexicon.entries("name_words"):
            words = entry["words"]
            if entry["kind"] == "light":
                self._light |= set(words)
            elif entry["kind"] == "alike":
                self._alike |= dict.fromkeys(words, words[0])
            elif entry["kind"] == "head":
                self._heads.setdefault(entry["dimension"], set()).update(words)
        self._skeletons: dict[tuple[str, str], str] = {}

    def skeleton(self, name: str, dimension: str) -> str:
        """The words of a canonical name that tell what is measured, alike words under one form.

        Light words (水平, 总, 规模) are left out, and so is a last word that says no more than
        the dimension of the unit does (装机 of 万千瓦, 里程 of 公里). Near names have one
        skeleton; "" where too little is left to tell a measure.
        """
        found = self._skeletons.get((name, dimension))
        if found is None:
            bones = self.bones(name, dimension)
            found = bones if len(bones) >= _SHORTEST else ""
            self._skeletons[name, dimension] = found
        return found

    def bones(self, name: str, dimension: str) -> str:
        """The same, however short."""
        cut = self._tokenizer.lcut(name, HMM=False)
        words = [word for word in cut if word not in self._light]
        while len(words) > 1 and words[-1] in self._heads.get(dimension, ()):
            words.pop()
        return "".join(self._alike.get(word, word) for word in words)

    def limits(self, name: str) -> frozenset[str]:
        """The words of a name that limit what it measures."""
        return frozenset(self._scopes.findall(name))

    def unled(self, name: str) -> str:
        """A name without the words in front that do not limit it: 规模以上, 通过."""
        lead = self._leads.match(name)
        return name[lead.end() :] if lead and len(name) - lead.end() >= _SHORTEST else name

    def headless(self, name: str, dimension: str) -> str:
        """A name without a last word that its unit implies: 健身步道里程 in 公里."""
        for word in sorted(self._heads.get(dimension, ()), key=len, reverse=True):
            if name.endswith(word):
                return name.removesuffix(word)
        return name

    @cached_property
    def _tokenizer(self) -> Any:
        """A tokenizer that knows these words only, not the full dictionary."""
        tokenizer = jieba().Tokenizer()
        tokenizer.FREQ, tokenizer.total = {}, 0
        tokenizer.initialized = True
        for word in self._words:
            tokenizer.add_word(word, freq=1000)
        return tokenizer


def name_words(lexicon: Lexicon) -> NameWords:
    """The name words of a lexicon, compiled once."""
    return NameWords(lexicon)
