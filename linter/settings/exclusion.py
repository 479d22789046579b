"""Which files a configuration leaves out of folders: `exclude:`, in the patterns of .gitignore."""

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from linter.settings.layers import Layer

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec


def is_excluded(path: Path, layers: Sequence[Layer], *, folder: bool = False) -> bool:
    """Tell whether the last layer that has a word on a file, or a folder, leaves it out."""
    if not layers:
        return False
    whole = path.resolve()
    for layer in reversed(layers):
        try:
            relative = whole.relative_to(layer.folder.resolve()).as_posix()
        except ValueError:
            relative = whole.as_posix().lstrip("/")
        spec = patterns(tuple(one.value for one in layer.exclude))
        found = spec.check_file(relative + "/" if folder else relative).include
        if found is not None:
            return found
    return False


@lru_cache(maxsize=256)
def patterns(lines: tuple[str, ...]) -> "GitIgnoreSpec":
    """The patterns of these lines. Raises ValueError where one is none."""
    from pathspec import GitIgnoreSpec

    return GitIgnoreSpec.from_lines(line.replace("\\", "/") for line in lines)
