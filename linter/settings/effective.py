"""What holds for one draft in the end, and where each of it was said."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from linter.catalogue.faults import Origin
from linter.catalogue.language import Lang
from linter.catalogue.load import builtin_rules
from linter.catalogue.rule import Rule
from linter.catalogue.severity import FailOn
from linter.diagnosis.allowed import Allowed
from linter.plan.given import Given
from linter.plan.lexicon import Lexicon, builtin_lexicon
from linter.readers.options import ReadOptions
from linter.settings.layers import ConfiguredSuppression, Layer

DEFAULT = Origin("默认值")


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything that a configuration decides about the check of one draft.

    `rules` are those that run; `catalogue` all that are at hand, with their severities and
    options as configured. `origins` tells where a value was said, by its path: ("lang",),
    ("severity", "IND001"), ("options", "IND001", "tolerance"), ("rules", "BOX006").
    """

    rules: tuple[Rule, ...]
    catalogue: tuple[Rule, ...] = field(default_factory=builtin_rules)
    lexicon: Lexicon = field(default_factory=builtin_lexicon)
    given: Given = field(default_factory=Given)
    allowed: Allowed = field(default_factory=Allowed)
    reading: ReadOptions = field(default_factory=ReadOptions)
    lang: Lang = Lang.ZH
    fail_on: FailOn = FailOn.ERROR
    baseline: Path | None = None
    suppress: tuple[ConfiguredSuppression, ...] = ()
    layers: tuple[Layer, ...] = ()
    values: Mapping[tuple[str, ...], Any] = field(default_factory=dict)
    origins: Mapping[tuple[str, ...], Origin] = field(default_factory=dict)

    def origin(self, *path: str) -> Origin:
        """Where a value was said; the defaults where nobody did."""
        return self.origins.get(path, DEFAULT)
