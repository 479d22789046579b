"""Where configuration files are: from a draft's folder upwards, and the user's own."""

import os
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from linter.text.files import is_file

NAMES = (".planlint.yaml", ".planlint.yml")
USER_FILE = "config.yaml"


def user_file() -> Path | None:
    """The user's own file in the platform's configuration folder, None if there is none."""
    file = _config_folder() / "planlint" / USER_FILE
    try:
        return file if file.is_file() else None
    except OSError:  # a folder that may not be looked into
        return file


def _config_folder() -> Path:
    """The platform's folder for what users configure."""
    if sys.platform == "win32":
        return Path(os.environ.get("APPDATA") or "~").expanduser()
    if sys.platform == "darwin":
        return Path("~/Library/Application Support").expanduser()
    return Path(os.environ.get("XDG_CONFIG_HOME") or "~/.config").expanduser()


def readable(file: Path) -> bool:
    """Tell whether a file may be read."""
    try:
        file.open("rb").close()
    except OSError:
        return False
    return True


@cache
def files_above(folder: Path) -> tuple[Path, ...]:
    """The configuration files of a folder and those above it, the nearest first."""
    return tuple(_files_above(folder))


def _files_above(folder: Path) -> Iterator[Path]:
    for place in (folder, *folder.parents):
        for name in NAMES:
            if is_file(place / name):
                yield place / name
                break
