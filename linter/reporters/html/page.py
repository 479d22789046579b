"""The page: its head with counts and filters, then each draft as it comes.

What is known only at the end (counts, rules) stands at the top: the drafts wait in a file.
"""

import base64
import hashlib
import shutil
import tempfile
from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import TextIO

from linter import __version__
from linter.catalogue.language import Lang
from linter.catalogue.severity import SEVERITIES, Severity
from linter.diagnosis.diagnostic import FileReport
from linter.reporters.digest import MANY, SHOWN, worst_first
from linter.reporters.html.draft import DraftView
from linter.reporters.html.looked import coverage_table
from linter.reporters.html.notes import Notes
from linter.reporters.html.places import MarkedPlaces, Numbered
from linter.reporters.html.words import safe, word
from linter.reporters.presentation import Presentation
from linter.reporters.summary import by_rule, summary_line, unlisted_line
from linter.text.own_marks import GENERATOR

_HERE = Path(__file__).parent


class HtmlPage:
    """Writes the report of a run as one page; every word of a draft in it is escaped."""

    def __init__(self, out: TextIO, how: Presentation) -> None:
        self._out, self._how, self._lang = out, how, how.lang
        self._notes = Notes({rule.id: rule for rule in how.rules}, how.lang)
        self._waiting = tempfile.TemporaryFile("w+", encoding="utf-8", errors="replace")  # noqa: SIM115
        self._reports: list[FileReport] = []

    def add(self, report: FileReport) -> None:
        """Write the draft of a report to where it waits."""
        self._reports.append(report.slim())
        self._waiting.writelines(f"{part}\n" for part in self._file(report, len(self._reports)))

    def end(self) -> None:
        """Write the page."""
        self._out.writelines(f"{part}\n" for part in self._head())
        with self._waiting as stream:
            stream.seek(0)
            shutil.copyfileobj(stream, self._out)
        self._out.write(f"</main>\n<script>{_script()}</script>\n</body>\n</html>\n")

    def _head(self) -> Iterator[str]:
        lang = self._lang
        name = safe(word("title", lang))
        title = f"{_names(self._reports[0].path)[1]} · {name}" if len(self._reports) == 1 else name
        style, code = _style(), "zh-CN" if lang is Lang.ZH else "en"
        yield f'<!DOCTYPE html>\n<html lang="{code}">\n<head>\n<meta charset="utf-8">'
        yield f'<meta http-equiv="Content-Security-Policy" content="{policy()}">'
        yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
        yield GENERATOR
        yield f"<title>{title}</title>\n<style>{style}</style>\n</head>\n<body>\n<header>"
        made = word("made", lang).format(date=f"{now():%Y-%m-%d %H:%M}", version=__version__)
        yield f'<h1>{name}</h1><p class="made">{safe(made)}</p>'
        yield f"<p>{safe(summary_line(self._reports, lang))}</p></header>"
        yield from self._controls()
        yield "<main>"
        yield from self._files()

    def _controls(self) -> Iterator[str]:
        """The filters, and the way from one finding to the next."""
        lang, rules = self._lang, by_rule(self._reports)
        if not rules:
            return
        yield '<form class="controls" aria-label="planlint">'
        found = Counter(d.severity for report in self._reports for d in report.diagnostics)
        for severity in Severity:
            name = SEVERITIES[severity][lang]
            yield (
                f'<label class="{severity.value}"><input type="checkbox" name="severity" checked'
                f' value="{severity.value}"> {name} {found[severity]}</label>'
            )
        yield f'<details><summary>{word("rules", lang)}</summary><div class="panel"><p>'
        yield f'<button type="button" data-all="1">{word("all", lang)}</button>'
        yield f'<button type="button" data-all="">{word("none", lang)}</button></p>'
        counts: Counter[tuple[str, str]] = Counter()
        for rule, name, _, count in rules:
            counts[rule, name] += count
        for (rule, name), count in sorted(counts.items()):
            shown = safe(f"{rule} {self._notes.title(rule, name)} {count}")
            box = f'<input type="checkbox" name="rule" checked value="{safe(rule)}">'
            yield f"<label>{box} {shown}</label>"
        yield "</div></details>"
        yield f'<span class="steps"><button type="button" id="previous">{word("previous", lang)}'
        yield '</button><output id="status"></output><button type="button" id="next">'
        yield f"{word('next', lang)}</button></span><small>{word('keys', lang)}</small></form>"

    def _files(self) -> Iterator[str]:
        """The way to each of several drafts."""
        if len(self._reports) < 2:
            return
        yield f'<nav class="files"><h2>{word("files", self._lang)}</h2><ol>'
        for number, report in enumerate(self._reports, 1):
            found = Counter(d.severity for d in report.diagnostics)
            told = "，".join(
                f"{SEVERITIES[s][self._lang]} {found[s]}" for s in Severity if found[s]
            )
            told = word("unread", self._lang) if report.error else told
            yield f'<li><a href="#f{number}">{safe(report.path)}</a> {told}</li>'
        yield "</ol></nav>"

    def _file(self, report: FileReport, number: int) -> Iterator[str]:
        """A draft with its digest, its text and its notes."""
        lang = self._lang
        folder, name = _names(report.path)
        where = f"<small>{folder}</small>" if folder else ""
        yield f'<section class="file" id="f{number}">\n<h2>{name}{where}</h2>'
        if report.error is not None:
            message = safe(report.error.message)
            yield f'<p class="failure"><b>{word("unread", lang)}</b> {message}</p>'
        elif not report.diagnostics:
            yield f"<p>{word('nothing', lang)}</p>"
        if report.note:
            yield f"<p>{safe(report.note)}</p>"
        for more in report.unlisted:
            yield f'<p class="{more.severity.value}">{safe(unlisted_line(more, lang))}</p>'
        if report.coverage is not None:
            yield from coverage_table(report.coverage, lang, idle=report.compared_nothing)
        found = [Numbered(f"{number}-{i}", d) for i, d in enumerate(report.diagnostics, 1)]
        yield from self._digest(found)
        shown: set[str] = set()
        if report.document is not None:
            cells = report.coverage.cells if report.coverage else ()
            places = MarkedPlaces(found, cells, f"{number}")
            view = DraftView(report.document, places, self._notes, lang)
            yield from view.write()
            shown = view.shown
        rest = [one for one in found if one.key not in shown]
        if rest:
            yield f"<h3>{word('elsewhere', lang)}</h3>" if shown or report.document else ""
            yield from (self._notes.note(one, quoted=True) for one in rest)
        yield "</section>"

    def _digest(self, found: list[Numbered]) -> Iterator[str]:
        if len(found) <= MANY:
            return
        order = {id(d): i for i, d in enumerate(worst_first(one.diagnostic for one in found))}
        worst = sorted(found, key=lambda one: order[id(one.diagnostic)])[:SHOWN]
        yield f'<nav class="digest"><h3>{word("digest", self._lang).format(n=len(worst))}</h3><ol>'
        yield from map(self._notes.item, worst)
        yield "</ol></nav>"


def policy() -> str:
    """What the page may load and run: its own style and script, nothing else."""
    return f"default-src 'none'; style-src {_digest(_style())}; script-src {_digest(_script())}"


def now() -> datetime:
    """The time that a page bears."""
    return datetime.now()


def _names(path: str) -> tuple[str, str]:
    """(folder, name) of a draft, as text of the page."""
    folder, slash, name = path.rpartition("/")
    return safe(folder + slash), safe(name)


def _style() -> str:
    return (_HERE / "page.css").read_text("utf-8")


def _script() -> str:
    return (_HERE / "page.js").read_text("utf-8")


def _digest(text: str) -> str:
    """What the page's policy lets through: this text and no other."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
