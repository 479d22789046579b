"""How a report is worded, whatever its format."""

from collections.abc import Sequence
from dataclasses import dataclass

from linter.catalogue.language import Lang
from linter.catalogue.rule import Rule


@dataclass(frozen=True, slots=True)
class Presentation:
    """How to word a report: `rules` are those that ran, `quiet` leaves the summary out, `coverage`
    adds what was looked at."""

    rules: Sequence[Rule] = ()
    lang: Lang = Lang.ZH
    quiet: bool = False
    statistics: bool = False
    coverage: bool = False
