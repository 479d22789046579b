"""Workflow commands of GitHub Actions: an annotation for every finding.

::error file=草稿.md,line=3,col=20,title=IND001 指标目标值前后不一致::message
"""

from pathlib import Path
from typing import TextIO

from linter.catalogue.language import Lang
from linter.catalogue.severity import Severity
from linter.diagnosis.diagnostic import Diagnostic, FileReport
from linter.reporters.formats import Sink
from linter.reporters.places import place, section
from linter.reporters.presentation import Presentation

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def begin(out: TextIO, how: Presentation) -> Sink:
    """Return what writes the findings of each file as it comes, or why it could not be read."""
    return _Commands(out, how)


class _Commands:
    def __init__(self, out: TextIO, how: Presentation) -> None:
        self._out, self._lang = out, how.lang
        self._titles = {rule.id: rule.title for rule in how.rules} if how.lang is Lang.ZH else {}

    def add(self, report: FileReport) -> None:
        if report.error is not None:
            _command(self._out, "error", {"file": _path(report)}, report.error.message)
        for d in report.diagnostics:
            properties = {"file": _path(report)}
            if position := d.span.position:
                properties |= {"line": str(position[0]), "col": str(position[1])}
            properties["title"] = f"{d.rule} {self._titles.get(d.rule, d.name)}"
            _command(self._out, _COMMANDS[d.severity], properties, _message(d, self._lang))
        self._out.flush()

    def end(self) -> None:
        """Every command is written by now."""


def _message(d: Diagnostic, lang: Lang) -> str:
    """The message, the place for drafts without lines, and the other side."""
    where = " ".join(part for part in (section(d.span), place(d.span, lang)) if part)
    lines = [d.message, where] if d.span.position is None and where else [d.message]
    for other in d.related:
        lines.append(f"{other.message}（{place(other.span, lang)}）：{other.span.quote}")
    return "\n".join(lines)


def _command(out: TextIO, name: str, properties: dict[str, str], message: str) -> None:
    given = ",".join(f"{key}={_property(value)}" for key, value in properties.items())
    out.write(f"::{name} {given}::{_data(message)}\n")


def _path(report: FileReport) -> str:
    path = Path(report.path)
    here = Path.cwd()
    return (path.relative_to(here) if path.is_relative_to(here) else path).as_posix()


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
