"""The lexicons: word lists under rules/lexicon/, loaded when a fact or check first asks.

Every file is YAML with `source:` (where the list comes from) and `entries:`.
"""

from functools import cache
from pathlib import Path
from typing import Any

from linter.catalogue_files import load_yaml, rules_dir


class Lexicon:
    """Lazily loaded word lists. Each property is one file, in the shape its users need."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def entries(self, name: str) -> list[Any]:
        """Return the entries of lexicon/<name>.yaml. Raises CatalogueError if it is malformed."""
        loaded = load_yaml(self._folder / f"{name}.yaml")
        return list(loaded["entries"])


@cache
def builtin_lexicon() -> Lexicon:
    """The lexicon that ships with planlint."""
    return Lexicon(rules_dir() / "lexicon")
