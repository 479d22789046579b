"""jieba without what nobody asks it for here."""

import sys
from collections.abc import Sequence
from importlib.machinery import ModuleSpec, PathFinder
from importlib.util import LazyLoader
from types import ModuleType
from typing import Any

_ABSENT = "pkg_resources"
_LATER = "jieba.finalseg"


class _Sparing:
    """Finds the modules that jieba imports, first of all finders.

    pkg_resources, which setuptools installs, would take a tenth of a second, only to find jieba's
    dictionary; without it jieba finds that by itself. Its model of unknown words takes 7 MB and
    half a tenth; it is loaded when somebody asks for it, a plugin perhaps.
    """

    @staticmethod
    def find_spec(
        name: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if name == _ABSENT:
            raise ModuleNotFoundError(name)
        found = PathFinder.find_spec(name, path, target) if name == _LATER else None
        if found is not None and found.loader is not None:
            found.loader = LazyLoader(found.loader)
        return found


def jieba() -> Any:
    """Return the module jieba. It is named in an import: who packs programs looks for these."""
    absent = "jieba" not in sys.modules
    if absent:
        sys.meta_path.insert(0, _Sparing)
    try:
        import jieba as found
    finally:
        if absent:
            sys.meta_path.remove(_Sparing)
    return found
