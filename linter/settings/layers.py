"""What configuration files say, as read, each word with the place where it was said."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Generic, TypeVar

from linter.catalogue.faults import Origin
from linter.catalogue.selection import split_words
from linter.catalogue.severity import Severity
from linter.settings.globs import matches

T = TypeVar("T")
COMMAND_LINE = Origin("命令行")


@dataclass(frozen=True, slots=True)
class Said(Generic[T]):
    """A value and where it was said."""

    value: T
    origin: Origin


@dataclass(frozen=True, slots=True)
class RuleSetting(Generic[T]):
    """What is said of the rules that a word (code, prefix or name) stands for."""

    word: Said[str]
    value: T


@dataclass(frozen=True, slots=True)
class ConfiguredSuppression:
    """Findings that a configuration silences: of these rules (none: all), in files that match,
    at places that touch `quote` (empty: anywhere). `path_glob` is relative to `folder`."""

    rules: tuple[str, ...]
    path_glob: str
    quote: str
    reason: str
    folder: Path = Path()
    origin: Origin = Origin("")  # noqa: RUF009

    def reaches(self, path: Path) -> bool:
        """Tell whether a file is one of those that the suppression is for."""
        return matches(path, self.path_glob, self.folder)


@dataclass(frozen=True, slots=True)
class Layer:
    """What one file says, or one of its overrides, which `paths` (globs) limit to some files.

    `values` are the settings that one value wins: ("lang",), ("plan", "period"), ("limits", …).
    """

    origin: Origin
    folder: Path
    paths: tuple[str, ...] = ()
    extends: tuple[Said[str], ...] = ()
    root: bool = False
    select: tuple[Said[str], ...] | None = None
    extend_select: tuple[Said[str], ...] = ()
    ignore: tuple[Said[str], ...] = ()
    severity: tuple[RuleSetting[Severity], ...] = ()
    options: tuple[RuleSetting[Mapping[str, Said[Any]]], ...] = ()
    values: Mapping[tuple[str, ...], Said[Any]] = field(default_factory=dict)
    packs: tuple[Said[Path], ...] = ()
    exclude: tuple[Said[str], ...] = ()
    suppress: tuple[ConfiguredSuppression, ...] = ()
    overrides: "tuple[Layer, ...]" = ()

    def covers(self, path: Path) -> bool:
        """Tell whether what is said holds for a file."""
        return not self.paths or any(matches(path, glob, self.folder) for glob in self.paths)


def reaching(layers: Iterable[Layer], path: Path) -> tuple[ConfiguredSuppression, ...]:
    """The suppressions of layers that are for a draft."""
    return tuple(s for layer in layers for s in layer.suppress if s.reaches(path))


def command_line(
    select: Iterable[str], ignore: Iterable[str], exclude: Iterable[str] = ()
) -> Layer:
    """What --select, --ignore and --exclude say, as the last layer of all. Raises ValueError."""
    words = [Said(word, COMMAND_LINE) for word in split_words(select)]
    unwanted = [Said(word, COMMAND_LINE) for word in split_words(ignore)]
    left = tuple(_exclusions(exclude))
    return Layer(
        COMMAND_LINE, Path(), select=tuple(words) or None, ignore=tuple(unwanted), exclude=left
    )


def _exclusions(lines: Iterable[str]) -> Iterator[Said[str]]:
    for line in lines:
        from linter.settings.values import exclusion

        yield Said(exclusion(line), COMMAND_LINE)
