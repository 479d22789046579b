"""Patterns that are compiled when they are first used."""

import importlib
import pkgutil
import re

import pytest

import linter
from linter.text.patterns import _Lazy, lazily


def test_a_pattern_is_compiled_when_it_is_used() -> None:
    wrong = lazily("(")
    with pytest.raises(re.error):
        wrong.search("甲")


def test_it_does_what_a_pattern_does() -> None:
    pattern = lazily("(?P<n>[a-z])", re.IGNORECASE)
    assert [m["n"] for m in pattern.finditer("A1b")] == ["A", "b"]
    assert pattern.sub("x", "A") == "x"
    assert (pattern.groups, pattern.pattern) == (1, "(?P<n>[a-z])")


def test_every_pattern_of_ours_compiles() -> None:
    names = [m.name for m in pkgutil.walk_packages(linter.__path__, "linter.")]
    modules = [importlib.import_module(name) for name in names]
    patterns = [v for m in modules for v in vars(m).values() if isinstance(v, _Lazy)]
    assert len(patterns) > 200
    for pattern in patterns:
        re.compile(pattern._source, pattern._flags)
