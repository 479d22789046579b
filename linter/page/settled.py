"""What holds for the drafts of the page: a configuration, and what is chosen on the page."""

from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from linter.catalogue.faults import Origin
from linter.catalogue.severity import Severity
from linter.diagnosis.diagnostic import FileReport
from linter.page.names import suffix_of
from linter.settings.effective import Settings
from linter.settings.layers import Layer, Said
from linter.settings.session import Session

_LAYOUT = "FMT"
_PAGE = Origin("网页")


class PageChoice(NamedTuple):
    """What a drafter chooses: errors alone, the rules of layout as well."""

    errors_only: bool = False
    layout: bool = False

    def wanted(self, report: FileReport) -> FileReport:
        """A report with what is wanted of it."""
        if not self.errors_only:
            return report
        kept = tuple(d for d in report.diagnostics if d.severity is Severity.ERROR)
        more = tuple(one for one in report.unlisted if one.severity is Severity.ERROR)
        return replace(report, diagnostics=kept, unlisted=more)


def settings_of(name: str, choice: PageChoice, config: Path | None) -> Settings:
    """Return what holds for a draft. Raises ConfigError.

    A draft that was handed in lies in no folder: it is taken to lie beside the configuration, under
    a name of ours.
    """
    draft = (config.parent if config else Path()) / f"draft{suffix_of(name)}"
    layout = (Said(_LAYOUT, _PAGE),) if choice.layout else ()
    layer = Layer(_PAGE, Path(), extend_select=layout)
    return Session(layer, config, isolated=True).settings(draft)
