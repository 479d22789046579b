"""What holds for one draft in the end, and where each of it was said."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from linter.allowed import Allowed
from linter.config.model import ConfiguredSuppression, Layer
from linter.facts.given import Given
from linter.faults import Origin
from linter.lexicon import Lexicon
from linter.readers.options import ReadOptions
from linter.rules import Rule
from linter.wording import FailOn, Lang

DEFAULT = Origin("默认值")


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything that a configuration decides about the check of one draft.

    `rules` are those that run; `catalogue` all that are at hand, with their severities and
    options as configured. `origins` tells where a value was said, by its path: ("lang",),
    ("severity", "IND001"), ("options", "IND001", "tolerance"), ("rules", "BOX006").
    """

    rules: tuple[Rule, ...]
    catalogue: tuple[Rule, ...]
    lexicon: Lexicon
    given: Given = field(default_factory=Given)
    allowed: Allowed = field(default_factory=Allowed)
    reading: ReadOptions = field(default_factory=ReadOptions)
    lang: Lang = Lang.ZH
    fail_on: FailOn = FailOn.ERROR
    suppress: tuple[ConfiguredSuppression, ...] = ()
    layers: tuple[Layer, ...] = ()
    values: Mapping[tuple[str, ...], Any] = field(default_factory=dict)
    origins: Mapping[tuple[str, ...], Origin] = field(default_factory=dict)

    def origin(self, *path: str) -> Origin:
        """Where a value was said; the defaults where nobody did."""
        return self.origins.get(path, DEFAULT)
