"""Where configuration files are: from a draft's folder upwards, and the user's own."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

NAMES = (".planlint.yaml", ".planlint.yml")
USER_FILE = "config.yaml"


def user_file() -> Path | None:
    """The user's own file in the platform's configuration folder, None if there is none."""
    import typer

    file = Path(typer.get_app_dir("planlint")) / USER_FILE
    return file if file.is_file() else None


@cache
def files_above(folder: Path) -> tuple[Path, ...]:
    """The configuration files of a folder and those above it, the nearest first."""
    return tuple(_files_above(folder))


def _files_above(folder: Path) -> Iterator[Path]:
    for place in (folder, *folder.parents):
        for name in NAMES:
            if (place / name).is_file():
                yield place / name
                break
