"""Patterns that are compiled when they are first used."""

import importlib
import pkgutil
import re
from collections.abc import Iterator

import pytest

import linter
from linter.text.grammar import spelt_out
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
    patterns = [v for v in _held() if isinstance(v, _Lazy)]
    assert len(patterns) > 200
    for pattern in patterns:
        re.compile(spelt_out(pattern._source), pattern._flags)


def test_only_a_lazy_pattern_names_pieces() -> None:
    """re.compile would take ‹year› for the letters of it."""
    ours = [v.pattern for v in _held() if isinstance(v, re.Pattern) and isinstance(v.pattern, str)]
    assert [pattern for pattern in ours if re.search("‹[a-z-]+›", pattern)] == []


def test_a_match_tells_its_pattern() -> None:
    one, other = lazily("(甲)乙"), lazily("(甲)丙")
    match = one.search("甲乙")
    assert match is not None
    assert match.re == one
    assert match.re != other


def _held() -> Iterator[object]:
    """Yield what the modules hold, and what their tuples hold."""
    for module in pkgutil.walk_packages(linter.__path__, "linter."):
        waiting = list(vars(importlib.import_module(module.name)).values())
        while waiting:
            held = waiting.pop()
            if isinstance(held, tuple):
                waiting += held
            yield held
