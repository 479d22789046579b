"""What a pack holds."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from linter.catalogue.faults import Origin
from linter.catalogue.rule import Rule


@dataclass(frozen=True, slots=True)
class Pack:
    """The rules of a pack, its entries for our lexicons, and the words that no rule may report.

    `claimed` are the codes of rules that were left out because something is wrong with them, and
    where they stand.
    """

    path: Path
    rules: tuple[Rule, ...] = ()
    claimed: tuple[tuple[str, Origin], ...] = ()
    additions: Mapping[str, tuple[Any, ...]] = field(default_factory=dict)
    allowed: tuple[str, ...] = ()
