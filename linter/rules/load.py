"""Loads catalogues. All that is wrong with them is reported together."""

import importlib
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path

from linter.catalogue_files import CatalogueError, load_yaml, rules_dir
from linter.checks.finding import Check
from linter.precedence import faults as precedence_faults
from linter.rules.entries import Shelf, entry_faults, make_rule
from linter.rules.model import Rule

_OWN = "planlint 自带规则"


@cache
def builtin_rules() -> tuple[Rule, ...]:
    """The catalogue that ships with planlint, in the order of the ids."""
    return load_rules(sorted(rules_dir().glob("*.yaml")))


def load_rules(paths: Sequence[Path]) -> tuple[Rule, ...]:
    """Return the rules of the files. Raises CatalogueError listing every fault of every rule."""
    rules: list[Rule] = []
    faults: list[str] = []
    for path in paths:
        shelf = Shelf(own_check, pack=path.stem)
        for entry in load_yaml(path) or []:
            where = f"{path.name}: {entry.get('id', '?') if isinstance(entry, dict) else entry!r}"
            found = [f"{where}: {fault}" for fault in entry_faults(entry, shelf)]
            faults += found
            if not found:
                rules.append(make_rule(entry, shelf))
    faults += [message for _, message in duplicates(rules)]
    if not faults:
        faults += precedence_faults({rule.id: rule.yields_to for rule in rules})
    if faults:
        raise CatalogueError("\n".join(faults))
    return tuple(sorted(rules, key=lambda rule: rule.id))


def duplicates(
    rules: Iterable[Rule], claimed: Iterable[tuple[str, str]] = ()
) -> list[tuple[str, str]]:
    """Return (source of the last, fault) for every code and name that two rules share.

    `claimed` are further codes that are taken, each with its source.
    """
    faults = []
    for attribute, word in (("id", "代码"), ("name", "名称")):
        sources: dict[str, list[str]] = defaultdict(list)
        for rule in rules:
            if attribute == "id" or rule.name != rule.id.lower():  # else it says the same again
                sources[getattr(rule, attribute)].append(rule.source or _OWN)
        for code, source in claimed if attribute == "id" else ():
            sources[code].append(source)
        for value, places in sources.items():
            if len(places) > 1:
                others = [place for place in dict.fromkeys(places) if place != places[-1]]
                where = f"（另见{'、'.join(others)}）" if others else ""
                faults.append((places[-1], f"{word} {value} 用了两次{where}"))
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
