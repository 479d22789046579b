"""The lexicons: word lists under rules/lexicon/, loaded when a fact or check first asks.

Every file is YAML with `source:` (where the list comes from) and `entries:`.
"""

from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any, TypeVar, cast

from linter.text.shipped import load_yaml, rules_dir

T = TypeVar("T")


class Lexicon:
    """Lazily loaded word lists, and what is made of them.

    `additions` are entries of packs by list; they stand before ours, so an office's word wins.
    """

    def __init__(
        self, folder: Path, additions: Mapping[str, tuple[Any, ...]] | None = None
    ) -> None:
        self._folder = folder
        self._additions = additions or {}
        self._made: dict[Callable[..., Any], Any] = {}

    @property
    def additions(self) -> Mapping[str, tuple[Any, ...]]:
        """What packs add, by list."""
        return self._additions

    def entries(self, name: str) -> list[Any]:
        """Return the entries of lexicon/<name>.yaml. Raises CatalogueError if it is malformed.

        Long lists of words are one block of text there, a line an entry: YAML reads it at once.
        """
        own = load_yaml(self._folder / f"{name}.yaml")["entries"]
        return [
            *self._additions.get(name, ()),
            *(own.splitlines() if isinstance(own, str) else own),
        ]

    def get(self, maker: "Callable[[Lexicon], T]") -> T:
        """Return what a function makes of the word lists: made once, whatever drafts follow."""
        if maker not in self._made:
            self._made[maker] = maker(self)
        return cast("T", self._made[maker])


@cache
def builtin_lexicon() -> Lexicon:
    """The lexicon that ships with planlint."""
    return Lexicon(rules_dir() / "lexicon")


def extended_lexicon(additions: Mapping[str, tuple[Any, ...]]) -> Lexicon:
    """The lexicon that ships, with the entries of packs; make one a set of packs (facts cache)."""
    return Lexicon(rules_dir() / "lexicon", additions) if additions else builtin_lexicon()
