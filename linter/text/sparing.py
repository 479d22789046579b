"""jieba without what nobody asks it for here."""

import sys
from collections.abc import Sequence
from importlib import import_module
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
    """Return the module jieba."""
    if "jieba" not in sys.modules:
        sys.meta_path.insert(0, _Sparing)
        try:
            import_module("jieba")
        finally:
            sys.meta_path.remove(_Sparing)
    return sys.modules["jieba"]
