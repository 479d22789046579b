"""Finds and parses the YAML files that ship with planlint."""

from functools import cache
from pathlib import Path
from typing import Any

from linter.text.store import own_store


class CatalogueError(Exception):
    """The catalogue or a lexicon is malformed. The message names file, rule and reason."""


@cache
def rules_dir() -> Path:
    """The folder of the built-in rules: inside an installed wheel, else beside the package."""
    package = Path(__file__).resolve().parents[1]
    for candidate in (package / "_rules", package.parent / "rules"):
        if any(candidate.glob("*.yaml")):
            return candidate
    raise CatalogueError(f"no rules found beside {package}")


def load_yaml(path: Path) -> Any:
    """Parse a YAML file of ours, or return what was parsed in an earlier run from the same text.

    Raises CatalogueError naming the file.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise CatalogueError(f"{path.name}: {error}") from error
    return own_store().get("yaml", data, lambda: _parsed(path.name, data))


def _parsed(name: str, data: bytes) -> Any:
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        return yaml.load(data, Loader=loader)
    except yaml.YAMLError as error:
        raise CatalogueError(f"{name}: {error}") from error
