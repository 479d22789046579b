"""The grammar: pieces of patterns that several subjects read, in rules/lexicon/grammar.yaml.

A pattern made by `lazily` names a piece as ‹year›. Nothing is read before a pattern is compiled.
"""

import re
from functools import cache
from typing import Any

from linter.text.shipped import load_yaml, rules_dir

_PIECE = r"‹([a-z-]+)›"


def spelt_out(pattern: str) -> str:
    """Return a pattern with what its pieces stand for. Raises KeyError for an unknown one."""
    return _filled(pattern, pieces()) if "‹" in pattern else pattern


@cache
def pieces() -> dict[str, str]:
    """Return the pieces by name: patterns that stand for themselves wherever they are put."""
    entries: dict[str, Any] = load_yaml(rules_dir() / "lexicon" / "grammar.yaml")["entries"]
    made: dict[str, str] = {}
    for name, value in entries.items():
        made[name] = _filled(f"(?:{'|'.join(value)})" if isinstance(value, list) else value, made)
    return made


def _filled(pattern: str, made: dict[str, str]) -> str:
    return re.sub(_PIECE, lambda match: made[match[1]], pattern)
