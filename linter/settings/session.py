"""The settings of every draft of one run; all that is wrong with them is told at once."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

from linter.catalogue.faults import ConfigError, Fault
from linter.settings.cascade import layers_of
from linter.settings.effective import Settings
from linter.settings.exclusion import is_excluded
from linter.settings.layers import COMMAND_LINE, Layer, command_line, reaching
from linter.settings.resolve import resolve


class Session:
    """Finds and resolves configurations; drafts for which the same files hold share settings."""

    def __init__(
        self, last: Layer | None = None, extra: Path | None = None, *, isolated: bool = False
    ) -> None:
        self._last = [last] if last else []
        self._extra = extra
        self._isolated = isolated
        self.heeds_gitignore = True  # in folders
        self.forces_exclude = False  # for files that are named, too
        self.heeds_baseline = True  # where a configuration names one
        self._excluding: dict[Path, list[Layer]] = {}  # by the folder that they hold in
        self._known: dict[tuple[int, ...], tuple[Settings, list[Fault]]] = {}

    def excludes(self, path: Path, *, folder: bool = False) -> bool:
        """Tell whether the configuration leaves a file, or a folder, out of a walk."""
        place = path.parent
        if place not in self._excluding:
            layers, _ = layers_of(path, self._extra, isolated=self._isolated)
            said = [layer for layer in (*layers, *self._last) if layer.exclude]
            self._excluding[place] = said
        return is_excluded(path, self._excluding[place], folder=folder)

    def __getstate__(self) -> dict[str, Any]:
        return {**self.__dict__, "_known": {}}

    def prepare(self, paths: Iterable[Path]) -> None:
        """Raise ConfigError with all that is wrong with the configuration of these drafts."""
        faults = [fault for path in paths for fault in self.settings_and_faults(path)[1]]
        if faults:
            raise ConfigError(faults)

    def settings(self, path: Path) -> Settings:
        """Return what holds for a draft. Raises ConfigError."""
        settings, faults = self.settings_and_faults(path)
        if faults:
            raise ConfigError(faults)
        return settings

    def settings_and_faults(self, path: Path) -> tuple[Settings, list[Fault]]:
        """Return what holds for a draft as far as it is sound, and all that is wrong with it."""
        layers, faults = layers_of(path, self._extra, isolated=self._isolated)
        layers += self._last
        key = tuple(map(id, layers))
        if key not in self._known:
            self._known[key] = resolve(layers)
        settings, wrong = self._known[key]
        if settings.baseline is not None and not self.heeds_baseline:
            settings = replace(settings, baseline=None)
        suppress = reaching(layers, path)
        settings = replace(settings, suppress=suppress) if suppress else settings
        return settings, [*faults, *wrong]


__all__ = ["COMMAND_LINE", "Session", "command_line"]
