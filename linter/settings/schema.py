"""What a configuration file may say: reads it into a Layer, and gathers what is wrong with it."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, TypeVar

from linter.catalogue.faults import Fault, Origin
from linter.catalogue.marked import Marked, MarkedError, read_marked
from linter.catalogue.selection import is_everything
from linter.catalogue.severity import Severity
from linter.catalogue.yaml_messages import written
from linter.settings.layers import ConfiguredSuppression, Layer, RuleSetting, Said
from linter.settings.nodes import Entries, NodeReader
from linter.settings.values import (
    LIMITS,
    PLAN,
    SINGLE,
    Reader,
    exclusion,
    flag,
    glob,
    severity,
    text,
)
from linter.text.files import is_file, is_folder

T = TypeVar("T")
Values = dict[tuple[str, ...], Said[Any]]

_OVERRIDE = ("paths", "select", "extend-select", "ignore", "severity", "options", "plan", "fail-on")
_FOLDER = ("extends", "root", "exclude", "baseline", "packs")
_WHOLE = (*_FOLDER, "limits", "lang", "view", "suppress", "overrides")
KEYS = (*_OVERRIDE[1:], *_WHOLE)
_SUPPRESS = ("rule", "path", "quote", "reason")
_ALIASES = "unit-aliases"


def read_layer(file: Path, name: str = "") -> tuple[Layer, list[Fault]]:
    """Return what a file says and all that is wrong with it, each fault with its line.

    `name` is what the file is called, its path if not given.
    """
    name = name or str(file)
    origin = Origin(name)
    try:
        root = read_marked(file)
    except MarkedError as error:
        return Layer(origin, file.parent), [Fault(Origin(name, error.line), str(error))]
    reader = _LayerReader(file, name)
    layer = reader.layer(root, KEYS) if not root.empty else Layer(origin, file.parent)
    return layer, reader.faults


def is_ours(file: Path) -> bool:
    """Tell whether a file is a configuration, right or wrong: it has a key that one may have."""
    try:
        root = read_marked(file)
    except MarkedError:
        return False
    return isinstance(root.value, dict) and not root.value.keys().isdisjoint(KEYS)


class _LayerReader(NodeReader):
    """Reads a whole file, or one of its overrides."""

    def layer(self, node: Marked, keys: tuple[str, ...], above: str = "") -> Layer:
        """What a mapping says; `above` is the key that it stands under."""
        entries = self.entries(node, keys, above, _WHOLE if above else ())
        root = self.value("root", entries.get("root"), flag)
        return Layer(
            origin=Origin(self.name, node.line if above else None),
            folder=self.file.parent,
            paths=tuple(said.value for said in self.values("paths", entries.get("paths"), glob)),
            extends=self.values("extends", entries.get("extends"), text),
            root=bool(root and root.value),
            select=self.words("select", entries.get("select")) if _has(entries, "select") else None,
            extend_select=self.words("extend-select", entries.get("extend-select")),
            ignore=self.words("ignore", entries.get("ignore")),
            severity=self._by_rule("severity", entries, self._severity),
            options=self._by_rule("options", entries, self._options),
            values=self._single(entries),
            packs=self.values("packs", entries.get("packs"), self._pack),
            exclude=self.values("exclude", entries.get("exclude"), exclusion),
            suppress=self._suppressions(entries.get("suppress")),
            overrides=tuple(map(self._override, self.items(entries.get("overrides")))),
        )

    def _single(self, entries: Entries) -> Values:
        """The settings that have one value."""
        found: Values = {}
        for key, reader in SINGLE.items():
            if (said := self.value(key, entries.get(key), reader)) is not None:
                found[(key,)] = said
        if (kept := self.value("baseline", entries.get("baseline"), self._path)) is not None:
            found[("baseline",)] = kept
        plan = self.entries(entries.get("plan"), (*PLAN, _ALIASES), "plan")
        limits = self.entries(entries.get("limits"), tuple(LIMITS), "limits")
        return (
            found
            | self._group("plan", plan, PLAN)
            | self._aliases(plan.get(_ALIASES))
            | self._group("limits", limits, LIMITS)
        )

    def _group(self, group: str, entries: Entries, readers: Mapping[str, Reader]) -> Values:
        said = {k: self.value(f"{group}.{k}", entries.get(k), readers[k]) for k in readers}
        return {(group, key): value for key, value in said.items() if value is not None}

    def _aliases(self, node: Marked | None) -> Values:
        """Name: [other names] of units; kept by the other name."""
        above = f"plan.{_ALIASES}"
        found: Values = {}
        for name, others in self.entries(node, None, above).items():
            for other in self.values(f"{above}.{name}", others, text):
                found["plan", _ALIASES, other.value] = Said(name, other.origin)
        return found

    def _by_rule(
        self, key: str, entries: Entries, read: Callable[[str, Marked], T | None]
    ) -> tuple[RuleSetting[T], ...]:
        found = []
        for word, value in self.entries(entries.get(key), None, key).items():
            if (setting := read(f"{key}.{word}", value)) is not None:
                found.append(RuleSetting(self.said(word, value), setting))
        return tuple(found)

    def _severity(self, key: str, node: Marked) -> Severity | None:
        said = self.value(key, node, severity)
        return said.value if said else None

    def _options(self, key: str, node: Marked) -> dict[str, Said[Any]]:
        entries = self.entries(node, None, key)
        return {name: self.said(value.plain(), value) for name, value in entries.items()}

    def _path(self, value: Any) -> Path:
        """A path relative to the file that says it."""
        try:
            return (self.file.parent / Path(text(value)).expanduser()).resolve()
        except (OSError, RuntimeError) as error:
            raise ValueError(f"“{written(value)}”不是路径") from error
        except ValueError as error:
            if "\0" not in str(value):
                raise
            raise ValueError(f"“{written(value)}”不是路径") from error

    def _pack(self, value: Any) -> Path:
        path = self._path(value)
        if is_folder(path) or (is_file(path) and path.suffix in (".yaml", ".yml")):
            return path
        if is_file(path):
            raise ValueError(f"规则包“{written(value)}”不是文件夹，也不是 .yaml 文件")
        raise ValueError(f"规则包“{written(value)}”不存在（路径从本文件所在的文件夹算起）")

    def _override(self, node: Marked) -> Layer:
        layer = self.layer(node, _OVERRIDE, "overrides")
        if isinstance(node.value, dict) and "paths" not in node.value:
            self.fault(node.line, "overrides 的每一项应有“paths”（适用的文件）")
        return layer

    def _suppressions(self, node: Marked | None) -> tuple[ConfiguredSuppression, ...]:
        found = (self._suppression(item) for item in self.items(node))
        return tuple(one for one in found if one is not None)

    def _suppression(self, node: Marked) -> ConfiguredSuppression | None:
        """An entry; None if it does not say which rules, lest it silence all of them."""
        entries = self.entries(node, _SUPPRESS, "suppress")
        if not isinstance(node.value, dict):
            return None
        for key in ("rule", "reason"):
            if not _has(entries, key):
                self.fault(node.line, f"suppress 的每一项应有“{key}”")
        rules = [said.value for said in self.words("suppress.rule", entries.get("rule"))]
        texts = {k: self.value(f"suppress.{k}", entries.get(k), text) for k in ("quote", "reason")}
        path = self.value("suppress.path", entries.get("path"), glob)
        if not rules:
            return None
        everything = any(map(is_everything, rules))
        return ConfiguredSuppression(
            rules=() if everything else tuple(rules),
            path_glob=path.value if path else "**",
            quote=said.value if (said := texts["quote"]) else "",
            reason=said.value if (said := texts["reason"]) else "",
            folder=self.file.parent,
            origin=Origin(self.name, node.line),
        )


def _has(entries: Entries, key: str) -> bool:
    """Tell whether a key is there and says anything: a bare `select:` selects nothing less."""
    return key in entries and entries[key].value not in (None, [])
