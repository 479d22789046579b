"""What tests share: reading a Markdown mini-draft, running rules over it, the command line."""

import subprocess
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path
from typing import Any

from linter.catalogue.load import builtin_rules
from linter.catalogue.rule import Rule
from linter.diagnosis.diagnostic import Diagnostic, FileReport, Keep
from linter.document.model import Document
from linter.engine.check import check, check_path
from linter.readers.load import read_bytes
from linter.settings.effective import Settings
from linter.settings.session import Session, command_line

ROOT = Path(__file__).parents[1]
# The fixture `planlint`: planlint(*arguments, stdin=None, **environment).
Run = Callable[..., "subprocess.CompletedProcess[str]"]


def draft(source: str, form: str = "md") -> Document:
    """Read a draft from a string."""
    return read_bytes(f"draft.{form}", source.encode(), form)


def reported(document: Document, rules: Iterable[Rule], **settings: Any) -> FileReport:
    """The report of some rules on a document, with whatever else a configuration may say."""
    return check(document, Settings(tuple(rules), **settings))


def chosen_rules(*select: str, ignore: Iterable[str] = ()) -> tuple[Rule, ...]:
    """The rules that run where the command line says so, and no configuration anything."""
    session = Session(command_line(select, ignore), isolated=True)
    return session.settings(Path("draft.md")).rules


@cache
def planted(name: str) -> FileReport:
    """The report of a sample with its defects (.docx), with its draft and what was looked at."""
    path = ROOT / "samples" / "planted" / f"{name}.docx"
    return check_path(path, Settings(chosen_rules()), None, Keep(document=True, coverage=True))


def diagnose(source: str | Document, *rules: str) -> list[Diagnostic]:
    """Run the named rules, or those that run by default, over a mini-draft or a document."""
    reviews = any(r.reviews for r in builtin_rules() if r.id in rules)  # they judge the others
    chosen = [r for r in builtin_rules() if (r.id in rules if rules else r.enabled) or reviews]
    document = draft(source) if isinstance(source, str) else source
    report = reported(document, chosen)
    assert report.error is None, report.error
    return [d for d in report.diagnostics if not rules or d.rule in rules]


def quotes(source: str | Document, *rules: str) -> list[str]:
    """The quoted words of what the named rules find, in reading order."""
    return [d.span.quote for d in diagnose(source, *rules)]
