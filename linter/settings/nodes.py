"""Reads the nodes of one YAML file; what is wrong is gathered with its line and left out."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

from linter.catalogue.faults import Fault, Origin
from linter.catalogue.marked import Marked
from linter.catalogue.nearest import hint
from linter.catalogue.selection import split_words
from linter.catalogue.yaml_messages import written
from linter.settings.layers import Said
from linter.settings.values import text

T = TypeVar("T")
Entries = Mapping[str, Marked]


class NodeReader:
    """Reads mappings, lists and values; `key` is what a fault calls them: “plan.period”."""

    def __init__(self, file: Path, name: str) -> None:
        self.file = file
        self.name = name
        self.faults: list[Fault] = []

    def fault(self, line: int, message: str) -> None:
        """Note what is wrong on a line."""
        self.faults.append(Fault(Origin(self.name, line), message))

    def said(self, value: T, node: Marked) -> Said[T]:
        """A value and where it stands."""
        return Said(value, Origin(self.name, node.line))

    def entries(
        self,
        node: Marked | None,
        keys: tuple[str, ...] | None,
        above: str = "",
        elsewhere: tuple[str, ...] = (),
    ) -> Entries:
        """The entries of a mapping, without those whose key is unknown (`keys` None: any).

        `above` is the key of the mapping; `elsewhere` are keys that are right outside of it.
        """
        if node is None or node.empty:
            return {}
        if not isinstance(node.value, dict):
            self.fault(node.line, (above and f"{above}：") + _no_mapping(node.plain()))
            return {}
        known: dict[str, Marked] = {}
        for key, value in node.value.items():
            if keys is None or key in keys:
                known[key] = value
            elif key in elsewhere:
                self.fault(value.line, f"{above} 中不能写“{key}”，它只能对整个文件写")
            else:
                usable = f"（可用：{'、'.join(keys)}）"
                whole = f"{above}.{key}" if above else key
                self.fault(value.line, f"没有配置项“{whole}”" + hint(key, keys, usable))
        return known

    def items(self, node: Marked | None) -> list[Marked]:
        """The items of a list; a single value is a list of one."""
        if node is None or node.empty:
            return []
        return node.value if isinstance(node.value, list) else [node]

    def value(self, key: str, node: Marked | None, read: Callable[[Any], T]) -> Said[T] | None:
        """A single value, None if there is none or `read` refuses it."""
        if node is None:
            return None
        try:
            return self.said(read(node.plain()), node)
        except ValueError as error:
            self.fault(node.line, f"{key}：{error}")
            return None

    def values(
        self, key: str, node: Marked | None, read: Callable[[Any], T]
    ) -> tuple[Said[T], ...]:
        """The values of a list."""
        found = (self.value(key, item, read) for item in self.items(node))
        return tuple(one for one in found if one is not None)

    def words(self, key: str, node: Marked | None) -> tuple[Said[str], ...]:
        """Words for rules, in a list or parted by commas."""
        said = self.values(key, node, text)
        return tuple(replace(s, value=word) for s in said for word in split_words([s.value]))


def _no_mapping(value: Any) -> str:
    """Say that something is not keys with values; a colon typed the Chinese way is the reason."""
    colon = isinstance(value, str) and ("：" in value or ":" in value)
    how = "：冒号用半角，后面空一格" if colon else ""
    return f"“{written(value)}”应为对照表（键: 值）{how}"
