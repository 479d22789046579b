"""The checks of our own rules, by name: found where they stand, loaded when first called.

A start that lists rules, or selects some, loads no other code than it runs.
"""

import importlib
import inspect
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import Any

from linter.catalogue.options import joined
from linter.plan.finding import Check, Finding

# What a check is marked with (linter.plan.finding), and is known of it before it is loaded.
Marks = dict[str, str | bool]
_MARKS = ("__planlint_review__", "__planlint_compares__")
_PACKAGE = Path(__file__).parents[1]


def _module(name: str) -> tuple[str, str]:
    """The module of a check, below linter, and its function."""
    place, _, function = name.rpartition(".")
    subject, _, file = place.partition(".")
    room = subject if subject == "across" else f"subjects.{subject}"
    return f"{room}.{f'check_{file}' if file else 'kinds'}", function


def file_of(name: str) -> Path:
    """Where the code of a check stands, if there is one of the name."""
    return _PACKAGE.joinpath(*_module(name)[0].split(".")).with_suffix(".py")


def own_check(name: str) -> Check | None:
    """The check `subject.file.function`, which stands in linter/subjects/<subject>/check_<file>.py
    (`across.file.function` in linter/across/check_<file>.py), or the generic kind
    `generic.function`; None if there is none."""
    module, function_name = _module(name)
    try:
        found = importlib.import_module(f"linter.{module}")
    except ImportError:
        return None
    function = getattr(found, function_name, None)
    return function if hasattr(function, "__planlint_check__") else None


def _whole(names: tuple[str, ...]) -> Check:
    return joined([found for name in names if (found := own_check(name))])


class OwnCheck:
    """Stands for checks of ours, as one. Their modules are loaded when it is called, or asked which
    options it takes."""

    def __init__(self, names: tuple[str, ...], marks: Marks) -> None:
        self._names = names
        self.__dict__.update(marks)

    @cached_property
    def _loaded(self) -> Check:
        return _whole(self._names)

    @property
    def __signature__(self) -> inspect.Signature:
        return inspect.signature(self._loaded)

    def __call__(self, subject: Any, **options: Any) -> Iterator[Finding]:
        return self._loaded(subject, **options)


def marks(names: tuple[str, ...]) -> Marks:
    """What checks of ours, as one, are marked with."""
    whole = _whole(names)
    return {mark: getattr(whole, mark) for mark in _MARKS if hasattr(whole, mark)}
