"""jieba, imported without what it would import for nothing."""

import sys
from typing import Any


def jieba() -> Any:
    """Return the module jieba.

    It would import pkg_resources, where setuptools is installed, only to find its dictionary:
    a tenth of a second. Without it jieba finds the file by itself.
    """
    absent = "pkg_resources" not in sys.modules
    if absent:
        sys.modules["pkg_resources"] = None  # type: ignore[assignment]  # import fails
    try:
        import jieba
    finally:
        if absent:
            del sys.modules["pkg_resources"]
    return jieba
