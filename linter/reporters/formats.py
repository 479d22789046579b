"""The report formats by name. Each is loaded only when it is asked for."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TextIO

from linter.catalogue.language import Lang
from linter.catalogue.rule import Rule
from linter.diagnosis.diagnostic import FileReport
from linter.reporters.names import Format


@dataclass(frozen=True, slots=True)
class Presentation:
    """How to word a report: `rules` are those that ran, `quiet` leaves the summary out."""

    rules: Sequence[Rule] = ()
    lang: Lang = Lang.ZH
    quiet: bool = False
    statistics: bool = False


def write(form: Format, reports: list[FileReport], out: TextIO, how: Presentation) -> None:
    """Write the report of a run in a format."""
    _WRITERS[form](reports, out, how)


def _rich(reports: list[FileReport], out: TextIO, how: Presentation) -> None:
    from linter.reporters import console

    console.write(reports, out, how.lang, quiet=how.quiet, statistics=how.statistics)


def _plain(reports: list[FileReport], out: TextIO, how: Presentation) -> None:
    from linter.reporters import plain

    plain.write(reports, out, how.lang, quiet=how.quiet, statistics=how.statistics)


def _json(reports: list[FileReport], out: TextIO, how: Presentation) -> None:
    from linter.reporters import json

    json.write(reports, out)


def _sarif(reports: list[FileReport], out: TextIO, how: Presentation) -> None:
    from linter.reporters import sarif

    sarif.write(reports, out, how.rules, how.lang)


def _github(reports: list[FileReport], out: TextIO, how: Presentation) -> None:
    from linter.reporters import github

    github.write(reports, out, how.rules, how.lang)


def _junit(reports: list[FileReport], out: TextIO, how: Presentation) -> None:
    from linter.reporters import junit

    junit.write(reports, out, how.lang)


def _html(reports: list[FileReport], out: TextIO, how: Presentation) -> None:
    from linter.reporters import html

    html.write(reports, out, how.lang)


_WRITERS: dict[Format, Callable[[list[FileReport], TextIO, Presentation], None]] = {
    Format.RICH: _rich,
    Format.PLAIN: _plain,
    Format.JSON: _json,
    Format.SARIF: _sarif,
    Format.GITHUB: _github,
    Format.JUNIT: _junit,
    Format.HTML: _html,
}
