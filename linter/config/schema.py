"""Reads a configuration file into a Layer; everything that is wrong with it is gathered."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, TypeVar

from linter.config.model import ConfiguredSuppression, Layer, RuleSetting, Said
from linter.config.values import LIMITS, PLAN, SINGLE, Reader, choice, flag, glob, text
from linter.diagnostic import Severity
from linter.faults import Fault, Origin
from linter.marked import Marked, MarkedError, read_marked
from linter.nearest import hint

T = TypeVar("T")
Pairs = Mapping[str, Marked]

_OVERRIDE = ("paths", "select", "extend-select", "ignore", "severity", "options", "plan", "fail-on")
_WHOLE = ("extends", "root", "limits", "packs", "lang", "view", "suppress", "overrides")
KEYS = (*_OVERRIDE[1:], *_WHOLE)
_SUPPRESS = ("rule", "path", "quote", "reason")


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


class _LayerReader:
    """Reads the nodes of one file; wrong ones become faults and are left out."""

    def __init__(self, file: Path, name: str) -> None:
        self._file = file
        self._name = name
        self.faults: list[Fault] = []

    def layer(self, node: Marked, keys: tuple[str, ...]) -> Layer:
        """What a mapping says: a whole file, or one of its overrides."""
        pairs = self._pairs(node, keys, "overrides." if "paths" in keys else "")
        values: dict[tuple[str, ...], Said[Any]] = {}
        for key, reader in SINGLE.items():
            if (said := self._read(pairs.get(key), reader)) is not None:
                values[(key,)] = said
        for group, readers in (("plan", PLAN), ("limits", LIMITS)):
            values |= self._group(pairs.get(group), group, readers)
        return Layer(
            origin=Origin(self._name, node.line if "paths" in keys else None),
            folder=self._file.parent,
            paths=tuple(said.value for said in self._list(pairs.get("paths"), glob)),
            extends=self._list(pairs.get("extends"), text),
            root=bool((root := self._read(pairs.get("root"), flag)) and root.value),
            select=self._list(pairs["select"], text) if _has(pairs, "select") else None,
            extend_select=self._list(pairs.get("extend-select"), text),
            ignore=self._list(pairs.get("ignore"), text),
            severity=self._by_rule(pairs.get("severity"), self._severity),
            options=self._by_rule(pairs.get("options"), self._options),
            values=values,
            packs=self._list(pairs.get("packs"), self._pack),
            suppress=tuple(map(self._suppression, self._items(pairs.get("suppress")))),
            overrides=tuple(map(self._override, self._items(pairs.get("overrides")))),
        )

    def _fault(self, line: int, message: str) -> None:
        self.faults.append(Fault(Origin(self._name, line), message))

    def _said(self, value: T, node: Marked) -> Said[T]:
        return Said(value, Origin(self._name, node.line))

    def _pairs(self, node: Marked | None, keys: tuple[str, ...] | None, above: str = "") -> Pairs:
        """The entries of a mapping, without those whose key is unknown (`keys` None: any).

        `above` leads to the mapping: “plan.”.
        """
        if node is None or node.empty:
            return {}
        if not isinstance(node.value, dict):
            self._fault(node.line, f"“{node.plain()}”应为对照表（键: 值）")
            return {}
        known: dict[str, Marked] = {}
        for key, value in node.value.items():
            if keys is None or key in keys:
                known[key] = value
            else:
                usable = f"（可用：{'、'.join(keys)}）"
                self._fault(value.line, f"没有配置项“{above}{key}”" + hint(key, keys, usable))
        return known

    def _items(self, node: Marked | None) -> list[Marked]:
        """The items of a list; a single value is a list of one."""
        if node is None or node.empty:
            return []
        return node.value if isinstance(node.value, list) else [node]

    def _read(self, node: Marked | None, read: Callable[[Any], T]) -> Said[T] | None:
        if node is None:
            return None
        try:
            return self._said(read(node.plain()), node)
        except ValueError as error:
            self._fault(node.line, str(error))
            return None

    def _list(self, node: Marked | None, read: Callable[[Any], T]) -> tuple[Said[T], ...]:
        items = (self._read(item, read) for item in self._items(node))
        return tuple(item for item in items if item is not None)

    def _group(
        self, node: Marked | None, group: str, readers: Mapping[str, Reader]
    ) -> dict[tuple[str, ...], Said[Any]]:
        """The values of `plan:` or `limits:`."""
        aliases = ("unit-aliases",) if group == "plan" else ()
        found: dict[tuple[str, ...], Said[Any]] = {}
        for key, value in self._pairs(node, (*readers, *aliases), f"{group}.").items():
            if key in aliases:
                found |= self._aliases(value)
            elif (said := self._read(value, readers[key])) is not None:
                found[group, key] = said
        return found

    def _aliases(self, node: Marked) -> dict[tuple[str, ...], Said[Any]]:
        """Name: [other names] of units; kept by the other name."""
        found: dict[tuple[str, ...], Said[Any]] = {}
        for name, others in self._pairs(node, None).items():
            for other in self._list(others, text):
                found["plan", "unit-aliases", other.value] = Said(name, other.origin)
        return found

    def _by_rule(
        self, node: Marked | None, read: Callable[[Marked], T | None]
    ) -> tuple[RuleSetting[T], ...]:
        found = []
        for word, value in self._pairs(node, None).items():
            if (setting := read(value)) is not None:
                found.append(RuleSetting(self._said(word, value), setting))
        return tuple(found)

    def _severity(self, node: Marked) -> Severity | None:
        said = self._read(node, choice(Severity))
        return Severity(said.value) if said else None

    def _options(self, node: Marked) -> dict[str, Said[Any]]:
        pairs = self._pairs(node, None)
        return {name: self._said(value.plain(), value) for name, value in pairs.items()}

    def _pack(self, value: Any) -> Path:
        path = (self._file.parent / Path(text(value)).expanduser()).resolve()
        if not path.exists():
            raise ValueError(f"规则包“{value}”不存在")
        return path

    def _override(self, node: Marked) -> Layer:
        layer = self.layer(node, _OVERRIDE)
        if not isinstance(node.value, dict) or "paths" not in node.value:
            self._fault(node.line, "overrides 的每一项应有“paths”（适用的文件）")
        return layer

    def _suppression(self, node: Marked) -> ConfiguredSuppression:
        pairs = self._pairs(node, _SUPPRESS, "suppress.")
        for key in ("rule", "reason"):
            if key not in pairs:
                self._fault(node.line, f"suppress 的每一项应有“{key}”")
        words = {k: self._read(pairs.get(k), text) for k in ("quote", "reason")}
        path = self._read(pairs.get("path"), glob)
        return ConfiguredSuppression(
            rules=tuple(said.value for said in self._list(pairs.get("rule"), text)),
            path_glob=path.value if path else "**",
            quote=said.value if (said := words["quote"]) else "",
            reason=said.value if (said := words["reason"]) else "",
            folder=self._file.parent,
            origin=Origin(self._name, node.line),
        )


def _has(pairs: Pairs, key: str) -> bool:
    """Tell whether a key is there and says anything: a bare `select:` selects nothing less."""
    return key in pairs and not pairs[key].empty
