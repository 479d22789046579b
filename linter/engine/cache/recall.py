"""The reports of a run whose drafts are all known from earlier runs, without loading any rule."""

import stat
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from linter.diagnosis.diagnostic import FileReport
from linter.engine.cache import rules
from linter.engine.cache.codec import unpacked
from linter.engine.cache.keys import Keys, Spoken, known_keys
from linter.engine.cache.results import own_results
from linter.engine.cache.rules import Holds
from linter.engine.drafts import Drafts
from linter.settings.discover import files_above, user_file
from linter.settings.layers import Layer, reaching

_MOST_FILES = 2_000  # more of them are reported as they are checked, not all at the end
_MOST_BYTES = 32 << 20  # of a draft
_BASELINE = ("baseline",)


class Recalled(NamedTuple):
    """The files of a run, their reports, and what holds for each."""

    files: list[Path]
    reports: list[FileReport]
    held: list[Holds]


class _Folders:
    """Folders as a run walks them whose configuration leaves nothing out."""

    heeds_gitignore = True
    forces_exclude = False

    def excludes(self, path: Path, *, folder: bool = False) -> bool:
        return False


class Configurations(NamedTuple):
    """Where the configurations of a run are: those beside the drafts unless `isolated`, one that
    the command line names, and its own words."""

    last: Layer
    extra: Path | None = None
    isolated: bool = False

    def layers(self, path: Path) -> list[Layer] | None:
        """What holds for a draft; None where something is wrong with it, or more than its rules is
        said: which files are left out, what is known already."""
        if not self._any(path):
            return [self.last]
        from linter.settings.cascade import layers_of

        layers, faults = layers_of(path, self.extra, isolated=self.isolated)
        more = any(layer.exclude or _BASELINE in layer.values for layer in layers)
        return None if faults or more else [*layers, self.last]

    def _any(self, path: Path) -> bool:
        beside = not self.isolated and (user_file() or files_above(path.resolve().parent))
        return bool(self.extra or beside)


def recall(paths: Sequence[Path], found: Configurations, told: Spoken) -> Recalled | None:
    """Return what a run would report; None where anything of it is not known."""
    keys = known_keys(own_results(), told)
    files = Drafts(_Folders()).files(paths) if keys is not None else []
    if keys is None or not files or len(files) > _MOST_FILES:
        return None
    reports, held, by_key = [], [], dict[str, Holds]()
    for path in files:
        layers = found.layers(path)
        if layers is None:
            return None
        suppress = reaching(layers, path)
        key = keys.of_rules(layers, suppress)
        holds = by_key.get(key) or rules.known(keys, key, suppress)
        report = _report(keys, key, path) if holds is not None else None
        if holds is None or report is None:
            return None
        by_key[key] = holds
        reports.append(report)
        held.append(holds)
    return Recalled(files, reports, held)


def _report(keys: Keys, rules_key: str, path: Path) -> FileReport | None:
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode) or status.st_size > _MOST_BYTES:
            return None
        data = path.read_bytes()
    except OSError:
        return None
    found = keys.results.get(keys.of_draft(rules_key, path.name, data))
    try:
        return unpacked(found, str(path)) if found is not None else None
    except (ValueError, TypeError, IndexError):  # none of ours
        return None
