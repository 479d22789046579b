"""The key of a result: everything that it is made of. What the rules say need not be loaded for it.

A key covers the bytes of the draft and its format; the configuration, word for word, as far as it
holds for the draft, the packs that it names and the suppressions that reach it; what the command
line says; and the state of planlint and its plugins (linter.engine.cache.state). The path of the
draft is no part of it but for that.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

from linter.catalogue.language import Lang
from linter.engine.cache import state
from linter.engine.cache.results import Results
from linter.readers.suffixes import CONVERTED
from linter.readers.view import View
from linter.settings.layers import COMMAND_LINE, ConfiguredSuppression, Layer


class Spoken(NamedTuple):
    """What the command line says of every draft that changes what is found or how it is worded."""

    lang: Lang | None = None
    view: View | None = None
    coverage: bool = False


class Keys:
    """Makes the keys of one run. `plugins` is the state of the plugins, as it is now."""

    def __init__(self, results: Results, told: Spoken, plugins: str) -> None:
        self.results = results
        self._base = (state.own_state() or "", plugins, repr(tuple(told)))
        self._known: dict[tuple[int, ...], tuple[tuple[Layer, ...], str]] = {}
        self._packs: dict[Path, str] = {}

    def __getstate__(self) -> dict[str, Any]:
        return {**self.__dict__, "_known": {}}

    def of_rules(
        self, layers: Sequence[Layer], suppress: Sequence[ConfiguredSuppression] = ()
    ) -> str:
        """The key of what holds for a draft; the layers are those of the command line as well."""
        ids = tuple(map(id, layers))
        if ids not in self._known:
            self._known[ids] = tuple(layers), self._of_layers(layers)
        key = self._known[ids][1]
        return state.digest("suppress", key, repr(suppress)) if suppress else key

    def _of_layers(self, layers: Sequence[Layer]) -> str:
        packs = [said.value for layer in layers for said in layer.packs]
        return state.digest("rules", *self._base, *map(_words, layers), *map(self._pack, packs))

    def _pack(self, path: Path) -> str:
        if path not in self._packs:
            self._packs[path] = state.pack_state(path)
        return self._packs[path]

    def of_draft(self, rules: str, name: str, data: bytes) -> str:
        """The key of what rules find in a draft of this name."""
        suffix = Path(name).suffix.lower()
        office = state.office_state() if suffix in CONVERTED else ""
        return state.digest("result", rules, suffix, office, data)


def _words(layer: Layer) -> str:
    if layer.origin == COMMAND_LINE:
        select = layer.select and [said.value for said in layer.select]
        return repr((select, [said.value for said in layer.ignore]))
    return repr(layer)


def keys_of(results: Results, told: Spoken) -> Keys | None:
    """The keys of a run that loads its rules; None where nothing may be kept."""
    if results.folder is None or state.own_state() is None:
        return None
    try:
        roots = state.plugin_roots()
    except Exception:  # whatever a plugin does wrong is told by those who load its rules
        return None
    plugins = state.plugins_state(roots) if roots is not None else None
    if roots is None or plugins is None:
        return None
    state.keep_plugin_roots(results, roots)
    return Keys(results, told, plugins)


def known_keys(results: Results, told: Spoken) -> Keys | None:
    """The same for a run that loads no rules; None where no earlier run has left what it takes."""
    if results.folder is None or state.own_state() is None:
        return None
    roots = state.known_plugin_roots(results)
    plugins = state.plugins_state(roots) if roots is not None else None
    return Keys(results, told, plugins) if plugins is not None else None
