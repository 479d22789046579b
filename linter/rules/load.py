"""Loads catalogues. All that is wrong with them is reported together."""

import importlib
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from linter.catalogue_files import CatalogueError, load_yaml, rules_dir
from linter.checks.finding import Check
from linter.rules.entries import Shelf, entry_faults, make_rule
from linter.rules.model import Rule


@cache
def builtin_rules() -> tuple[Rule, ...]:
    """The catalogue that ships with planlint, in the order of the ids."""
    return load_rules(sorted(rules_dir().glob("*.yaml")))


def load_rules(paths: Sequence[Path]) -> tuple[Rule, ...]:
    """Return the rules of the files. Raises CatalogueError listing every fault of every rule."""
    entries = [
        (entry, f"{path.name}: {entry.get('id', '?') if isinstance(entry, dict) else entry!r}")
        for path in paths
        for entry in load_yaml(path) or []
    ]
    rules, faults = read_entries(entries, Shelf(own_check))
    faults += [message for _, message in duplicates(rules)]
    if faults:
        raise CatalogueError("\n".join(faults))
    return tuple(sorted(rules, key=lambda rule: rule.id))


def read_entries(entries: Iterable[tuple[Any, str]], shelf: Shelf) -> tuple[list[Rule], list[str]]:
    """Return the rules of sound entries, and the faults of the others.

    An entry comes with the words that say where it stands, which lead its faults.
    """
    rules: list[Rule] = []
    faults: list[str] = []
    for entry, where in entries:
        found = [f"{where}: {fault}" for fault in entry_faults(entry, shelf)]
        faults += found
        if not found:
            rules.append(make_rule(entry, shelf))
    return rules, faults


def duplicates(rules: Iterable[Rule]) -> list[tuple[str, str]]:
    """Return (source of the last, fault) for every code and name that two rules share."""
    faults = []
    for attribute, word in (("id", "代码"), ("name", "名称")):
        sources: dict[str, list[str]] = defaultdict(list)
        for rule in rules:
            sources[getattr(rule, attribute)].append(rule.source or "planlint 自带规则")
        for value, places in sources.items():
            if len(places) > 1:
                where = "、".join(dict.fromkeys(places))
                faults.append((places[-1], f"{word} {value} 用了两次（{where}）"))
    return faults


def own_check(name: str) -> Check | None:
    """The check function `module.function` of linter.checks, None if there is none."""
    module_name, _, function_name = name.partition(".")
    try:
        module = importlib.import_module(f"linter.checks.{module_name}")
    except ImportError:
        return None
    function = getattr(module, function_name, None)
    return function if hasattr(function, "__planlint_check__") else None
