"""Plugins: packages that bring rules whose checks need code.

A package names an entry point in the group `planlint.rules`; it loads to a Plugin, or to a
function without parameters that returns one. What goes wrong in a plugin names the plugin.
"""

import os
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, NamedTuple

from linter.catalogue.entries import Shelf
from linter.catalogue.faults import Fault, Origin
from linter.catalogue.load import Claimed, read_rules
from linter.catalogue.own_checks import own_check
from linter.catalogue.packs.load import yaml_files
from linter.catalogue.packs.model import Pack
from linter.plan.finding import Check
from linter.text.store import own_store

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

GROUP = "planlint.rules"


class Plugin(NamedTuple):
    """What a plugin brings: YAML files of rules (or folders of them) and the module of checks
    that their `check:` names."""

    catalogues: Sequence[Path | str]
    checks: ModuleType | None = None


def load_plugins() -> tuple[list[Pack], list[Fault]]:
    """Return the rules of the installed plugins as packs, and what is wrong with them."""
    packs: list[Pack] = []
    faults: list[Fault] = []
    for point in installed():
        origin = Origin(f"插件 {point.name}")
        try:
            packs.append(_pack(point, origin, faults))
        except (
            Exception,
            SystemExit,
        ) as error:  # whatever a plugin does wrong must be told as its fault
            faults.append(Fault(origin, f"不能加载（{type(error).__name__}: {error}）"))
    return packs, faults


def installed() -> "list[EntryPoint]":
    """The entry points of plugins, by name."""
    named = own_store().get("plugins", repr([_state(folder) for folder in sys.path]), _named)
    if not named:
        return []
    from importlib.metadata import EntryPoint

    return [EntryPoint(name, value, GROUP) for name, value in named]


def _named() -> list[tuple[str, str]]:
    """What installed packages name: to ask them all takes longer than a short draft."""
    from importlib.metadata import entry_points

    return sorted((point.name, point.value) for point in entry_points(group=GROUP))


def _state(folder: str) -> tuple[str, int]:
    """A folder of packages and when something was last installed in it or taken from it."""
    try:
        return folder, os.stat(folder or ".").st_mtime_ns
    except OSError:
        return folder, 0


def _pack(point: "EntryPoint", origin: Origin, faults: list[Fault]) -> Pack:
    plugin = point.load()
    if callable(plugin) and not isinstance(plugin, type):
        plugin = plugin()
    if not isinstance(plugin, Plugin):
        raise TypeError(f"{point.value} 应为 linter.plugins.Plugin，或返回它的函数")
    names = tuple(name for name in dir(plugin.checks) if _check(name, plugin.checks))
    shelf = Shelf(lambda name: _check(name, plugin.checks), str(origin), checks=names)
    files = [file for path in plugin.catalogues for file in yaml_files(Path(path))]
    if not files:
        raise FileNotFoundError("没有规则文件")
    found: list[Fault] = []
    claimed: Claimed = []
    rules = [rule for file in files for rule in read_rules(file, shelf, found, claimed)]
    faults += [Fault(_within(origin, f.origin), f.message) for f in found]
    placed = (replace(rule, place=_within(origin, rule.place)) for rule in rules)
    taken = tuple((code, _within(origin, place)) for code, place in claimed)
    return Pack(Path(point.name), tuple(placed), taken)


def _within(plugin: Origin, place: Origin | None) -> Origin:
    """A place that names the plugin as well."""
    return Origin(f"{plugin}: {place.file}", place.line) if place else plugin


def _check(name: str, module: ModuleType | None) -> Check | None:
    """A check of the plugin's own module; a generic kind is one of ours."""
    if name.startswith("generic."):
        return own_check(name)
    function = getattr(module, name, None)
    return function if hasattr(function, "__planlint_check__") else None
