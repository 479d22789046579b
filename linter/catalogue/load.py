"""Loads catalogues. All that is wrong with them is reported together."""

import importlib
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path

from linter.catalogue.entries import Shelf, make_rule
from linter.catalogue.entry_faults import entry_faults
from linter.catalogue.faults import Fault, Origin
from linter.catalogue.precedence import faults as precedence_faults
from linter.catalogue.rule import Rule
from linter.plan.finding import Check
from linter.text.shipped import CatalogueError, load_yaml, rules_dir

_OWN = Origin("planlint 自带规则")


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
    faults += [fault.message for fault in duplicates(rules)]
    if not faults:
        wrong = precedence_faults({rule.id: rule.yields_to for rule in rules})
        faults += [f"{code}: {message}" for code, message in wrong]
    if faults:
        raise CatalogueError("\n".join(faults))
    return tuple(sorted(rules, key=lambda rule: rule.id))


def duplicates(rules: Iterable[Rule], claimed: Iterable[tuple[str, Origin]] = ()) -> list[Fault]:
    """Return a fault, where the last of them stands, for every code and name that rules share.

    `claimed` are further codes that are taken, each with its place.
    """
    faults = []
    for attribute, word in (("id", "代码"), ("name", "名称")):
        places: dict[str, list[Origin]] = defaultdict(list)
        for rule in rules:
            if attribute == "id" or rule.name != rule.id.lower():  # else it says the same again
                places[getattr(rule, attribute)].append(rule.place or _OWN)
        for code, place in claimed if attribute == "id" else ():
            places[code].append(place)
        for value, (*others, last) in places.items():
            if others:
                where = "、".join(map(str, dict.fromkeys(others)))
                faults.append(Fault(last, f"{word} {value} 用了两次（另见 {where}）"))
    return faults


def own_check(name: str) -> Check | None:
    """The check `subject.file.function`, which stands in linter/subjects/<subject>/check_<file>.py,
    or the generic kind `generic.function`; None if there is none."""
    place, _, function_name = name.rpartition(".")
    subject, _, file = place.partition(".")
    module_name = f"{subject}.check_{file}" if file else f"{subject}.kinds"
    try:
        module = importlib.import_module(f"linter.subjects.{module_name}")
    except ImportError:
        return None
    function = getattr(module, function_name, None)
    return function if hasattr(function, "__planlint_check__") else None
