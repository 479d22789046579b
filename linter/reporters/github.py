"""Workflow commands of GitHub Actions: an annotation for every finding.

::error file=草稿.md,line=3,col=20,title=IND001 指标目标值前后不一致::message
"""

from collections.abc import Sequence
from pathlib import Path
from typing import TextIO

from linter.catalogue.language import Lang
from linter.catalogue.severity import Severity
from linter.diagnosis.diagnostic import Diagnostic, FileReport
from linter.reporters.places import place, section
from linter.reporters.presentation import Presentation
from linter.reporters.summary import unlisted_line

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def write(reports: Sequence[FileReport], out: TextIO, how: Presentation) -> None:
    """Write the findings of a run, and the files that could not be read."""
    titles = {rule.id: rule.title for rule in how.rules} if how.lang is Lang.ZH else {}
    for report in reports:
        if report.error is not None:
            _command(out, "error", {"file": _path(report)}, report.error.message)
        for d in report.diagnostics:
            properties = {"file": _path(report)}
            if position := d.span.position:
                properties |= {"line": str(position[0]), "col": str(position[1])}
            properties["title"] = f"{d.rule} {titles.get(d.rule, d.name)}"
            _command(out, _COMMANDS[d.severity], properties, _message(d, how.lang))
        for more in report.unlisted:
            told = unlisted_line(more, how.lang)
            _command(out, _COMMANDS[more.severity], {"file": _path(report)}, told)


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
