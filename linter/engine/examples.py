"""Runs the examples of rules: a bad one is reported at its ‹marks›, a good one not at all."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

from linter.catalogue.rule import Example, Rule
from linter.diagnosis.diagnostic import Diagnostic, FileReport
from linter.document.model import Document
from linter.engine.check import check
from linter.readers.load import read_bytes
from linter.settings.effective import Settings
from linter.text.patterns import lazily

_MARK = lazily("‹(.*?)›", re.S)

Read = Callable[[str], Document]
# How a rule that compares is run: the kind, the draft, the other side, the settings.
Held = Callable[[str, Document, Document, Settings], FileReport]


def markdown(text: str) -> Document:
    """Read an example that is Markdown."""
    return read_bytes("例.md", text.encode(), "md")


def example_faults(
    rule: Rule, settings: Settings, read: Read = markdown, held: Held | None = None
) -> Iterator[str]:
    """Yield what the examples of a rule show to be wrong with it, for people.

    `read` is how an example becomes a draft, `held` how one is held against another.
    """
    for number, example in enumerate(rule.bad, 1):
        found, error = reported(rule, example, settings, read, held)
        for fault in [error] if error else _bad_faults(example, found):
            yield f"bad 第{number}例：{fault}"
    for number, example in enumerate(rule.good, 1):
        found, error = reported(rule, example, settings, read, held)
        if error or found:
            yield f"good 第{number}例：" + (error or f"不应报告，实际{_listed(_quotes(found))}")


def reported(
    rule: Rule,
    example: Example,
    settings: Settings,
    read: Read = markdown,
    held: Held | None = None,
) -> tuple[list[Diagnostic], str]:
    """What a rule reports on an example without its marks, and how it crashed, if it did.

    Rules that judge suppressions need the others of `settings` beside them.
    """
    rules = settings.catalogue if rule.reviews else (rule,)
    document = read(_MARK.sub(r"\1", example.text))
    settings = replace(settings, rules=rules)
    if held is not None and example.against is not None:
        report = held(rule.compares, document, read(example.against), settings)
    else:
        report = check(document, settings)
    found = [d for d in report.diagnostics if d.rule == rule.id]
    return found, report.error.message if report.error else ""


def _bad_faults(example: Example, found: list[Diagnostic]) -> Iterator[str]:
    expected = sorted(_MARK.findall(example.text))
    if sorted(_quotes(found)) != expected:
        yield f"应报告{_listed(expected)}，实际{_listed(_quotes(found))}"
        return
    told: tuple[tuple[str, Any, set[Any]], ...] = (
        ("variant", example.variant, {d.variant for d in found}),
        ("severity", example.severity, {d.severity for d in found}),
    )
    for name, wanted, seen in told:
        if wanted is not None and seen != {wanted}:
            yield f"{name} 应为 {wanted}，实际 {'、'.join(sorted(map(str, seen)))}"
    fixes = [d.fix.replacement for d in found if d.fix]
    if example.fix is not None and example.fix not in fixes:
        yield f"fix 应为“{example.fix}”，实际{_listed(fixes)}"


def _quotes(found: list[Diagnostic]) -> list[str]:
    return [d.span.quote for d in found]


def _listed(quotes: list[str]) -> str:
    return "、".join(f"“{quote}”" for quote in quotes) if quotes else "没有报告"
