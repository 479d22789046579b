"""Finds and parses the YAML files that ship with planlint."""

from functools import cache
from pathlib import Path
from typing import Any


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
    """Parse a YAML file with the C loader. Raises CatalogueError naming the file."""
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        with path.open(encoding="utf-8") as stream:
            return yaml.load(stream, Loader=loader)
    except (OSError, yaml.YAMLError) as error:
        raise CatalogueError(f"{path.name}: {error}") from error
